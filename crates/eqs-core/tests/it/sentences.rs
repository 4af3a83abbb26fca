//! The sentences of verdicts in both languages, one for every variant, and their JSON.
//!
//! To change a sentence on purpose: `INSTA_UPDATE=always cargo test -p eqs-core --all-features`, then read the
//! difference of `snapshots/`.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write};

use eqs_core::{
    Averaging, Bound, Citation, Clause, Comparison, Confirmation, Decimal, Edition, Finding, Fraction,
    Indicator, Judgement, Lang, NaiveDate, Note, Observation, Outcome, Period, Phrase, Place, Pollutants,
    Quantity, Reason, Relation, Rounding, Segment, Source, Statistic, Timeline, TrophicState, Unit, Verdict,
    WaterGrade,
};

/// The text is that of the file in `snapshots/`.
#[track_caller]
fn check(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn findings() {
    let judgements = judgements();
    every_variant("Judgement", judgements.iter().map(|(_, finding)| finding.judgement));
    every_variant("Comparison", judgements.iter().map(|(_, finding)| finding.comparison));
    check("findings", &said(judgements));
}

#[test]
fn reasons() {
    every_variant("Reason", reasons_of_all_kinds().into_iter().map(|(_, reason)| reason));
    check("reasons", &said(reasons_of_all_kinds()));
}

#[test]
fn notes() {
    every_variant("Note", notes_of_all_kinds().into_iter().map(|(_, note)| note));
    check("notes", &said(notes_of_all_kinds()));
}

#[test]
fn verdicts() {
    let finding = |number: usize| judgements()[number].1;
    let determined = Verdict {
        outcome: Outcome::Determined(WaterGrade::IV),
        findings: vec![finding(0), finding(1)],
        notes: vec![
            Note::Missing(Pollutants::default().with(Indicator::CO)),
            Note::NotAssessed(Indicator::TN),
        ],
    };
    let undetermined = Verdict::<WaterGrade> {
        outcome: Outcome::Undetermined(vec![Reason::NothingAssessed, Reason::NoDirection(Indicator::PH)]),
        findings: Vec::new(),
        notes: vec![Note::IndexZero],
    };
    let bare = Verdict::<WaterGrade>::undetermined(Reason::NothingAssessed);
    assert_eq!(determined.outcome.determined(), Some(&WaterGrade::IV));
    assert_eq!(determined.confirmation(), Confirmation::B);
    assert_eq!(undetermined.outcome.reasons().len(), 2);
    assert_eq!(undetermined.confirmation(), Confirmation::A);
    check(
        "verdicts",
        &said([("determined", determined), ("undetermined", undetermined), ("for one reason", bare)]),
    );
}

#[test]
fn quantities() {
    let quantities = Unit::all().map(|unit| (unit.symbol(), Quantity::parse("12.5", unit).unwrap()));
    check("quantities", &said(quantities));
}

#[test]
fn citations() {
    let cite = |edition, clause| Citation::Standard { standard: "GB 3095", edition, clause };
    let (item, table) = (Clause::Table { table: "1", item: "6" }, Clause::Table { table: "A.1", item: "" });
    check(
        "citations",
        &said([
            ("item", cite("2012", item)),
            ("table", cite("2012", table)),
            ("note of a table", cite("2012", Clause::TableNote { table: "1", note: "a" })),
            ("numbered clause", cite("2012", Clause::Section("4.2.2"))),
            ("named section", cite("2012", Clause::Section("Annex A"))),
            ("transition", cite("2026 transition", item)),
            ("final stage", cite("2026 final", Clause::Section("4.4"))),
            ("amendment", cite("2012 amended 2018", Clause::Section("3.14"))),
            ("unknown stage", cite("2012 trial", item)),
            ("document", Citation::Document { document: "plan-beijing-14fyp", line: 202 }),
        ]),
    );
}

#[test]
fn observations() {
    let observe = |statistic, period, value, unit, high: Option<&str>, bound| Observation {
        place: Place::BEIJING,
        indicator: Indicator::of("good_air_days"),
        statistic,
        period,
        quantity: Quantity::parse(value, unit).unwrap(),
        high: high.map(|high| high.parse().unwrap()),
        bound,
        source: Source { document: "bulletin-2024", id: "OBS-1", line: 38, quote: "" },
    };
    let days = |period, high, bound| observe(Statistic::Days, period, "290", Unit::DAY, high, bound);
    let share =
        observe(Statistic::ShareOfDays, Period::Year(2024), "79.2", Unit::PERCENT, None, Bound::About);
    check(
        "observations",
        &said([
            ("exact", days(Period::Year(2024), None, Bound::Exact)),
            ("about", share),
            ("nearly", days(Period::Years(2016, 2020), None, Bound::Nearly)),
            ("above", days(Period::UpTo(2024), None, Bound::Above)),
            ("at least", days(Period::Words("供暖季"), None, Bound::AtLeast)),
            ("range", days(Period::Year(2024), Some("295"), Bound::Exact)),
        ]),
    );
    assert_eq!(share.source.say(Lang::Zh).to_string(), "bulletin-2024 第38行");
    assert_eq!(share.source.say(Lang::En).to_string(), "bulletin-2024 line 38");
}

#[cfg(feature = "serde")]
#[test]
fn json() {
    let verdict = Verdict {
        outcome: Outcome::Determined(WaterGrade::IV),
        findings: judgements().into_iter().map(|(_, finding)| finding).collect(),
        notes: notes_of_all_kinds().into_iter().map(|(_, note)| note).collect(),
    };
    let reasons = reasons_of_all_kinds().into_iter().map(|(_, reason)| reason).collect();
    let outcome = Outcome::<WaterGrade>::Undetermined(reasons);
    check("json_of_a_verdict", &serde_json::to_string_pretty(&verdict).unwrap());
    check("json_of_reasons", &serde_json::to_string_pretty(&outcome).unwrap());
}

/// Findings for every judgement, and for every way of comparing.
fn judgements() -> Vec<(&'static str, Finding)> {
    let half_even = |places| rounded(places, Rounding::HalfEven);
    let full = Comparison::FullValue;
    let met = limit("35", Unit::UG_PER_M3, Relation::AtMost, true, None);
    let exceeded = limit("35", Unit::UG_PER_M3, Relation::AtMost, false, Fraction::new(40, 35));
    let oxygen = limit("5", Unit::MG_PER_L, Relation::AtLeast, false, None);
    let segment = Segment {
        concentration_low: Decimal::ZERO,
        concentration_high: Decimal::new(35, 0),
        index_low: 0,
        index_high: 50,
    };
    let index = |segment, exact, index| Judgement::Index { column: Averaging::Day, segment, exact, index };
    let grade = |grade, class_iii: Option<&str>, multiple, reference_only| Judgement::WaterGrade {
        grade,
        class_iii: class_iii.map(|limit| Quantity::parse(limit, Unit::MG_PER_L).unwrap()),
        multiple,
        reference_only,
    };
    let over = Fraction::new(1, 5);
    let air = |given, compared, comparison, judgement| {
        finding(Indicator::PM2_5, Unit::UG_PER_M3, given, compared, comparison, judgement)
    };
    let water =
        |indicator, given, judgement| finding(indicator, Unit::MG_PER_L, given, given, full, judgement);
    let below = |limit, judgement| {
        let comparison = Comparison::BelowDetectionLimit;
        finding(Indicator::NH3_N, Unit::MG_PER_L, limit, limit, comparison, judgement)
    };
    let converted = Finding {
        given: Quantity::parse("0.0300", Unit::MG_PER_M3).unwrap(),
        ..air("30.0", "30.0", full, met)
    };
    let unconfirmed = Finding { confirmation: Confirmation::B, ..air("27", "27", full, met) };
    let bounded = |bound, high: Option<&str>| Comparison::Bounded {
        bound,
        high: high.map(|high| high.parse().unwrap()),
    };
    vec![
        ("limit met, one source", unconfirmed),
        ("statistic", Finding { statistic: Some(Statistic::AnnualMean), ..unconfirmed }),
        ("limit exceeded after rounding", air("75.4", "75", half_even(0), exceeded)),
        ("limit exceeded, no multiple", water(Indicator::DO, "4.2", oxygen)),
        ("places appended", air("27", "27.0", half_even(1), met)),
        ("converted", converted),
        ("rounded up", air("27.2", "28", rounded(0, Rounding::Up), met)),
        ("truncated", air("27.8", "27", rounded(0, Rounding::Truncate), met)),
        ("bound", air("30", "30", bounded(Bound::About, None), met)),
        ("range", air("30", "30", bounded(Bound::Exact, Some("32")), met)),
        ("index", air("17", "17", full, index(Some(segment), Fraction::new(170, 7).unwrap(), 25))),
        ("whole index", air("35", "35", full, index(Some(segment), Fraction::from(50), 50))),
        ("index above the last node", air("620", "620", full, index(None, Fraction::from(500), 500))),
        ("water grade", water(Indicator::NH3_N, "0.8", grade(WaterGrade::III, Some("1.0"), None, false))),
        (
            "water grade exceeded",
            water(Indicator::NH3_N, "1.20", grade(WaterGrade::IV, Some("1.0"), over, false)),
        ),
        ("not detected", below("0.05", grade(WaterGrade::I, Some("1.0"), None, false))),
        (
            "not detected, open",
            below(
                "5",
                Judgement::WaterGrades {
                    best: WaterGrade::I,
                    worst: WaterGrade::WorseThanV,
                    reference_only: false,
                },
            ),
        ),
        ("no limit of class III", water(Indicator::NH3_N, "1.20", grade(WaterGrade::IV, None, over, false))),
        (
            "reference item",
            water(Indicator::TN, "3", grade(WaterGrade::WorseThanV, Some("1.0"), Fraction::new(2, 1), true)),
        ),
        (
            "trophic state",
            finding(
                Indicator::of("trophic_level_index"),
                Unit::NONE,
                "50.0001",
                "50.0001",
                full,
                Judgement::TrophicState(TrophicState::LightlyEutrophic),
            ),
        ),
    ]
}

fn reasons_of_all_kinds() -> Vec<(&'static str, Reason)> {
    let air = |value| Quantity::parse(value, Unit::UG_PER_M3).unwrap();
    let edge = |printed, places| Reason::RoundingEdge {
        printed: air(printed),
        limit: air("35"),
        places,
        citation: cite("GB 3095", "2012"),
    };
    let no_limit = |edition| Reason::NoLimit {
        indicator: Indicator::of("Pb"),
        statistic: Statistic::DailyMean,
        standard: "GB 3095",
        edition,
    };
    let not_detected = |limit| Reason::NotDetected {
        indicator: Indicator::NH3_N,
        limit,
        best: WaterGrade::I,
        worst: WaterGrade::WorseThanV,
    };
    let no_observation = |year| Reason::NoObservation {
        indicator: Indicator::PM2_5,
        statistic: Statistic::AnnualMean,
        place: Place::BEIJING,
        year,
    };
    let standard =
        |grade| Reason::StandardNotEvaluated { standard: "GB 3095", standard_en: "GB 3095", grade };
    vec![
        ("nothing assessed", Reason::NothingAssessed),
        (
            "missing, not above 100",
            Reason::MissingNotAbove100 {
                missing: Pollutants::default().with(Indicator::O3),
                index: 80,
                rule: cite("HJ 633", "2012"),
            },
        ),
        (
            "no index",
            Reason::NoIndexAbove {
                indicator: Indicator::O3,
                column: Averaging::EightHours,
                node: air("800"),
                rule: cite("HJ 633", "2012"),
            },
        ),
        ("impossible", Reason::Impossible(air("-5"))),
        ("rounding edge, whole number", edge("35", 0)),
        ("rounding edge, one place", edge("35.0", 1)),
        ("rounding edge, two places", edge("35.00", 2)),
        ("no limit", no_limit("2012")),
        ("no limit in a stage", no_limit("2026 transition")),
        ("not in force", Reason::NotInForce(GB3095.on(day(2015, 12, 31)).unwrap_err())),
        ("no observation", no_observation(None)),
        ("no observation of a year", no_observation(Some(2024))),
        ("bound does not decide", Reason::BoundDoesNotDecide { given: air("35"), limit: air("35") }),
        ("conflict", Reason::Conflict { one: air("30.5"), other: air("31") }),
        ("wrong unit", Reason::WrongUnit { given: air("30.5"), needed: Unit::of("percentage_point") }),
        ("before the period", Reason::BeforePeriod(Period::Years(2021, 2025))),
        ("no direction", Reason::NoDirection(Indicator::PH)),
        (
            "too little data",
            Reason::TooLittleData {
                indicator: Indicator::PM2_5,
                statistic: Statistic::AnnualMean,
                rule: Some(cite("GB 3095", "2012")),
            },
        ),
        (
            "no data",
            Reason::TooLittleData {
                indicator: Indicator::PM2_5,
                statistic: Statistic::AnnualMean,
                rule: None,
            },
        ),
        ("too few values", Reason::TooFewValues { indicator: Indicator::NH3_N, given: 7, least: 8 }),
        ("not detected", not_detected(Some(Quantity::parse("5", Unit::MG_PER_L).unwrap()))),
        ("not detected, no limit", not_detected(None)),
        ("no saturation", Reason::NoSaturation),
        ("sections", Reason::PartsUndetermined { undetermined: 1, parts: 6 }),
        ("no due day", Reason::NoDueDay),
        ("standard not evaluated", standard("")),
        ("grade of a standard not evaluated", standard("2")),
        (
            "requirement not given",
            Reason::RequirementNotGiven { level: "国家", level_en: "the national level" },
        ),
        ("no path", Reason::NoPath),
        ("too few years", Reason::TooFewYears),
        ("no growth rate", Reason::NoGrowthRate { year: 2020 }),
        ("due day passed", Reason::DueDayPassed),
        ("year not over", Reason::YearNotOver { year: 2021 }),
        ("peak not known", Reason::PeakNotKnown { highest: air("35") }),
        ("condition only", Reason::ConditionOnly),
        ("nothing measurable", Reason::NothingMeasurable),
    ]
}

#[expect(clippy::too_many_lines, reason = "one entry a note")]
fn notes_of_all_kinds() -> Vec<(&'static str, Note)> {
    let (indicator, rule) = (Indicator::O3, cite("HJ 633", "2012"));
    let node = Quantity::parse("800", Unit::UG_PER_M3).unwrap();
    let used = |value, unit, high: Option<&str>, bound| Note::Used {
        period: Period::Year(2024),
        quantity: Quantity::parse(value, unit).unwrap(),
        high: high.map(|high| high.parse().unwrap()),
        bound,
    };
    vec![
        (
            "reference state",
            Note::ReferenceState {
                given: eqs_core::ReferenceState::Reference,
                limit: eqs_core::ReferenceState::Standard,
                rule: cite("GB 3095", "2012"),
            },
        ),
        (
            "mixed states",
            Note::MixedStates {
                before: eqs_core::ReferenceState::Standard,
                after: eqs_core::ReferenceState::Reference,
                from: NaiveDate::from_ymd_opt(2018, 9, 1).unwrap(),
                limit: eqs_core::ReferenceState::Reference,
                rule: cite("GB 3095", "2012 amended 2018"),
            },
        ),
        ("missing", Note::Missing([Indicator::NO2, Indicator::CO, Indicator::O3].into_iter().collect())),
        (
            "not monitored",
            Note::NotMonitored {
                pollutants: [Indicator::SO2, Indicator::CO].into_iter().collect(),
                rule: Some(rule),
            },
        ),
        (
            "not monitored, no rule",
            Note::NotMonitored { pollutants: Pollutants::default().with(indicator), rule: None },
        ),
        ("no index", Note::NoIndexAbove { indicator, column: Averaging::EightHours, node, rule }),
        ("missing entry", Note::MissingEntry { indicator, column: Averaging::EightHours }),
        ("index zero", Note::IndexZero),
        ("not assessed", Note::NotAssessed(Indicator::TN)),
        ("no detection limit", Note::NoDetectionLimit(Indicator::NH3_N)),
        ("half a detection limit", Note::HalfDetectionLimit(Indicator::NH3_N)),
        (
            "doubtful unit",
            Note::UnitDoubtful {
                indicator: Indicator::TP,
                given: Quantity::parse("150", Unit::MG_PER_L).unwrap(),
            },
        ),
        (
            "tolerance",
            Note::Tolerance {
                word: "左右",
                word_en: "about",
                tolerance: Quantity::parse("5", Unit::PERCENT).unwrap(),
            },
        ),
        (
            "threshold",
            Note::Threshold {
                word: "基本消除",
                word_en: "basically eliminate",
                relation: Relation::AtMost,
                threshold: Quantity::parse("1", Unit::PERCENT).unwrap(),
            },
        ),
        ("footnote", Note::Footnote("最终以国家核定结果为准")),
        (
            "reading",
            Note::Reading {
                word: "稳步提升",
                word_en: "improve steadily",
                zh: "逐年不降",
                en: "never worse than the year before",
            },
        ),
        (
            "nuclide analysis",
            Note::NuclideAnalysis {
                indicator: Indicator::of("gross_alpha"),
                guide_value: Quantity::parse("0.5", Unit::of("Bq/L")).unwrap(),
                rule: cite("GB/T 14848", "2017"),
            },
        ),
        (
            "too few",
            Note::TooFew {
                what: "监测点数",
                what_en: "monitoring points",
                given: 2,
                needed: 3,
                rule: cite("GB/T 14848", "2017"),
                confirmation: Confirmation::B,
            },
        ),
        ("used", used("30.5", Unit::UG_PER_M3, None, Bound::Exact)),
        ("bound used", used("290", Unit::DAY, None, Bound::Above)),
        ("range used", used("30", Unit::UG_PER_M3, Some("32"), Bound::Exact)),
    ]
}

fn finding(
    indicator: Indicator,
    unit: Unit,
    given: &str,
    compared: &str,
    comparison: Comparison,
    judgement: Judgement,
) -> Finding {
    Finding {
        indicator,
        statistic: None,
        given: Quantity::parse(given, unit).unwrap(),
        compared: Quantity::parse(compared, unit).unwrap(),
        comparison,
        judgement,
        citation: cite("GB 3095", "2012"),
        confirmation: Confirmation::A,
    }
}

fn limit(limit: &str, unit: Unit, relation: Relation, met: bool, multiple: Option<Fraction>) -> Judgement {
    Judgement::Limit { limit: Quantity::parse(limit, unit).unwrap(), relation, met, multiple }
}

fn rounded(places: u8, rounding: Rounding) -> Comparison {
    Comparison::Rounded { places, rounding, rule: cite("HJ 663", "2013") }
}

fn cite(standard: &'static str, edition: &'static str) -> Citation {
    Citation::Standard { standard, edition, clause: Clause::Table { table: "1", item: "6" } }
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

static EDITIONS: [Edition; 1] = [Edition {
    standard: "GB 3095",
    name: "2012",
    title_zh: "环境空气质量标准",
    title_en: "Ambient air quality standards",
    issued: None,
    first_day: day(2016, 1, 1),
    replaces: "",
    read_at: "",
    confirmation: Confirmation::A,
    checked_on: day(2026, 11, 22),
}];
static GB3095: Timeline = Timeline::new(&EDITIONS);

/// What every phrase says, under its name.
fn said<P: Phrase>(phrases: impl IntoIterator<Item = (&'static str, P)>) -> String {
    let mut text = String::new();
    for (name, phrase) in phrases {
        writeln!(text, "{name}\n  {}\n  {}", phrase.say(Lang::Zh), phrase.say(Lang::En)).unwrap();
    }
    text
}

/// The values hold every variant that the source declares for the enum.
#[track_caller]
fn every_variant<T: Debug>(name: &str, values: impl Iterator<Item = T>) {
    let word =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("").to_string();
    let source = concat!(
        include_str!("../../src/finding.rs"),
        include_str!("../../src/reason.rs"),
        include_str!("../../src/note.rs"),
    );
    let (_, declaration) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let declared: BTreeSet<String> = declaration
        .lines()
        .take_while(|line| *line != "}")
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(word)
        .collect();
    assert_eq!(values.map(|value| word(&format!("{value:?}"))).collect::<BTreeSet<_>>(), declared);
}
