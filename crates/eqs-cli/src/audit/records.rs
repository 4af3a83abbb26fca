//! The report as records: one a part of a claim.

use eqs::audit::load::RefusedRow;
use eqs::audit::{Amount, Input, Part};
use eqs::{End, Interval, Lang, Phrase as _};

use super::report::{Entry, Report};
use crate::table::Grid;

/// The columns.
const HEADER: [&str; 34] = [
    "document",
    "id",
    "part",
    "line",
    "medium",
    "rule",
    "status",
    "strength",
    "part_status",
    "part_strength",
    "words",
    "quote",
    "place",
    "indicator",
    "statistic",
    "period",
    "relation",
    "value",
    "unit",
    "bound",
    "printed_low",
    "printed_low_included",
    "printed_high",
    "printed_high_included",
    "computed_exact",
    "computed_low",
    "computed_low_included",
    "computed_high",
    "computed_high_included",
    "computed_unit",
    "inputs",
    "missing",
    "sentence_zh",
    "sentence_en",
];

impl Report {
    /// The records; what has no code is said in `lang`.
    pub(super) fn grid(&self, lang: Lang) -> Grid {
        let mut grid = Grid::new(&HEADER);
        for entry in &self.results {
            let parts = entry.audited.parts.iter().zip(1_u32..);
            grid.rows.extend(parts.map(|(part, number)| of_part(entry, part, number, lang)));
        }
        grid.rows.extend(self.refused.iter().map(of_row));
        grid
    }
}

fn of_part(entry: &Entry, part: &Part, number: u32, lang: Lang) -> Vec<String> {
    let result = &entry.audited;
    let (key, amount, computed) = (part.subject, part.amount, part.computed);
    let of_amount = |cell: fn(Amount) -> String| amount.map_or_else(String::new, cell);
    let missing: Vec<_> = part.missing.iter().map(|missing| missing.say(lang).to_string()).collect();
    let mut cells = vec![
        result.source.document.to_owned(),
        result.id.clone(),
        number.to_string(),
        result.source.line.to_string(),
        result.medium.to_string(),
        part.rule.to_string(),
        result.status.to_string(),
        result.strength.map_or_else(String::new, |strength| strength.to_string()),
        part.status.to_string(),
        part.strength.map_or_else(String::new, |strength| strength.to_string()),
        result.words.to_owned(),
        result.source.quote.to_owned(),
        key.place.to_string(),
        key.indicator.to_string(),
        key.statistic.to_string(),
        key.period.say(Lang::En).to_string(),
        part.stated.to_string(),
        of_amount(value),
        of_amount(|amount| amount.quantity.unit.to_string()),
        of_amount(|amount| amount.bound.to_string()),
    ];
    cells.extend(ends(part.printed));
    cells.push(
        computed.and_then(|computed| computed.exact).map_or_else(String::new, |exact| exact.to_string()),
    );
    cells.extend(ends(computed.map(|computed| computed.interval)));
    cells.push(computed.map_or_else(String::new, |computed| computed.unit.to_string()));
    cells.push(part.inputs.iter().map(input).collect::<Vec<_>>().join("; "));
    cells.push(missing.join(lang.pick("；", "; ")));
    cells.extend([entry.sentence_zh.clone(), entry.sentence_en.clone()]);
    cells
}

/// A refused row: its status, and where and why it is refused.
fn of_row(row: &RefusedRow) -> Vec<String> {
    let cell = |name: &&str| match *name {
        "status" => "refused".to_owned(),
        "sentence_zh" => row.say(Lang::Zh).to_string(),
        "sentence_en" => row.say(Lang::En).to_string(),
        _ => String::new(),
    };
    HEADER.iter().map(cell).collect()
}

fn value(amount: Amount) -> String {
    let low = amount.quantity.value;
    amount.high.map_or_else(|| low.to_string(), |high| format!("{low}–{high}"))
}

/// Both ends, each with whether it belongs to the interval; empty where there is none.
fn ends(interval: Option<Interval>) -> [String; 4] {
    let cells = |end: Option<End>| match end {
        Some(end) => [end.value.to_string(), end.included.to_string()],
        None => [String::new(), String::new()],
    };
    let [low, low_included] = cells(interval.and_then(Interval::low));
    let [high, high_included] = cells(interval.and_then(Interval::high));
    [low, low_included, high, high_included]
}

/// `beijing PM2.5 annual_mean 2023: 32 µg/m³ printed (bulletin-2024 OBS-0216)`, in codes.
fn input(input: &Input) -> String {
    let key = input.key;
    let printed = input.printed.map_or_else(|| input.interval.to_string(), value);
    let sources: Vec<_> =
        input.sources.iter().map(|source| format!("{} {}", source.document, source.id)).collect();
    let (period, unit, basis) = (key.period.say(Lang::En), input.unit, input.basis);
    let sources = if sources.is_empty() { String::new() } else { format!(" ({})", sources.join(", ")) };
    format!("{} {} {} {period}: {printed} {unit} {basis}{sources}", key.place, key.indicator, key.statistic)
}
