//! [`States`]: the temperature and pressure at which the concentrations of a span are given.

use core::fmt;

use eqs_core::{Indicator, Lang, NaiveDate, Note, Phrase, ReferenceState};
use eqs_standards::gb3095::Gb3095;

use super::span::DaySpan;

/// The states at which the concentrations of a pollutant over a span are given (GB 3095 clause 3.14), by the editions in
/// force on its days. One change of state is known, that of 2018-09-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum States {
    /// All at one.
    One(ReferenceState),
    /// Some at one, the later ones at another. A mean over them mixes two scales.
    Mixed {
        /// The state of the first day.
        before: ReferenceState,
        /// The state of the last day.
        after: ReferenceState,
        /// The first day of the later state.
        from: NaiveDate,
    },
}

impl States {
    /// The states of a span; `None` where no edition is in force on its first day.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DaySpan, States};
    /// use eqs_core::{Indicator, Lang, Phrase, ReferenceState};
    ///
    /// let of = |year| States::of(Indicator::O3, DaySpan::year(year)).unwrap();
    /// assert_eq!(of(2017), States::One(ReferenceState::Standard));
    /// assert_eq!(of(2019), States::One(ReferenceState::Reference));
    /// assert_eq!(
    ///     of(2018).say(Lang::En).to_string(),
    ///     "273 K and 101.325 kPa before 2018-09-01 and 298.15 K and 1013.25 hPa from then on"
    /// );
    /// ```
    #[must_use]
    pub fn of(indicator: Indicator, span: DaySpan) -> Option<Self> {
        let state = |standard: Gb3095| Some(standard.reference_state(indicator)?.state);
        let before = state(Gb3095::on(span.first).ok()?)?;
        let later = Gb3095::all().find_map(|standard| {
            let (from, after) = (standard.edition().first_day, state(standard)?);
            let is_within = span.first < from && from <= span.last;
            (is_within && after != before).then_some(Self::Mixed { before, after, from })
        });
        Some(later.unwrap_or(Self::One(before)))
    }

    /// That the limits of an edition are not given at the same state.
    pub(crate) fn note(self, indicator: Indicator, standard: Gb3095) -> Option<Note> {
        let limit = standard.reference_state(indicator)?;
        let (limit, rule) = (limit.state, limit.citation);
        match self {
            Self::One(given) => (given != limit).then_some(Note::ReferenceState { given, limit, rule }),
            Self::Mixed { before, after, from } => {
                Some(Note::MixedStates { before, after, from, limit, rule })
            }
        }
    }

    /// The states of two spans, unless both are given at the same one.
    pub(super) fn unlike(states: [Option<Self>; 2]) -> Option<[Self; 2]> {
        let [Some(one), Some(other)] = states else { return None };
        let is_mixed = matches!(one, Self::Mixed { .. });
        (one != other || is_mixed).then_some([one, other])
    }
}

impl Phrase for States {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::One(state) => state.write(lang, f),
            Self::Mixed { before, after, from } => {
                let (before, after) = (before.say(lang), after.say(lang));
                match lang {
                    Lang::Zh => write!(f, "{from}前为{before}、此后为{after}"),
                    Lang::En => write!(f, "{before} before {from} and {after} from then on"),
                }
            }
        }
    }
}
