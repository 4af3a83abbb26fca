//! Bases that no document prints.

use eqs_audit::{Basis, Remark, Status};

use crate::given::{audit, claims, fate_of, figures, part, statuses};

const NOW: &str = "beijing PM2.5 annual_mean 2021 33 µg/m³";
const LATER: &str = "beijing PM2.5 annual_mean 2024 30.5 µg/m³";
const FELL: &str = "change beijing PM2.5 annual_mean 2021 decrease 63.1 % base=2013";
const FELL_LATER: &str = "change beijing PM2.5 annual_mean 2024 decrease 65.9 % base=2013";

#[test]
fn two_statements_that_agree_on_the_base_confirm_each_other() {
    let results = audit(&figures(&[NOW, LATER]), &claims(&[FELL, FELL_LATER]));
    assert_eq!(statuses(&results), [("C1", Status::Confirmed), ("C2", Status::Confirmed)]);
    for result in &results {
        let [part] = &result.parts[..] else { panic!("one part") };
        // What the other one implies is an input, and what it implies itself is none.
        let implied: Vec<_> = part.inputs.iter().filter(|input| input.basis == Basis::Implied).collect();
        assert_eq!(implied.len(), 1);
        assert!(implied[0].sources.iter().all(|source| source.id != result.id));
        assert!(part.inputs.iter().all(|input| input.printed.is_none() == (input.basis == Basis::Implied)));
        assert!(part.remarks.iter().any(|remark| matches!(remark, Remark::Implies(_))));
    }
}

#[test]
fn two_statements_that_imply_disjoint_bases_contest_each_other() {
    let other = FELL_LATER.replace("65.9", "55.9");
    let results = audit(&figures(&[NOW, LATER]), &claims(&[FELL, &other]));
    assert_eq!(statuses(&results), [("C1", Status::Contested), ("C2", Status::Contested)]);
    // Nobody can tell which of the two is the wrong one.
    for result in &results {
        assert_eq!(fate_of(&result.parts[0]), "contested possible");
    }
}

#[test]
fn a_printed_base_goes_before_an_implied_one() {
    let base = "beijing PM2.5 annual_mean 2013 89.5 µg/m³";
    let other = FELL_LATER.replace("65.9", "55.9");
    let results = audit(&figures(&[NOW, LATER, base]), &claims(&[FELL, &other]));
    assert_eq!(statuses(&results), [("C1", Status::Confirmed), ("C2", Status::Contested)]);
    assert!(
        results.iter().all(|result| result.parts[0].inputs.iter().all(|input| input.basis == Basis::Printed))
    );
    assert_eq!(fate_of(&results[1].parts[0]), "contested certain");
}

#[test]
fn a_statement_never_supports_itself() {
    let part = part(&[NOW], FELL);
    assert_eq!(part.status, Status::Undecidable);
    // It says what it implies, and does not take it for an input.
    assert!(part.remarks.iter().any(|remark| matches!(remark, Remark::Implies(_))));
    assert!(part.inputs.iter().all(|input| input.basis == Basis::Printed));
}

/// A summary repeats the statements of the chapters, and another document repeats both.
#[test]
fn nor_does_its_repetition() {
    let elsewhere = format!("{FELL} document=plan");
    let results = audit(&figures(&[NOW]), &claims(&[FELL, FELL, &elsewhere]));
    assert!(results.iter().all(|result| result.status == Status::Undecidable), "{:?}", statuses(&results));
    // Another amount for the same change is another statement.
    let other = FELL.replace("63.1", "53.1");
    let results = audit(&figures(&[NOW]), &claims(&[FELL, &other]));
    assert!(results.iter().all(|result| result.status == Status::Contested), "{:?}", statuses(&results));
}

#[test]
fn a_chain_of_statements() {
    let chain = [
        // 2021 ← 2020 ← 2019, and 2021 against 2019 at once.
        "change beijing PM2.5 annual_mean 2021 decrease 5.0 µg/m³ base=2020",
        "change beijing PM2.5 annual_mean 2020 decrease 4.0 µg/m³ base=2019",
        "change beijing PM2.5 annual_mean 2021 decrease 9.0 µg/m³ base=2019",
    ];
    let status = |rows: &[&str]| {
        let results = audit(&figures(&[NOW]), &claims(rows));
        results.iter().map(|result| result.status).collect::<Vec<_>>()
    };
    assert_eq!(status(&chain), [Status::Confirmed; 3]);
    let broken = chain[2].replace("9.0", "19.0");
    assert_eq!(status(&[chain[0], chain[1], &broken])[2], Status::Contested);
    assert_eq!(status(&chain[..2]), [Status::Undecidable; 2]);
}

/// Values below zero and shares above 100 % are cut off what a statement implies.
#[test]
fn implied_values_stay_possible() {
    let share = "beijing water_i_to_iii share_of_sections 2021 2.0 %";
    let claim =
        "change beijing water_i_to_iii share_of_sections 2021 increase 2.0 percentage_point base=2020";
    let part = part(&[share], claim);
    let implied = part.remarks.iter().find_map(|remark| match remark {
        Remark::Implies(input) => Some(input.interval.to_string()),
        _ => None,
    });
    assert_eq!(implied.unwrap(), "[0, 0.1]");
}

#[test]
fn a_change_that_no_base_could_have_had_is_contested() {
    for (figure, claim) in [
        ("good_air_days days 2020 5 d", "good_air_days days 2020 increase 12 d base=2019"),
        (
            "water_i_to_iii share_of_storage 2020 5 %",
            "water_i_to_iii share_of_storage 2020 increase 12.3 percentage_point base=2019",
        ),
        (
            "water_i_to_iii share_of_storage 2020 90 %",
            "water_i_to_iii share_of_storage 2020 decrease 44.1 percentage_point base=2019",
        ),
        ("PM2.5 annual_mean 2020 33 µg/m³", "PM2.5 annual_mean 2020 decrease 120 % base=2019"),
        ("PM2.5 annual_mean 2020 33 µg/m³", "PM2.5 annual_mean 2020 increase 50 µg/m³ base=2019"),
    ] {
        let part = part(&[&format!("beijing {figure}")], &format!("change beijing {claim}"));
        assert_eq!(fate_of(&part), "contested certain", "{claim}");
        assert!(part.remarks.iter().any(|remark| matches!(remark, Remark::NoBase(_))), "{claim}");
    }
}
