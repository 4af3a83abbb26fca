//! How sections, rivers and lakes are judged by their samples.

use eqs::gb3838::Gb3838;
use eqs::surface_water::{
    Lake, River, RiverVerdict, SurfaceWater, SurfaceWaterError, WaterMeans, WaterOptions, WaterPeriod,
    WaterValue, lake, river,
};
use eqs::{Indicator, Outcome, Reason, Verdict, WaterBody};

use super::args::WaterArgs;
use super::groups::{Part, Parts};

/// The values that a section is judged by.
type Sample = Vec<(Indicator, WaterValue)>;

/// How the members of a file are judged.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    standard: Gb3838,
    body: WaterBody,
    options: WaterOptions,
    period: Option<WaterPeriod>,
}

impl Rule {
    /// What a request asks for.
    pub(super) fn new(standard: Gb3838, request: &WaterArgs) -> Self {
        Self {
            standard,
            body: request.body.into(),
            options: request.options(),
            period: request.period.map(Into::into),
        }
    }

    /// A section over its period, with the means that it is judged by.
    pub(super) fn section(
        self,
        part: &Part,
    ) -> Result<(WaterMeans, Verdict<SurfaceWater>), SurfaceWaterError> {
        let Self { standard, body, options, period } = self;
        let means = part.means(standard)?;
        let verdict = match period {
            Some(period) => means.class_over(period, standard, body, options),
            None => means.class(standard, body, options),
        }?;
        Ok((means, verdict))
    }

    /// The means of the parts, and how many of these have too few values for the period.
    fn parts(self, parts: &Parts) -> Result<(Vec<Sample>, usize), SurfaceWaterError> {
        let mut short = 0_usize;
        let mut samples = Vec::with_capacity(parts.len());
        for part in parts.values() {
            let (means, verdict) = self.section(part)?;
            let is_short = |reason: &Reason| matches!(reason, Reason::TooFewValues { .. });
            short = short.saturating_add(verdict.outcome.reasons().iter().any(is_short).into());
            samples.push(means.sample());
        }
        Ok((samples, short))
    }

    /// A river by its sections.
    pub(super) fn river(self, parts: &Parts) -> Result<River, SurfaceWaterError> {
        let (samples, short) = self.parts(parts)?;
        let mut verdict = river(self.standard, &samples, self.options)?;
        match &mut verdict.whole {
            RiverVerdict::Mean { class, .. } => refuse_short(&mut class.outcome, short, parts.len()),
            RiverVerdict::Proportions(status) => refuse_short(&mut status.outcome, short, parts.len()),
        }
        Ok(verdict)
    }

    /// A lake by its points.
    pub(super) fn lake(self, parts: &Parts) -> Result<Lake, SurfaceWaterError> {
        let (samples, short) = self.parts(parts)?;
        let points: Vec<_> = samples.into_iter().map(|sample| [sample]).collect();
        let mut verdict = lake(self.standard, &points, self.options)?;
        refuse_short(&mut verdict.whole.outcome, short, parts.len());
        Ok(verdict)
    }
}

fn refuse_short<T>(outcome: &mut Outcome<T>, undetermined: usize, parts: usize) {
    if undetermined > 0 {
        *outcome = Outcome::Undetermined(vec![Reason::PartsUndetermined { undetermined, parts }]);
    }
}
