//! The shipped plans are one instance of the format.

use eqs_core::Confirmation;
use eqs_plan::{Base, Plan, Target};
use serde_json::{Map, Value};

use super::loaded;

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// The cells of a target.
fn row(target: &Target) -> Vec<String> {
    let base = target.base.map(|base| match base {
        Base::Year { year, value: None } => year.to_string(),
        Base::Year { year, value: Some(value) } => format!("{year}:{value}"),
        Base::Peak => "peak".to_owned(),
    });
    let higher = target.higher.map(|level| match target.higher_id {
        "" => level.to_string(),
        id => format!("{level}:{id}"),
    });
    let cells = [
        target.id,
        target.source.document,
        &target.source.line.to_string(),
        &text(target.no),
        target.medium.code(),
        target.place.code(),
        target.observed_at.code(),
        target.indicator.symbol(),
        target.statistic.code(),
        target.unit.symbol(),
        &text(base),
        target.comparator.code(),
        &text(target.value),
        &text(target.high),
        &text(target.due),
        &text(target.modality),
        &text(target.standard),
        target.grade,
        &text(higher),
        target.footnote,
        target.note,
        target.name,
        target.source.quote,
    ];
    cells.map(str::to_owned).into()
}

/// From the rows of a file to its text.
type Form = fn(&str, &[Vec<String>]) -> String;

fn csv(header: &str, rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
    core::iter::once(header.to_owned()).chain(lines).collect::<Vec<_>>().join("\r\n")
}

/// Numbers of lines as numbers, empty cells not at all.
fn json(header: &str, rows: &[Vec<String>]) -> String {
    let object = |row: &Vec<String>| {
        let cells = header.split(',').zip(row).filter(|(_, cell)| !cell.is_empty());
        let entries = cells.map(|(name, cell)| {
            let value =
                if name == "line" { cell.parse::<u16>().unwrap().into() } else { cell.as_str().into() };
            (name.to_owned(), value)
        });
        Value::Object(entries.collect::<Map<_, _>>())
    };
    rows.iter().map(object).collect::<Value>().to_string()
}

#[test]
fn the_shipped_plans_survive_a_round_trip() {
    for (ending, form) in [("csv", csv as Form), ("json", json)] {
        let plans = Plan::all().iter().map(|plan| {
            let (first, last) = (plan.first_year.to_string(), plan.last_year.to_string());
            // The code of a shipped plan would be refused, and the id of a shipped target.
            let code = format!("copy-{}", plan.code);
            let issued = text(plan.issued);
            let cells =
                [&code, plan.title_zh, plan.title_en, plan.document, plan.number, &issued, &first, &last];
            cells.map(str::to_owned).into()
        });
        let plans = form(Plan::HEADER, &plans.collect::<Vec<Vec<String>>>());
        let mut files = vec![(format!("plans.{ending}"), plans)];
        files.extend(Plan::all().iter().map(|plan| {
            let rows = plan.targets().iter().map(|target| {
                let mut cells = row(target);
                cells[0] = format!("COPY-{}", cells[0]);
                cells
            });
            let rows: Vec<_> = rows.collect();
            (format!("targets/copy-{}.{ending}", plan.code), form(Target::HEADER, &rows))
        }));
        let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let directory = loaded(&files);
        assert_eq!(directory.refused(), [], "{ending}");
        assert_eq!(directory.plans().len(), Plan::all().len());
        for (copy, plan) in directory.plans().iter().zip(Plan::all()) {
            assert_eq!(copy.code.strip_prefix("copy-"), Some(plan.code));
            let facts = |plan: &Plan| {
                (
                    plan.title_zh,
                    plan.title_en,
                    plan.document,
                    plan.number,
                    plan.issued,
                    plan.first_year,
                    plan.last_year,
                )
            };
            assert_eq!(facts(copy), facts(plan), "{ending}");
            assert_eq!(copy.targets().len(), plan.targets().len(), "{ending}");
            for (copy, target) in copy.targets().iter().zip(plan.targets()) {
                assert_eq!(copy.id.strip_prefix("COPY-"), Some(target.id));
                let mut renamed = *copy;
                (renamed.id, renamed.source.id) = (target.id, target.source.id);
                // What a program loads is of grade B: nobody here has read its document.
                assert_eq!(copy.confirmation, Confirmation::B);
                renamed.confirmation = Confirmation::A;
                assert_eq!(renamed, *target, "{ending}");
            }
        }
    }
}
