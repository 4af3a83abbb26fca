//! Texts in messages: "did you mean", names that are spelt like a text that names nothing, and excerpts.
//!
//! ```
//! use eqs_core::spelling::{nearest, plain};
//!
//! let names = [("hangzhou", 1), ("huzhou", 2)];
//! let offered = nearest("hangzou", names.into_iter(), |name| plain(name).collect());
//! assert_eq!(offered, [("hangzhou", 1)]);
//! ```

use alloc::vec::Vec;
use core::fmt;

/// The most names that are offered.
const OFFERED: usize = 3;

/// The names nearest to `text`, one for each thing, if they differ in at most a third of its letters (in one of
/// two). `fold` takes away what makes no difference.
#[must_use]
pub fn nearest<T: Copy + PartialEq>(
    text: &str,
    names: impl Iterator<Item = (&'static str, T)>,
    fold: fn(&str) -> Vec<char>,
) -> Vec<(&'static str, T)> {
    let wanted = fold(text.trim());
    let mut least = (wanted.len() / 3).max(1).min(wanted.len().saturating_sub(1));
    let mut found: Vec<(&'static str, T)> = Vec::new();
    for (name, thing) in names {
        let folded = fold(name);
        // Texts differ in as many letters as one is longer: a long text costs nothing.
        if folded.len().abs_diff(wanted.len()) > least {
            continue;
        }
        let distance = distance(&wanted, &folded);
        if distance < least {
            least = distance;
            found.clear();
        }
        if distance == least && found.iter().all(|(_, other)| *other != thing) {
            found.push((name, thing));
        }
    }
    found.truncate(OFFERED);
    found
}

/// The letters of a name without the marks of subscripts and widths.
///
/// # Example
/// ```
/// use eqs_core::spelling::plain;
/// assert!(plain("PM_{2.5}").eq("PM2.5".chars()) && plain("Ⅲ类").eq("III类".chars()));
/// ```
pub fn plain(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|letter| !matches!(letter, '_' | '{' | '}' | '$'));
    letters.flat_map(|letter| {
        let (roman, other) = match letter {
            'Ⅰ' => ("I", None),
            'Ⅱ' => ("II", None),
            'Ⅲ' => ("III", None),
            'Ⅳ' => ("IV", None),
            'Ⅴ' => ("V", None),
            '₀'..='₉' => ("", char::from_digit(u32::from(letter).saturating_sub(u32::from('₀')), 10)),
            '！'..='～' => ("", char::from_u32(u32::from(letter).saturating_sub(0xFEE0))),
            other => ("", Some(other)),
        };
        roman.chars().chain(other)
    })
}

/// The number of letters to insert, delete or replace (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, candidate) in row.iter_mut().skip(1).zip(other) {
            let replaced = diagonal.saturating_add(usize::from(letter != candidate));
            diagonal = *cell;
            left = replaced.min(cell.saturating_add(1)).min(left.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Writes `, did you mean …?` behind an error, or nothing.
pub(crate) fn write_offer<'a>(
    mut names: impl Iterator<Item = &'a str>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let Some(first) = names.next() else { return Ok(()) };
    write!(f, ", did you mean `{first}`")?;
    names.try_for_each(|name| write!(f, " or `{name}`"))?;
    f.write_str("?")
}

/// A value as messages quote it: on one line, and not longer than that needs.
///
/// # Example
/// ```
/// use eqs_core::spelling::Excerpt;
/// assert_eq!(Excerpt("two\nlines").to_string(), "two\\nlines");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Excerpt<'a>(pub &'a str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at == 60 {
                return f.write_str("…");
            }
            if letter.is_control() {
                write!(f, "{}", letter.escape_default())?;
            } else {
                write!(f, "{letter}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        for (one, other, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("二氧化氯", "二氧化氮", 1),
            ("flaw", "lawn", 2),
        ] {
            assert_eq!(distance(&letters(one), &letters(other)), expected, "{one} {other}");
            assert_eq!(distance(&letters(other), &letters(one)), expected, "{other} {one}");
        }
    }
}
