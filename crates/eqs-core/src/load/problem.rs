//! [`Problem`]: what is wrong with a file or a row, in both languages.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use super::error::Spot;
use crate::lang::{Lang, Phrase};

/// What is wrong with a file or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The name of the file ends neither in `.csv` nor in `.json`.
    OtherEnding,
    /// Another file holds the same document.
    TwoFiles {
        /// Its name.
        other: String,
    },
    /// The bytes are no UTF-8.
    NotUtf8,
    /// The file begins with the mark of UTF-16.
    Utf16,
    /// Lines end with a carriage return alone.
    CarriageReturns,
    /// The file has no header row.
    EmptyFile,
    /// The text is no JSON.
    NotJson(String),
    /// The JSON is no array.
    NotAnArray,
    /// A column has a name that is not known.
    UnknownColumn {
        /// Names that are spelt alike.
        offer: Vec<&'static str>,
    },
    /// A column stands twice.
    ColumnTwice,
    /// A column that is needed is not there.
    MissingColumn,
    /// A quote is opened and never closed.
    OpenQuote,
    /// A row has another number of cells than the header.
    Width {
        /// The number of cells.
        cells: usize,
        /// That of the header.
        header: usize,
    },
    /// An element of the array is no object.
    NotAnObject,
    /// A value is neither a text nor a whole number.
    NotAText,
    /// A number has a point or an exponent.
    NotWhole,
    /// A cell that must not be empty is.
    Empty,
    /// A name of no place.
    UnknownPlace {
        /// Names that are spelt alike.
        offer: Vec<&'static str>,
    },
    /// A name of no indicator.
    UnknownIndicator {
        /// Names that are spelt alike.
        offer: Vec<&'static str>,
    },
    /// A name of no unit, or of two.
    UnknownUnit,
    /// A word that the column does not know.
    UnknownTerm {
        /// The codes that it knows.
        known: Vec<&'static str>,
    },
    /// Digits that are no period.
    Period,
    /// A name that a place or an indicator has already.
    NameTaken {
        /// Its code.
        by: &'static str,
    },
    /// A name holds a semicolon, which separates names.
    Semicolon,
    /// The cell is not what its column holds.
    Expected(Box<Words>),
    /// A row before it has the same id.
    IdTwice {
        /// Where that stands.
        first: Spot,
    },
    /// The row cannot stand beside the others, as the crate says that knows what they mean.
    Beside(Box<Words>),
}

/// Words in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Problem {
    /// The problem of which a crate has the words.
    #[must_use]
    pub fn beside(why: &impl Phrase) -> Self {
        Self::Beside(Box::new(Words { zh: why.say(Lang::Zh).to_string(), en: why.say(Lang::En).to_string() }))
    }
}

impl Phrase for Words {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(&self.zh, &self.en))
    }
}

impl Phrase for Problem {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pick = |f: &mut fmt::Formatter<'_>, zh, en| f.write_str(lang.pick(zh, en));
        match self {
            Self::OtherEnding => pick(
                f,
                "文件名应以 .csv 或 .json 结尾（请移走其他文件）",
                "the name ends neither in .csv nor in .json; move other files away",
            ),
            Self::TwoFiles { other } => match lang {
                Lang::Zh => write!(f, "与 {other} 是同一文件的两种格式，请保留其一"),
                Lang::En => write!(f, "{other} holds the same; keep one of them"),
            },
            Self::NotUtf8 => pick(
                f,
                "不是 UTF-8 编码（可能是 GBK？）；请另存为 UTF-8",
                "not UTF-8 (perhaps GBK?); save the file as UTF-8",
            ),
            Self::Utf16 => pick(
                f,
                "不是 UTF-8 编码（文件以 UTF-16 标记开头）；请另存为 UTF-8",
                "not UTF-8 (it begins with the mark of UTF-16); save the file as UTF-8",
            ),
            Self::CarriageReturns => pick(
                f,
                "换行只有回车符（CR）；请改用 LF 或 CRLF",
                "lines end with a carriage return alone; save the file with LF or CRLF",
            ),
            Self::EmptyFile => pick(f, "文件为空，应有表头行", "the file is empty, expected a header row"),
            Self::NotJson(error) => match lang {
                Lang::Zh => write!(f, "不是 JSON：{error}"),
                Lang::En => write!(f, "not JSON: {error}"),
            },
            Self::NotAnArray => pick(f, "应为对象的数组", "expected an array of objects"),
            Self::UnknownColumn { offer } => {
                pick(f, "未知的列", "unknown column")?;
                write_offer(offer, lang, f)
            }
            Self::ColumnTwice => pick(f, "该列出现两次", "the column stands twice"),
            Self::MissingColumn => pick(f, "缺少该列", "the column is missing"),
            Self::OpenQuote => pick(
                f,
                "从本行起的某个引号没有闭合，其后直到文件末尾都在同一单元格内",
                "a quote opened in this row is never closed, so the rest of the file is one cell",
            ),
            Self::Width { cells, header } => match lang {
                Lang::Zh => write!(f, "本行有{cells}个单元格，表头有{header}个"),
                Lang::En if *cells == 1 => write!(f, "the row has 1 cell, the header {header}"),
                Lang::En => write!(f, "the row has {cells} cells, the header {header}"),
            },
            Self::NotAnObject => pick(f, "应为对象", "expected an object"),
            Self::NotAText => pick(f, "应为字符串或整数", "expected a string or a whole number"),
            Self::NotWhole => pick(
                f,
                "带小数点的数请写成字符串，以保留公布的位数",
                "a number with a decimal point: write it as a string so that its printed places survive",
            ),
            Self::Empty => pick(f, "为空，该列必填", "empty, but the column is needed"),
            Self::UnknownPlace { offer } => {
                pick(f, "未知的地点", "unknown place")?;
                write_offer(offer, lang, f)
            }
            Self::UnknownIndicator { offer } => {
                pick(f, "未知的指标", "unknown indicator")?;
                write_offer(offer, lang, f)
            }
            Self::UnknownUnit => pick(f, "未知的单位", "unknown unit"),
            Self::UnknownTerm { known } => {
                pick(f, "未知的代码，应为其一：", "unknown code, expected one of ")?;
                f.write_str(&known.join(lang.pick("、", ", ")))
            }
            Self::Period => pick(
                f,
                "不是年份或年份区间，应如 2025、2021-2025 或 至2025",
                "not a year and not a span of years, expected 2025, 2021-2025 or 至2025",
            ),
            Self::NameTaken { by } => match lang {
                Lang::Zh => write!(f, "名称已为 {by} 所用"),
                Lang::En => write!(f, "{by} has this name already"),
            },
            Self::Semicolon => {
                pick(f, "名称不得含分号", "a name must not hold a semicolon, which separates names")
            }
            Self::Expected(words) => {
                pick(f, "应为", "expected ")?;
                words.write(lang, f)
            }
            Self::IdTwice { first } => match lang {
                Lang::Zh => write!(f, "编号重复（首见于{}）", first.say(lang)),
                Lang::En => write!(f, "the id stands twice in the document (first: {})", first.say(lang)),
            },
            Self::Beside(words) => words.write(lang, f),
        }
    }
}

fn write_offer(offer: &[&str], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some((first, rest)) = offer.split_first() else { return Ok(()) };
    write!(f, "{} `{first}`", lang.pick("，是否应为", ", did you mean"))?;
    rest.iter().try_for_each(|name| write!(f, "{}`{name}`", lang.pick(" 或 ", " or ")))?;
    f.write_str(lang.pick("？", "?"))
}
