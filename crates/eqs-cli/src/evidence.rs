//! Figures of the user, from a file in the format of figures, or with less in it.

use core::fmt;
use std::fs;
use std::io::{self, Read as _};

use eqs::bulletin::load::evidence;
use eqs::load::{Declared, InputFile, Loaded, Position, Problem, RefusedRow};
use eqs::plan::Target;
use eqs::{Lang, Observation, Phrase, UnitMismatch};

use crate::columns::warn;
use crate::directory::refuse;
use crate::error::CliError;

/// The figures of a file of the user; none if there is no file.
#[derive(Default)]
pub(crate) struct Figures {
    file: String,
    figures: Vec<Observation<'static>>,
}

impl Figures {
    /// The figures of the file of this name.
    pub(crate) fn new(name: &str, figures: impl Iterator<Item = Observation<'static>>) -> Self {
        Self { file: if name == "-" { STDIN } else { name }.to_owned(), figures: figures.collect() }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = Observation<'static>> {
        self.figures.iter().copied()
    }

    /// Those that none of the targets uses; if there are any, it is said on stderr how many, and `of` which plan the
    /// targets are.
    pub(crate) fn unused<'t>(
        &self,
        targets: impl IntoIterator<Item = &'t Target>,
        of: &str,
        lang: Lang,
    ) -> Vec<Observation<'static>> {
        let mut unused = self.figures.clone();
        for target in targets {
            unused.retain(|figure| !target.is_observed_by(figure));
        }
        let (count, all, file) = (unused.len(), self.figures.len(), &self.file);
        if count > 0 {
            let are = if count == 1 { "is" } else { "are" };
            let said = match lang {
                Lang::Zh => format!("{file} 的{all}个数据中有{count}个未被{of}的任何目标用到"),
                Lang::En => format!("{count} of {all} figures of {file} {are} used by no target of {of}"),
            };
            warn(said, lang);
        }
        unused
    }
}

/// The name of standard input in messages.
const STDIN: &str = "<stdin>";

/// The figures of a file, or of standard input for `-`; a unit that fits no target of the same indicator and statistic
/// is refused.
pub(crate) fn read(
    name: &str,
    declared: &Declared,
    targets: &[&Target],
) -> Result<Loaded<Observation<'static>>, CliError> {
    let mut loaded = evidence(&file(name)?, declared).map_err(refuse)?;
    let refused = &mut loaded.refused;
    loaded.rows.retain(|(figure, at)| {
        let mismatch = mismatch(figure, targets);
        refused.extend(mismatch.map(|mismatch| {
            let value = Some(figure.quantity.unit.symbol().to_owned());
            let at = Position { column: Some("unit".to_owned()), value, ..at.clone() };
            RefusedRow { at, problem: Problem::beside(&Unfit(mismatch)) }
        }));
        mismatch.is_none()
    });
    Ok(loaded)
}

fn file(name: &str) -> Result<InputFile, CliError> {
    if name == "-" {
        let mut bytes = Vec::new();
        let path = STDIN.to_owned();
        return match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(InputFile { path, bytes }),
            Err(error) => Err(CliError::File { file: path, error }),
        };
    }
    let bytes = fs::read(name).map_err(|error| CliError::File { file: name.into(), error })?;
    Ok(InputFile { path: name.into(), bytes })
}

/// Why the unit of a figure fits no target of its indicator and statistic, if there are such targets.
fn mismatch(figure: &Observation<'_>, targets: &[&Target]) -> Option<UnitMismatch> {
    let is_meant =
        |target: &&&Target| target.indicator == figure.indicator && target.statistic == figure.statistic;
    let units = targets.iter().filter(is_meant).map(|target| target.unit);
    let checks: Vec<_> = units.map(|unit| figure.quantity.check_unit(unit)).collect();
    if checks.iter().any(Result::is_ok) { None } else { checks.into_iter().find_map(Result::err) }
}

/// A unit that fits no target.
struct Unfit(UnitMismatch);

impl Phrase for Unfit {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match lang {
            Lang::Zh => write!(f, "不能换算为目标的单位，应如 {}", self.0.expected),
            Lang::En => write!(f, "{}", self.0),
        }
    }
}
