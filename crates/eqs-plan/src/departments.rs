//! [`Departments`]: those of one cell.

use core::fmt;

use eqs_core::cell::split_once;
use eqs_core::table::Reader;
use eqs_core::{Lang, Phrase};

use crate::department::Department;

/// The departments of one column of a task, in printed order.
///
/// # Example
/// ```
/// use eqs_plan::{Department, Task};
///
/// let task = Task::of("TSK-0009").unwrap();
/// let leads: Vec<_> = task.lead.iter().map(Department::zh).collect();
/// assert_eq!(leads, ["市交通委", "市生态环境局"]);
/// assert!(task.supporting.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departments([Option<Department>; MOST]);

/// The most departments in one cell.
const MOST: usize = 8;

impl Departments {
    /// The departments in printed order.
    pub fn iter(&self) -> impl Iterator<Item = Department> + use<> {
        self.0.into_iter().flatten()
    }

    /// Whether the cell is empty in the source.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Whether the department is named, itself or by a group that it belongs to.
    #[must_use]
    pub fn mean(&self, department: Department) -> bool {
        self.iter().any(|named| department.is_meant_by(named))
    }

    /// The next cell of a table: names separated by `;`, or nothing.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "the index is below the length"
    )]
    pub(crate) const fn read(reader: &mut Reader) -> Self {
        let mut all = [None; MOST];
        let mut rest = reader.text();
        let mut at = 0;
        while !rest.is_empty() {
            let (name, tail) = split_once(rest, b';');
            rest = match tail {
                Some(tail) => tail,
                None => "",
            };
            if at == MOST {
                reader.refuse("at most eight departments");
            }
            all[at] = Some(match Department::from_zh(name) {
                Some(department) => department,
                None => reader.refuse("names of departments.csv separated by `;`"),
            });
            at += 1;
        }
        Self(all)
    }
}

impl Phrase for Departments {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, department) in self.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { lang.pick("；", "; ") })?;
            department.write(lang, f)?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Departments {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
