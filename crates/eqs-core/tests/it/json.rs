//! What is written as JSON reads back, with the printed places.

use std::fmt::Debug;

use eqs_core::{
    AirGrade, AirTier, AirZone, AqiLevel, Averaging, Better, BlackOdorous, Bound, ChangeDegree, Citation,
    Clause, Comparison, Confirmation, ConstructionLand, DayNight, Decimal, EiGrade, EqiChange, EqiClass,
    FarmlandUse, Fraction, GasConcentration, Indicator, LandCategory, Lang, Medium, NoiseGrade, NoiseZone,
    Period, PhBand, Place, PlaceKind, Quantity, ReferenceState, Relation, ReportedMark, Rounding,
    SensitiveGroup, SoilValue, SoundLevel, Source, Statistic, TrophicState, Unit, WaterBody, WaterClass,
    WaterColour, WaterEcology, WaterGrade, WaterStatus, WhoLevel,
};
use serde_json::{from_str, to_string};

use crate::registries::each_vocabulary;

/// The value writes as `json`, and `json` reads as the value.
#[track_caller]
fn check<T>(value: &T, json: &str)
where
    T: Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned,
{
    assert_eq!(to_string(value).unwrap(), json);
    assert_eq!(&from_str::<T>(json).unwrap(), value);
}

#[test]
fn vocabularies_are_their_codes() {
    macro_rules! check_all {
        ($($name:ident),+ $(,)?) => {
            $(for term in $name::ALL { check(term, &format!("{:?}", term.code())); })+
        };
    }
    each_vocabulary!(check_all);
    assert_eq!(
        from_str::<WaterBody>("\"sea\"").unwrap_err().to_string(),
        "unknown, expected one of river, lake"
    );
}

#[test]
fn registries_are_their_symbols() {
    for unit in Unit::all() {
        check(&unit, &format!("\"{unit}\""));
    }
    for indicator in Indicator::all() {
        check(&indicator, &format!("\"{indicator}\""));
    }
    for place in Place::all() {
        check(&place, &format!("\"{place}\""));
    }
    assert_eq!(from_str::<Unit>("\"ppt\"").unwrap_err().to_string(), "unknown unit `ppt`");
}

#[test]
fn printed_places_survive() {
    for text in ["27", "27.0", "-0.50", "0.000000000000000001", "999999999999999999"] {
        let value: Decimal = text.parse().unwrap();
        check(&value, &format!("\"{text}\""));
        let read: Decimal = from_str(&format!("\"{text}\"")).unwrap();
        assert_eq!(read.places(), value.places(), "{text}");
    }
    let quantity = Quantity::parse("27.0", Unit::UG_PER_M3).unwrap();
    check(&quantity, r#"{"value":"27.0","unit":"µg/m³"}"#);
    assert_eq!(from_str::<Quantity>(r#"{"value":"27.0","unit":"ug/m3"}"#).unwrap().value.places(), 1);
}

#[test]
fn a_number_is_refused_because_its_places_are_lost() {
    assert!(from_str::<Decimal>("27.0").is_err());
    assert!(from_str::<Decimal>("\"\"").unwrap_err().to_string().starts_with("empty, expected a decimal"));
}

#[test]
fn closed_sets_without_codes() {
    check(&Lang::Zh, "\"zh\"");
    check(&Rounding::HalfEven, "\"half_even\"");
    check(&ReportedMark::Larger, "\"larger\"");
}

/// These hold static texts and are only written.
#[test]
fn what_is_only_written() {
    let write = |json: serde_json::Result<String>, expected: &str| assert_eq!(json.unwrap(), expected);
    write(to_string(&Fraction::new(170, 7)), "\"170/7\"");
    write(to_string(&Fraction::from(55)), "\"55\"");
    write(to_string(&Period::Year(2024)), r#"{"year":2024}"#);
    write(to_string(&Period::Years(2016, 2020)), r#"{"years":[2016,2020]}"#);
    let ozone = Quantity::parse("160", Unit::UG_PER_M3).unwrap();
    let ozone = GasConcentration::new(Indicator::O3, ozone, ReferenceState::Standard).unwrap();
    write(to_string(&ozone), r#"{"gas":"O3","quantity":{"value":"160","unit":"µg/m³"},"state":"273 K"}"#);
    let source = Source { document: "bulletin-2024", id: "OBS-1", line: 38, quote: "30.5" };
    write(to_string(&source), r#"{"document":"bulletin-2024","id":"OBS-1","line":38,"quote":"30.5"}"#);
    let rule = Citation::Standard { standard: "HJ 663", edition: "2013", clause: Clause::Section("4.2") };
    write(to_string(&rule), r#"{"standard":"HJ 663","edition":"2013","clause":{"section":"4.2"}}"#);
    let comparison = Comparison::Rounded { places: 0, rounding: Rounding::HalfEven, rule };
    write(
        to_string(&comparison),
        r#"{"rounded":{"places":0,"rounding":"half_even","rule":{"standard":"HJ 663","edition":"2013","clause":{"section":"4.2"}}}}"#,
    );
}
