//! Words of closed vocabularies, units and periods, as their codes.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::error::Problem;
use crate::citation::Confirmation;
use crate::class::Medium;
use crate::indicator::Better;
use crate::observation::Bound;
use crate::place::PlaceKind;
use crate::statistic::Statistic;
use crate::unit::Unit;

/// The code of a word of the vocabulary of a column; `None` where the column has none.
pub(super) fn of_column(column: &str, text: &str) -> Option<Result<&'static str, Problem>> {
    macro_rules! of {
        ($vocabulary:ident) => {
            term($vocabulary::ALL.iter().map(|term| (term.code(), term.zh())), text)
        };
    }
    Some(match column {
        "medium" => of!(Medium),
        "statistic" => of!(Statistic),
        "bound" => of!(Bound),
        "kind" => of!(PlaceKind),
        "better" => of!(Better),
        "confirmation" => of!(Confirmation),
        _ => return None,
    })
}

/// The code of one of these terms, given by its code or its Chinese name.
///
/// # Errors
/// If there is none; the codes that there are are listed.
pub fn term(
    terms: impl Iterator<Item = (&'static str, &'static str)> + Clone,
    text: &str,
) -> Result<&'static str, Problem> {
    let of_code = terms.clone().find(|(code, _)| *code == text);
    let found = of_code.or_else(|| terms.clone().find(|(_, zh)| *zh == text));
    found
        .map(|(code, _)| code)
        .ok_or_else(|| Problem::UnknownTerm { known: terms.map(|(code, _)| code).collect::<Vec<_>>() })
}

/// The symbol of a unit.
pub(super) fn unit(text: &str) -> Result<&'static str, Problem> {
    let unit = Unit::from_symbol(text).map_or_else(|| text.parse(), Ok);
    unit.map(Unit::symbol).map_err(|_| Problem::UnknownUnit)
}

/// A period as [`Period::parse`](crate::Period::parse) reads it. Years may be followed by 年 and spans written with
/// another dash; what is made of such signs alone and is neither would pass for words, and is refused.
///
/// # Errors
/// If it is refused.
pub fn period(text: &str) -> Result<String, Problem> {
    let looks_like_years =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '至' | '.' | '/' | ' ');
    if plain(text).chars().all(looks_like_years) { years(text) } else { Ok(text.to_string()) }
}

/// A period of years; words are refused, too.
///
/// # Errors
/// If it is refused.
pub fn years(text: &str) -> Result<String, Problem> {
    let plain = plain(text);
    if is_years(&plain) { Ok(plain) } else { Err(Problem::Period) }
}

/// A period without 年, with one kind of dash.
fn plain(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|letter| *letter != '年')
        .map(|letter| if matches!(letter, '–' | '—' | '~' | '～') { '-' } else { letter })
        .collect();
    match plain.split_once('至') {
        Some((from, to)) if !from.is_empty() => [from, to].join("-"),
        _ => plain,
    }
}

/// Whether the text is a year, a span of years or all years up to one.
fn is_years(text: &str) -> bool {
    let year = |text: &str| match text.parse::<u16>() {
        Ok(year) if text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit()) => Some(year),
        _ => None,
    };
    match (text.strip_prefix('至'), text.split_once('-')) {
        (Some(last), _) => year(last).is_some(),
        (None, Some((from, to))) => year(from).zip(year(to)).is_some_and(|(from, to)| from <= to),
        (None, None) => year(text).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;

    use super::*;
    use crate::period::Period;

    #[test]
    fn no_name_means_two_terms() {
        for column in ["medium", "statistic", "bound", "kind", "better", "confirmation"] {
            let Some(Err(Problem::UnknownTerm { known })) = of_column(column, "?") else {
                panic!("{column}")
            };
            assert!(known.iter().all(|code| of_column(column, code).unwrap().unwrap() == *code), "{column}");
        }
        let mut names = BTreeMap::new();
        for statistic in Statistic::ALL {
            assert_eq!(names.insert(statistic.zh(), statistic), None, "{statistic}");
        }
        assert_eq!(of_column("statistic", "年均值").unwrap().unwrap(), "annual_mean");
        assert!(of_column("quote", "年均值").is_none());
    }

    #[test]
    fn periods() {
        for (text, code) in [
            ("2024", "2024"),
            ("2024年", "2024"),
            ("2016–2020年", "2016-2020"),
            ("2016年至2020年", "2016-2020"),
            ("至2021", "至2021"),
            ("上世纪末以来", "上世纪末以来"),
            ("2024年攻坚期间", "2024年攻坚期间"),
        ] {
            assert_eq!(period(text).unwrap(), code, "{text}");
            assert_eq!(Period::parse(code), Period::parse(code.to_string().leak()));
        }
        for text in ["24", "2020-2016", "2016-", "2024.5", "2024/2025", "至"] {
            assert!(matches!(period(text), Err(Problem::Period)), "{text}");
        }
    }
}
