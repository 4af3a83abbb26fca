//! A row for each section, river or lake.

use eqs::surface_water::{
    ClassCounts, Lake, River, RiverPollutant, RiverStatus, RiverVerdict, SurfaceWater, SurfaceWaterError,
    WaterMeans,
};
use eqs::{Fraction, Lang, Phrase as _, Reason, Verdict};
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
    /// The column of the rivers or lakes that sections are of, where the file has it.
    whole: Option<&'static str>,
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
    /// The river or lake that a section is of.
    #[serde(skip_serializing_if = "String::is_empty")]
    of: String,
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
            let row = |own: &String, parts, judged| Whole {
                name: own.clone(),
                of: if group == GroupArg::Section { name.clone() } else { String::new() },
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
        let (has_period, explain) = (request.period.is_some(), request.file.explain);
        Ok(Self { group, whole: groups.whole, edition, has_period, explain, rows })
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

    /// The verdict as sentences; that of a river of fewer than five sections goes on with each of these.
    fn explanation(&self, lang: Lang) -> String {
        match self {
            Self::Section { verdict, .. } => verdict.say(lang).to_string(),
            Self::River { sections, verdict } => {
                let RiverVerdict::Mean { class, .. } = &verdict.whole else {
                    return verdict.say(lang).to_string();
                };
                let named = sections
                    .iter()
                    .zip(&verdict.sections)
                    .map(|(name, section)| format!("{name}{}{}", lang.pick("：", ": "), section.say(lang)));
                let said = core::iter::once(class.say(lang).to_string()).chain(named);
                said.collect::<Vec<_>>().join(lang.pick("", " "))
            }
            Self::Lake { verdict, .. } => verdict.say(lang).to_string(),
        }
    }

    /// Which parts are undetermined, where the whole is for that.
    fn open_parts(&self, lang: Lang) -> Option<String> {
        let (names, parts): (_, Vec<_>) = match self {
            Self::Section { .. } => return None,
            Self::River { sections, verdict } => (sections, verdict.sections.iter().collect()),
            Self::Lake { points, verdict } => {
                (points, verdict.points.iter().map(|(_, point)| point).collect())
            }
        };
        let reasons = match self.proportions() {
            Some(river) => river.outcome.reasons(),
            None => self.class()?.outcome.reasons(),
        };
        let is_meant = |reason: &Reason| matches!(reason, Reason::PartsUndetermined { .. });
        let open = names.iter().zip(parts).filter(|(_, part)| part.outcome.determined().is_none());
        let open: Vec<_> = open.map(|(name, _)| name.as_str()).filter(|name| !name.is_empty()).collect();
        (reasons.iter().any(is_meant) && !open.is_empty()).then(|| {
            format!("{}{}", lang.pick("无法判定的有", "undetermined: "), open.join(lang.pick("、", ", ")))
        })
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
        let reason = reason.or(self.proportions().map(|river| self::reason(river, lang)));
        let reason = reason.into_iter().chain(self.open_parts(lang)).collect::<Vec<_>>();
        [
            class.map_or_else(String::new, |class| class.grade.code().into()),
            status.map_or_else(String::new, |status| status.say(lang).to_string()),
            share(ClassCounts::good),
            share(ClassCounts::worse_than_v),
            main.or(river.map(|river| rates(&river.main))).unwrap_or_default(),
            reason.join(lang.pick("；", "; ")),
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
        let is_section = self.group == GroupArg::Section;
        let columns = [
            (self.whole.unwrap_or_default(), is_section && self.whole.is_some()),
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
        let shown = |cells: [String; 11]| {
            let cells = cells.into_iter().zip(columns);
            cells.filter_map(|(cell, (_, is_shown))| is_shown.then_some(cell)).collect()
        };
        let row = |row: &Whole| {
            let [class, status, good, worse, main, reason] = row.judged.cells(lang);
            let (period, parts) = (row.period.clone().unwrap_or_default(), row.parts.to_string());
            let explanation = if self.explain { row.judged.explanation(lang) } else { String::new() };
            let of = row.of.clone();
            shown([
                of,
                row.name.clone(),
                period,
                parts,
                class,
                status,
                good,
                worse,
                main,
                reason,
                explanation,
            ])
        };
        let header = shown(columns.map(|(name, _)| name.to_owned()));
        Grid { header, rows: self.rows.iter().map(row).collect(), numbers: Vec::new() }
    }
}
