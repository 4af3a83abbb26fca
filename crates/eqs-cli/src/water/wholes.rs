//! A row for each section, river or lake.

use eqs::surface_water::{
    ClassCounts, Lake, River, RiverPollutant, RiverStatus, RiverVerdict, SurfaceWater, SurfaceWaterError,
    WaterMeans,
};
use eqs::{Fraction, Lang, Phrase as _, Verdict};
use serde::{Serialize, Serializer};

use super::args::{GroupArg, WaterArgs};
use super::groups::{Group, Groups};
use super::rows::main_pollutants;
use super::rule::Rule;
use crate::annotate::reason;
use crate::format::Answer;
use crate::table::{Block, Grid};

/// The sections, rivers or lakes of a file.
pub(super) struct Wholes {
    group: GroupArg,
    /// `GB 3838-2002`.
    edition: String,
    has_period: bool,
    explain: bool,
    rows: Vec<Whole>,
}

/// A section, river or lake over a period.
#[derive(Serialize)]
struct Whole {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// The number of its samples, sections or points.
    parts: usize,
    /// The verdict.
    #[serde(flatten)]
    judged: Judged,
}

/// What is said of it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Judged {
    /// A section, with the means that it is judged by.
    Section { means: WaterMeans, verdict: Verdict<SurfaceWater> },
    /// A river.
    River { sections: Vec<String>, verdict: River },
    /// A lake.
    Lake { points: Vec<String>, verdict: Lake },
}

impl Wholes {
    /// Judges what a file holds.
    pub(super) fn of(
        groups: &Groups,
        group: GroupArg,
        request: &WaterArgs,
    ) -> Result<Self, SurfaceWaterError> {
        let rule = Rule::new(groups.standard, request);
        let mut rows = Vec::new();
        for ((name, period), Group { parts, .. }) in &groups.wholes {
            let row = |name: &String, parts, judged| Whole {
                name: name.clone(),
                period: period.clone(),
                parts,
                judged,
            };
            match group {
                GroupArg::Section => {
                    for (name, part) in parts {
                        let (means, verdict) = rule.section(part)?;
                        rows.push(row(name, part.count, Judged::Section { means, verdict }));
                    }
                }
                GroupArg::River => {
                    let (sections, verdict) = (parts.keys().cloned().collect(), rule.river(parts)?);
                    rows.push(row(name, parts.len(), Judged::River { sections, verdict }));
                }
                GroupArg::Lake => {
                    let (points, verdict) = (parts.keys().cloned().collect(), rule.lake(parts)?);
                    rows.push(row(name, parts.len(), Judged::Lake { points, verdict }));
                }
            }
        }
        let edition = groups.standard.edition();
        let edition = format!("{}-{}", edition.standard, edition.name);
        Ok(Self { group, edition, has_period: request.period.is_some(), explain: request.file.explain, rows })
    }
}

impl Judged {
    /// The class, of all but rivers of five sections or more.
    const fn class(&self) -> Option<&Verdict<SurfaceWater>> {
        match self {
            Self::Section { verdict, .. }
            | Self::River {
                verdict: River { whole: RiverVerdict::Mean { class: verdict, .. }, .. }, ..
            }
            | Self::Lake { verdict: Lake { whole: verdict, .. }, .. } => Some(verdict),
            Self::River { .. } => None,
        }
    }

    /// The status of rivers of five sections or more.
    const fn proportions(&self) -> Option<&Verdict<RiverStatus>> {
        match self {
            Self::River { verdict: River { whole: RiverVerdict::Proportions(verdict), .. }, .. } => {
                Some(verdict)
            }
            _ => None,
        }
    }

    fn explanation(&self, lang: Lang) -> String {
        match self {
            Self::Section { verdict, .. } => verdict.say(lang).to_string(),
            Self::River { verdict, .. } => verdict.say(lang).to_string(),
            Self::Lake { verdict, .. } => verdict.say(lang).to_string(),
        }
    }

    /// Class, status, % of classes I to III, % worse than V, main pollution indicators, reason.
    fn cells(&self, lang: Lang) -> [String; 6] {
        let class = self.class().and_then(|class| class.outcome.determined());
        let river = self.proportions().and_then(|river| river.outcome.determined());
        let status = class.map(|class| class.grade.status()).or(river.map(|river| river.status));
        let share = |share: fn(ClassCounts) -> Option<Fraction>| {
            river.and_then(|river| percent(share(river.counts)?)).unwrap_or_default()
        };
        let main = class.map(|class| main_pollutants(&class.main));
        let reason = self.class().map(|class| reason(class, lang));
        [
            class.map_or_else(String::new, |class| class.grade.code().into()),
            status.map_or_else(String::new, |status| status.say(lang).to_string()),
            share(ClassCounts::good),
            share(ClassCounts::worse_than_v),
            main.or(river.map(|river| rates(&river.main))).unwrap_or_default(),
            reason.or(self.proportions().map(|river| self::reason(river, lang))).unwrap_or_default(),
        ]
    }
}

/// `COD(60%);TP(50%)`: in how many sections each exceeds class III.
fn rates(main: &[RiverPollutant]) -> String {
    let rate = |pollutant: &RiverPollutant| {
        let percent = percent(pollutant.rate).unwrap_or_default();
        format!("{}({percent}%)", pollutant.indicator)
    };
    main.iter().map(rate).collect::<Vec<_>>().join(";")
}

/// With at most two decimals.
fn percent(share: Fraction) -> Option<String> {
    Some(share.checked_mul(Fraction::from(100))?.shown(2).to_string())
}

impl Serialize for Wholes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Answer for Wholes {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        vec![Block { title: self.edition.clone(), grid: self.records(lang), ..Block::default() }]
    }

    fn records(&self, lang: Lang) -> Grid {
        let (name, parts) = match self.group {
            GroupArg::Section => ("section", "eqs_samples"),
            GroupArg::River => ("river", "eqs_sections"),
            GroupArg::Lake => ("lake", "eqs_points"),
        };
        let has_shares = self.group == GroupArg::River;
        let columns = [
            (name, true),
            ("period", self.has_period),
            (parts, true),
            ("eqs_class", true),
            ("eqs_status", true),
            ("eqs_good", has_shares),
            ("eqs_worse", has_shares),
            ("eqs_main", true),
            ("eqs_reason", true),
            ("eqs_explanation", self.explain),
        ];
        let shown = |cells: [String; 10]| {
            let cells = cells.into_iter().zip(columns);
            cells.filter_map(|(cell, (_, is_shown))| is_shown.then_some(cell)).collect()
        };
        let row = |row: &Whole| {
            let [class, status, good, worse, main, reason] = row.judged.cells(lang);
            let (period, parts) = (row.period.clone().unwrap_or_default(), row.parts.to_string());
            let explanation = if self.explain { row.judged.explanation(lang) } else { String::new() };
            shown([row.name.clone(), period, parts, class, status, good, worse, main, reason, explanation])
        };
        let header = shown(columns.map(|(name, _)| name.to_owned()));
        Grid { header, rows: self.rows.iter().map(row).collect(), numbers: Vec::new() }
    }
}
