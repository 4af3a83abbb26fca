//! Requests that cannot be understood, in both languages.

use core::fmt;

use eqs::{Lang, Phrase, Statistic};

use crate::error::Refusal;

/// Why a request cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Usage {
    /// A standard that is not here.
    UnknownStandard {
        /// The name.
        name: String,
        /// The standards that there are.
        known: Vec<&'static str>,
    },
    /// An edition stands behind the number where none is asked for.
    NumberAlone,
    /// Neither standard nor day is given.
    DayNeeded,
    /// An edition is chosen, and no standard.
    StandardNeeded,
    /// An option has no value that is understood.
    Option(Box<Refusal>),
    /// No edition is chosen.
    EditionNeeded {
        /// The standard.
        standard: &'static str,
        /// Its editions, with their first days.
        editions: Vec<String>,
    },
    /// The edition is chosen twice.
    EditionTwice,
    /// The standard has no edition of this name.
    UnknownEdition {
        /// The standard.
        standard: &'static str,
        /// The name.
        name: String,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// The edition has stages.
    AmbiguousEdition {
        /// The standard.
        standard: &'static str,
        /// The name.
        name: String,
        /// The stages.
        stages: Vec<&'static str>,
    },
    /// Reports on tasks are given, and no day.
    TaskDayNeeded,
    /// A document that is not here.
    UnknownDocument {
        /// Its code, or its year.
        name: String,
        /// The codes that there are.
        known: Vec<&'static str>,
    },
    /// A file does not say which hour its labels name.
    LabelsNeeded,
    /// A file has months and days without a year.
    YearNeeded,
    /// Rivers are to be judged by the limits of lakes, or lakes by those of rivers.
    GroupOfOtherBody {
        /// The group.
        group: &'static str,
        /// The kind of water body that it is of.
        body: &'static str,
    },
    /// Something else is measured so.
    MeasureOfOthers {
        /// The measure.
        measure: Statistic,
        /// What it is a measure of, as options.
        of: &'static str,
    },
    /// What a library says, in English.
    Other(String),
    /// Input and output are one file.
    SameFile(String),
}

impl Phrase for Usage {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::UnknownStandard { name, known }) => {
                write!(f, "没有标准 `{name}`，现有{}", known.join("、"))
            }
            (Lang::En, Self::UnknownStandard { name, known }) => {
                write!(f, "no standard `{name}` here, only {}", known.join(", "))
            }
            (Lang::Zh, Self::NumberAlone) => f.write_str("--diff、--ending 只取标准号，不带版本"),
            (Lang::En, Self::NumberAlone) => {
                f.write_str("--diff and --ending take the number of the standard without an edition")
            }
            (Lang::Zh, Self::DayNeeded) => {
                f.write_str("须以 --on DAY 给出日期（该日施行的所有标准），或以 --standard 给出标准")
            }
            (Lang::En, Self::DayNeeded) => {
                f.write_str("give a day by --on (all standards in force on it), or a standard by --standard")
            }
            (Lang::Zh, Self::StandardNeeded) => f.write_str("--edition 须与 --standard 同用"),
            (Lang::En, Self::StandardNeeded) => {
                f.write_str("--edition is that of a standard: give --standard")
            }
            (_, Self::Option(refusal)) => refusal.write(lang, f),
            (_, Self::EditionNeeded { standard, editions }) => {
                match lang {
                    Lang::Zh => write!(f, "{standard} 须以 --on DAY 或 --edition NAME 指定版本：")?,
                    Lang::En => write!(f, "{standard}: choose an edition by --on DAY or --edition NAME:")?,
                }
                editions.iter().try_for_each(|edition| write!(f, "\n  {edition}"))
            }
            (Lang::Zh, Self::EditionTwice) => f.write_str("版本指定了两次"),
            (Lang::En, Self::EditionTwice) => f.write_str("the edition is chosen twice"),
            (_, Self::UnknownEdition { standard, name, known }) => {
                match lang {
                    Lang::Zh => write!(f, "{standard} 没有版本 `{name}`，现有")?,
                    Lang::En => write!(f, "{standard} has no edition `{name}`, only ")?,
                }
                write_names(known, lang, f)
            }
            (_, Self::AmbiguousEdition { standard, name, stages }) => {
                match lang {
                    Lang::Zh => write!(f, "{standard}-{name} 分阶段，请指定其一：")?,
                    Lang::En => write!(f, "{standard}-{name} has stages, choose one of ")?,
                }
                write_names(stages, lang, f)
            }
            (Lang::Zh, Self::TaskDayNeeded) => {
                f.write_str("--status 和 --evidence 须以 --on DAY 或 --due DAY 给出日期")
            }
            (Lang::En, Self::TaskDayNeeded) => f.write_str(
                "--status and --evidence need the day on which the tasks stand: give --on DAY or --due DAY",
            ),
            (_, Self::UnknownDocument { name, known }) => {
                match lang {
                    Lang::Zh => write!(f, "没有文件 `{name}`，现有")?,
                    Lang::En => write!(f, "no document `{name}` here, only ")?,
                }
                write_names(known, lang, f)
            }
            (Lang::Zh, Self::GroupOfOtherBody { group, body }) => {
                write!(f, "--group {group} 须与 --body {body} 同用")
            }
            (Lang::En, Self::GroupOfOtherBody { group, body }) => {
                write!(f, "--group {group} goes with --body {body}")
            }
            (_, Self::MeasureOfOthers { measure, of }) => {
                let measure = measure.say(lang);
                write!(f, "--by: {measure}{}{of}", lang.pick("须与下列选项同用：", " goes with "))
            }
            (Lang::Zh, Self::LabelsNeeded) => {
                f.write_str("以月、日、时分列的文件须以 --labels start|end 说明小时是起始还是结束时刻")
            }
            (Lang::En, Self::LabelsNeeded) => f.write_str(
                "columns of month, day and hour do not tell whether hours are beginnings or ends: give --labels \
                 start|end",
            ),
            (Lang::Zh, Self::YearNeeded) => f.write_str("文件没有列 `year`，须以 --year 给出年份"),
            (Lang::En, Self::YearNeeded) => f.write_str("there is no column `year`: give --year"),
            (_, Self::Other(text)) => f.write_str(text),
            (Lang::Zh, Self::SameFile(file)) => write!(f, "{file}：输出与输入是同一文件"),
            (Lang::En, Self::SameFile(file)) => write!(f, "{file}: input and output are the same file"),
        }
    }
}

fn write_names(names: &[&str], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, name) in names.iter().enumerate() {
        let comma = if at == 0 { "" } else { lang.pick("、", ", ") };
        write!(f, "{comma}`{name}`")?;
    }
    Ok(())
}
