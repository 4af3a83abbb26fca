//! No status is written down anywhere: other figures give other statuses. One module a group of rules.

mod amounts;
mod bounds;
mod change;
mod comparable;
mod evidence;
mod group;
mod implied;
mod refused;
mod shipped;
mod standards;
mod years;
