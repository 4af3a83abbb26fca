//! Whether the statements of an environmental bulletin follow from what is printed (公报数据核验).
//!
//! A printed 33 stands for every value that rounds to it, half to even. From such intervals each claim is worked out
//! again: it is *confirmed* if what the figures leave open meets what the claim prints, *contested* if it cannot, and
//! *undecidable* if an input is missing, which is then named.
//!
//! ```
//! use eqs_audit::{Audit, Status};
//! use eqs_core::{Lang, Phrase};
//!
//! let audit = Audit::shipped();
//! let results = audit.results();
//! let claim = results.iter().find(|result| result.id == "CHG-0001").unwrap();
//!
//! // "33 µg/m³, 13.2 % less than the year before"; the plan prints 38 µg/m³ for that year.
//! assert_eq!(claim.status, Status::Confirmed);
//! let computed = claim.parts[0].computed.unwrap();
//! assert_eq!(computed.exact.unwrap().to_string(), "-250/19"); // -13.16 %
//! assert_eq!(computed.interval.to_string(), "(-15.5844, -10.6667)");
//! println!("{}", claim.say(Lang::En));
//! ```
//!
//! # Scope
//! The claims of five documents on Beijing, and any others in the same form ([`Claim::parse`]). Standards are those of
//! `eqs-standards`, in the edition of the year: GB 3095 and GB 3838 through `eqs-assess`; levels of noise and bands of
//! indices are compared here, because it has no method for them. Targets go through `eqs-plan`. No status is written
//! down anywhere: other figures give other statuses.
//!
//! # Data
//! `data/<document>.csv` holds one row per part of a claim; `data/lookalikes.csv` the indices whose names look alike.
//! They are read while compiling: a bad cell stops the build.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of results.
//! - `load`: the module `load`, figures and claims from a directory; needs `std`.
#![no_std]
#![allow(clippy::result_large_err, reason = "what is missing is made once and moved into the result")]
#![allow(long_running_const_eval, reason = "the tables are read while compiling; bounded by their rows")]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

#[cfg(feature = "load")]
pub use crate::load::load;
pub use crate::{
    audit::Audit,
    check::{Refusal, Refused},
    claim::{Amount, Claim, MOST_PARTS, Parts},
    evidence::Input,
    key::Key,
    policy::Policy,
    result::{Audited, Computed, Different, Missing, Part, Remark},
    sentence::Reasoning,
    term::{Basis, Rule, Stated, Status, Strength},
};

mod audit;
mod check;
mod claim;
mod comparable;
mod data;
mod evidence;
mod implied;
mod key;
#[cfg(feature = "load")]
pub mod load;
mod policy;
mod register;
mod result;
mod rules;
pub mod schema;
mod sentence;
mod term;

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
