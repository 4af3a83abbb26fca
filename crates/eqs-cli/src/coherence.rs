//! `eqs plan check`: whether targets fit those that they depend on.

mod args;

use eqs::audit::Status;
use eqs::load::RefusedRow;
use eqs::plan::{Coherence, LinkKind, Policy, Target, coherence};
use eqs::{Lang, Observation, Phrase as _};
use serde::Serialize;

pub(crate) use self::args::CheckArgs;
use crate::directory::{self, Unused};
use crate::error::CliError;
use crate::format::{Answer, Format};
use crate::known::Known;
use crate::shipped;
use crate::table::{Block, Grid};

/// What does not become of refused rows.
const UNUSED: Unused = ("核对", "checked");

/// What an editor has to look at comes first.
const ORDER: [Status; 3] = [Status::Contested, Status::Undecidable, Status::Confirmed];

/// Links that were asked for.
#[derive(Serialize)]
pub(crate) struct Checked {
    policy: Policy,
    /// The counts of all statuses, whatever statuses are shown.
    summary: Vec<Count>,
    links: Vec<Entry>,
    /// Figures of the user that no target uses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unused: Vec<Observation<'static>>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "directory::serialize")]
    refused: Vec<RefusedRow>,
}

/// How many links of a kind have which status.
#[derive(Serialize)]
struct Count {
    kind: LinkKind,
    confirmed: usize,
    contested: usize,
    undecidable: usize,
}

/// A link with its sentence.
#[derive(Serialize)]
struct Entry {
    status: Status,
    #[serde(flatten)]
    found: Coherence<'static>,
    sentence_zh: String,
    sentence_en: String,
}

/// Checks the links of a request, those of a directory first, by all figures that are shipped and those of the user.
pub(crate) fn check(request: &CheckArgs, format: Format, lang: Lang) -> Result<Checked, CliError> {
    let known = Known::of(&request.directory, request.evidence.as_deref())?;
    let plan = request.plan.as_deref().map(|code| known.plan(code)).transpose()?;
    known.warn(UNUSED, format, lang);
    let kinds: Vec<LinkKind> = request.kind.iter().copied().map(LinkKind::from).collect();
    let statuses: Vec<Status> = request.status.iter().copied().map(Status::from).collect();

    let figures: Vec<_> = shipped::figures().chain(known.figures.iter().copied()).collect();
    let policy = Policy::default();
    let is_of_plan = |target: &Target| plan.is_none_or(|plan| plan.target_of_id(target.id).is_some());
    let links = known.links().filter(|(_, lower, upper)| is_of_plan(lower) || is_of_plan(upper));
    let links = links.filter(|(link, ..)| kinds.is_empty() || kinds.contains(&link.kind));
    let links: Vec<_> = links.collect();
    let of = plan.map_or_else(|| lang.pick("从属关系", "any link").to_owned(), |plan| plan.code.to_owned());
    let unused = known.unused(links.iter().flat_map(|(_, lower, upper)| [*lower, *upper]), &of, lang);
    let links =
        links.iter().map(|(link, lower, upper)| coherence(lower, upper, link.kind, &figures, &policy));
    let mut links: Vec<Entry> = links.map(Entry::new).collect();
    let summary = LinkKind::ALL.iter().map(|kind| Count::of(*kind, &links));
    let summary = summary.filter(|count| kinds.is_empty() || kinds.contains(&count.kind)).collect();
    links.retain(|entry| statuses.is_empty() || statuses.contains(&entry.status));
    Ok(Checked { policy, summary, links, unused, refused: known.refused })
}

impl Count {
    fn of(kind: LinkKind, links: &[Entry]) -> Self {
        let of =
            |status| links.iter().filter(|entry| entry.found.kind == kind && entry.status == status).count();
        Self {
            kind,
            confirmed: of(Status::Confirmed),
            contested: of(Status::Contested),
            undecidable: of(Status::Undecidable),
        }
    }

    fn line(&self, lang: Lang) -> String {
        let Self { kind, confirmed, contested, undecidable } = self;
        let all = confirmed.saturating_add(*contested).saturating_add(*undecidable);
        match lang {
            Lang::Zh => {
                format!("{}：共{all}项，相符{confirmed}，存疑{contested}，无法判定{undecidable}", kind.zh())
            }
            Lang::En => format!(
                "{}: {all}, of which {confirmed} confirmed, {contested} contested, {undecidable} undecidable",
                kind.en()
            ),
        }
    }
}

impl Entry {
    fn new(found: Coherence<'static>) -> Self {
        let say = |lang| found.say(lang).to_string();
        Self { status: Status::from(&found), sentence_zh: say(Lang::Zh), sentence_en: say(Lang::En), found }
    }
}

impl Answer for Checked {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let title = lang.pick("目标之间的从属关系", "links between targets by what became of them");
        let lines = self.summary.iter().map(|count| count.line(lang)).collect();
        let mut blocks = vec![Block { title: title.to_owned(), lines, ..Block::default() }];
        blocks.extend(ORDER.into_iter().filter_map(|status| self.links_of(status, lang)));
        blocks.extend(directory::block(&self.refused, UNUSED, lang));
        blocks
    }

    fn records(&self, _: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "kind",
            "status",
            "agreement",
            "obstacles",
            "differences",
            "share",
            "lower",
            "lower_document",
            "lower_line",
            "lower_quote",
            "upper",
            "upper_document",
            "upper_line",
            "upper_quote",
            "sentence_zh",
            "sentence_en",
        ]);
        grid.rows.extend(self.links.iter().map(Entry::record));
        grid
    }
}

impl Checked {
    /// The links with a status, one a line; `None` if there are none.
    fn links_of(&self, status: Status, lang: Lang) -> Option<Block> {
        let entries = self.links.iter().filter(|entry| entry.status == status);
        let lines: Vec<String> =
            entries.map(|entry| lang.pick(&entry.sentence_zh, &entry.sentence_en).to_owned()).collect();
        let count = lines.len();
        let title = match lang {
            Lang::Zh => format!("{}{count}项", status.zh()),
            Lang::En => format!("{count} {}", status.en()),
        };
        (count > 0).then(|| Block { title, lines, ..Block::default() })
    }
}

impl Entry {
    /// The cells of CSV.
    fn record(&self) -> Vec<String> {
        let found = &self.found;
        let mut cells = vec![
            found.kind.to_string(),
            self.status.to_string(),
            found.agreement.map_or_else(String::new, |agreement| agreement.to_string()),
            joined(found.obstacles.iter().map(|obstacle| obstacle.code())),
            joined(found.differences.iter().map(|field| field.code())),
            found.share.map_or_else(String::new, |share| share.to_string()),
        ];
        cells.extend(printed(found.lower));
        cells.extend(printed(found.upper));
        cells.extend([self.sentence_zh.clone(), self.sentence_en.clone()]);
        cells
    }
}

/// Id, document, line and quote.
fn printed(target: &Target) -> [String; 4] {
    let source = target.source;
    [target.id.to_owned(), source.document.to_owned(), source.line.to_string(), source.quote.to_owned()]
}

fn joined<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.collect::<Vec<_>>().join(";")
}
