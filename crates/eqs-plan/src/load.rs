//! Plans of any place, from files that a program hands over; what the files have in common stands in
//! [`eqs_core::load`].
//!
//! A directory holds, each as CSV or JSON:
//!
//! | file | columns | needed |
//! |---|---|---|
//! | `plans` | those of [`Plan::HEADER`] | all but `document`, `number`, `issued` |
//! | `targets/<plan>` | those of [`Target::HEADER`] | `id`, `medium`, `place`, `indicator`, `statistic`, `unit`, `comparator`, and `target` where that takes a number |
//! | `links` | `lower,upper,relation` | all, if there is the file |
//!
//! The name of a file of targets without the ending is the code of its plan. An empty `document` of a plan is its code;
//! of a target, that of its plan. An empty `line` is the line of the file, an empty `observed_at` the place, an empty
//! `modality` `none`, an empty `name` the Chinese name of the indicator. A `due` of a year is its last day; a `base_period`
//! is a year, a year with its figure (`2020:38`), or `peak`. Other files
//! of the directory are those of other crates; one with `observations` needs no plan.
//!
//! A file that cannot be read as a whole is an error. A bad row is a [`RefusedRow`], and the others stay; a plan
//! without a target goes.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use eqs_core::load::{Declared, InputFile, Position, Problem, RefusedRow, folder, single};
use eqs_core::{Bound, Observation, Period, Quantity};

use self::links::{LINKS, link};
use self::problem::Own;
use self::targets::{PLANS, TARGETS};
use crate::link::Link;
use crate::plan::Plan;
use crate::target::{Base, Target};

mod links;
mod problem;
mod targets;

/// What the files hold.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_core::load::{Declared, InputFile};
/// use eqs_plan::load::load;
///
/// let file = |path: &str, text: &str| InputFile { path: path.into(), bytes: text.into() };
/// let files = [
///     file("plans.csv", "code,title_zh,title_en,first_year,last_year\nlake,湖泊规划,plan of the lake,2026,2030\n"),
///     file(
///         "targets/lake.csv",
///         "id,medium,place,indicator,statistic,unit,comparator,target,due\n\
///          L-1,大气,上海市,PM2.5,年均值,µg/m³,不高于,28,2030\n",
///     ),
/// ];
/// let directory = load(&files, &Declared::default())?;
/// let target = directory.plan("lake").and_then(|plan| plan.target_of_id("L-1")).unwrap();
/// assert_eq!(target.due, NaiveDate::from_ymd_opt(2030, 12, 31));
/// # Ok::<(), eqs_core::load::RefusedRow>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Directory {
    plans: Vec<&'static Plan>,
    links: Vec<Link>,
    refused: Vec<RefusedRow>,
}

/// Reads the files of a directory, in whatever order; see the [module](mod@crate::load).
///
/// # Errors
/// [`RefusedRow`] if there is no file `plans` although there are targets, or neither plans nor observations,
/// or a file cannot be read as a whole. Bad rows are no errors: see
/// [`Directory::refused`].
pub fn load(files: &[InputFile], declared: &Declared) -> Result<Directory, RefusedRow> {
    let Some(file) = single(files, "plans")? else {
        // Figures without plans are evidence for those that are shipped.
        let has = |name| Ok::<_, RefusedRow>(!folder(files, name)?.is_empty());
        if has("targets")? || !has("observations")? {
            return Err(RefusedRow::whole("plans".to_string(), None, Problem::beside(&Own::NoPlans)));
        }
        let mut directory = Directory::default();
        directory.take_links(files, declared)?;
        return Ok(directory);
    };
    let sheet = file.sheet(PLANS)?;
    let mut plans = sheet.read("", declared, |cells, _, _| Plan::parse(cells, &[]));
    plans.once("code", |plan| plan.code);
    plans.refuse("code", |plan, _| Plan::of(plan.code).is_ok().then(|| Problem::beside(&Own::Shipped)));

    let mut targets = BTreeMap::new();
    let mut refused = Vec::new();
    for file in folder(files, "targets")? {
        let Some(plan) = plans.accepted().find(|plan| plan.code == file.document) else {
            let known = plans.accepted().map(|plan| plan.code).collect();
            let problem = Problem::beside(&Own::UnknownPlan { known });
            refused.push(RefusedRow::whole(file.path.to_string(), None, problem));
            continue;
        };
        let sheet = file.sheet(TARGETS)?;
        let years = (plan.first_year, plan.last_year);
        let mut rows =
            sheet.read(plan.document, declared, |cells, _, names| Target::parse(cells, years, names));
        rows.once("id", |target| target.id);
        rows.refuse("id", |target, _| shipped(target.id).map(|_| Problem::beside(&Own::ShippedId)));
        let loaded = rows.loaded();
        refused.extend(loaded.refused);
        targets.insert(plan.code, loaded.rows);
    }
    refuse_strangers(&mut targets, &mut refused);

    let plans = plans.loaded();
    let mut directory = Directory { refused: plans.refused, ..Directory::default() };
    directory.refused.extend(refused);
    for (plan, at) in plans.rows {
        let rows = targets.remove(plan.code).unwrap_or_default();
        let targets: Vec<Target> = rows.into_iter().map(|(target, _)| target).collect();
        if targets.is_empty() {
            directory.refused.push(refuse(&at, "code", plan.code, &Own::NoTargets));
        } else {
            directory.plans.push(Box::leak(Box::new(Plan { targets: targets.leak(), ..plan })));
        }
    }
    directory.take_links(files, declared)?;
    Ok(directory)
}

/// The targets of each plan by its code, and where they stand.
type Targets = BTreeMap<&'static str, Vec<(Target, Position)>>;

/// Refuses targets whose id stands in another file, too, and those that name a target of a higher level that there is
/// none of.
fn refuse_strangers(targets: &mut Targets, refused: &mut Vec<RefusedRow>) {
    let mut first: BTreeMap<&str, Position> = BTreeMap::new();
    let mut set_aside = |at: &Position, column: &str, value: &str, own: &Own| {
        refused.push(refuse(at, column, value, own));
    };
    for rows in targets.values_mut() {
        rows.retain(|(target, at)| {
            let other = first.get(target.id);
            if let Some(other) = other {
                set_aside(at, "id", target.id, &Own::IdElsewhere { first: other.clone() });
                return false;
            }
            first.insert(target.id, at.clone());
            true
        });
    }
    // A target that goes may be the higher one of another.
    loop {
        let ids: Vec<&str> = targets.values().flatten().map(|(target, _)| target.id).collect();
        for rows in targets.values_mut() {
            rows.retain(|(target, at)| {
                let id = target.higher_id;
                let is_known = id.is_empty() || ids.contains(&id) || shipped(id).is_some();
                if !is_known {
                    set_aside(at, "higher", id, &Own::UnknownTarget);
                }
                is_known
            });
        }
        if targets.values().map(Vec::len).sum::<usize>() == ids.len() {
            return;
        }
    }
}

/// A row that is refused for what else is there.
fn refuse(at: &Position, column: &str, value: &str, own: &Own) -> RefusedRow {
    let at = Position { column: Some(column.to_string()), value: Some(value.to_string()), ..at.clone() };
    RefusedRow { at, problem: Problem::beside(own) }
}

/// The shipped target of this id.
fn shipped(id: &str) -> Option<&'static Target> {
    Plan::all().iter().find_map(|plan| plan.target_of_id(id))
}

impl Directory {
    /// The plans, in the order of their file.
    #[must_use]
    pub fn plans(&self) -> &[&'static Plan] {
        &self.plans
    }

    /// The plan of this code.
    #[must_use]
    pub fn plan(&self, code: &str) -> Option<&'static Plan> {
        self.plans.iter().copied().find(|plan| plan.code == code)
    }

    /// The target of this id: one of the directory, else one that is shipped.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&'static Target> {
        self.plans.iter().find_map(|plan| plan.target_of_id(id)).or_else(|| shipped(id))
    }

    /// Which target bounds which; [`Directory::target`] finds both ends.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The figures of base years that the plans print beside their targets (`2020:38`).
    pub fn baselines(&self) -> impl Iterator<Item = Observation<'static>> {
        self.plans.iter().flat_map(|plan| plan.targets()).filter_map(|target| {
            let Some(Base::Year { year, value: Some(value) }) = target.base else { return None };
            Some(Observation {
                place: target.observed_at,
                indicator: target.indicator,
                statistic: target.statistic,
                period: Period::Year(year),
                quantity: Quantity::new(value, target.unit),
                high: None,
                bound: Bound::Exact,
                source: target.source,
            })
        })
    }

    /// The rows that were set aside: those of `plans`, of `targets` and of `links`.
    #[must_use]
    pub fn refused(&self) -> &[RefusedRow] {
        &self.refused
    }

    fn take_links(&mut self, files: &[InputFile], declared: &Declared) -> Result<(), RefusedRow> {
        let Some(file) = single(files, "links")? else { return Ok(()) };
        let sheet = file.sheet(LINKS)?;
        let mut rows = sheet.read("", declared, |cells, _, _| link(cells));
        for (column, end) in
            [("lower", (|link| link.lower) as fn(&Link) -> &str), ("upper", |link| link.upper)]
        {
            rows.refuse(column, |link, _| {
                self.target(end(link)).is_none().then(|| Problem::beside(&Own::UnknownTarget))
            });
        }
        let rows = rows.loaded();
        self.refused.extend(rows.refused);
        self.links = rows.rows.into_iter().map(|(link, _)| link).collect();
        Ok(())
    }
}
