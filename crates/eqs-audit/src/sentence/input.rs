//! The figures that were used.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Fraction, Lang, Phrase};

use super::LISTED;
use super::number::{Open, Suffix};
use crate::evidence::Input;
use crate::term::Basis;

/// The most figures that a sentence names one by one.
const NAMED: usize = 4;

/// Figures one after the other; those of one line share its name, and one that is printed again is said once.
pub(super) fn write_inputs<'i>(
    inputs: impl IntoIterator<Item = &'i Input>,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut said: Vec<&Input> = Vec::new();
    for input in inputs {
        let same = |other: &&Input| other.key == input.key && other.printed == input.printed;
        if input.printed.is_none() || !said.iter().any(same) {
            said.push(input);
        }
    }
    if said.len() > NAMED {
        return match lang {
            Lang::Zh => write!(f, "{}个数值", said.len()),
            Lang::En => write!(f, "{} figures", said.len()),
        };
    }
    let mut rest = said.into_iter().peekable();
    while let Some(input) = rest.next() {
        input.write_value(lang, f)?;
        let line = |input: &Input| input.sources.first().map(|source| (source.document, source.line));
        match rest.peek() {
            Some(next) if input.printed.is_some() && next.printed.is_some() && line(next) == line(input) => {
                f.write_str(lang.pick("、", ", "))?;
            }
            Some(_) => {
                input.write_sources(lang, f)?;
                f.write_str(lang.pick("与", " and "))?;
            }
            None => input.write_sources(lang, f)?,
        }
    }
    Ok(())
}

impl Phrase for Input {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_value(lang, f)?;
        self.write_sources(lang, f)
    }
}

impl Input {
    pub(super) fn write_value(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.basis, self.printed) {
            (Basis::Calendar, _) => {
                let days = self.exact.unwrap_or(Fraction::ZERO).shown(0);
                match lang {
                    Lang::Zh => write!(f, "全年{days}天"),
                    Lang::En => write!(f, "the {days} days of the year"),
                }
            }
            (_, Some(amount)) => amount.write(lang, f),
            (_, None) => {
                let key = self.key.say(lang);
                let interval = Open(self.interval, 2);
                match lang {
                    Lang::Zh => write!(f, "推算的{key}{interval}{}", Suffix(self.unit)),
                    Lang::En => write!(f, "the implied {key} {interval}{}", Suffix(self.unit)),
                }
            }
        }
    }

    fn write_sources(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut named: Vec<(&str, u16)> = Vec::new();
        for source in &self.sources {
            let line = (source.document, source.line);
            if named.len() < LISTED && !named.contains(&line) {
                f.write_str(if named.is_empty() { lang.pick("（", " (") } else { lang.pick("、", ", ") })?;
                source.write(lang, f)?;
                named.push(line);
            }
        }
        f.write_str(if named.is_empty() { "" } else { lang.pick("）", ")") })
    }
}
