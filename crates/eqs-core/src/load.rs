//! Rows of files, for any city and any year. The program reads the files; this module takes their content.
//!
//! Here is what every kind of file has in common: encodings, CSV (UTF-8, header row) and JSON (an array of objects with
//! the same keys), columns in any order, names as codes, and refusals with their place. What the rows are is the matter
//! of the crates that read them, each with a [`Kind`] of its own.
//!
//! Two files are read here, because all crates need them:
//!
//! | file | columns | needed |
//! |---|---|---|
//! | `places` | `code,zh,en,kind,within,aliases,confirmation` | `code`, `zh`, `en`, `kind` |
//! | `indicators` | `symbol,zh,en,better,aliases` | `symbol`, `zh`, `en`, `better` |
//!
//! They declare what the registries do not have ([`Declared`]); an empty `confirmation` is B.
//!
//! Places and indicators are named by whatever their [`FromStr`](core::str::FromStr) accepts, or by code, either name
//! or an alias of a declared one; words of closed vocabularies by their code or their Chinese name. In
//! JSON values are texts or whole numbers: `30.50` is written `"30.50"`, so that its printed places survive.
//!
//! A file that cannot be read as a whole is an error. A bad row is a [`RefusedRow`], and the others stay.
//!
//! Rows hold `'static` texts, as those that are read while compiling do: the texts of each file are leaked once.
//! Meant for programs that load a directory once.

pub use self::declared::{Declared, list};
pub use self::error::{Position, Problem, RefusedRow, Spot, Words};
pub use self::files::{File, InputFile, folder, single};
pub use self::kind::{Cells, Kind, Misread};
pub use self::rows::{Loaded, Rows};
pub use self::sheet::Sheet;
pub use self::words::{period, term, years};

mod csv;
mod declared;
mod error;
mod expected;
mod files;
mod json;
mod kind;
mod names;
mod problem;
mod rows;
mod sheet;
mod words;
