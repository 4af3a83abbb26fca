//! The evaluation of a year (年评价): each pollutant and all six, by GB 3095 and HJ 663.

use alloc::vec::Vec;

use eqs_core::{
    AirGrade, Averaging, Confirmation, Fraction, Indicator, Note, Outcome, Quantity, Reason, Rounding,
    Statistic, Verdict,
};
use eqs_standards::gb3095::{AirLimit, Gb3095};
use eqs_standards::hj663::ResultKind;

use super::daily::DailySeries;
use super::span::DaySpan;
use super::state::States;
use super::statistic::{AirStatistic, convert};
use crate::attainment::{Attainment, AttainmentError, Figure, attainment, rounded_result};

eqs_core::vocabulary! {
    /// Which statistics decide whether a year attains.
    pub enum YearRule {
        /// One of each pollutant, as the bulletins judge: four annual means, the 95th percentile of CO and the 90th of
        /// ozone (grade A: practice of the bulletins).
        OneEach = "one_each", "六项各一", "one statistic of each pollutant";
        /// Annual means and percentiles (grade C for the rule that all must attain: the text of HJ 663 was not read).
        MeansAndPercentiles = "means_and_percentiles", "年均值与百分位数", "annual means and percentiles";
    }
}

impl YearRule {
    /// How well the rule is confirmed.
    #[must_use]
    pub const fn confirmation(self) -> Confirmation {
        match self {
            Self::OneEach => Confirmation::A,
            Self::MeansAndPercentiles => Confirmation::C,
        }
    }

    /// The pollutants and statistics that it asks for.
    fn asks_for(self) -> impl Iterator<Item = (Indicator, Statistic)> {
        let means = [Indicator::SO2, Indicator::NO2, Indicator::PM10, Indicator::PM2_5]
            .map(|indicator| (indicator, Statistic::AnnualMean));
        let of_gases =
            [(Indicator::CO, Statistic::P95OfDailyMeans), (Indicator::O3, Statistic::P90OfDailyMax8h)];
        let percentiles = [
            (Indicator::SO2, Statistic::P98OfDailyMeans),
            (Indicator::NO2, Statistic::P98OfDailyMeans),
            (Indicator::PM10, Statistic::P95OfDailyMeans),
            (Indicator::PM2_5, Statistic::P95OfDailyMeans),
        ];
        let percentiles = percentiles.into_iter().filter(move |_| self == Self::MeansAndPercentiles);
        means.into_iter().chain(of_gases).chain(percentiles)
    }
}

/// The evaluation of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct YearEvaluation {
    /// The year.
    pub year: u16,
    /// Which statistics decide.
    pub rule: YearRule,
    /// Each of them.
    pub items: Vec<Verdict<Attainment>>,
    /// All of them: met if each is, exceeded if one is, undetermined otherwise.
    pub overall: Verdict<Attainment>,
}

impl AirStatistic {
    /// Holds the exact value against the limit of a grade; see [`attainment()`](attainment()). Undetermined with
    /// [`Reason::TooLittleData`] if the statistic is not valid, or one of a year over other days than a calendar year.
    /// Where no rule on the least data is known, or that of another time was taken ([`AirStatistic::with_days_of_2013`]), or
    /// days are valid by exceedance alone, a note says so; where the days are not given at the state of the limit, or not at
    /// one state ([`States`]), another.
    ///
    /// # Errors
    /// Those of [`attainment()`](attainment()).
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, mean};
    /// use eqs_assess::attainment::Attainment;
    /// use eqs_core::{AirGrade, Indicator, NaiveDate, Statistic, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// // 364 days of 30 and two of 122: 11164 / 366 = 30.5027...
    /// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let readings = (0..366 * 24).map(|hour| Some(if hour < 48 { 122 } else { 30 })).collect();
    /// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
    /// let standard = Gb3095::named("2012 amended 2018")?;
    /// let days = DailySeries::means(&hours, standard);
    /// let year = mean(&days, DaySpan::year(2024), Statistic::AnnualMean, standard);
    /// assert_eq!(year.rounded(1)?.to_string(), "30.5 µg/m³"); // from which 30 would attain
    /// // By the limits that hold from 2026: 31 against 30.
    /// let verdict = year.attains(Gb3095::named("2026 transition")?, AirGrade::Two)?;
    /// assert_eq!(verdict.outcome.determined(), Some(&Attainment::Exceeded));
    /// assert_eq!(verdict.findings[0].given.to_string(), "30.503 µg/m³");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn attains(&self, standard: Gb3095, grade: AirGrade) -> Result<Verdict<Attainment>, AttainmentError> {
        let Self { indicator, statistic, .. } = *self;
        match self.value {
            Some(value) if self.shortfalls.is_empty() && self.has_its_span() => {
                let figure = Figure::Fraction(value, self.unit);
                let mut verdict = attainment(standard, grade, indicator, statistic, figure)?;
                let is_judged = verdict.outcome.determined().is_some();
                let states = States::of(indicator, self.span).filter(|_| is_judged);
                verdict.notes.extend(states.and_then(|states| states.note(indicator, standard)));
                verdict.notes.extend(NO_RULE.filter(|_| is_judged && self.rule.is_none()));
                verdict.notes.extend(DAYS_OF_2013.filter(|_| is_judged && self.has_days_of_2013()));
                verdict.notes.extend(BY_EXCEEDANCE.filter(|_| is_judged && self.by_exceedance > 0));
                Ok(verdict)
            }
            value => {
                let rule = self.rule.filter(|_| value.is_some());
                Ok(Verdict::undetermined(Reason::TooLittleData { indicator, statistic, rule }))
            }
        }
    }

    /// Whether a statistic of a year is one of a calendar year; others are of any days.
    fn has_its_span(&self) -> bool {
        let is_annual = !matches!(
            self.statistic,
            Statistic::Mean
                | Statistic::HourlyMean
                | Statistic::DailyMean
                | Statistic::DailyMax8h
                | Statistic::DailyMax1h
        );
        !is_annual || self.span.as_year().is_some()
    }
}

/// That nothing says how much data is enough.
const NO_RULE: Option<Note> = Some(Note::Reading {
    word: "数据有效性",
    word_en: "validity of data",
    zh: "未见该统计量的最少有效数据规定，按已有数据判定",
    en: "no rule on the least data of this statistic is known; the days that there are decide",
});

/// That the days are enough by an edition of another time.
const DAYS_OF_2013: Option<Note> = Some(Note::Reading {
    word: "数据有效性",
    word_en: "validity of data",
    zh: "百分位数的最少有效天数按HJ 663-2013",
    en: "percentiles need as many valid days as under HJ 663-2013",
});

/// That days count although their data are too few, and what exceeding is taken for there.
const BY_EXCEEDANCE: Option<Note> = Some(Note::Reading {
    word: "因超标而有效",
    word_en: "valid by exceedance",
    zh: "当日值修约后高于二级限值",
    en: "the value of the day, rounded, is above the limit of grade 2",
});

/// Evaluates a year: each statistic of that calendar year that the rule asks for, and all together. The edition whose
/// limits are taken may be another than that by which the statistics were made: 2024 by the limits of 2026. Statistics
/// of other years or spans are passed over; of two of one pollutant that disagree neither counts.
///
/// # Errors
/// Those of [`attainment()`](attainment()).
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, HourlySeries, YearRule, annual, evaluate_year};
/// use eqs_core::{AirGrade, Indicator, NaiveDate, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let standard = Gb3095::named("2012 amended 2018")?;
/// let hours = HourlySeries::from_slots(Indicator::NO2, Unit::UG_PER_M3, 0, first, vec![Some(41); 366 * 24])?;
/// let statistics = annual(&DailySeries::means(&hours, standard), 2024, standard);
/// let year = evaluate_year(2024, &statistics, standard, AirGrade::Two, YearRule::OneEach)?;
/// // 41 is more than 40, whatever the others are.
/// assert_eq!(year.overall.outcome.determined().map(|attainment| attainment.code()), Some("exceeded"));
/// let other = evaluate_year(2023, &statistics, standard, AirGrade::Two, YearRule::OneEach)?;
/// assert_eq!(other.overall.outcome.determined(), None);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn evaluate_year(
    year: u16,
    statistics: &[AirStatistic],
    standard: Gb3095,
    grade: AirGrade,
    rule: YearRule,
) -> Result<YearEvaluation, AttainmentError> {
    let items = rule.asks_for().map(|(indicator, statistic)| {
        let mut found = statistics.iter().filter(|found| {
            let is_meant = (found.indicator, found.statistic) == (indicator, statistic);
            is_meant && found.span == DaySpan::year(year)
        });
        let missing = Reason::TooLittleData { indicator, statistic, rule: None };
        let first = found.next().filter(|first| found.all(|other| other == *first));
        first.map_or_else(|| Ok(Verdict::undetermined(missing)), |first| first.attains(standard, grade))
    });
    let items: Vec<_> = items.collect::<Result<_, _>>()?;
    Ok(YearEvaluation { year, rule, overall: overall(&items, rule), items })
}

fn overall(items: &[Verdict<Attainment>], rule: YearRule) -> Verdict<Attainment> {
    let is_exceeded = |item: &Verdict<Attainment>| item.outcome.determined() == Some(&Attainment::Exceeded);
    let reasons: Vec<Reason> = items.iter().flat_map(|item| item.outcome.reasons()).copied().collect();
    let outcome = if items.iter().any(is_exceeded) {
        Outcome::Determined(Attainment::Exceeded)
    } else if reasons.is_empty() {
        Outcome::Determined(Attainment::Met)
    } else {
        Outcome::Undetermined(reasons)
    };
    let reading = (rule == YearRule::MeansAndPercentiles).then_some(Note::Reading {
        word: "环境空气质量达标",
        word_en: "attainment of ambient air quality",
        zh: "六项污染物的年均值和百分位数均达标",
        en: "annual means and percentiles of all six pollutants attain",
    });
    let mut notes: Vec<Note> = Vec::new();
    for note in items.iter().flat_map(|item| &item.notes).copied().chain(reading) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    Verdict { outcome, notes, findings: items.iter().flat_map(|item| &item.findings).copied().collect() }
}

/// The days of a span that attain a daily limit, of those that are valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AttainingDays {
    /// The days that attain it.
    pub attaining: u16,
    /// The valid days.
    pub valid: u16,
    /// The limit.
    pub limit: AirLimit,
}

impl AttainingDays {
    /// The attainment rate (达标率) in percent: attaining of valid days, exact; `None` without valid days.
    #[must_use]
    pub fn rate(self) -> Option<Fraction> {
        Fraction::new(i128::from(self.attaining).checked_mul(100)?, self.valid.into())
    }

    /// The attainment rate as the evaluation states it: see [`rounded_result`]. `None` without valid days, too.
    #[must_use]
    pub fn rounded_by(self, standard: Gb3095) -> Option<Quantity> {
        rounded_result(self.rate()?, ResultKind::AttainmentRate, standard)
    }
}

/// Counts the days whose values, rounded to the places of HJ 663, attain the daily limit of a grade; `None` where the
/// edition sets no such limit or HJ 663 no places, or if a number does not fit 128 bits.
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, attaining_days};
/// use eqs_core::{AirGrade, Indicator, NaiveDate, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let readings = (0..8 * 24).map(|hour| Some(70 + hour / 24)).collect(); // 70 to 77
/// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
/// let standard = Gb3095::named("2012 amended 2018")?;
/// let days = DailySeries::means(&hours, standard);
/// let days = attaining_days(&days, DaySpan::year(2024), standard, AirGrade::Two).unwrap();
/// assert_eq!((days.attaining, days.valid), (6, 8));
/// assert_eq!(days.rate().unwrap().to_string(), "75");
/// assert_eq!(days.rounded_by(Gb3095::named("2026 transition")?).unwrap().to_string(), "75.0%");
/// assert_eq!(days.rounded_by(standard), None); // the digits of HJ 663-2013 are not confirmed
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn attaining_days(
    series: &DailySeries,
    span: DaySpan,
    standard: Gb3095,
    grade: AirGrade,
) -> Option<AttainingDays> {
    let averaging = match series.statistic {
        Statistic::DailyMean => Averaging::Day,
        Statistic::DailyMax8h => Averaging::DailyMax8h,
        _ => return None,
    };
    let limit = standard.limit(series.indicator, averaging, grade)?;
    let digits = standard.evaluated_by()?.digits(series.indicator)?;
    let (mut attaining, mut valid) = (0_u16, 0_u16);
    for day in series.in_span(span).iter().filter(|day| day.is_valid()) {
        let value = convert(Fraction::new(day.parts, series.scale)?, series.unit, limit.quantity.unit)?;
        let value = value.round(digits.places.cast_signed(), Rounding::HalfEven).ok()?;
        attaining = attaining.saturating_add(u16::from(value <= limit.quantity.value));
        valid = valid.saturating_add(1);
    }
    Some(AttainingDays { attaining, valid, limit })
}
