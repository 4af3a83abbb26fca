//! What only an audit finds wrong with files.

use core::fmt;

use eqs_core::load::Spot;
use eqs_core::{Lang, Phrase};

/// A problem that other readers of files do not have.
pub(super) enum Own {
    /// None of the files lies in a folder `observations` or `claims`.
    NoFiles,
    /// Another part of the same claim is refused.
    OtherPart {
        /// Where that stands.
        at: Option<Spot>,
    },
}

impl Phrase for Own {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFiles => f.write_str(lang.pick(
                "目录中既无 observations 也无 claims 文件夹",
                "the directory has neither a folder observations nor one claims",
            )),
            Self::OtherPart { at } => {
                f.write_str(
                    lang.pick("同一说法的另一分项已被拒收", "another part of the same claim is refused"),
                )?;
                match at {
                    Some(at) => {
                        write!(f, "{}{}{}", lang.pick("（", " ("), at.say(lang), lang.pick("）", ")"))
                    }
                    None => Ok(()),
                }
            }
        }
    }
}
