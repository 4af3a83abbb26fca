//! Figures of any documents, from files that a program hands over; what the files have in common stands in
//! [`eqs_core::load`].
//!
//! | file | columns | needed |
//! |---|---|---|
//! | `observations/<document>` | those of [`Figure::HEADER`] | all but `high`, `bound`, `note`, `name` |
//!
//! The code of a document is the name of its file without the ending. An empty `bound` is `exact`, an empty `name` the
//! Chinese name of the indicator. [`evidence`] takes the same rows with less in them.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_core::Observation;
use eqs_core::load::{Cells, Declared, File, InputFile, Kind, Loaded, Misread, RefusedRow, folder, years};

use crate::figure::{Figure, observation};

const FIGURES: Kind = Kind {
    empty,
    expected: &EXPECTED,
    ..Kind::new(
        Figure::HEADER,
        &["id", "line", "medium", "place", "indicator", "statistic", "period", "value", "unit", "quote"],
    )
};

/// The columns of [`evidence`]: those of figures, and the document.
const EVIDENCE: Kind = Kind {
    header: "id,line,medium,place,indicator,statistic,period,value,high,unit,bound,note,name,quote,document",
    required: &["place", "indicator", "statistic", "period", "value", "unit"],
    code: |_, column, text| (column == "period").then(|| years(text).map_err(Misread::from)),
    ..FIGURES
};

/// What [`Figure::parse`] expects, in Chinese.
const EXPECTED: [(&str, &str); 6] = [
    ("a whole number, as for every count", "整数（计数没有小数）"),
    ("a count of 0 or more", "不小于0的计数"),
    ("a concentration of 0 or more", "不小于0的浓度"),
    ("at most the 366 days of a year", "不超过全年366天的天数"),
    ("a share from 0 to 100 %", "0至100 %的比例"),
    ("an upper end that is not below the value", "不小于下限的上限"),
];

/// Reads the files of the folder `observations`, in whatever order: for each document its figures, of two with one id
/// the first.
///
/// # Errors
/// [`RefusedRow`] if a file cannot be read as a whole. Bad rows are no errors: see [`Loaded::refused`].
///
/// # Example
/// ```
/// use eqs_bulletin::load::load;
/// use eqs_core::load::{Declared, InputFile};
///
/// let text = "id,line,medium,place,indicator,statistic,period,value,unit,quote\n\
///     1,12,大气,上海市,优良天数,days,2024,323,d,优良天数为323天\n";
/// let file = InputFile { path: "observations/bulletin-2025.csv".into(), bytes: text.into() };
/// let documents = load(&[file], &Declared::default())?;
/// let (figure, position) = &documents[0].rows[0];
/// assert_eq!(figure.observation.quantity.to_string(), "323 d");
/// assert_eq!(position.file, "observations/bulletin-2025.csv");
/// # Ok::<(), eqs_core::load::RefusedRow>(())
/// ```
pub fn load(files: &[InputFile], declared: &Declared) -> Result<Vec<Loaded<Figure>>, RefusedRow> {
    let files = folder(files, "observations")?.into_iter();
    let documents = files.map(|file| {
        let sheet = file.sheet(FIGURES)?;
        let mut rows = sheet.read(file.document, declared, Figure::parse);
        rows.once("id", |figure| figure.observation.source.id);
        Ok(rows.loaded())
    });
    documents.collect()
}

/// Reads figures that a user has noted, from one file by any name.
///
/// The columns are those of [`Figure::HEADER`] and `document`; needed are `place`, `indicator`, `statistic`, `period`,
/// `value` and `unit`. A period is one of years. An empty `document` is the path of the file, an empty `line` the line
/// in it.
///
/// # Errors
/// [`RefusedRow`] if the file cannot be read as a whole. Bad rows are no errors: see [`Loaded::refused`].
///
/// # Example
/// ```
/// use eqs_bulletin::load::evidence;
/// use eqs_core::load::{Declared, InputFile};
///
/// let text = "place,indicator,statistic,period,value,unit\nbeijing,PM2.5,annual_mean,2025,27.0,µg/m³\n";
/// let file = InputFile { path: "figures-2025.csv".into(), bytes: text.into() };
/// let (figure, _) = evidence(&file, &Declared::default())?.rows[0];
/// assert_eq!(figure.quantity.to_string(), "27.0 µg/m³");
/// assert_eq!((figure.source.document, figure.source.line), ("figures-2025.csv", 2));
/// # Ok::<(), eqs_core::load::RefusedRow>(())
/// ```
pub fn evidence(file: &InputFile, declared: &Declared) -> Result<Loaded<Observation<'static>>, RefusedRow> {
    let file = File::of_any_name(file);
    let sheet = file.sheet(EVIDENCE)?;
    let rows = sheet.read(file.document, declared, |cells: &[&'static str; 15], _, names| {
        let [row @ .., document] = cells;
        observation(row, document, names)
    });
    Ok(rows.loaded())
}

fn empty(cells: Cells<'_>, column: &str) -> String {
    match column {
        "bound" => "exact".to_owned(),
        "document" => cells.document.to_owned(),
        "line" => cells.spot().number().to_string(),
        "name" => cells.indicator_zh("indicator").to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expectation_has_its_chinese() {
        let code = include_str!("figure.rs").lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.map(str::trim).collect();
        let marks = ["expected: \"", "Some(\""];
        let found = marks.iter().flat_map(|mark| code.split(mark).skip(1));
        let found: Vec<_> = found.filter_map(|rest| rest.split('"').next()).collect();
        assert!(found.len() >= EXPECTED.len(), "{found:?}");
        for english in found {
            assert!(EXPECTED.iter().any(|(words, _)| *words == english), "{english}");
        }
    }
}
