//! GB 3096 Environmental quality standard for noise (声环境质量标准): limits by zone, day and night.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Clause, DayNight, Decimal, Indicator, Medium, NoiseZone, SoundLevel, Unit};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB 3096; there is one here, of 2008.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{DayNight, NoiseZone, SoundLevel};
    /// use eqs_standards::gb3096::Gb3096;
    ///
    /// let standard = Gb3096::named("2008")?;
    /// let limit = |period, level| standard.limit(NoiseZone::FourA, period, level).and_then(|limit| limit.value());
    /// assert_eq!(limit(DayNight::Night, SoundLevel::Equivalent).unwrap().to_string(), "55 dB(A)");
    /// assert_eq!(limit(DayNight::Night, SoundLevel::Sudden).unwrap().to_string(), "70 dB(A)");
    /// assert_eq!(limit(DayNight::Day, SoundLevel::Sudden), None);
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub struct Gb3096, "../data/gb3096/editions.csv", ["2008"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 3096",
    code: "gb3096",
    medium: Medium::Noise,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gb3096::of(edition).limits()),
};

#[derive(Clone, Copy)]
struct Row {
    zone: NoiseZone,
    /// Day, night, largest level of sudden noise at night.
    levels: [Option<Decimal>; 3],
    clause: Clause,
    origin: cell::Origin,
}

eqs_core::table! {
    static TABLE_1: [Row] =
        "../data/gb3096/2008-table1.csv", "zone,day,night,night_sudden,unit,confirmation,sources,note", row;
}

eqs_core::table! {
    static EXISTING_RAILWAYS: [Row] = "../data/gb3096/2008-existing-railways.csv",
        "zone,day,night,unit,clause,confirmation,sources,note", existing_railway;
}

impl Gb3096 {
    /// The limit of a zone in dB(A); `None` where there is none, as for sudden noise by day.
    #[must_use]
    pub fn limit(self, zone: NoiseZone, period: DayNight, level: SoundLevel) -> Option<Limit> {
        self.limits().find(|limit| limit.scope == Scope::NoiseZone { zone, period, level })
    }

    /// All limits: table 1 with the largest levels of clause 5.4, then the background beside existing railways (5.3).
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        let columns = [
            (DayNight::Day, SoundLevel::Equivalent),
            (DayNight::Night, SoundLevel::Equivalent),
            (DayNight::Night, SoundLevel::Sudden),
        ];
        let background = [
            (DayNight::Day, SoundLevel::WithoutTrains),
            (DayNight::Night, SoundLevel::WithoutTrains),
            (DayNight::Night, SoundLevel::Sudden),
        ];
        let zones = TABLE_1.iter().flat_map(move |row| self.cells(row, columns));
        zones.chain(EXISTING_RAILWAYS.iter().flat_map(move |row| self.cells(row, background)))
    }

    fn cells(self, row: &'static Row, columns: [(DayNight, SoundLevel); 3]) -> impl Iterator<Item = Limit> {
        columns.into_iter().zip(row.levels).filter_map(move |((period, level), value)| {
            let cell::Origin { confirmation, sources, note } = row.origin;
            let clause = if level == SoundLevel::Sudden { Clause::Section("5.4") } else { row.clause };
            Some(Limit {
                edition: self.edition,
                medium: Medium::Noise,
                indicator: const { Indicator::of("environmental_noise") },
                scope: Scope::NoiseZone { zone: row.zone, period, level },
                requirement: Requirement::at_most(value?),
                unit: const { Unit::of("dB(A)") },
                standing: Standing::Binding,
                citation: self.edition.cite(clause),
                confirmation,
                sources,
                note,
            })
        })
    }
}

const fn row(reader: &mut Reader) -> Row {
    let zone = NoiseZone::read(reader);
    let levels = [Some(reader.decimal()), Some(reader.decimal()), Some(reader.decimal())];
    cell::decibels(reader);
    let clause = Clause::Table { table: "1", item: zone.code() };
    Row { zone, levels, clause, origin: cell::origin(reader) }
}

const fn existing_railway(reader: &mut Reader) -> Row {
    let zone = NoiseZone::read(reader);
    let levels = [Some(reader.decimal()), Some(reader.decimal()), None];
    cell::decibels(reader);
    Row { zone, levels, clause: cell::clause(reader), origin: cell::origin(reader) }
}
