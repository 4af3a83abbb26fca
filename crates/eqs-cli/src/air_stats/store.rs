//! The readings of all stations, as integers.
//!
//! A station and year takes 4 bytes for each hour and pollutant that it has readings of, and one for each hour: at most
//! 220 kB, however many rows and files there are.

use std::collections::HashMap;

use chrono::{Datelike as _, Days};
use eqs::air::{DaySpan, Exclusion, HourlySeries, SeriesError, Slot};
use eqs::{Indicator, Unit};

/// No reading in an hour.
const MISSING: i32 = HourlySeries::MISSING;

/// The rows of an hour do not agree.
const CONTRADICTED: i32 = -1;

/// The readings of an hour, in the order of the pollutants.
pub(crate) type Readings = [Option<i32>; 6];

/// All readings.
#[derive(Default)]
pub(crate) struct Store {
    stations: Vec<Station>,
    /// The number of each station, by city and name.
    numbers: HashMap<Box<str>, HashMap<Box<str>, usize>>,
    /// The station of the row before.
    last: usize,
}

/// The readings of a station.
pub(crate) struct Station {
    /// The city; empty where the file names none.
    pub(crate) city: Box<str>,
    /// The name.
    pub(crate) name: Box<str>,
    /// The years, in their order; none if every row of the station is passed over.
    pub(crate) years: Vec<StationYear>,
    /// What is excluded of it.
    pub(crate) excluded: Vec<Exclusion>,
}

/// The readings of a station in a year.
pub(crate) struct StationYear {
    /// The year.
    pub(crate) year: u16,
    /// The hours that rows have been given of.
    seen: Vec<bool>,
    /// By pollutant; empty where there is none.
    readings: [Vec<i32>; 6],
    /// The refused readings, by pollutant.
    pub(crate) refused: [u32; 6],
}

impl Store {
    /// All stations, in the order in which the files name them.
    pub(crate) fn stations(&self) -> &[Station] {
        &self.stations
    }

    /// The same, to be given what is excluded of them.
    pub(crate) fn stations_mut(&mut self) -> &mut [Station] {
        &mut self.stations
    }

    /// Takes notice of a station of which a row is passed over.
    pub(crate) fn pass(&mut self, city: &str, station: &str) {
        self.last = self.number(city, station);
    }

    /// The year of a station.
    pub(crate) fn year(&mut self, city: &str, station: &str, year: u16) -> Option<&mut StationYear> {
        let number = self.number(city, station);
        self.last = number;
        Some(self.stations.get_mut(number)?.year(year))
    }

    fn number(&mut self, city: &str, station: &str) -> usize {
        // Byte by byte: a wide load of a cell that was written just now would wait for all stores before it.
        let is_same = |own: &str, other: &str| own.len() == other.len() && own.bytes().eq(other.bytes());
        let is_last = |last: &Station| is_same(&last.name, station) && is_same(&last.city, city);
        if self.stations.get(self.last).is_some_and(is_last) {
            return self.last;
        }
        if let Some(number) = self.numbers.get(city).and_then(|names| names.get(station)) {
            return *number;
        }
        let number = self.stations.len();
        self.stations.push(Station {
            city: city.into(),
            name: station.into(),
            years: Vec::new(),
            excluded: Vec::new(),
        });
        self.numbers.entry(city.into()).or_default().insert(station.into(), number);
        number
    }
}

impl Station {
    fn year(&mut self, year: u16) -> &mut StationYear {
        let at = match self.years.binary_search_by_key(&year, |own| own.year) {
            Ok(at) => at,
            Err(at) => {
                self.years.insert(at, StationYear::new(year));
                at
            }
        };
        // Found or inserted above.
        #[expect(clippy::indexing_slicing, reason = "the year is at this place")]
        &mut self.years[at]
    }
}

impl StationYear {
    fn new(year: u16) -> Self {
        let hours = hours(year);
        Self { year, seen: vec![false; hours], readings: Default::default(), refused: [0; 6] }
    }

    /// Takes the readings of an hour; whether it is the first row of the hour. Of more rows that do not agree on a
    /// pollutant none counts.
    pub(crate) fn put(&mut self, slot: Slot, readings: Readings) -> bool {
        let days = usize::try_from(slot.day.ordinal0()).unwrap_or(usize::MAX);
        let at = days.saturating_mul(24).saturating_add(slot.hour.into());
        let Some(seen) = self.seen.get_mut(at) else {
            return true;
        };
        let is_first = !core::mem::replace(seen, true);
        let hours = self.seen.len();
        for (own, reading) in self.readings.iter_mut().zip(readings) {
            let reading = reading.unwrap_or(MISSING);
            if own.is_empty() {
                if reading == MISSING {
                    continue;
                }
                own.resize(hours, MISSING);
            }
            if let Some(own) = own.get_mut(at) {
                *own = if is_first || *own == reading { reading } else { CONTRADICTED };
            }
        }
        is_first
    }

    /// The days from the first that there is a row of to the last.
    pub(crate) fn covered(&self) -> Option<DaySpan> {
        let (first, last) =
            (self.seen.iter().position(|seen| *seen)?, self.seen.iter().rposition(|seen| *seen)?);
        let day = |at: usize| {
            let days = Days::new(u64::try_from(at / 24).ok()?);
            DaySpan::year(self.year).first.checked_add_days(days)
        };
        Some(DaySpan { first: day(first)?, last: day(last)? })
    }

    /// The series of a pollutant; `None` without readings.
    pub(crate) fn series(
        &self,
        pollutant: usize,
        indicator: Indicator,
        unit: Unit,
        places: u8,
    ) -> Option<Result<HourlySeries, SeriesError>> {
        let readings = self.readings.get(pollutant).filter(|readings| !readings.is_empty())?;
        let reading = |reading: &i32| if *reading == CONTRADICTED { MISSING } else { *reading };
        let readings = readings.iter().map(reading).collect();
        Some(HourlySeries::from_column(indicator, unit, places, DaySpan::year(self.year).first, readings))
    }
}

/// The hours of a year.
fn hours(year: u16) -> usize {
    usize::try_from(DaySpan::year(year).days()).unwrap_or_default().saturating_mul(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The readings of SO2 that rows of one hour leave.
    #[track_caller]
    fn check(rows: &[Option<i32>], expected: Option<i32>) {
        for reversed in [false, true] {
            let mut rows = rows.to_vec();
            if reversed {
                rows.reverse();
            }
            let mut store = Store::default();
            let slot = Slot { day: DaySpan::year(2024).first, hour: 5 };
            for (at, row) in rows.into_iter().enumerate() {
                let mut readings = [None; 6];
                readings[0] = row;
                assert_eq!(store.year("", "one", 2024).unwrap().put(slot, readings), at == 0);
            }
            let year = store.year("", "one", 2024).unwrap();
            assert_eq!(
                Some(year.readings[0].get(5).copied().unwrap_or(MISSING)).filter(|own| *own >= 0),
                expected
            );
        }
    }

    #[test]
    fn rows_of_one_hour() {
        check(&[Some(7)], Some(7));
        check(&[Some(7), Some(7)], Some(7));
        check(&[Some(7), Some(8)], None);
        check(&[Some(7), Some(8), Some(8)], None);
        check(&[Some(7), None], None);
        check(&[None, Some(7), Some(7)], None);
    }
}
