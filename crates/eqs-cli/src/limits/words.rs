//! Words on the command line as terms, indicators, quantities and spans.

use eqs::{Decimal, Indicator, NaiveDate, Phrase, Quantity, Unit};

use crate::day::parse_day;
use crate::error::{CliError, Location};
use crate::limits::refusal::Asked;
use crate::problem::Problem;

/// A term by its code or by its name in either language.
pub(crate) fn term<T: Copy + Phrase>(
    option: &'static str,
    text: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> Result<T, CliError> {
    find(text, all, &code).ok_or_else(|| unknown(option, text, all.iter().map(|term| code(*term)).collect()))
}

/// A code that an option does not know.
pub(crate) fn unknown(option: &'static str, text: &str, codes: Vec<&'static str>) -> CliError {
    CliError::misread(Location::option(option, text), Problem::UnknownCode(codes))
}

/// The term of this code or name.
pub(crate) fn find<T: Copy + Phrase>(text: &str, all: &[T], code: impl Fn(T) -> &'static str) -> Option<T> {
    // The Roman numerals that Chinese documents print.
    let wanted = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"]
        .into_iter()
        .zip(["I", "II", "III", "IV", "V"])
        .fold(text.trim().to_owned(), |text, (roman, letters)| text.replace(roman, letters));
    let is_named = |term: &&T| {
        let names = [eqs::Lang::Zh, eqs::Lang::En].map(|lang| term.say(lang).to_string());
        code(**term).eq_ignore_ascii_case(&wanted)
            || names.iter().any(|name| name.eq_ignore_ascii_case(&wanted))
    };
    all.iter().find(is_named).copied()
}

/// An indicator by any of its names; other cases of letters will do where they name one indicator only.
pub(crate) fn indicator(text: &str) -> Result<Indicator, CliError> {
    let text = text.trim();
    let error = match text.parse::<Indicator>() {
        Ok(indicator) => return Ok(indicator),
        Err(error) => error,
    };
    let wanted = text.to_lowercase();
    let is_named = |indicator: &Indicator| {
        let own = [indicator.symbol(), indicator.zh(), indicator.en()];
        own.into_iter().chain(indicator.aliases()).any(|name| name.to_lowercase() == wanted)
    };
    let found: Vec<Indicator> = Indicator::all().filter(is_named).collect();
    let problem = match found.as_slice() {
        [indicator] => return Ok(*indicator),
        [] => Asked::UnknownSymbol(error.suggestions().into_iter().map(|(name, _)| name).collect()),
        several => Asked::AmbiguousSymbol(several.iter().map(|indicator| indicator.symbol()).collect()),
    };
    Err(CliError::refuse(Location::option("--symbol", text), problem.into()))
}

/// A number without a unit.
pub(crate) fn number(option: &'static str, text: &str) -> Result<Decimal, CliError> {
    Decimal::parse(text.trim())
        .map_err(|error| CliError::misread(Location::option(option, text), Asked::NoNumber(error).into()))
}

/// A number with its unit: `27.0 µg/m³`, `50Hz`. Without a unit it has none, as pH.
pub(crate) fn quantity(option: &'static str, text: &str) -> Result<Quantity, CliError> {
    let at = || Location::option(option, text);
    let trimmed = text.trim();
    let end = trimmed.find(|letter: char| !matches!(letter, '0'..='9' | '.' | '-' | '+'));
    let (number, unit) = trimmed.split_at(end.unwrap_or(trimmed.len()));
    let unit = match unit.trim() {
        "" => Unit::NONE,
        unit => unit.parse().map_err(|_| CliError::misread(at(), Problem::UnknownUnit))?,
    };
    Quantity::parse(number, unit).map_err(|error| CliError::misread(at(), Asked::NoQuantity(error).into()))
}

/// `FROM..TO` in days.
pub(crate) fn span(option: &'static str, text: &str) -> Result<(NaiveDate, NaiveDate), CliError> {
    let days = text
        .split_once("..")
        .and_then(|(first, last)| Some((parse_day(first.trim())?, parse_day(last.trim())?)));
    match days {
        Some((first, last)) if first <= last => Ok((first, last)),
        _ => Err(CliError::misread(Location::option(option, text), Asked::BadSpan.into())),
    }
}

/// `A..B`.
pub(crate) fn pair<'a>(option: &'static str, text: &'a str) -> Result<(&'a str, &'a str), CliError> {
    let parts = text.split_once("..").map(|(one, other)| (one.trim(), other.trim()));
    parts
        .filter(|(one, other)| !one.is_empty() && !other.is_empty())
        .ok_or_else(|| CliError::misread(Location::option(option, text), Asked::BadPair.into()))
}
