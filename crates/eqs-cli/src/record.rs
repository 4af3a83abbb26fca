//! Figures and targets as records with one header, so that `eqs --format csv` is one table.

use eqs::load::RefusedRow;
use eqs::observation::Judged;
use eqs::plan::{Target, TargetStatus};
use eqs::{
    Bound, Comparison, Confirmation, Decimal, Lang, Observation, Outcome, Phrase as _, Quantity, Verdict,
};

use crate::annotate::reason;
use crate::bulletin::JudgedFigure;
use crate::judgement::{Parts, deciding};
use crate::table::Grid;

/// The columns.
const HEADER: [&str; 16] = [
    "document",
    "id",
    "line",
    "place",
    "indicator",
    "statistic",
    "period",
    "value",
    "unit",
    "bound",
    "outcome",
    "limit",
    "multiple",
    "rule",
    "reason",
    "confirmation",
];

/// No records yet.
pub(crate) fn grid() -> Grid {
    Grid::new(&HEADER)
}

/// A figure of a bulletin.
pub(crate) fn of_figure(figure: &JudgedFigure, lang: Lang) -> Vec<String> {
    let observation = &figure.figure.observation;
    let parts = Parts::new(figure.judged.as_ref(), lang);
    let outcome = match &figure.judged {
        None => String::new(),
        Some(Judged::Air(Verdict { outcome: Outcome::Determined(attainment), .. })) => attainment.to_string(),
        Some(Judged::Water(Verdict { outcome: Outcome::Determined(water), .. })) => water.grade.to_string(),
        Some(_) => UNDETERMINED.to_owned(),
    };
    vec![
        observation.source.document.to_owned(),
        observation.source.id.to_owned(),
        observation.source.line.to_string(),
        observation.place.to_string(),
        observation.indicator.to_string(),
        observation.statistic.to_string(),
        observation.period.say(Lang::En).to_string(),
        range(observation.quantity.value, observation.high),
        observation.quantity.unit.to_string(),
        observation.bound.to_string(),
        outcome,
        parts.limit,
        parts.multiple,
        parts.rule,
        parts.reason,
        grade(parts.confirmation),
    ]
}

/// A target of a plan; its value is the figure that decided.
pub(crate) fn of_target(target: &Target, verdict: &Verdict<TargetStatus>, lang: Lang) -> Vec<String> {
    let parts = Parts::of(verdict, lang, |status| status.code().to_owned());
    let finding = deciding(verdict);
    let figure = finding.map(|finding| finding.given);
    let (bound, high) = finding.map_or((None, None), |finding| match finding.comparison {
        Comparison::Bounded { bound, high } => (Some(bound), high),
        _ => (Some(Bound::Exact), None),
    });
    let outcome = match verdict.outcome {
        Outcome::Determined(status) => status.code(),
        Outcome::Undetermined(_) => UNDETERMINED,
    };
    vec![
        target.source.document.to_owned(),
        target.id.to_owned(),
        target.source.line.to_string(),
        target.place.to_string(),
        target.indicator.to_string(),
        target.statistic.to_string(),
        target.due.map_or_else(String::new, |day| day.to_string()),
        figure.map_or_else(String::new, |figure| range(figure.value, high)),
        figure.map_or_else(String::new, |figure| figure.unit.to_string()),
        bound.map_or_else(String::new, |bound| bound.to_string()),
        outcome.to_owned(),
        parts.limit,
        parts.multiple,
        parts.rule,
        reason(verdict, lang),
        grade(parts.confirmation),
    ]
}

/// A refused row of the user: where and why it is refused.
pub(crate) fn of_refused(row: &RefusedRow, lang: Lang) -> Vec<String> {
    let cell = |name: &&str| match *name {
        "outcome" => "refused".to_owned(),
        "reason" => row.say(lang).to_string(),
        _ => String::new(),
    };
    HEADER.iter().map(cell).collect()
}

fn grade(confirmation: Option<Confirmation>) -> String {
    confirmation.map_or_else(String::new, |grade| grade.to_string())
}

/// The value of a figure with its unit, for reading.
pub(crate) fn value(observation: &Observation<'_>, lang: Lang) -> String {
    let quantity = observation.quantity;
    match observation.high {
        None => quantity.say(lang).to_string(),
        Some(high) => format!("{}–{}", quantity.value, Quantity::new(high, quantity.unit).say(lang)),
    }
}

/// The value of a figure without its unit.
fn range(low: Decimal, high: Option<Decimal>) -> String {
    high.map_or_else(|| low.to_string(), |high| format!("{low}–{high}"))
}

const UNDETERMINED: &str = "undetermined";
