//! Reductions against a peak (较峰值下降), by levels of single years.

use core::borrow::Borrow;

use eqs_core::{Note, Observation, Statistic, Unit};

use crate::target::{Base, Target};

/// The target in the unit of its figures, where it asks for a reduction in per cent of the peak and they are levels, such
/// as 10,000 t.
pub(crate) fn in_levels<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: &[O],
) -> Option<Target> {
    let is_meant = target.base == Some(Base::Peak)
        && target.comparator.is_change()
        && target.statistic != Statistic::CumulativeChange
        && target.unit == Unit::PERCENT;
    let level = observations.iter().map(Borrow::borrow).find(|figure: &&Observation<'_>| {
        (figure.place, figure.indicator, figure.statistic)
            == (target.observed_at, target.indicator, target.statistic)
            && !figure.quantity.unit.converts_to(Unit::PERCENT)
    });
    level.filter(|_| is_meant).map(|figure| Target { unit: figure.quantity.unit, ..*target })
}

/// How the peak is read.
pub(crate) const READING: Note = Note::Reading {
    word: "峰值",
    word_en: "the peak",
    zh: "不低于所给各年数据中的最高值",
    en: "at least the highest figure of the years given",
};
