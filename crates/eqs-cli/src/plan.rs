//! `eqs plan`: the targets of plans, and where they stand.

use eqs::bulletin::Bulletin;
use eqs::load::RefusedRow;
use eqs::plan::{Assessment, ObservationIndex, Plan, Policy, Target, TargetStatus, assess};
use eqs::{Lang, NaiveDate, Note, Observation, Phrase as _};
use serde::Serialize;

use crate::args::{EvaluateArgs, StandingArgs};
use crate::directory::{self, Unused};
use crate::error::CliError;
use crate::format::Answer;
use crate::judgement::Parts;
use crate::record;
use crate::shipped;
use crate::table::{Block, Grid};

pub(crate) use self::list::list;
pub(crate) use self::progress::progress;
pub(crate) use self::score::score;
pub(crate) use self::show::show;
use crate::known::Known;

mod list;
mod progress;
mod readings;
mod score;
mod show;

/// What does not become of refused rows.
const UNUSED: Unused = ("评估", "evaluated");
/// The same of rows that are only shown.
const NOT_SHOWN: Unused = ("展示", "shown");

/// The targets of a plan with their verdicts.
#[derive(Serialize)]
pub(crate) struct EvaluatedPlan {
    #[serde(flatten)]
    plan: PlanName,
    on: NaiveDate,
    /// Whether nobody chose the day.
    on_is_default: bool,
    /// Where the figures come from.
    evidence: Vec<String>,
    policy: Policy,
    targets: Vec<Assessment<'static>>,
    /// Figures of the user that no target uses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unused: Vec<Observation<'static>>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "directory::serialize")]
    refused: Vec<RefusedRow>,
}

/// By what plans are evaluated.
struct Standing {
    on: NaiveDate,
    on_is_default: bool,
    evidence: Vec<String>,
    policy: Policy,
    known: Known,
}

/// What names a plan.
#[derive(Clone, Copy, Serialize)]
struct PlanName {
    code: &'static str,
    title_zh: &'static str,
    title_en: &'static str,
    first_year: u16,
    last_year: u16,
    document: &'static str,
    number: &'static str,
    issued: Option<NaiveDate>,
}

/// Evaluates the plan of a request.
pub(crate) fn evaluate(request: &EvaluateArgs, lang: Lang) -> Result<EvaluatedPlan, CliError> {
    let Standing { on, on_is_default, evidence, policy, known } = Standing::of(&request.by)?;
    let plan = known.plan(&request.plan)?;
    directory::warn_of(&known.refused, UNUSED, lang);
    let targets = assessed(plan.targets(), on, &policy, &known.figures);
    let unused = known.unused(plan.targets(), plan.code, lang);
    let refused = known.refused;
    Ok(EvaluatedPlan {
        plan: PlanName::of(plan),
        on,
        on_is_default,
        evidence,
        policy,
        targets,
        unused,
        refused,
    })
}

/// Evaluates these targets of a plan on a day by all figures that are shipped.
pub(crate) fn evaluated(
    plan: &'static Plan,
    targets: impl IntoIterator<Item = &'static Target>,
    on: NaiveDate,
) -> EvaluatedPlan {
    let policy = Policy::default();
    let targets = assessed(targets, on, &policy, &[]);
    EvaluatedPlan {
        plan: PlanName::of(plan),
        on,
        on_is_default: false,
        evidence: shipped::documents(),
        policy,
        targets,
        unused: Vec::new(),
        refused: Vec::new(),
    }
}

/// What all figures that are shipped, and those of the user, say of the targets.
fn assessed(
    targets: impl IntoIterator<Item = &'static Target>,
    on: NaiveDate,
    policy: &Policy,
    own: &[Observation<'static>],
) -> Vec<Assessment<'static>> {
    let index = ObservationIndex::new(shipped::figures().chain(own.iter().copied()));
    targets.into_iter().map(|target| assess(target, index.of(target), on, policy)).collect()
}

impl Standing {
    fn of(request: &StandingArgs) -> Result<Self, CliError> {
        let mut policy = Policy::default();
        if let Some(about) = request.about {
            policy = policy.about_tolerance(about);
        }
        if let Some(threshold) = request.basically_eliminated {
            policy = policy.basically_eliminated(threshold);
        }
        if let Some(share) = request.basically_completed {
            policy = policy.basically_completed(share);
        }
        if let Some(stable) = request.stable {
            policy = policy.stable_tolerance(stable);
        }
        if let Some(steadily) = request.steadily {
            policy = policy.steadily(steadily.into());
        }
        if let Some(method) = request.method {
            policy = policy.method(method);
        }
        let known = Known::of(&request.directory, request.evidence.as_deref())?;
        let evidence = shipped::documents().into_iter().chain(known.documents.iter().cloned()).collect();
        let on = request.on.unwrap_or_else(last_published_day);
        Ok(Self { on, on_is_default: request.on.is_none(), evidence, policy, known })
    }

    /// The day and the evidence.
    fn lines(&self, lang: Lang) -> Vec<String> {
        lines(self.on, self.on_is_default, &self.evidence, lang)
    }
}

/// What stands above a table of targets: the day and the evidence.
fn lines(on: NaiveDate, on_is_default: bool, evidence: &[String], lang: Lang) -> Vec<String> {
    let chosen = if on_is_default {
        lang.pick(
            "（最新已收录公报年份的最后一天；可用 --on 指定）",
            " (the last day of the latest bulletin's year; --on chooses another)",
        )
    } else {
        ""
    };
    let evidence = evidence.join(lang.pick("、", ", "));
    match lang {
        Lang::Zh => vec![format!("截至 {on}{chosen}"), format!("数据来源：{evidence}")],
        Lang::En => vec![format!("as of {on}{chosen}"), format!("evidence: {evidence}")],
    }
}

/// The last day of the year of the latest bulletin that is shipped.
pub(crate) fn last_published_day() -> NaiveDate {
    let year = Bulletin::all().iter().map(|bulletin| bulletin.year).max().unwrap_or_default();
    NaiveDate::from_ymd_opt(year.into(), 12, 31).unwrap_or_default()
}

impl PlanName {
    fn of(plan: &Plan) -> Self {
        let Plan { code, title_zh, title_en, first_year, last_year, document, number, issued, .. } = *plan;
        Self { code, title_zh, title_en, first_year, last_year, document, number, issued }
    }

    fn title(&self, lang: Lang) -> String {
        format!("{} ({})", lang.pick(self.title_zh, self.title_en), self.code)
    }
}

impl Answer for EvaluatedPlan {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let (no, is_number) = first_column(self.targets.iter().map(|assessment| assessment.target), lang);
        let header = match lang {
            Lang::Zh => [no, "目标", "状态", "理由"],
            Lang::En => [no, "target", "status", "why"],
        };
        let mut grid = Grid::new(&header).numbers(if is_number { &[0] } else { &[] });
        grid.rows.extend(self.targets.iter().map(|assessment| {
            vec![
                no_or_id(assessment.target),
                assessment.target.say(lang).to_string(),
                Parts::of(&assessment.verdict, lang, |status| status.say(lang).to_string()).verdict,
                why(assessment, lang),
            ]
        }));
        let lines = lines(self.on, self.on_is_default, &self.evidence, lang);
        let plan = Block { title: self.plan.title(lang), lines, grid, notes: vec![self.count(lang)] };
        core::iter::once(plan).chain(directory::block(&self.refused, UNUSED, lang)).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = record::grid();
        let targets = self.targets.iter();
        grid.rows.extend(targets.map(|target| record::of_target(target.target, &target.verdict, lang)));
        grid.rows.extend(self.refused.iter().map(|row| record::of_refused(row, lang)));
        grid
    }
}

impl EvaluatedPlan {
    /// How many targets have which status.
    fn count(&self, lang: Lang) -> String {
        let of = |status: Option<TargetStatus>| {
            let statuses = self.targets.iter().map(|target| target.verdict.outcome.determined().copied());
            statuses.filter(|other| *other == status).count()
        };
        let names = TargetStatus::ALL.iter().map(|status| (of(Some(*status)), status.say(lang).to_string()));
        let names = names.chain([(of(None), lang.pick("无法判定", "undetermined").to_owned())]);
        let counts = names.filter(|(count, _)| *count > 0).map(|(count, name)| match lang {
            Lang::Zh => format!("{name}{count}项"),
            Lang::En => format!("{count} {name}"),
        });
        counts.collect::<Vec<_>>().join(lang.pick("，", ", "))
    }
}

/// The name of the column of numbers or ids, and whether it holds numbers only.
fn first_column<'a>(mut targets: impl Iterator<Item = &'a Target>, lang: Lang) -> (&'static str, bool) {
    if targets.all(|target| target.no.is_some()) {
        (lang.pick("序号", "no"), true)
    } else {
        (lang.pick("序号或编号", "no or id"), false)
    }
}

/// The serial number in the printed table, or the id of a target of the text.
fn no_or_id(target: &Target) -> String {
    target.no.map_or_else(|| target.id.to_owned(), |no| no.to_string())
}

/// Reasons, findings and notes: the sentence without its outcome.
fn why(assessment: &Assessment<'_>, lang: Lang) -> String {
    let verdict = &assessment.verdict;
    let reasons = verdict.outcome.reasons().iter().map(|reason| reason.say(lang).to_string());
    let findings = verdict.findings.iter().map(|finding| finding.say(lang).to_string());
    let notes = verdict.notes.iter().map(|note| note.say(lang).to_string());
    let parts = reasons.chain(findings).chain(notes);
    parts.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// The footnote of the table, if there is one.
fn footnote(target: &Target, lang: Lang) -> Option<String> {
    (!target.footnote.is_empty()).then(|| Note::Footnote(target.footnote).say(lang).to_string())
}
