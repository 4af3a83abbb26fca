//! GB 3095 Ambient air quality standards (环境空气质量标准): limits by grade, editions and stages.

mod adoption;
mod state;
mod table;
mod validity;

use alloc::boxed::Box;

use eqs_core::{
    AirTier, Averaging, Citation, Clause, Confirmation, Indicator, Medium, NaiveDate, NotInForce, Place,
    Quantity,
};

pub use self::adoption::Adoption;
pub use self::state::StateRule;
use self::table::{Cell, Columns, Row};
pub use self::validity::{Validity, ValidityRule};
use crate::hj663::Hj663;
use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition or stage of GB 3095.
    ///
    /// The limits of an edition that has stages are those of its stage: `2026 transition` until 2030-12-31 and
    /// `2026 final` from 2031-01-01 (clause 4.4). The amendment of 2000 (环发〔2000〕1号) relaxed limits of NO2 and O3 and
    /// dropped those of nitrogen oxides; that of 2018 changed the reference state and no limit. Days are national; see [`Gb3095::on_in`]
    /// for areas that went ahead.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{AirGrade, Averaging, Indicator};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let limit = Gb3095::named("2012")?.limit(Indicator::O3, Averaging::DailyMax8h, AirGrade::Two).unwrap();
    /// assert_eq!(limit.quantity.to_string(), "160 µg/m³");
    /// let limit = Gb3095::named("1996")?.limit(Indicator::SO2, Averaging::Day, AirGrade::Three).unwrap();
    /// assert_eq!(limit.quantity.to_string(), "0.25 mg/m³");
    /// assert!(Gb3095::named("2013").is_err());
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub struct Gb3095, "../data/gb3095/editions.csv",
        ["1996", "1996 amended 2000", "2012", "2012 amended 2018", "2026 transition", "2026 final"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 3095",
    code: "gb3095",
    medium: Medium::Air,
    sources: SourceList::Air,
    timeline: &TIMELINE,
    limits: |edition| {
        let standard = Gb3095::of(edition);
        let limit = |standing| move |limit| Limit { standing, ..Limit::from(limit) };
        let binding = standard.limits().map(limit(Standing::Binding));
        Box::new(binding.chain(standard.reference_limits().map(limit(Standing::Informative))))
    },
};

/// A limit of GB 3095: one cell of one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AirLimit {
    /// The edition and stage.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub edition: &'static eqs_core::Edition,
    /// The pollutant.
    pub indicator: Indicator,
    /// The averaging time.
    pub averaging: Averaging,
    /// The grade, or the area where the table does not sort by grades.
    pub tier: AirTier,
    /// The limit as printed; a value equal to it attains it.
    pub quantity: Quantity,
    /// Edition, table and item.
    pub citation: Citation,
    /// How well the cell is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of the row; empty where nothing is.
    pub note: &'static str,
}

impl From<AirLimit> for Limit {
    fn from(limit: AirLimit) -> Self {
        let AirLimit { edition, indicator, averaging, tier, quantity, citation, confirmation, sources, note } =
            limit;
        Self {
            edition,
            medium: Medium::Air,
            indicator,
            scope: Scope::Air { averaging, tier },
            requirement: Requirement::at_most(quantity.value),
            unit: quantity.unit,
            standing: Standing::Binding,
            citation,
            confirmation,
            sources,
            note,
        }
    }
}

impl Gb3095 {
    /// The edition and stage in force on `day` in `place`, which may have gone ahead of the country
    /// ([`Gb3095::adoptions`]).
    ///
    /// # Errors
    /// [`NotInForce`] before the first edition known here.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{NaiveDate, Place};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let day = NaiveDate::from_ymd_opt(2013, 12, 31).unwrap();
    /// assert_eq!(Gb3095::on(day)?.edition().name, "1996 amended 2000");
    /// assert_eq!(Gb3095::on_in(day, Place::BEIJING)?.edition().name, "2012");
    /// # Ok::<(), eqs_core::NotInForce>(())
    /// ```
    pub fn on_in(day: NaiveDate, place: Place) -> Result<Self, NotInForce> {
        let national = TIMELINE.on(day)?;
        let ahead =
            Adoption::all().iter().filter(|adoption| adoption.first_day <= day && adoption.holds_in(place));
        let editions = ahead.filter_map(|adoption| TIMELINE.named(adoption.edition).ok());
        let latest = editions.chain([national]).max_by_key(|edition| edition.first_day);
        Ok(Self::of(latest.unwrap_or(national)))
    }

    /// Areas that reported against an edition before its first day.
    #[must_use]
    pub fn adoptions() -> &'static [Adoption] {
        Adoption::all()
    }

    /// The limit of one pollutant, averaging time and grade or area; `None` where tables 1 and 2 of the edition set
    /// none. A limit for every grade is the limit of each grade.
    #[must_use]
    pub fn limit(
        self,
        indicator: Indicator,
        averaging: Averaging,
        tier: impl Into<AirTier>,
    ) -> Option<AirLimit> {
        let tier = tier.into();
        let rows = table::rows(self.edition).into_iter().flatten();
        let mut rows = rows.filter(|row| row.indicator == indicator && row.averaging == averaging);
        rows.find_map(|row| self.at(row, tier))
    }

    /// All limits of tables 1 and 2, in the order of the print.
    pub fn limits(self) -> impl Iterator<Item = AirLimit> {
        table::rows(self.edition).into_iter().flatten().flat_map(move |row| self.cells(row))
    }

    /// The reference limits of table A.1 (附录A 资料性): for provincial standards, not in force by themselves.
    pub fn reference_limits(self) -> impl Iterator<Item = AirLimit> {
        table::annex(self.edition).iter().flat_map(move |row| self.cells(row))
    }

    /// The state at which concentrations of `indicator` are given under this edition.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Indicator, ReferenceState};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let before = Gb3095::named("2012")?;
    /// let after = Gb3095::named("2012 amended 2018")?;
    /// assert_eq!(before.reference_state(Indicator::O3).unwrap().state, ReferenceState::Standard);
    /// assert_eq!(after.reference_state(Indicator::O3).unwrap().state, ReferenceState::Reference);
    /// assert_eq!(after.reference_state(Indicator::PM2_5).unwrap().state, ReferenceState::Ambient);
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn reference_state(self, indicator: Indicator) -> Option<StateRule> {
        self.limits().find(|limit| limit.indicator == indicator)?;
        StateRule::of(self.edition, indicator)
    }

    /// What table 4 asks of the data behind a mean (数据统计的有效性规定).
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator};
    /// use eqs_standards::gb3095::{Gb3095, Validity};
    ///
    /// let rule = Gb3095::named("2026 transition")?.validity(Indicator::PM2_5, Averaging::Annual).unwrap();
    /// assert_eq!((rule.requirement, rule.least), (Validity::DailyValues, 324));
    /// assert_eq!((rule.each_month, rule.february), (Some(27), Some(25)));
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn validity(self, indicator: Indicator, averaging: Averaging) -> Option<ValidityRule> {
        self.validity_rules().find(|rule| rule.indicator == indicator && rule.averaging == averaging)
    }

    /// All rows of table 4; none for the editions of 1996, whose rules were not read.
    pub fn validity_rules(self) -> impl Iterator<Item = ValidityRule> {
        validity::rules(self.edition)
    }

    /// The edition of HJ 663 by which attainment of these limits is evaluated: 2013 for the 2012 edition, 2026
    /// for both stages of the 2026 edition, none for those of 1996.
    #[must_use]
    pub fn evaluated_by(self) -> Option<Hj663> {
        match self.edition.name {
            "2012" | "2012 amended 2018" => Some(Hj663::OF_2013),
            "2026 transition" | "2026 final" => Some(Hj663::OF_2026),
            _ => None,
        }
    }

    /// The limits of a row.
    fn cells(self, row: &'static Row) -> impl Iterator<Item = AirLimit> {
        let tiers: &[AirTier] = match row.columns {
            Columns::Grades(_) => &[AirTier::One, AirTier::Two, AirTier::Three],
            Columns::Area(AirTier::Every, _) => &[AirTier::Every],
            Columns::Area(..) => &[AirTier::Urban, AirTier::Pastoral, AirTier::AgriForest],
        };
        tiers.iter().filter_map(move |tier| self.at(row, *tier))
    }

    fn at(self, row: &Row, tier: AirTier) -> Option<AirLimit> {
        let stage = usize::from(self.edition.name == "2026 final");
        let (tier, Cell { value, confirmation, sources }) = match row.columns {
            Columns::Grades(stages) => {
                let column = match tier {
                    AirTier::One => 0,
                    AirTier::Two => 1,
                    AirTier::Three => 2,
                    _ => return None,
                };
                (tier, *stages.get(stage)?.get(column)?)
            }
            Columns::Area(AirTier::Every, cell) => (AirTier::Every, cell),
            Columns::Area(area, cell) if area == tier => (area, cell),
            Columns::Area(..) => return None,
        };
        Some(AirLimit {
            edition: self.edition,
            indicator: row.indicator,
            averaging: row.averaging,
            tier,
            quantity: Quantity::new(value?, row.unit),
            citation: self.edition.cite(Clause::Table { table: row.table, item: row.item }),
            confirmation,
            sources,
            note: row.note,
        })
    }
}
