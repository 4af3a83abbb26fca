//! Where a limit, a rule or a figure stands, and how well that is confirmed.

use core::fmt;

use crate::lang::{Lang, Phrase};

crate::vocabulary! {
    /// How well a table row or a rule is confirmed (确认等级).
    pub enum Confirmation {
        /// Read in the standard's own text, or in at least two independent sources that agree.
        A = "A", "标准原文或两个独立来源一致", "the standard's text or two agreeing sources";
        /// One source.
        B = "B", "单一来源", "one source";
        /// From memory, not confirmed: only as a named option.
        C = "C", "未经确认", "not confirmed";
    }
}

/// A place where a limit, a rule or a figure stands.
///
/// # Example
/// ```
/// use eqs_core::{Citation, Clause, Lang, Phrase};
///
/// let clause = Clause::Table { table: "1", item: "6" };
/// let cited = Citation::Standard { standard: "GB 3095", edition: "2012", clause };
/// assert_eq!(cited.say(Lang::En).to_string(), "GB 3095-2012 table 1 item 6");
/// assert_eq!(cited.say(Lang::Zh).to_string(), "GB 3095-2012 表1第6项");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
#[non_exhaustive]
pub enum Citation {
    /// A clause or table cell of a standard.
    Standard {
        /// The number without its year, such as `GB 3095`.
        standard: &'static str,
        /// The edition by its year, such as `2012`, or `2026 transition` where a standard has stages.
        edition: &'static str,
        /// The place within the edition.
        clause: Clause,
    },
    /// A line of a document, such as a plan.
    Document {
        /// The document's code.
        document: &'static str,
        /// The line in its cleaned text, counted from 1.
        line: u16,
    },
}

/// A place within a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Clause {
    /// The document as a whole, where no clause is known.
    Whole,
    /// A chapter, such as `4`, where no clause is known.
    Chapter(&'static str),
    /// A numbered clause, such as `4.2.2`.
    Section(&'static str),
    /// An item of a table; an empty item means the whole table.
    Table {
        /// The number of the table, such as `1` or `A.1`.
        table: &'static str,
        /// The serial number of the item, as printed.
        item: &'static str,
    },
    /// A note of a table.
    TableNote {
        /// The number of the table.
        table: &'static str,
        /// The number or letter of the note.
        note: &'static str,
    },
}

impl Phrase for Citation {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Standard { standard, edition, clause } => {
                write_edition(standard, edition, lang, f)?;
                // A full-width bracket needs no blank behind it.
                let blank = if lang == Lang::Zh && edition.contains(' ') { "" } else { " " };
                write!(f, "{blank}{}", clause.say(lang))
            }
            Self::Document { document, line } => match lang {
                Lang::Zh => write!(f, "{document} 第{line}行"),
                Lang::En => write!(f, "{document} line {line}"),
            },
        }
    }
}

/// The number of a standard with its edition and stage, as a sentence names them.
pub(crate) fn write_edition(
    standard: &str,
    edition: &str,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if !standard.is_ascii() {
        // A title or a number such as 环办〔2011〕22号, which names its year where it has one.
        return if standard.contains(edition) {
            f.write_str(standard)
        } else {
            write!(f, "{standard} ({edition})")
        };
    }
    match (lang, edition.split_once(' ')) {
        (Lang::Zh, Some((year, "transition"))) => write!(f, "{standard}-{year}（过渡阶段）"),
        (Lang::Zh, Some((year, "final"))) => write!(f, "{standard}-{year}（最终阶段）"),
        (Lang::Zh, Some((year, stage))) => match stage.strip_prefix("amended ") {
            Some(amended) => write!(f, "{standard}-{year}（含{amended}年修改单）"),
            None => write!(f, "{standard}-{edition}"),
        },
        _ => write!(f, "{standard}-{edition}"),
    }
}

impl Phrase for Clause {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, *self) {
            (_, Self::Whole) => f.write_str(lang.pick("全文", "as a whole")),
            (Lang::Zh, Self::Chapter(chapter)) => write!(f, "第{chapter}章"),
            (Lang::En, Self::Chapter(chapter)) => write!(f, "chapter {chapter}"),
            (Lang::Zh, Self::Section(section)) if is_number(section) => write!(f, "第{section}条"),
            (Lang::En, Self::Section(section)) if is_number(section) => write!(f, "clause {section}"),
            (_, Self::Section(section)) => f.write_str(section),
            (Lang::Zh, Self::Table { table, item: "" }) => write!(f, "表{table}"),
            (Lang::En, Self::Table { table, item: "" }) => write!(f, "table {table}"),
            (Lang::Zh, Self::Table { table, item }) => write!(f, "表{table}第{item}项"),
            (Lang::En, Self::Table { table, item }) => write!(f, "table {table} item {item}"),
            (Lang::Zh, Self::TableNote { table, note }) => write!(f, "表{table}注{note}"),
            (Lang::En, Self::TableNote { table, note }) => write!(f, "table {table} note {note}"),
        }
    }
}

/// Whether a section is named by its number alone, such as `4.2.2`.
fn is_number(section: &str) -> bool {
    section.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
