//! [`Limit`]: one cell of one printed table, of whatever standard.

#[cfg(feature = "serde")]
mod json;

use core::cmp::Ordering;
use core::fmt;

use eqs_core::{
    Citation, Confirmation, Decimal, Edition, Fraction, Indicator, Lang, Medium, Phrase, Quantity,
    QuantityError, Relation, Unit,
};

use crate::reading::band::Band;
use crate::scope::Scope;

/// A limit: one cell of one printed table.
///
/// The modules of the standards have types of their own with typed look-ups; this is what all of them have in
/// common. [`Query`](crate::Query) finds limits, [`Difference`](crate::Difference) tells editions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The edition and stage.
    pub edition: &'static Edition,
    /// The medium that the standard is about.
    pub medium: Medium,
    /// What is limited.
    pub indicator: Indicator,
    /// What the limit is for.
    pub scope: Scope,
    /// What it asks of a value.
    pub requirement: Requirement,
    /// The unit in which it is printed.
    pub unit: Unit,
    /// What force it has.
    pub standing: Standing,
    /// Edition, table and item.
    pub citation: Citation,
    /// How well the cell is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of the row; empty where nothing is.
    pub note: &'static str,
}

/// What a limit asks of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Requirement {
    /// The value lies in a band.
    Band(Band),
    /// The value lies in one of two bands: pH of ground water, classes IV and V.
    Either(Band, Band),
    /// The value is at most a multiple of a power of the frequency.
    PowerLaw(PowerLaw),
    /// The man-made change of the weekly mean is at most this (water temperature).
    Change {
        /// The largest rise.
        rise: Decimal,
        /// The largest drop.
        drop: Decimal,
    },
    /// Not to be perceived (无).
    Absent,
    /// To be perceived (有).
    Present,
    /// Not detected (不得检出).
    NotDetected,
}

/// `coefficient · f^(half_powers / 2)`, with the frequency in `frequency_unit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PowerLaw {
    /// The coefficient.
    pub coefficient: Fraction,
    /// Twice the exponent: -4, -2, -1, 0, 1 or 2.
    pub half_powers: i8,
    /// The unit of the frequency in the formula.
    pub frequency_unit: Unit,
}

eqs_core::vocabulary! {
    /// What force a limit has.
    pub enum Standing {
        /// A limit of the standard (限值).
        Binding = "binding", "限值", "limit";
        /// A reference value of an informative annex (资料性附录参考限值).
        Informative = "informative", "参考限值", "reference limit";
        /// A guideline for comparison, not in force in China.
        Comparison = "comparison", "对照值", "value for comparison";
        /// An end of a class or grade by which a state is described (分级界限).
        Grading = "grading", "分级界限", "edge of a grade";
    }
}

/// How far a value is from a limit.
///
/// # Example
/// ```
/// use eqs_core::{AirGrade, Averaging, Indicator, Quantity, Unit};
/// use eqs_standards::{Limit, gb3095::Gb3095};
///
/// let limit = Gb3095::named("2026 transition")?.limit(Indicator::PM2_5, Averaging::Annual, AirGrade::Two).unwrap();
/// let headroom = Limit::from(limit).headroom(Quantity::parse("27.0", Unit::UG_PER_M3)?)?.unwrap();
/// assert_eq!(headroom.room.to_string(), "3.0 µg/m³");
/// assert_eq!(headroom.share.unwrap().to_string(), "1/10");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Headroom {
    /// How far the value may move towards the limit: 0 on it, negative beyond it. In the unit of the limit.
    pub room: Quantity,
    /// The room as a share of the limit; `None` for limits of 0, for bands with two edges, and for scales without a
    /// natural zero or without a unit: decibels, degrees, potentials, pH, indices.
    pub share: Option<Fraction>,
}

impl Limit {
    /// The single value of the limit; `None` for bands with two edges, formulas and words.
    #[must_use]
    pub fn value(&self) -> Option<Quantity> {
        self.edge().map(|(_, quantity)| quantity)
    }

    /// The single value of the limit, and the relation that a value must have to it.
    #[must_use]
    pub fn edge(&self) -> Option<(Relation, Quantity)> {
        match self.requirement {
            Requirement::Band(band) => {
                band.edge().map(|(relation, value)| (relation, Quantity::new(value, self.unit)))
            }
            _ => None,
        }
    }

    /// How far `value` is from the limit; `None` where the limit is no number.
    ///
    /// The largest value that keeps a limit is the limit itself where its edge is included; for an index see
    /// [`Column::largest_concentration`](crate::hj633::Column::largest_concentration).
    ///
    /// # Errors
    /// [`QuantityError`] if the value does not convert to the unit of the limit, or not exactly.
    pub fn headroom(&self, value: Quantity) -> Result<Option<Headroom>, QuantityError> {
        let number = value.convert_to(self.unit)?.value;
        let room = match self.requirement {
            Requirement::Band(band) => band.room(number),
            Requirement::Either(one, other) => one.room(number).max(other.room(number)),
            _ => None,
        };
        let is_ratio =
            !matches!(self.unit.kind(), "sound level" | "temperature" | "electric potential" | "number");
        let share = |room: Decimal| {
            let (_, limit) = self.edge().filter(|_| is_ratio)?;
            room.to_fraction().checked_div(limit.value.to_fraction())
        };
        Ok(room.map(|room| Headroom { room: Quantity::new(room, self.unit), share: share(room) }))
    }

    /// Whether the limit is met exactly by the values that do not meet `other`: `> 2.0` beside `≤ 2.0`, as class V of
    /// ground water stands beside class IV.
    #[must_use]
    pub fn begins_where(&self, other: &Self) -> bool {
        let is_complement = match (self.edge(), other.edge()) {
            (Some((Relation::Above, start)), Some((Relation::AtMost, end)))
            | (Some((Relation::Below, start)), Some((Relation::AtLeast, end))) => start == end,
            _ => false,
        };
        is_complement && self.indicator == other.indicator && self.edition == other.edition
    }

    /// Whether one value can be held against both limits: an annual mean is no daily mean, a river no lake, soil of one
    /// type of land none of the other.
    #[must_use]
    pub fn is_of_one_kind_with(&self, other: &Self) -> bool {
        self.indicator == other.indicator
            && self.medium == other.medium
            && self.scope.kind() == other.scope.kind()
            && self.scope.shares_land_with(&other.scope)
    }

    /// Which of two limits is the stricter one: `Less` if this one is; `None` unless both are single values with one
    /// direction and units of one kind. Whether a value could be held against both is not asked
    /// ([`Limit::is_of_one_kind_with`]).
    #[must_use]
    pub fn compare_strictness(&self, other: &Self) -> Option<Ordering> {
        let ((own, value), (relation, limit)) = (self.edge()?, other.edge()?);
        let is_upper = |relation| matches!(relation, Relation::AtMost | Relation::Below);
        if is_upper(own) != is_upper(relation) {
            return None;
        }
        let by_value = value.compare(limit).ok()?;
        let by_value = if is_upper(own) { by_value } else { by_value.reverse() };
        // Of two equal values the one that excludes it is stricter.
        let excludes = |relation| matches!(relation, Relation::Below | Relation::Above);
        Some(by_value.then(excludes(relation).cmp(&excludes(own))))
    }
}

impl Requirement {
    /// At most `value` (≤).
    #[must_use]
    pub const fn at_most(value: Decimal) -> Self {
        Self::Band(Band::of(Relation::AtMost, value))
    }
}

impl Phrase for Requirement {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Band(band) => write!(f, "{band}"),
            Self::Either(one, other) => write!(f, "{one} {} {other}", lang.pick("或", "or")),
            Self::PowerLaw(law) => write!(f, "≤ {law}"),
            Self::Change { rise, drop } => match lang {
                Lang::Zh => write!(f, "周平均最大温升 ≤ {rise}，周平均最大温降 ≤ {drop}"),
                Lang::En => write!(f, "weekly mean rise ≤ {rise}, drop ≤ {drop}"),
            },
            Self::Absent => f.write_str(lang.pick("无", "absent")),
            Self::Present => f.write_str(lang.pick("有", "present")),
            Self::NotDetected => f.write_str(lang.pick("不得检出", "not detected")),
        }
    }
}

impl fmt::Display for PowerLaw {
    /// `200 / f`, `0.22 · f^(1/2)`, `f / 7500`, `8000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.coefficient.to_decimal(), self.half_powers) {
            (Some(coefficient), _) => write!(f, "{coefficient}")?,
            (None, 2) if self.coefficient.numerator() == 1 => {
                return write!(f, "f / {}", self.coefficient.denominator());
            }
            (None, _) => write!(f, "{}", self.coefficient)?,
        }
        match self.half_powers {
            0 => Ok(()),
            2 => f.write_str(" · f"),
            1 => f.write_str(" · f^(1/2)"),
            -1 => f.write_str(" / f^(1/2)"),
            -2 => f.write_str(" / f"),
            -4 => f.write_str(" / f²"),
            halves => write!(f, " · f^({halves}/2)"),
        }
    }
}

impl Phrase for Limit {
    /// `PM2.5, annual mean, grade 2: ≤ 35 µg/m³ (GB 3095-2012 table 1 item 6)`.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (indicator, scope, requirement) =
            (self.indicator.say(lang), self.scope.say(lang), self.requirement.say(lang));
        let unit = match (self.unit.symbol(), self.requirement) {
            ("-", _) | (_, Requirement::Absent | Requirement::Present | Requirement::NotDetected) => "",
            (symbol, _) => symbol,
        };
        let blank = if unit.is_empty() { "" } else { " " };
        let citation = self.citation.say(lang);
        match lang {
            Lang::Zh => write!(f, "{indicator}，{scope}：{requirement}{blank}{unit}（{citation}）"),
            Lang::En => write!(f, "{indicator}, {scope}: {requirement}{blank}{unit} ({citation})"),
        }
    }
}
