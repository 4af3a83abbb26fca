//! How many values the mean of a period needs.

use alloc::vec::Vec;

use eqs_core::{Confirmation, Note, Outcome, Reason, Verdict, WaterBody};
use eqs_standards::gb3838::{Gb3838, Role};

use super::means::WaterMeans;
use super::options::WaterOptions;
use super::sample::SurfaceWaterError;
use super::section::SurfaceWater;

eqs_core::vocabulary! {
    /// The span of a mean (评价时段, 环办〔2011〕22号), with the least number of values behind it.
    pub enum WaterPeriod {
        /// A week, ten days or a month: one sample, or the mean of several (grade B).
        Month = "month", "周、旬、月", "week, ten days or month";
        /// A quarter: two or more (grade C; the text says "normally").
        Quarter = "quarter", "季", "quarter";
        /// A year: twelve monthly values (grade C).
        Year = "year", "年", "year";
        /// A year in which ice or drought prevents sampling: eight monthly values (grade C).
        YearOfIceOrDrought = "year_of_ice_or_drought", "年（冰封、断流）", "year of ice or drought";
    }
}

impl WaterPeriod {
    /// The least number of values.
    #[must_use]
    pub const fn least(self) -> usize {
        match self {
            Self::Month => 1,
            Self::Quarter => 2,
            Self::Year => 12,
            Self::YearOfIceOrDrought => 8,
        }
    }

    /// How well the number is confirmed.
    #[must_use]
    pub const fn confirmation(self) -> Confirmation {
        match self {
            Self::Month => Confirmation::B,
            Self::Quarter | Self::Year | Self::YearOfIceOrDrought => Confirmation::C,
        }
    }

    /// What is to be said of a verdict that asked for this number: that it is not confirmed, where it is not.
    #[must_use]
    pub fn note(self) -> Option<Note> {
        (self.confirmation() == Confirmation::C).then_some(Note::Reading {
            word: "季、年均值的数据量",
            word_en: "values of a quarter or year",
            zh: "季至少2个，年12个月，冰封、断流时至少8个月（确认等级C）",
            en: "two for a quarter, twelve months for a year, eight with ice or drought (confirmation grade C)",
        })
    }
}

impl WaterMeans {
    /// The class of the means if each assessed item has as many values as the period asks for, with a note where that
    /// number is not confirmed; undetermined otherwise. [`WaterMeans::class`] asks for no number.
    ///
    /// The values of a year are those of its months, so that a month of many samples counts once: take
    /// [`WaterMeans::sample`] of each month.
    ///
    /// # Errors
    /// Those of [`surface_water`](super::surface_water()).
    ///
    /// # Example
    /// ```
    /// use eqs_assess::surface_water::{WaterMeans, WaterOptions, WaterPeriod};
    /// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit, WaterBody};
    /// use eqs_standards::gb3838::Gb3838;
    ///
    /// let standard = Gb3838::named("2002")?;
    /// let month = [(Indicator::NH3_N, Quantity::parse("0.34", Unit::MG_PER_L)?)];
    /// let means = WaterMeans::of(standard, &[month; 11])?;
    /// let class = |period| means.class_over(period, standard, WaterBody::River, WaterOptions::default());
    /// assert_eq!(
    ///     class(WaterPeriod::Year)?.outcome.say(Lang::En).to_string(),
    ///     "undetermined (NH3-N has 11 of at least 12 values)"
    /// );
    /// assert!(class(WaterPeriod::YearOfIceOrDrought)?.outcome.determined().is_some());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn class_over(
        &self,
        period: WaterPeriod,
        standard: Gb3838,
        body: WaterBody,
        options: WaterOptions,
    ) -> Result<Verdict<SurfaceWater>, SurfaceWaterError> {
        let mut verdict = self.class(standard, body, options)?;
        let least = period.least();
        let is_assessed =
            |indicator| standard.item(indicator, body).is_some_and(|item| item.role == Role::Assessed);
        let short = self.items.iter().filter(|item| item.count < least && is_assessed(item.indicator));
        let short: Vec<_> = short
            .map(|item| Reason::TooFewValues { indicator: item.indicator, given: item.count, least })
            .collect();
        if !short.is_empty() {
            verdict.outcome = Outcome::Undetermined(short);
        }
        verdict.notes.extend(period.note());
        Ok(verdict)
    }
}
