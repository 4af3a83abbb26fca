//! What only holds over all parts together.

mod freestanding;
