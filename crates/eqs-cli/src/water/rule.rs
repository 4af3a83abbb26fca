//! How sections, rivers and lakes are judged by their samples.

use eqs::gb3838::Gb3838;
use eqs::surface_water::{
    Lake, River, RiverVerdict, SurfaceWater, SurfaceWaterError, WaterMeans, WaterOptions, WaterPeriod, lake,
    river,
};
use eqs::{Outcome, Reason, Verdict, WaterBody};

use super::args::WaterArgs;
use super::groups::{Part, Parts};

/// The means of the parts of a whole, and their verdicts.
type Judged = (Vec<WaterMeans>, Vec<Verdict<SurfaceWater>>);

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

    /// The means that each part is judged by, and what they say of it.
    fn parts(self, parts: &Parts) -> Result<Judged, SurfaceWaterError> {
        let judged = parts.values().map(|part| self.section(part));
        Ok(judged.collect::<Result<Vec<_>, _>>()?.into_iter().unzip())
    }

    /// A river by its sections.
    pub(super) fn river(self, parts: &Parts) -> Result<River, SurfaceWaterError> {
        let (means, sections) = self.parts(parts)?;
        let samples: Vec<_> = means.iter().map(WaterMeans::sample).collect();
        let mut river = river(self.standard, &samples, self.options)?;
        match &mut river.whole {
            RiverVerdict::Mean { class, .. } => self.ask_parts(class, &sections),
            RiverVerdict::Proportions(status) => self.ask_parts(status, &sections),
        }
        Ok(River { sections, ..river })
    }

    /// A lake by its points.
    pub(super) fn lake(self, parts: &Parts) -> Result<Lake, SurfaceWaterError> {
        let (means, points) = self.parts(parts)?;
        let samples: Vec<_> = means.iter().map(|means| [means.sample()]).collect();
        let mut lake = lake(self.standard, &samples, self.options)?;
        self.ask_parts(&mut lake.whole, &points);
        Ok(Lake { points: means.into_iter().zip(points).collect(), ..lake })
    }

    /// A whole is undetermined where a part has too few values for the period.
    fn ask_parts<T>(self, whole: &mut Verdict<T>, parts: &[Verdict<SurfaceWater>]) {
        let is_short = |reason: &Reason| matches!(reason, Reason::TooFewValues { .. });
        if parts.iter().any(|part| part.outcome.reasons().iter().any(is_short)) {
            let undetermined = parts.iter().filter(|part| part.outcome.determined().is_none()).count();
            let parts = parts.len();
            whole.outcome = Outcome::Undetermined(vec![Reason::PartsUndetermined { undetermined, parts }]);
        }
        whole.notes.extend(self.period.and_then(WaterPeriod::note));
    }
}
