//! Figures of the user, from a file in the format of figures, or with less in it.

use core::fmt;
use std::fs;
use std::io::{self, Read as _};

use eqs::bulletin::load::evidence;
use eqs::load::{Declared, InputFile, Loaded, Position, Problem, RefusedRow};
use eqs::plan::Target;
use eqs::{Lang, Observation, Phrase, UnitMismatch};

use crate::directory::refuse;
use crate::error::CliError;

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
        let path = "<stdin>".to_owned();
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
