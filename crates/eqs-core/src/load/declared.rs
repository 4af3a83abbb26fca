//! Places and indicators that the registries do not have.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::error::{Problem, RefusedRow};
use super::files::{InputFile, single};
use super::kind::Kind;
use super::sheet::{Row, Sheet};
use super::words;
use crate::cell::Names;
use crate::citation::Confirmation;
use crate::indicator::{Better, Indicator, IndicatorEntry};
use crate::place::{Place, PlaceEntry, PlaceKind};

const PLACES: Kind = Kind::new("code,zh,en,kind,within,aliases,confirmation", &["code", "zh", "en", "kind"]);

const INDICATORS: Kind = Kind::new("symbol,zh,en,better,aliases", &["symbol", "zh", "en", "better"]);

/// The places and indicators that a directory declares; by default none.
///
/// # Example
/// ```
/// use eqs_core::load::{Declared, InputFile};
///
/// let text = "code,zh,en,kind,within\nhangzhou,杭州市,Hangzhou,city,china\n";
/// let declared = Declared::load(&[InputFile { path: "places.csv".into(), bytes: text.into() }])?;
/// assert_eq!(declared.place("杭州市").unwrap().code(), "hangzhou");
/// assert_eq!(declared.place("北京市").unwrap().code(), "beijing");
/// assert!(declared.place("苏州市").is_err());
/// # Ok::<(), eqs_core::load::RefusedRow>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub(super) all_places: Vec<Place>,
    pub(super) all_indicators: Vec<Indicator>,
    /// Those of the places.
    entries: Vec<&'static PlaceEntry>,
    refused: Vec<RefusedRow>,
}

/// A cell that is refused: its column, and why.
type Bad = (usize, Problem);

impl Declared {
    /// Reads the files `places` and `indicators`, as far as they are there.
    ///
    /// # Errors
    /// [`RefusedRow`] if one cannot be read as a whole. Bad rows are no errors: see [`Declared::refused`].
    pub fn load(files: &[InputFile]) -> Result<Self, RefusedRow> {
        let mut declared = Self::default();
        if let Some(file) = single(files, "places")? {
            declared.places(&file.sheet(PLACES)?);
        }
        if let Some(file) = single(files, "indicators")? {
            declared.indicators(&file.sheet(INDICATORS)?);
        }
        Ok(declared)
    }

    /// The rows that were set aside, those of `places` first.
    #[must_use]
    pub fn refused(&self) -> &[RefusedRow] {
        &self.refused
    }

    /// For the readers of rows.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names { places: &self.all_places, indicators: &self.all_indicators }
    }

    /// Takes the rows of `places`.
    fn places(&mut self, sheet: &Sheet) {
        for row in &sheet.rows {
            match whole(sheet, row).and_then(|()| self.place_of(row).map_err(|bad| refuse(sheet, row, bad))) {
                Ok(entry) => {
                    self.all_places.push(Place::declared(entry));
                    self.entries.push(entry);
                }
                Err(row) => self.refused.push(row),
            }
        }
    }

    /// Takes the rows of `indicators`.
    fn indicators(&mut self, sheet: &Sheet) {
        for row in &sheet.rows {
            let indicator = whole(sheet, row)
                .and_then(|()| self.indicator_of(row).map_err(|bad| refuse(sheet, row, bad)));
            match indicator {
                Ok(indicator) => self.all_indicators.push(indicator),
                Err(row) => self.refused.push(row),
            }
        }
    }

    fn place_of(&self, row: &Row) -> Result<&'static PlaceEntry, Bad> {
        let taken = |name: &str| self.place(name).ok().map(Place::code);
        let [code, zh, en, kind, within, aliases, confirmation] = core::array::from_fn(|at| row.text(at));
        let aliases = new_names(&[code, zh, en], (5, aliases), taken)?;
        let kind = term("kind", 3, kind)?;
        let mut parents: Vec<&'static str> = Vec::new();
        for name in list(within) {
            let parent = self.place(name).map_err(|problem| (4, problem))?;
            // Of places that are not in the registry, those above them, too.
            let above = self.entries.iter().filter(|entry| entry.code == parent.code());
            let above = above.flat_map(|entry| list(entry.within));
            for code in core::iter::once(parent.code()).chain(above) {
                if !parents.contains(&code) {
                    parents.push(code);
                }
            }
        }
        let confirmation = if confirmation.is_empty() { "B" } else { term("confirmation", 6, confirmation)? };
        let entry = PlaceEntry {
            code: leak(code),
            zh: leak(zh),
            en: leak(en),
            kind: PlaceKind::from_code(kind).unwrap_or(PlaceKind::Area),
            within: leak(&parents.join(";")),
            aliases: leak(&aliases),
            confirmation: Confirmation::from_code(confirmation).unwrap_or(Confirmation::B),
        };
        Ok(Box::leak(Box::new(entry)))
    }

    fn indicator_of(&self, row: &Row) -> Result<Indicator, Bad> {
        let taken = |name: &str| self.indicator(name).ok().map(Indicator::symbol);
        let [symbol, zh, en, better, aliases] = core::array::from_fn(|at| row.text(at));
        let aliases = new_names(&[symbol, zh, en], (4, aliases), taken)?;
        let better = term("better", 3, better)?;
        let entry = IndicatorEntry {
            symbol: leak(symbol),
            zh: leak(zh),
            en: leak(en),
            cas: "",
            better: Better::from_code(better).unwrap_or(Better::Neither),
            aliases: leak(&aliases),
        };
        Ok(Indicator::declared(Box::leak(Box::new(entry))))
    }
}

/// Refuses a row without a cell that is needed, or with a fault of its own.
fn whole(sheet: &Sheet, row: &Row) -> Result<(), RefusedRow> {
    if let Some(fault) = row.fault.clone() {
        return Err(sheet.refuse_row(row, fault));
    }
    let is_empty = |(at, name): &(usize, &str)| sheet.kind.is_required(name) && row.text(*at).is_empty();
    match sheet.kind.names().enumerate().find(is_empty) {
        Some((at, _)) => Err(sheet.refuse(row, at, Problem::Empty)),
        None => Ok(()),
    }
}

fn refuse(sheet: &Sheet, row: &Row, (column, problem): Bad) -> RefusedRow {
    sheet.refuse(row, column, problem)
}

/// Refuses names that something has already, or that cannot stand in a list. Gives the aliases, separated by `;`.
fn new_names(
    own: &[&str; 3],
    (column, aliases): (usize, &str),
    taken: impl Fn(&str) -> Option<&'static str>,
) -> Result<String, Bad> {
    let aliases: Vec<&str> = list(aliases).collect();
    let all = own.iter().copied().enumerate().chain(aliases.iter().map(|alias| (column, *alias)));
    for (column, name) in all {
        if name.contains([';', '；']) {
            return Err((column, Problem::Semicolon));
        }
        if let Some(by) = taken(name) {
            return Err((column, Problem::NameTaken { by }));
        }
    }
    Ok(aliases.join(";"))
}

/// The names of a cell that are separated by `;`.
pub fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；']).map(str::trim).filter(|name| !name.is_empty())
}

fn term(name: &str, column: usize, text: &str) -> Result<&'static str, Bad> {
    words::of_column(name, text).unwrap_or(Err(Problem::Empty)).map_err(|problem| (column, problem))
}

fn leak(text: &str) -> &'static str {
    text.to_string().leak()
}
