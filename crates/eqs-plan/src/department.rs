//! [`Department`]: who leads, answers for and supports a task, over the registry `data/departments.csv`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use eqs_core::spelling::{nearest, plain};
use eqs_core::table::{Reader, same};
use eqs_core::{Lang, Phrase};

/// A department, a government or another unit that plans name.
///
/// Units that are printed in several spellings have one name here; the print is [`Task::lead_printed`](crate::Task).
/// The English names are the usual translations.
///
/// # Example
/// ```
/// use eqs_plan::Department;
///
/// let department: Department = "市生态环境局".parse()?;
/// assert_eq!(department.en(), "Beijing Municipal Ecology and Environment Bureau");
///
/// let error = "市生态环境委".parse::<Department>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown department `市生态环境委`, perhaps 市生态环境局?");
///
/// // What is asked of all districts is asked of each.
/// let miyun: Department = "密云区政府".parse()?;
/// assert!(miyun.is_meant_by(Department::of("各区政府（含北京经济技术开发区管委会）")));
/// # Ok::<(), eqs_plan::UnknownDepartment>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Department(u8);

/// A text that names no department of `departments.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownDepartment {
    /// The text as given.
    pub text: Box<str>,
    /// The departments that are spelt alike.
    pub nearest: Vec<Department>,
}

#[derive(Clone, Copy)]
struct Entry {
    zh: &'static str,
    en: &'static str,
    within: &'static str,
}

eqs_core::table! {
    static DEPARTMENTS: [Entry] = "../data/departments.csv", "zh,en,within", entry;
}

const fn entry(reader: &mut Reader) -> Entry {
    Entry { zh: reader.required(), en: reader.required(), within: reader.text() }
}

impl Department {
    /// The department with exactly this Chinese name.
    ///
    /// # Panics
    /// If there is none. Meant for literals in `const` code.
    #[must_use]
    #[expect(clippy::panic, reason = "documented: a misspelt literal must not compile")]
    pub const fn of(zh: &str) -> Self {
        match Self::from_zh(zh) {
            Some(department) => department,
            None => panic!("no such name in departments.csv"),
        }
    }

    /// The department with exactly this Chinese name.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "the index is below the length, which stays below 256"
    )]
    pub const fn from_zh(zh: &str) -> Option<Self> {
        let mut index = 0;
        while index < DEPARTMENTS.len() {
            if same(DEPARTMENTS[index].zh, zh) {
                return Some(Self(index as u8));
            }
            index += 1;
        }
        None
    }

    /// All departments, in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u8::MAX).take(DEPARTMENTS.len()).map(Self)
    }

    /// The Chinese name.
    #[must_use]
    pub fn zh(self) -> &'static str {
        self.entry().zh
    }

    /// The English name.
    #[must_use]
    pub fn en(self) -> &'static str {
        self.entry().en
    }

    /// The group of departments that this one certainly belongs to: all district governments for one of them.
    ///
    /// What is asked of 相关区政府 (the districts concerned) is not known to be asked of a given one.
    #[must_use]
    pub fn within(self) -> Option<Self> {
        Self::from_zh(self.entry().within)
    }

    /// Whether a task of `named` is a task of this department: it is the same, or a group that this one belongs to.
    #[must_use]
    pub fn is_meant_by(self, named: Self) -> bool {
        self == named || self.within() == Some(named)
    }

    #[expect(clippy::indexing_slicing, reason = "a department is only made from an index of the table")]
    fn entry(self) -> &'static Entry {
        &DEPARTMENTS[usize::from(self.0)]
    }
}

impl FromStr for Department {
    type Err = UnknownDepartment;

    /// Accepts either name.
    fn from_str(text: &str) -> Result<Self, UnknownDepartment> {
        let text = text.trim();
        let is_named =
            |department: &Self| department.zh() == text || department.en().eq_ignore_ascii_case(text);
        Self::all().find(is_named).ok_or_else(|| {
            let names = Self::all()
                .flat_map(|department| [(department.zh(), department), (department.en(), department)]);
            let nearest = nearest(text, names, |name| plain(&name.to_lowercase()).collect());
            UnknownDepartment {
                text: text.into(),
                nearest: nearest.into_iter().map(|(_, department)| department).collect(),
            }
        })
    }
}

impl Phrase for Department {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(self.zh(), self.en()))
    }
}

impl Phrase for UnknownDepartment {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match lang {
            Lang::Zh => write!(f, "未知的部门 `{text}`"),
            Lang::En => write!(f, "unknown department `{text}`"),
        }?;
        for (at, department) in self.nearest.iter().enumerate() {
            f.write_str(if at == 0 {
                lang.pick("，是否为", ", perhaps ")
            } else {
                lang.pick("、", ", ")
            })?;
            // Answered in the language of the question.
            f.write_str(if text.is_ascii() { department.en() } else { department.zh() })?;
        }
        f.write_str(if self.nearest.is_empty() { "" } else { lang.pick("？", "?") })
    }
}

impl fmt::Display for UnknownDepartment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Lang::En, f)
    }
}

impl core::error::Error for UnknownDepartment {}

/// The Chinese name.
impl fmt::Display for Department {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.zh())
    }
}

impl fmt::Debug for Department {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.zh())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Department {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
