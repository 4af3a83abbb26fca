//! GB/T 14848-2017: vectors of indicators, samples and multiples, every edge of every indicator, what is not detected.

mod property;

use eqs_assess::attainment::Attainment;
use eqs_assess::groundwater::{
    GroundWater, GroundWaterCellError, GroundWaterError, GroundWaterFinding, GroundWaterValue,
    PossibleClasses, exceedance_multiple, groundwater, item_classes, meets_class_iii,
};
use eqs_core::{
    Confirmation, Decimal, Indicator, Lang, Measured, Note, Phrase, Quantity, Reason, Relation, Unit,
    Verdict, WaterClass, WaterGrade,
};
use eqs_standards::Requirement;
use eqs_standards::gbt14848::{Gbt14848, GroundWaterItem};
use serde_json::Value;

use crate::vectors::{self, Vector};

fn standard() -> Gbt14848 {
    Gbt14848::named("2017").unwrap()
}

fn item(key: &str) -> &'static GroundWaterItem {
    standard().item_by_key(key).unwrap()
}

fn json(vector: &Vector, column: &str) -> Value {
    serde_json::from_str(vector.column(column)).unwrap()
}

/// A cell of a column.
fn value(key: &str, cell: &str) -> (Indicator, GroundWaterValue) {
    (item(key).indicator, GroundWaterValue::parse(cell, item(key)).unwrap().unwrap())
}

fn sample(cells: &[(&str, &str)]) -> Vec<(Indicator, GroundWaterValue)> {
    cells.iter().map(|(key, cell)| value(key, cell)).collect()
}

fn judge(cells: &[(&str, &str)]) -> Verdict<GroundWater, GroundWaterFinding> {
    groundwater(standard(), &sample(cells)).unwrap()
}

fn classes(key: &str, cell: &str) -> PossibleClasses {
    item_classes(item(key), value(key, cell).1).unwrap()
}

fn class(verdict: &Verdict<GroundWater, GroundWaterFinding>) -> Option<WaterClass> {
    verdict.outcome.determined().map(|water| water.class)
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/gbt14848-vectors.csv"));
    for vector in &vectors {
        match vector.kind.as_str() {
            "groundwater_item" => single(vector),
            "groundwater_overall" => overall(vector),
            "groundwater_exceed_multiple" => multiple(vector),
            other => panic!("{}: no runner for {other}", vector.id),
        }
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    let expected = [("groundwater_exceed_multiple", 2), ("groundwater_item", 34), ("groundwater_overall", 2)];
    assert_eq!(counts, expected);
}

/// The grades of the findings are those of the vectors, too.
fn single(vector: &Vector) {
    let (input, expected) = (json(vector, "input_json"), json(vector, "expected_json"));
    let (key, cell) = (input["item"].as_str().unwrap(), input["value"].as_str().unwrap());
    let verdict = judge(&[(key, cell)]);
    assert_eq!(class(&verdict).map(WaterClass::code), expected["class"].as_str(), "{}", vector.id);
    let expected = if cell == "ND" { "B" } else { vector.column("confidence") };
    assert_eq!(verdict.findings[0].confirmation.code(), expected, "{}", vector.id);
}

fn overall(vector: &Vector) {
    let (input, expected) = (json(vector, "input_json"), json(vector, "expected_json"));
    let cells: Vec<_> = input.as_object().unwrap().iter().collect();
    let cells: Vec<_> = cells.iter().map(|(key, cell)| (key.as_str(), cell.as_str().unwrap())).collect();
    let verdict = judge(&cells);
    let water = verdict.outcome.determined().unwrap();
    assert_eq!(water.class.code(), expected["class"], "{}", vector.id);
    let mut deciding: Vec<_> =
        water.deciding.iter().map(|indicator| standard().item(*indicator).unwrap().key).collect();
    deciding.sort_unstable();
    assert_eq!(Value::from(deciding), expected["deciding"], "{}", vector.id);
    assert_eq!(water.confirmation.code(), vector.column("confidence"));
}

fn multiple(vector: &Vector) {
    let (input, expected) = (json(vector, "input_json"), json(vector, "expected_json"));
    let (key, cell) = (input["item"].as_str().unwrap(), input["value"].as_str().unwrap());
    let verdict = judge(&[(key, cell)]);
    let finding = verdict.findings[0];
    assert_eq!(finding.class_iii.unwrap().value.to_string(), expected["limit_III"]);
    assert_eq!(finding.multiple.unwrap().to_decimal().unwrap().to_string(), expected["multiple"]);
    assert_eq!(finding.multiple, exceedance_multiple(item(key), cell.parse().unwrap()));
}

/// Values just below, on and just above every limit of every class of all 93 indicators.
#[test]
fn every_edge_of_every_indicator() {
    let step = Decimal::new(1, 9);
    let (mut edges, mut words) = (0, 0);
    for item in standard().items() {
        let class = |value: Decimal| {
            item_classes(item, Quantity::new(value, item.unit).into()).unwrap().known().unwrap()
        };
        for (at, printed) in WaterClass::ALL.iter().enumerate() {
            let Requirement::Band(band) = item.requirement(*printed) else {
                words += 1;
                continue;
            };
            let Some((relation, limit)) = band.edge() else { continue };
            let (below, above) = (limit.checked_sub(step).unwrap(), limit.checked_add(step).unwrap());
            // The first class in whose printed cell this limit stands owns it.
            let owner = WaterClass::ALL
                .iter()
                .position(|other| item.requirement(*other) == Requirement::at_most(limit));
            let owner = WaterClass::ALL[owner.unwrap_or_else(|| panic!("{} {printed}", item.key))];
            assert_eq!((class(limit), class(below)), (owner, owner), "{} {printed}", item.key);
            match relation {
                Relation::AtMost => assert!(class(above) > *printed || at == 4, "{} {printed}", item.key),
                Relation::Above => {
                    let radioactive = item.key.starts_with("gross_");
                    let expected = if radioactive { WaterClass::IV } else { WaterClass::V };
                    assert_eq!(class(above), expected, "{}", item.key);
                }
                other => panic!("{} {other}", item.key),
            }
            edges += 1;
        }
    }
    // All but pH (5 bands), two of words (10 cells) and class I of the surfactants.
    assert_eq!((edges, words), (93 * 5 - 5 - 10 - 1, 10 + 1 + 2));
}

#[test]
fn ph_has_bands_on_both_sides() {
    for (value, expected) in [
        ("0", WaterClass::V),
        ("5.499999999", WaterClass::V),
        ("5.5", WaterClass::IV),
        ("6.499999999", WaterClass::IV),
        ("6.5", WaterClass::I),
        ("7", WaterClass::I),
        ("8.5", WaterClass::I),
        ("8.500000001", WaterClass::IV),
        ("9.0", WaterClass::IV),
        ("9.000000001", WaterClass::V),
        ("14", WaterClass::V),
    ] {
        assert_eq!(classes("ph", value).known(), Some(expected), "{value}");
    }
    let verdict = judge(&[("ph", "9")]);
    let water = verdict.outcome.determined().unwrap();
    assert_eq!((water.exceeding[0].indicator, water.exceeding[0].multiple), (Indicator::PH, None));
}

#[test]
fn words() {
    for key in ["odor_taste", "visible_matter"] {
        assert_eq!(classes(key, "无").known(), Some(WaterClass::I));
        assert_eq!(classes(key, "absent").known(), Some(WaterClass::I));
        assert_eq!(classes(key, "有").known(), Some(WaterClass::V));
        assert_eq!(classes(key, "present").known(), Some(WaterClass::V));
        for cell in ["", "NA", "--", "-1"] {
            assert_eq!(GroundWaterValue::parse(cell, item(key)), Ok(None), "{cell}");
        }
        for cell in ["0", "2级", "ND", "<1", "Absent"] {
            assert_eq!(GroundWaterValue::parse(cell, item(key)), Err(GroundWaterCellError::Word), "{cell}");
        }
    }
    assert!(matches!(GroundWaterValue::parse("无", item("fe")), Err(GroundWaterCellError::Number(_))));
}

#[test]
fn what_is_not_detected_has_the_classes_down_to_that_of_its_detection_limit() {
    let possible = |key, cell| {
        let PossibleClasses { best, worst } = classes(key, cell);
        assert_eq!(best, WaterClass::I);
        worst
    };
    for (key, cell, worst) in [
        ("nh3n", "0.01L", WaterClass::I),
        ("nh3n", "0.02L", WaterClass::I), // on the limit of class I
        ("nh3n", "0.020001L", WaterClass::II),
        ("nh3n", "<0.5", WaterClass::III),
        ("nh3n", "<1.6", WaterClass::V),
        ("nh3n", "ND", WaterClass::V),
        ("fluoride", "1.0L", WaterClass::I), // I to III share 1.0
        ("gross_alpha", "ND", WaterClass::IV),
        ("gross_alpha", "<0.6", WaterClass::IV),
        ("las", "ND", WaterClass::I),
        ("las", "0.05L", WaterClass::I),
        ("las", "0.1L", WaterClass::I),
        ("las", "0.2L", WaterClass::III),
    ] {
        assert_eq!(possible(key, cell), worst, "{key} {cell}");
    }
    // A number is a detection.
    assert_eq!(classes("las", "0.05").known(), Some(WaterClass::II));
}

#[test]
fn what_is_not_detected_is_open_only_where_it_may_decide() {
    let may_be_ii = ("nh3n", "0.05L");
    for known in ["0.2", "0.3", "2.1"] {
        let (alone, with) = (judge(&[("fe", known)]), judge(&[("fe", known), may_be_ii]));
        assert_eq!(class(&with), class(&alone));
        assert_eq!(with.outcome.determined().unwrap().deciding, [Indicator::of("Fe")]);
        assert_eq!(with.findings.len(), 2);
    }
    let reason = Reason::NotDetected {
        indicator: Indicator::NH3_N,
        limit: Some(Quantity::parse("0.05", Unit::MG_PER_L).unwrap()),
        best: WaterGrade::I,
        worst: WaterGrade::II,
    };
    assert_eq!(judge(&[("fe", "0.1"), may_be_ii]).outcome.reasons(), [reason]);
    assert_eq!(judge(&[may_be_ii]).outcome.reasons(), [reason]);
    let two = judge(&[("fe", "0.1"), ("mn", "ND"), may_be_ii]);
    assert_eq!(two.outcome.reasons().len(), 2);
}

#[test]
fn nothing_measured_is_not_class_i() {
    assert_eq!(judge(&[]).outcome.reasons(), [Reason::NothingAssessed]);
    assert_eq!(meets_class_iii(standard(), &[]).unwrap().outcome.reasons(), [Reason::NothingAssessed]);
}

#[test]
fn a_source_attains_by_class_iii() {
    let attains = |cells: &[(&str, &str)]| meets_class_iii(standard(), &sample(cells)).unwrap().outcome;
    let attainment = |cells| attains(cells).determined().map(|source| source.attainment);
    assert_eq!(attainment(&[("fe", "0.3"), ("nh3n", "0.05L"), ("ph", "8.5")]), Some(Attainment::Met));
    assert_eq!(attainment(&[("fe", "0.300001")]), Some(Attainment::Exceeded));
    // A detection limit above class III says nothing, and stops to matter where something else fails.
    assert_eq!(attainment(&[("fe", "0.3"), ("nh3n", "0.6L")]), None);
    assert_eq!(attains(&[("fe", "0.3"), ("nh3n", "0.6L")]).reasons().len(), 1);
    assert_eq!(attainment(&[("fe", "0.4"), ("nh3n", "0.6L")]), Some(Attainment::Exceeded));
    let failing = attains(&[("visible_matter", "有"), ("na", "356"), ("ph", "6"), ("tds", "1000")]);
    let failing = &failing.determined().unwrap().failing;
    let named: Vec<_> = failing.iter().map(|one| one.say(Lang::En).to_string()).collect();
    assert_eq!(named, ["Visible matter", "pH", "Na(0.78)"]);
}

#[test]
fn radioactivity_above_its_guide_value_asks_for_nuclides() {
    let verdict = judge(&[("gross_alpha", "0.5"), ("gross_beta", "1.01")]);
    let [Note::NuclideAnalysis { indicator, guide_value, .. }] = verdict.notes[..] else { panic!() };
    assert_eq!((indicator, guide_value.to_string().as_str()), (Indicator::of("gross_beta"), "1.0 Bq/L"));
    let grades: Vec<_> = verdict.findings.iter().map(|finding| finding.confirmation).collect();
    assert_eq!(grades, [Confirmation::A, Confirmation::B]);
}

#[test]
fn a_thousand_times_class_iii_is_noted() {
    assert_eq!(judge(&[("fe", "299.999")]).notes, []);
    let fe = judge(&[("fe", "300")]);
    assert!(matches!(fe.notes[..], [Note::UnitDoubtful { .. }]));
    assert_eq!(class(&fe), Some(WaterClass::V));
    // Bacteria do grow that far, and have one unit.
    assert_eq!(judge(&[("total_coliform", "3000")]).notes, []);
}

#[test]
fn units() {
    let in_unit = |key: &str, value: &str, unit| {
        let quantity = Quantity::parse(value, unit).unwrap();
        item_classes(item(key), quantity.into()).map(|classes| classes.known().unwrap())
    };
    assert_eq!(in_unit("benzene", "0.0101", Unit::MG_PER_L), Ok(WaterClass::IV)); // 10.1 µg/L
    assert_eq!(in_unit("fe", "300", Unit::UG_PER_L), Ok(WaterClass::III));
    assert_eq!(in_unit("total_coliform", "3.1", Unit::of("CFU/100mL")), Ok(WaterClass::IV));
    assert_eq!(in_unit("total_coliform", "1", Unit::of("CFU/mL")), Ok(WaterClass::IV)); // 100 in 100 mL
    assert!(matches!(in_unit("fe", "300", Unit::UG_PER_M3), Err(GroundWaterError::Unit { .. })));
    assert!(matches!(
        in_unit("colony_count", "3", Unit::of("MPN/100mL")),
        Err(GroundWaterError::Unit { .. })
    ));
    let nothing = item_classes(item("fe"), Measured::NotDetected(Unit::of("Bq/L")).into());
    assert!(matches!(nothing, Err(GroundWaterError::Unit { .. })));
}

#[test]
fn bad_values_are_refused_in_both_languages() {
    let fe = item("fe").indicator;
    let refused = |indicator, value| groundwater(standard(), &[(indicator, value)]).unwrap_err();
    let number = |value, unit| GroundWaterValue::from(Quantity::parse(value, unit).unwrap());
    let mg = |value| number(value, Unit::MG_PER_L);
    let below = |value| Measured::Below(Quantity::parse(value, Unit::MG_PER_L).unwrap()).into();
    let ph = |value| number(value, Unit::of("-"));
    let errors = [
        refused(fe, mg("-0.1")),
        refused(Indicator::PH, ph("19")),
        refused(Indicator::PH, ph("14.01")),
        refused(Indicator::PH, ph("-2")),
        refused(fe, below("0")),
        refused(fe, below("-0.1")),
        refused(Indicator::PH, Measured::NotDetected(Unit::of("-")).into()),
        refused(fe, GroundWaterValue::Present),
        refused(Indicator::of("odor_taste"), ph("2")),
        refused(fe, number("1", Unit::of("Bq/L"))),
        refused(Indicator::of("Cl-"), number("0.0000000000000001", Unit::UG_PER_L)),
        refused(Indicator::PM2_5, mg("1")),
        groundwater(standard(), &[(fe, mg("1")), (fe, mg("1"))]).unwrap_err(),
    ];
    let indicators: Vec<_> = errors.iter().map(|error| error.indicator().to_string()).collect();
    let expected = "Fe pH pH pH Fe Fe pH Fe odor_taste Fe Cl- PM2.5 Fe";
    assert_eq!(indicators.join(" "), expected);
    let said: Vec<_> = errors
        .iter()
        .flat_map(|error| [Lang::Zh, Lang::En].map(|lang| error.say(lang).to_string()))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn sentences() {
    let cells = [
        ("odor_taste", "有"),
        ("ph", "8.6"),
        ("fluoride", "1.19"),
        ("nh3n", "0.05L"),
        ("mn", "ND"),
        ("gross_alpha", "0.51"),
        ("cu", "1000"),
    ];
    let mut sample = sample(&cells);
    sample.push((Indicator::of("benzene"), Quantity::parse("0.002", Unit::MG_PER_L).unwrap().into()));
    let [verdict, open] = [&sample[..], &sample[1..5]].map(|part| groundwater(standard(), part).unwrap());
    let source = meets_class_iii(standard(), &sample[2..3]).unwrap();
    let said = [Lang::Zh, Lang::En]
        .map(|lang| format!("{}\n{}\n{}", verdict.say(lang), open.say(lang), source.say(lang)));
    insta::assert_snapshot!(said.join("\n"));
}
