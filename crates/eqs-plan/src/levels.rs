//! Reductions and increases (较……年下降, 较峰值下降) by levels of single years.

use core::borrow::Borrow;

use eqs_core::{Note, Observation, Statistic, Unit};

use crate::target::Target;

/// The target in the unit of its figures, where it asks for a change and they are levels: a change by an amount, by
/// percentage points of a share, or in per cent of a level that is no share, such as 10,000 t.
pub(crate) fn in_levels<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: &[O],
) -> Option<Target> {
    if !target.comparator.is_change() || target.statistic == Statistic::CumulativeChange {
        return None;
    }
    let unit = match target.unit {
        Unit::PERCENT => {
            let key = (target.observed_at, target.indicator, target.statistic);
            let figures = observations.iter().map(Borrow::borrow);
            let mut levels = figures.filter(|figure: &&Observation<'_>| {
                (figure.place, figure.indicator, figure.statistic) == key
                    && !figure.quantity.unit.converts_to(Unit::PERCENT)
            });
            levels.next()?.quantity.unit
        }
        unit if unit == Unit::of("percentage_point") => Unit::PERCENT,
        unit => unit,
    };
    Some(Target { unit, ..*target })
}

/// How the peak is read.
pub(crate) const READING: Note = Note::Reading {
    word: "峰值",
    word_en: "the peak",
    zh: "不低于所给各年数据中的最高值",
    en: "at least the highest figure of the years given",
};
