//! Samples with what was not detected, options, means, rivers, lakes and regions: vectors and edges.

use std::fmt::Write as _;

use eqs_assess::surface_water::{
    ClassCounts, OxygenReading, RiverVerdict, SurfaceWater, SurfaceWaterError, WaterDigits, WaterMeans,
    WaterOptions, WaterPeriod, WaterValue, lake, oxygen_saturation, region, river, saturated_oxygen,
    status_of_shares, surface_water,
};
use eqs_core::{
    Comparison, Confirmation, Decimal, Fraction, Indicator, Judgement, Lang, Measured, Note, Outcome, Phrase,
    Quantity, Reason, Rounding, Unit, Verdict, WaterBody, WaterGrade, WaterStatus,
};
use eqs_standards::gb3838::Gb3838;
use serde_json::Value;

use crate::explanation::Said;
use crate::vectors::{self, Vector};

type Sample = Vec<(Indicator, Measured)>;

const RIVER: WaterBody = WaterBody::River;

fn standard() -> Gb3838 {
    Gb3838::named("2002").unwrap()
}

/// A sample of cells such as `do=8.0 nh3n=0.05L`.
fn sample(cells: &str) -> Sample {
    let item = |cell: &str| {
        let (key, value) = cell.split_once('=').unwrap();
        let item = standard().items().iter().find(|item| item.key == key).unwrap();
        (item.indicator, Measured::parse(value, item.unit).unwrap().unwrap())
    };
    cells.split_whitespace().map(item).collect()
}

fn judge(cells: &str, options: WaterOptions) -> Verdict<SurfaceWater> {
    surface_water(standard(), RIVER, &sample(cells), options).unwrap()
}

fn grade(verdict: &Verdict<SurfaceWater>) -> Option<WaterGrade> {
    Some(verdict.outcome.determined()?.grade)
}

fn refused(cells: &str) -> SurfaceWaterError {
    surface_water(standard(), RIVER, &sample(cells), WaterOptions::default()).unwrap_err()
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/surface-water-vectors.csv"));
    for vector in &vectors {
        let input: Value = serde_json::from_str(vector.column("input_json")).unwrap();
        let expected: Value = serde_json::from_str(vector.column("expected_json")).unwrap();
        match vector.kind.as_str() {
            "river_lt5" => means_over_sections(vector, &input, &expected),
            "lake_mean" => means_over_points(vector, &input, &expected),
            "basin" => shares_of_counts(vector, &input, &expected),
            "basin_pct" => {
                let share = |name: &str| decimal(&input[name]).to_fraction().checked_div(Fraction::from(100));
                let status = status_of_shares(share("good_pct").unwrap(), share("inferior_pct").unwrap());
                assert_eq!(status.zh(), expected["status"], "{}", vector.id);
            }
            "basin_main_pollutants" => main_pollutants_of_sections(vector, &input, &expected),
            "non_detect" => halves(vector, &input, &expected),
            "do_saturation" => saturation(vector, &input, &expected),
            other => panic!("{}: no runner for {other}", vector.id),
        }
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    let expected = [
        ("basin", 10),
        ("basin_main_pollutants", 2),
        ("basin_pct", 6),
        ("do_saturation", 3),
        ("lake_mean", 1),
        ("non_detect", 2),
        ("river_lt5", 1),
    ];
    assert_eq!(counts, expected);
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// A JSON object of keys and cells.
fn sample_of(values: &Value) -> Sample {
    let cells =
        values.as_object().unwrap().iter().map(|(key, cell)| format!("{key}={} ", cell.as_str().unwrap()));
    sample(&cells.collect::<String>())
}

fn check_means(vector: &Vector, means: &WaterMeans, expected: &Value) {
    let expected = expected["mean"].as_object().unwrap();
    assert_eq!(means.items.len(), expected.len(), "{}", vector.id);
    for item in &means.items {
        let key = standard().items().iter().find(|row| row.indicator == item.indicator).unwrap().key;
        let printed = decimal(&expected[key]);
        let mean = item.value.for_statistics().unwrap();
        assert_eq!(mean.round(printed.places().cast_signed(), Rounding::HalfEven), Ok(printed), "{key}");
    }
}

fn check_class(vector: &Vector, verdict: &Verdict<SurfaceWater>, expected: &Value) {
    let found = verdict.outcome.determined().unwrap();
    assert_eq!(found.grade.code(), expected["class"], "{}", vector.id);
    assert_eq!(found.grade.status().zh(), expected["status"], "{}", vector.id);
}

fn means_over_sections(vector: &Vector, input: &Value, expected: &Value) {
    let sections: Vec<_> = input["sections"].as_array().unwrap().iter().map(sample_of).collect();
    let found = river(standard(), &sections, WaterOptions::default()).unwrap();
    let RiverVerdict::Mean { means, class } = &found.whole else { panic!("{}", vector.id) };
    check_means(vector, means, expected);
    check_class(vector, class, expected);
    assert_eq!(found.sections.len(), sections.len());
}

fn means_over_points(vector: &Vector, input: &Value, expected: &Value) {
    let rounds = |point: &Value| -> Vec<Sample> { point.as_array().unwrap().iter().map(sample_of).collect() };
    let points: Vec<_> = input["points"].as_array().unwrap().iter().map(rounds).collect();
    let found = lake(standard(), &points, WaterOptions::default()).unwrap();
    check_means(vector, &found.means, expected);
    check_class(vector, &found.whole, expected);
    let main = &found.whole.outcome.determined().unwrap().main;
    let said: Vec<_> = main.iter().map(|main| (main.indicator, main.multiple)).collect();
    assert_eq!(expected["main_pollutants"], serde_json::json!([["tp", "0.2"]]));
    assert_eq!(said, [(Indicator::TP, Fraction::new(1, 5))], "{}", vector.id);
    assert_eq!(found.points.len(), points.len());
}

fn shares_of_counts(vector: &Vector, input: &Value, expected: &Value) {
    let grades = input["counts"].as_object().unwrap().iter().flat_map(|(code, count)| {
        let count = usize::try_from(count.as_u64().unwrap()).unwrap();
        std::iter::repeat_n(WaterGrade::from_code(code).unwrap(), count)
    });
    let counts: ClassCounts = grades.collect();
    let status = counts.status().unwrap();
    assert_eq!(status.zh(), expected["status"], "{}", vector.id);
    assert_eq!(status.colour().zh(), expected["colour"], "{}", vector.id);
    for (share, name) in [(counts.good(), "good_pct"), (counts.worse_than_v(), "inferior_pct")] {
        let percent = share.unwrap().checked_mul(Fraction::from(100)).unwrap();
        let printed = decimal(&expected[name]);
        assert_eq!(
            percent.round(printed.places().cast_signed(), Rounding::HalfEven),
            Ok(printed),
            "{}",
            vector.id
        );
    }
}

/// Sections of which the first so many exceed class III by each item.
fn main_pollutants_of_sections(vector: &Vector, input: &Value, expected: &Value) {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let over = input["sections_over_III"].as_object().unwrap();
    let section = |at: usize| -> String {
        let value = |(key, count): (&String, &Value)| {
            format!("{key}={} ", if at < number(count) { "25" } else { "0.01" })
        };
        over.iter().map(value).collect()
    };
    let sections: Vec<_> = (0..number(&input["sections"])).map(|at| sample(&section(at))).collect();
    let found = river(standard(), &sections, WaterOptions::default()).unwrap();
    let RiverVerdict::Proportions(verdict) = found.whole else { panic!("{}", vector.id) };
    let wanted = expected["main_pollutants"].as_array().unwrap();
    let main = &verdict.outcome.determined().unwrap().main;
    assert_eq!(main.len(), wanted.len(), "{}", vector.id);
    for (main, wanted) in main.iter().zip(wanted) {
        let key = standard().item(main.indicator, RIVER).unwrap().key;
        assert_eq!(key, wanted[0], "{}", vector.id);
        assert_eq!(main.rate.checked_mul(Fraction::from(100)), Some(decimal(&wanted[1]).to_fraction()));
    }
}

fn halves(vector: &Vector, input: &Value, expected: &Value) {
    let measured = |cell: &Value| Measured::parse(cell.as_str().unwrap(), Unit::MG_PER_L).unwrap().unwrap();
    if let Some(cells) = input["reported"].as_array() {
        let samples: Vec<_> = cells.iter().map(|cell| [(Indicator::NH3_N, measured(cell))]).collect();
        check_means(
            vector,
            &WaterMeans::of(standard(), &samples).unwrap(),
            &serde_json::json!({
                "mean": { "nh3n": expected["mean"] }
            }),
        );
    } else {
        let half = decimal(&expected["value_for_statistics"]).to_fraction();
        assert_eq!(measured(&input["reported"]).for_statistics(), Some(half), "{}", vector.id);
    }
}

fn saturation(vector: &Vector, input: &Value, expected: &Value) {
    let (celsius, oxygen) = (decimal(&input["temp_c"]), decimal(&input["do"]));
    for (value, name) in
        [(saturated_oxygen(celsius), "do_f"), (oxygen_saturation(oxygen, celsius), "saturation_pct")]
    {
        let printed = decimal(&expected[name]);
        let rounded = value.unwrap().round(printed.places().cast_signed(), Rounding::HalfEven);
        assert_eq!(rounded, Ok(printed), "{} {name}", vector.id);
    }
    let cells = format!("do={oxygen} water_temp={celsius}");
    let options = WaterOptions { oxygen: OxygenReading::Saturation, ..WaterOptions::default() };
    let by_saturation = grade(&judge(&cells, options));
    assert_eq!(Some(by_saturation == Some(WaterGrade::I)), expected["class_I_by_saturation"].as_bool());
    let by_concentration = grade(&judge(&cells, WaterOptions::default())).unwrap();
    assert_eq!(by_concentration.code(), expected["class_by_mg_per_l"], "{}", vector.id);
}

#[test]
fn what_was_not_detected_is_class_i_up_to_the_limit_of_class_i() {
    // The limits of NH3-N are 0.15, 0.5, 1.0, 1.5 and 2.0.
    for (cell, worst) in
        [("0.15L", WaterGrade::I), ("0.16L", WaterGrade::II), ("2.1L", WaterGrade::WorseThanV)]
    {
        let verdict = judge(&format!("nh3n={cell}"), WaterOptions::default());
        assert_eq!(verdict.findings[0].comparison, Comparison::BelowDetectionLimit);
        assert_eq!(verdict.confirmation(), Confirmation::B);
        let limit = Some(Quantity::parse(cell.trim_end_matches('L'), Unit::MG_PER_L).unwrap());
        let (indicator, best) = (Indicator::NH3_N, WaterGrade::I);
        if worst == best {
            assert_eq!(grade(&verdict), Some(best));
        } else {
            assert_eq!(verdict.outcome.reasons(), [Reason::NotDetected { indicator, limit, best, worst }]);
        }
    }
    let nowhere = judge("nh3n=ND", WaterOptions::default());
    let (best, worst) = (WaterGrade::I, WaterGrade::WorseThanV);
    let open = Reason::NotDetected { indicator: Indicator::NH3_N, limit: None, best, worst };
    assert_eq!(nowhere.outcome.reasons(), [open]);
}

#[test]
fn what_was_not_detected_leaves_the_section_open_only_if_it_matters() {
    // Mercury below 0.0002 mg/L is class IV at worst.
    for (cod, expected) in [("30", Some(WaterGrade::IV)), ("20", None), ("41", Some(WaterGrade::WorseThanV))]
    {
        let verdict = judge(&format!("cod={cod} hg=0.0002L"), WaterOptions::default());
        assert_eq!(grade(&verdict), expected, "{cod}");
        if let Some(found) = verdict.outcome.determined() {
            assert_eq!(found.deciding, [Indicator::of("COD")]);
            assert_eq!(found.main.len(), 1);
        }
    }
    let worst = judge("cod=41 hg=ND", WaterOptions::default());
    assert_eq!(grade(&worst), Some(WaterGrade::WorseThanV));
    assert_eq!(worst.notes, [Note::NoDetectionLimit(Indicator::of("Hg"))]);
    // Oxygen runs the other way, and pH through all.
    assert_eq!(grade(&judge("do=1.9L", WaterOptions::default())), Some(WaterGrade::WorseThanV));
    assert_eq!(grade(&judge("do=2L", WaterOptions::default())), None);
    assert_eq!(grade(&judge("ph=5.9L", WaterOptions::default())), Some(WaterGrade::WorseThanV));
    assert_eq!(grade(&judge("ph=10L", WaterOptions::default())), None);
    // A reference item decides nothing.
    assert_eq!(grade(&judge("cod=10 fecal_coliform=ND", WaterOptions::default())), Some(WaterGrade::I));
}

#[test]
fn values_that_cannot_be_are_refused_by_name() {
    let bounds =
        [("do", "60", "40.1", "40"), ("ph", "19", "14.01", "14"), ("do_saturation", "900", "300.1", "300")];
    for (key, far, above, on) in bounds.into_iter().chain([("water_temp", "-20", "-5.1", "-5")]) {
        for value in [far, above] {
            let error = refused(&format!("{key}={value}"));
            assert!(matches!(error, SurfaceWaterError::Impossible { .. }), "{error}");
        }
        assert!(
            surface_water(standard(), RIVER, &sample(&format!("{key}={on}")), WaterOptions::default())
                .is_ok()
        );
    }
    assert_eq!(refused("do=60").to_string(), "DO: 60 mg/L cannot be, expected 0 to 40");
    assert_eq!(refused("tp=-0.1").to_string(), "TP: -0.1 mg/L is negative, expected 0 or more");
    let micrograms = [(Indicator::DO, Quantity::parse("60000", Unit::UG_PER_L).unwrap())];
    assert!(surface_water(standard(), RIVER, &micrograms, WaterOptions::default()).is_err());
    // A value that cannot be does not hide in a mean.
    assert!(WaterMeans::of(standard(), &[sample("ph=19"), sample("ph=3")]).is_err());
    let long = Fraction::new(1, i128::MAX).unwrap();
    let mean = WaterValue::Mean { value: long, unit: Unit::UG_PER_L, with_halves: false };
    let too_long = surface_water(standard(), RIVER, &[(Indicator::TP, mean)], WaterOptions::default());
    assert_eq!(too_long, Err(SurfaceWaterError::TooLong(Indicator::TP)));
}

#[test]
fn a_value_a_thousand_times_off_is_noted() {
    // Class V of TP is 0.4 mg/L, class I of it 0.02.
    for (cell, doubtful) in
        [("40", false), ("40.1", true), ("0.00002", false), ("0.000019", true), ("0", false)]
    {
        let notes = judge(&format!("tp={cell}"), WaterOptions::default()).notes;
        assert_eq!(notes.iter().any(|note| matches!(note, Note::UnitDoubtful { .. })), doubtful, "{cell}");
    }
    assert!(judge("cod=20 fecal_coliform=9999999", WaterOptions::default()).notes.is_empty());
}

#[test]
fn class_i_of_oxygen_by_saturation() {
    let options = WaterOptions { oxygen: OxygenReading::Saturation, ..WaterOptions::default() };
    // 468 / (31.6 + 20.4) is 9, and 90 % of it 8.1.
    for (oxygen, expected) in [("8.10", WaterGrade::I), ("8.09", WaterGrade::II), ("5.9", WaterGrade::III)] {
        let verdict = judge(&format!("do={oxygen} water_temp=20.4"), options);
        assert_eq!(grade(&verdict), Some(expected), "{oxygen}");
        let met = verdict.findings.iter().find_map(|finding| match finding.judgement {
            Judgement::Limit { met, .. } => Some(met),
            _ => None,
        });
        assert_eq!(met, Some(expected == WaterGrade::I), "{oxygen}");
    }
    // A measured saturation comes first.
    assert_eq!(grade(&judge("do=7 do_saturation=90 water_temp=5", options)), Some(WaterGrade::I));
    assert_eq!(grade(&judge("do=7 do_saturation=89.9 water_temp=40", options)), Some(WaterGrade::II));
    // With neither class I is open; another item may decide.
    let open = judge("do=9", options);
    assert_eq!(open.outcome.reasons(), [Reason::NoSaturation]);
    assert_eq!(grade(&judge("do=9 cod=25", options)), Some(WaterGrade::IV));
    // Without oxygen in mg/L nothing is judged.
    assert_eq!(judge("do_saturation=95", options).outcome.reasons(), [Reason::NothingAssessed]);
}

#[test]
fn digits_of_the_detection_limit_are_an_option() {
    let options = WaterOptions { digits: WaterDigits::OfDetectionLimit, ..WaterOptions::default() };
    // COD has a detection limit of 10 mg/L, NH3-N one of 0.01, and half goes to the even digit.
    for (cells, full, rounded) in [
        ("cod=20.5", WaterGrade::IV, WaterGrade::III),
        ("cod=20.6", WaterGrade::IV, WaterGrade::IV),
        ("nh3n=1.005", WaterGrade::IV, WaterGrade::III),
        ("nh3n=1.015", WaterGrade::IV, WaterGrade::IV),
        ("nh3n=1", WaterGrade::III, WaterGrade::III),
        ("ph=9.01", WaterGrade::WorseThanV, WaterGrade::WorseThanV),
    ] {
        assert_eq!(grade(&judge(cells, WaterOptions::default())), Some(full), "{cells}");
        let verdict = judge(cells, options);
        assert_eq!(grade(&verdict), Some(rounded), "{cells}");
        let is_rounded = matches!(verdict.findings[0].comparison, Comparison::Rounded { .. });
        assert_eq!(verdict.confirmation() == Confirmation::C, is_rounded, "{cells}");
        assert_eq!(is_rounded, !["nh3n=1", "ph=9.01"].contains(&cells));
    }
    // A mean is rounded once.
    let means = WaterMeans::of(standard(), &[sample("cod=20.4"), sample("cod=20.7")]).unwrap();
    assert_eq!(grade(&means.class(standard(), RIVER, options).unwrap()), Some(WaterGrade::IV));
}

#[test]
fn a_mean_is_exact_and_shows_the_digits_that_decide() {
    let third = |above: &str| {
        let samples = [sample("cod=20"), sample("cod=20"), sample(&format!("cod={above}"))];
        WaterMeans::of(standard(), &samples)
            .unwrap()
            .class(standard(), RIVER, WaterOptions::default())
            .unwrap()
    };
    assert_eq!(grade(&third("20")), Some(WaterGrade::III));
    let just_above = third("20.00000001");
    assert_eq!(grade(&just_above), Some(WaterGrade::IV));
    assert_eq!(just_above.findings[0].given.to_string(), "20.000000003 mg/L");
}

#[test]
fn means_of_what_was_not_detected() {
    let mean = |cells: &[&str]| {
        let samples: Vec<_> = cells.iter().map(|cells| sample(cells)).collect();
        WaterMeans::of(standard(), &samples).unwrap()
    };
    // Half of 0.0001 is the limit of class I of mercury.
    let means = mean(&["hg=0.0001L", "hg=0.0001L"]);
    let verdict = means.class(standard(), RIVER, WaterOptions::default()).unwrap();
    assert_eq!(grade(&verdict), Some(WaterGrade::I));
    assert_eq!(verdict.notes, [Note::HalfDetectionLimit(Indicator::of("Hg"))]);
    assert_eq!(verdict.confirmation(), Confirmation::B);
    // The note passes on to a mean of means; a single value is no mean.
    let twice = WaterMeans::of(standard(), &[means.sample(), mean(&["hg=0.0003"]).sample()]).unwrap();
    assert_eq!(twice.class(standard(), RIVER, WaterOptions::default()).unwrap().notes, verdict.notes);
    let single = mean(&["hg=0.0001L", "cod=20"]);
    assert_eq!(single.items.iter().map(|item| item.count).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(
        grade(&single.class(standard(), RIVER, WaterOptions::default()).unwrap()),
        Some(WaterGrade::III)
    );
    // Without a detection limit there is no mean.
    assert_eq!(mean(&["hg=ND", "hg=0.0001"]).items[0].value, Measured::NotDetected(Unit::MG_PER_L).into());
    assert_eq!(mean(&[]).items, []);
}

#[test]
fn a_period_needs_its_values() {
    for (period, least) in [
        (WaterPeriod::Month, 1),
        (WaterPeriod::Quarter, 2),
        (WaterPeriod::Year, 12),
        (WaterPeriod::YearOfIceOrDrought, 8),
    ] {
        assert_eq!(period.least(), least);
        for count in [least, least - 1] {
            let samples = vec![sample("cod=10 water_temp=12"); count];
            let means = WaterMeans::of(standard(), &samples).unwrap();
            let verdict = means.class_over(period, standard(), RIVER, WaterOptions::default()).unwrap();
            assert_eq!(grade(&verdict).is_some(), count == least, "{period}");
            let is_flagged = verdict.notes.iter().any(|note| matches!(note, Note::Reading { .. }));
            assert_eq!(is_flagged, period.confirmation() == Confirmation::C, "{period}");
        }
    }
    // Water temperature sets no class and may lack values.
    let mut samples = vec![sample("cod=10"); 12];
    samples.push(sample("water_temp=12"));
    let means = WaterMeans::of(standard(), &samples).unwrap();
    let verdict = means.class_over(WaterPeriod::Year, standard(), RIVER, WaterOptions::default()).unwrap();
    assert_eq!(grade(&verdict), Some(WaterGrade::I));
}

#[test]
fn every_edge_of_the_shares() {
    let share = |permille: i128| Fraction::new(permille, 1000).unwrap();
    for (good, worse, expected) in [
        (900, 100, WaterStatus::Excellent),
        (899, 0, WaterStatus::Good),
        (750, 250, WaterStatus::Good),
        (749, 0, WaterStatus::LightlyPolluted),
        (749, 199, WaterStatus::LightlyPolluted),
        (749, 200, WaterStatus::ModeratelyPolluted),
        (600, 399, WaterStatus::ModeratelyPolluted),
        (600, 400, WaterStatus::HeavilyPolluted),
        (599, 400, WaterStatus::HeavilyPolluted),
        (0, 399, WaterStatus::ModeratelyPolluted),
        (0, 1000, WaterStatus::HeavilyPolluted),
    ] {
        assert_eq!(status_of_shares(share(good), share(worse)), expected, "{good} {worse}");
    }
    // Five sections, three good and two worse than V: between the rows of the table.
    let sections: Vec<_> = ["10", "10", "10", "41", "41"].map(|cod| sample(&format!("cod={cod}"))).into();
    let found = river(standard(), &sections, WaterOptions::default()).unwrap();
    let RiverVerdict::Proportions(verdict) = found.whole else { panic!() };
    assert_eq!(verdict.outcome.determined().unwrap().status, WaterStatus::HeavilyPolluted);
    assert!(matches!(verdict.notes[..], [Note::Reading { .. }]));
}

#[test]
fn five_sections_have_shares_and_four_a_mean() {
    let sections: Vec<_> =
        ["10", "18", "20", "24", "26"].map(|cod| sample(&format!("cod={cod} do=4 ph=9.5"))).into();
    let whole = |count: usize| river(standard(), &sections[..count], WaterOptions::default()).unwrap().whole;
    assert!(matches!(whole(5), RiverVerdict::Proportions(_)));
    let RiverVerdict::Mean { class, .. } = whole(4) else { panic!() };
    assert!(class.outcome.determined().unwrap().main.is_empty());
    let RiverVerdict::Mean { class, .. } = whole(0) else { panic!() };
    assert_eq!(class.outcome.reasons(), [Reason::NothingAssessed]);
    // pH and oxygen count in the order of the table, whatever that of the sections.
    let RiverVerdict::Proportions(verdict) = whole(5) else { panic!() };
    let main = &verdict.outcome.determined().unwrap().main;
    let named: Vec<_> = main.iter().map(|main| (main.indicator.symbol(), main.over)).collect();
    assert_eq!(named, [("pH", 5), ("DO", 5), ("COD", 2)]);
    // One section that is open leaves the river open.
    let mut open = sections.clone();
    open[0] = sample("hg=ND");
    let RiverVerdict::Proportions(verdict) = river(standard(), &open, WaterOptions::default()).unwrap().whole
    else {
        panic!()
    };
    assert_eq!(verdict.outcome.reasons(), [Reason::PartsUndetermined { undetermined: 1, parts: 5 }]);
}

#[test]
fn a_region_counts_sections_and_lakes() {
    let of = |cells: &[&str]| {
        let sections: Vec<_> = cells.iter().map(|cells| sample(cells)).collect();
        river(standard(), &sections, WaterOptions::default()).unwrap()
    };
    let reservoir = |cells| lake(standard(), &[[sample(cells)]], WaterOptions::default()).unwrap();
    let rivers = [of(&["cod=10", "cod=25"]), of(&["cod=10", "cod=10"])];
    let found = region(standard(), &rivers, &[reservoir("tp=0.02"), reservoir("tp=0.3")]);
    let status = found.rivers.outcome.determined().unwrap();
    assert_eq!((status.status, status.counts.total()), (WaterStatus::Good, 4));
    assert_eq!(found.lakes.outcome.determined().unwrap().good(), Fraction::new(1, 2));
    assert!(matches!(found.rivers.notes[..], [Note::Reading { .. }]));
    let found = region(standard(), &[], &[reservoir("tp=ND")]);
    assert_eq!(found.rivers.outcome, Outcome::Undetermined(vec![Reason::NothingAssessed]));
    assert_eq!(found.lakes.outcome.reasons(), [Reason::PartsUndetermined { undetermined: 1, parts: 1 }]);
}

#[test]
fn sentences() {
    let mut said = String::new();
    let mut say = |title: &str, phrase: &dyn Phrase| {
        writeln!(said, "# {title}\n{}\n{}", Said(phrase, Lang::Zh), Said(phrase, Lang::En)).unwrap();
    };
    say("not detected", &judge("hg=0.0002L cod=18 nh3n=ND", WaterOptions::default()));
    say("not detected, decided", &judge("hg=0.0002L cod=45", WaterOptions::default()));
    let saturation = WaterOptions { oxygen: OxygenReading::Saturation, ..WaterOptions::default() };
    say("saturation", &judge("do=7.45 water_temp=25", saturation));
    let digits = WaterOptions { digits: WaterDigits::OfDetectionLimit, ..WaterOptions::default() };
    say("digits", &judge("cod=20.5", digits));
    let sections: Vec<_> = ["3", "5", "9", "16", "4"].map(|codmn| sample(&format!("codmn={codmn}"))).into();
    say("river of three", &river(standard(), &sections[..3], WaterOptions::default()).unwrap());
    let five = river(standard(), &sections, WaterOptions::default()).unwrap();
    say("river of five", &five);
    let points = [[sample("tp=0.03"), sample("tp=0.05")], [sample("tp=0.07"), sample("tp=0.09")]];
    let lake = lake(standard(), &points, WaterOptions::default()).unwrap();
    say("lake", &lake);
    say("region", &region(standard(), &[five], &[lake]));
    insta::assert_snapshot!(said);
}

#[test]
#[cfg(feature = "serde")]
fn rivers_are_json() {
    let sections: Vec<_> = ["3", "5", "9", "16", "4"].map(|codmn| sample(&format!("codmn={codmn}"))).into();
    let river = river(standard(), &sections, WaterOptions::default()).unwrap();
    let json = serde_json::to_value(&river).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json["whole"]).unwrap());
    assert_eq!(json["sections"].as_array().unwrap().len(), 5);
}
