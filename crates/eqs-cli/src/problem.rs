//! What is wrong with data, in both languages.

use core::fmt;

use eqs::air::ExclusionError;
use eqs::aqi::ReadingProblem;
use eqs::load::{Problem as FileProblem, RefusedRow};
use eqs::plan::UnknownDepartment;
use eqs::{Decimal, DecimalError, Lang, NotInForce, Phrase, Reason, Unit};

use crate::limits::Asked;

/// What is wrong with data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// What any file of rows may have wrong.
    File(FileProblem),
    /// The file has a header row and nothing else.
    HeaderOnly,
    /// A row has another number of cells than the header.
    Width {
        /// The number of cells.
        cells: usize,
        /// That of the header.
        header: usize,
        /// The cells beyond those of the header.
        extra: Vec<String>,
    },
    /// Two columns have one name.
    ColumnTwice {
        /// The number of the first, from 1.
        first: usize,
        /// The number of the second.
        second: usize,
    },
    /// A column has a name that the output uses.
    ReservedColumn,
    /// None of the columns that could be judged is there.
    NoColumnOf {
        /// The columns.
        names: Vec<&'static str>,
        /// A separator that the header seems to use instead of the comma.
        separator: Option<char>,
    },
    /// A column that is needed is not there.
    MissingColumn(&'static str),
    /// Nothing tells the day.
    NoDay {
        /// The columns that would.
        columns: &'static str,
        /// The options that would.
        options: &'static str,
    },
    /// Both `date` and `time` tell the day.
    TwoDays,
    /// More than one group of columns tells the hour.
    TwoHours,
    /// No column tells the hour.
    NoHour,
    /// Two columns hold one pollutant.
    TwoColumns {
        /// One of them.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// The cell of the station is empty.
    NoStation,
    /// A station that is in no file.
    UnknownStation,
    /// A station of which there is one in each of several cities.
    SeveralCities,
    /// No row is of the days that are asked for.
    NoRowLeft,
    /// The hour does not exist under the chosen labels.
    NoSuchHour,
    /// No number of a year, month or day, or no such day.
    BadNumberOfDay,
    /// A station has two rows of one hour.
    HourTwice(String),
    /// A value that no instrument reads in ambient air.
    NoReading {
        /// The bound, in the unit of the column.
        bound: Decimal,
        /// The unit.
        unit: Unit,
        /// Whether the value is above the bound, and not below.
        is_above: bool,
    },
    /// More decimal places than are kept.
    TooFine {
        /// How many are.
        places: u8,
    },
    /// No day.
    BadDay,
    /// No hour from 0 to 24.
    BadHour,
    /// No label of an hour.
    BadTime,
    /// Neither a day nor the label of an hour.
    BadDayOrHour,
    /// An end before its beginning.
    Reversed,
    /// Hours that cannot be excluded.
    NotExcluded(ExclusionError),
    /// A row like one before it.
    RowTwice {
        /// The line of that.
        line: u64,
    },
    /// A column that is none of these.
    OtherColumn(&'static [&'static str]),
    /// No edition is in force on the day.
    NotInForce(NotInForce),
    /// No decimal number.
    Number {
        /// Why not.
        error: DecimalError,
        /// Whether `/` may stand there.
        slash: bool,
    },
    /// A concentration that no index can be made of.
    Reading(ReadingProblem),
    /// A value below 0.
    Negative,
    /// What a library says, in English.
    Other(String),
    /// A name of no unit.
    UnknownUnit,
    /// A name of no place.
    UnknownPlace,
    /// An id of no task.
    UnknownTask,
    /// A task has two reports.
    TaskTwice {
        /// The line of the first.
        line: u64,
    },
    /// A name of no department.
    UnknownDepartment(Box<UnknownDepartment>),
    /// A code that is none of these.
    UnknownCode(Vec<&'static str>),
    /// A row of a directory, with its place.
    Row(Box<RefusedRow>),
    /// What is wrong with a request for limits.
    Asked(Box<Asked>),
}

impl Phrase for Problem {
    #[expect(clippy::too_many_lines, reason = "one arm a problem, in both languages")]
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pick = |f: &mut fmt::Formatter<'_>, zh, en| f.write_str(lang.pick(zh, en));
        match self {
            Self::File(problem) => problem.write(lang, f),
            Self::HeaderOnly => pick(f, "只有表头，没有数据行", "the file has a header and no rows"),
            Self::Width { cells, header, extra } => {
                match lang {
                    Lang::Zh => write!(f, "本行有{cells}个单元格，表头有{header}个")?,
                    Lang::En if *cells == 1 => write!(f, "the row has 1 cell, the header {header}")?,
                    Lang::En => write!(f, "the row has {cells} cells, the header {header}")?,
                }
                for (at, cell) in extra.iter().enumerate() {
                    f.write_str(if at == 0 {
                        lang.pick("；多出：", "; beyond it: ")
                    } else {
                        lang.pick("、", ", ")
                    })?;
                    write!(f, "`{cell}`")?;
                }
                Ok(())
            }
            Self::ColumnTwice { first, second } => match lang {
                Lang::Zh => write!(f, "列名重复（第{first}列和第{second}列）"),
                Lang::En => write!(f, "two columns have this name (columns {first} and {second})"),
            },
            Self::ReservedColumn => pick(
                f,
                "以 eqs_ 开头的列名留给输出；请改名或删去该列",
                "names that begin with eqs_ are those of the output; rename or remove the column",
            ),
            Self::NoColumnOf { names, separator } => {
                pick(f, "没有可评价的列，至少需要其一：", "no column to judge, expected at least one of ")?;
                f.write_str(&names.join(lang.pick("、", ", ")))?;
                match (lang, separator) {
                    (_, None) => Ok(()),
                    (Lang::Zh, Some(separator)) => {
                        write!(f, "；表头似以 {separator:?} 分隔，应以逗号分隔")
                    }
                    (Lang::En, Some(separator)) => {
                        write!(f, "; the header seems to be separated by {separator:?}, expected commas")
                    }
                }
            }
            Self::MissingColumn(name) => match lang {
                Lang::Zh => write!(f, "缺少列 `{name}`"),
                Lang::En => write!(f, "no column `{name}`"),
            },
            Self::NoDay { columns, options } => match lang {
                Lang::Zh => write!(f, "无法确定各行所用的标准版本：需要列 {columns}，或选项 {options}"),
                Lang::En => write!(
                    f,
                    "nothing says which edition the rows are judged by: expected a column {columns}, or {options}"
                ),
            },
            Self::TwoDays => pick(
                f,
                "`date` 与 `time` 两列并存，不知以何者为准；请保留其一，或用 --edition 指定版本",
                "both `date` and `time` are there and could disagree; keep one of them, or give --edition",
            ),
            Self::TwoHours => pick(
                f,
                "`time`、`date`、`month` 与 `day` 中不止一组，不知以何者为准；请保留其一",
                "more than one of `time`, `date`, and `month` with `day` are there and could disagree; keep one",
            ),
            Self::NoHour => pick(
                f,
                "无法确定各行的时间：需要列 `time`，或 `date` 与 `hour`，或 `year`、`month`、`day` 与 `hour`",
                "nothing tells the hour: expected columns `time`, or `date` and `hour`, or `year`, `month`, `day` and \
                 `hour`",
            ),
            Self::TwoColumns { first, second } => match lang {
                Lang::Zh => write!(f, "`{first}` 与 `{second}` 是同一污染物，请保留其一"),
                Lang::En => write!(f, "`{first}` and `{second}` hold the same pollutant; keep one"),
            },
            Self::NoStation => pick(f, "没有点位名称", "no station"),
            Self::UnknownStation => pick(f, "文件中没有这一点位", "no such station in the files"),
            Self::SeveralCities => pick(
                f,
                "多个城市有同名点位，请加列 `city`",
                "more than one city has such a station; add a column `city`",
            ),
            Self::NoRowLeft => {
                pick(f, "所选日期内没有数据行", "no row is of the days and stations that are asked for")
            }
            Self::NoSuchHour => pick(
                f,
                "没有这一小时：以起始时刻标记时应为 0 至 23",
                "no such hour: labels of beginnings are 0 to 23",
            ),
            Self::BadNumberOfDay => pick(f, "没有这一天（年、月、日应为数字）", "not a day in numbers"),
            Self::HourTwice(station) => match lang {
                Lang::Zh => write!(f, "点位 `{station}` 的这一小时出现两次"),
                Lang::En => write!(f, "station `{station}` has this hour twice"),
            },
            Self::NoReading { bound, unit, is_above } => {
                match (lang, is_above) {
                    (Lang::Zh, true) => write!(f, "高于 {bound} {unit}，不可能是监测值"),
                    (Lang::Zh, false) => write!(f, "大于0而低于 {bound} {unit}，不可能是监测值"),
                    (Lang::En, true) => write!(f, "above {bound} {unit}, which is no reading"),
                    (Lang::En, false) => write!(f, "below {bound} {unit} and not 0, which is no reading"),
                }?;
                pick(f, "；该列是否为其他单位（--unit）？", "; is the column in another unit (--unit)?")?;
                if *is_above {
                    pick(f, "或以 --highest 放宽", " Or raise --highest")?;
                }
                Ok(())
            }
            Self::TooFine { places } => match lang {
                Lang::Zh => write!(f, "超过{places}位小数"),
                Lang::En => write!(f, "more than {places} decimal places"),
            },
            Self::BadDay => {
                pick(f, "不是日期，应为 YYYY-MM-DD 或 YYYYMMDD", "not a day, expected YYYY-MM-DD or YYYYMMDD")
            }
            Self::BadHour => pick(f, "不是 0 至 24 的整点", "not an hour from 0 to 24"),
            Self::BadTime => pick(
                f,
                "不是整点时间，应如 2026-03-01T05 或 2026-03-01 05:00（当地时间，不带时区）",
                "not the label of an hour, expected 2026-03-01T05 or 2026-03-01 05:00 (local time, no zone)",
            ),
            Self::BadDayOrHour => pick(
                f,
                "既非日期，也非整点时间，应如 2026-03-01 或 2026-03-01T05",
                "neither a day nor the label of an hour, expected 2026-03-01 or 2026-03-01T05",
            ),
            Self::Reversed => pick(f, "早于 `from`", "earlier than `from`"),
            Self::NotExcluded(error) => match (lang, error) {
                (Lang::Zh, ExclusionError::NotConcerned(cause, indicator)) => {
                    write!(f, "{}与{}无关", cause.say(lang), indicator.say(lang))
                }
                (_, error) => write!(f, "{error}"),
            },
            Self::RowTwice { line } => match lang {
                Lang::Zh => write!(f, "与第{line}行重复"),
                Lang::En => write!(f, "the same stands on line {line}"),
            },
            Self::OtherColumn(known) => {
                pick(f, "未知的列，应为其一：", "unknown column, expected one of ")?;
                f.write_str(&known.join(lang.pick("、", ", ")))
            }
            Self::NotInForce(error) => Reason::NotInForce(*error).write(lang, f),
            Self::Number { error, slash } => {
                match (lang, error) {
                    (Lang::Zh, DecimalError::TooManyDigits) => f.write_str("超过18位数字"),
                    (Lang::Zh, _) => f.write_str("不是十进制数（应如 35 或 0.02）"),
                    (Lang::En, error) => write!(f, "{error}"),
                }?;
                pick(f, "；缺测应为空或 NA", "; missing is empty or NA")?;
                if *slash {
                    pick(f, "，未列入监测方案应为 /", ", not monitored is /")
                } else {
                    Ok(())
                }
            }
            Self::Reading(problem) => write_reading(problem, lang, f),
            Self::Negative => pick(f, "为负值，应不小于0", "negative, expected 0 or more"),
            Self::Other(text) => f.write_str(text),
            Self::UnknownUnit => pick(f, "未知的单位", "unknown unit"),
            Self::UnknownPlace => pick(f, "未知的地点", "unknown place"),
            Self::UnknownTask => {
                pick(f, "未知的任务编号，应如 TSK-0001", "unknown task, expected an id such as TSK-0001")
            }
            Self::TaskTwice { line } => match lang {
                Lang::Zh => write!(f, "该任务已在第{line}行报过"),
                Lang::En => write!(f, "the task is already reported on line {line}"),
            },
            Self::UnknownDepartment(error) => error.write(lang, f),
            Self::UnknownCode(known) => {
                pick(f, "未知的代码，应为其一：", "unknown code, expected one of ")?;
                f.write_str(&known.join(lang.pick("、", ", ")))
            }
            Self::Row(row) => row.write(lang, f),
            Self::Asked(asked) => asked.write(lang, f),
        }
    }
}

fn write_reading(problem: &ReadingProblem, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (lang, problem) {
        (_, ReadingProblem::Negative(_)) => Problem::Negative.write(lang, f),
        (Lang::Zh, ReadingProblem::ExcessDigits { places, unit, .. }) => {
            write!(f, "以 {unit} 计超过{places}位小数；如需先修约，请用 --digits round")
        }
        (Lang::En, ReadingProblem::ExcessDigits { places, unit, .. }) => {
            write!(f, "more than {places} decimal places in {unit}; --digits round rounds half to even first")
        }
        (_, problem) => write!(f, "{problem}"),
    }
}
