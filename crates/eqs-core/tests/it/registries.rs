//! Every id has its names, and reads back what it writes.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use eqs_core::vocabulary::UnknownTerm;
use eqs_core::{
    AirGrade, AirTier, AirZone, AqiLevel, Averaging, Better, BlackOdorous, Bound, ChangeDegree, Confirmation,
    ConstructionLand, DayNight, Decimal, EiGrade, EqiChange, EqiClass, FarmlandUse, Fraction, Indicator,
    LandCategory, Lang, Medium, NoiseGrade, NoiseZone, PhBand, Phrase, Place, PlaceKind, ReferenceState,
    Relation, Rounding, SensitiveGroup, SoilValue, SoundLevel, Statistic, TrophicState, Unit, WaterBody,
    WaterClass, WaterColour, WaterEcology, WaterGrade, WaterStatus, WhoLevel,
};

/// A closed set: distinct codes that read back, and names in both languages.
#[track_caller]
fn check_vocabulary<T>(all: &[T], code: fn(T) -> &'static str, from_code: fn(&str) -> Option<T>)
where
    T: Copy + Debug + Display + Ord + Phrase + FromStr<Err = UnknownTerm>,
{
    assert!(all.is_sorted());
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for &term in all {
        assert_eq!(term.to_string(), code(term));
        assert_eq!(from_code(code(term)), Some(term));
        assert_eq!(code(term).parse(), Ok(term));
        assert!(codes.insert(code(term)), "two terms with the code of {term:?}");
        for lang in [Lang::Zh, Lang::En] {
            let name = term.say(lang).to_string();
            assert_eq!(name.is_empty(), code(term) == Bound::Exact.code(), "{term:?}");
            assert!(names.insert((lang.pick("zh", "en"), name)), "two terms named as {term:?}");
        }
    }
    assert_eq!(
        "no such code".parse::<T>().unwrap_err().known,
        all.iter().map(|&term| code(term)).collect::<Vec<_>>()
    );
}

macro_rules! each_vocabulary {
    ($check:ident) => {
        $check!(
            AirGrade,
            AirTier,
            AirZone,
            AqiLevel,
            Averaging,
            Better,
            BlackOdorous,
            Bound,
            ChangeDegree,
            Confirmation,
            ConstructionLand,
            DayNight,
            EiGrade,
            EqiChange,
            EqiClass,
            FarmlandUse,
            LandCategory,
            Medium,
            NoiseGrade,
            NoiseZone,
            PhBand,
            PlaceKind,
            ReferenceState,
            Relation,
            SensitiveGroup,
            SoilValue,
            SoundLevel,
            Statistic,
            TrophicState,
            WaterBody,
            WaterClass,
            WaterColour,
            WaterEcology,
            WaterGrade,
            WaterStatus,
            WhoLevel,
        );
    };
}
#[cfg(feature = "serde")]
pub(crate) use each_vocabulary;

#[test]
fn vocabularies() {
    macro_rules! check {
        ($($name:ident),+ $(,)?) => {
            let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            let mut known = 0;
            $(check_vocabulary($name::ALL, $name::code, $name::from_code); known += 1;)+
            assert_eq!(known, declared(&sources), "a vocabulary of src/ is missing in this test");
        };
    }
    each_vocabulary!(check);
}

/// How many vocabularies the files of a directory and those below it declare.
fn declared(directory: &Path) -> usize {
    let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let count = |path: PathBuf| {
        if path.is_dir() {
            return declared(&path);
        }
        let text = fs::read_to_string(path).unwrap();
        text.lines().filter(|line| *line == "crate::vocabulary! {").count()
    };
    files.map(count).sum()
}

#[test]
fn units() {
    assert_eq!(Unit::all().len(), 71);
    for unit in Unit::all() {
        assert!(unit.factor() > Fraction::ZERO, "{unit}");
        assert!(!unit.symbol().is_empty() && !unit.zh().is_empty() && !unit.en().is_empty(), "{unit}");
        assert_eq!(Unit::from_symbol(unit.symbol()), Some(unit));
        assert_eq!(Unit::of(unit.symbol()), unit);
        assert_eq!(unit.to_string().parse(), Ok(unit));
    }
}

#[test]
fn a_name_that_two_units_share_is_refused() {
    for unit in Unit::all() {
        let sharing = Unit::all().filter(|other| other.zh() == unit.zh()).count();
        assert_eq!(unit.zh().parse::<Unit>().ok(), (sharing == 1).then_some(unit), "{}", unit.zh());
    }
    assert!("级".parse::<Unit>().is_err());
}

#[test]
fn indicators() {
    let mut english = BTreeSet::new();
    for indicator in Indicator::all() {
        assert!(!indicator.zh().is_empty() && !indicator.en().is_empty(), "{indicator}");
        assert_eq!(Indicator::from_symbol(indicator.symbol()), Some(indicator));
        assert_eq!(indicator.to_string().parse(), Ok(indicator));
        assert!(english.insert(indicator.en().to_lowercase()), "{}", indicator.en());
        for name in [indicator.zh(), indicator.en(), &indicator.en().to_ascii_uppercase()] {
            assert_eq!(name.parse(), Ok(indicator), "{name}");
        }
    }
}

#[test]
fn cas_numbers_have_their_check_digit() {
    for number in Indicator::all().filter_map(Indicator::cas).flat_map(|cas| cas.split(';')) {
        let digits: Vec<u32> = number.chars().rev().filter_map(|letter| letter.to_digit(10)).collect();
        let sum: u32 = digits.iter().zip(0..).map(|(digit, weight)| digit * weight).sum();
        assert_eq!(sum % 10, digits[0], "{number}");
    }
}

#[test]
fn places() {
    for place in Place::all() {
        assert!(!place.zh().is_empty() && !place.en().is_empty(), "{place}");
        assert_eq!(Place::from_code(place.code()), Some(place));
        assert_eq!(place.to_string(), place.code());
        for name in [place.code(), place.zh(), place.en()].into_iter().chain(place.aliases()) {
            assert_eq!(name.parse(), Ok(place), "{name}");
        }
    }
}

#[test]
fn classes_and_grades_follow_each_other() {
    // The third grade has had no zone since the edition of 2012.
    let zones = AirZone::ALL.iter().map(|zone| zone.grade());
    assert_eq!(zones.chain([AirGrade::Three]).collect::<Vec<_>>(), AirGrade::ALL);
    for &grade in AirGrade::ALL {
        assert_eq!(AirTier::from(grade).code(), grade.code());
    }
    let classes = WaterClass::ALL.iter().map(|&class| WaterGrade::from(class));
    assert_eq!(classes.chain([WaterGrade::WorseThanV]).collect::<Vec<_>>(), WaterGrade::ALL);
    for (class, grade) in WaterClass::ALL.iter().zip(WaterGrade::ALL) {
        assert_eq!(class.code(), grade.code());
    }
    let words = WaterGrade::ALL.iter().map(|grade| grade.status().zh());
    assert!(words.eq(["优", "优", "良好", "轻度污染", "中度污染", "重度污染"]));
    let levels = AqiLevel::ALL.iter().map(|level| (level.level_zh(), level.is_good(), level.is_heavy()));
    assert!(levels.eq([
        ("一级", true, false),
        ("二级", true, false),
        ("三级", false, false),
        ("四级", false, false),
        ("五级", false, true),
        ("六级", false, true),
    ]));
}

#[test]
fn relations_hold_on_the_limit_as_their_words_say() {
    use core::cmp::Ordering::{Equal, Greater, Less};
    let holds = |relation: Relation| [Less, Equal, Greater].map(|ordering| relation.holds(ordering));
    assert_eq!(holds(Relation::AtMost), [true, true, false]);
    assert_eq!(holds(Relation::Below), [true, false, false]);
    assert_eq!(holds(Relation::AtLeast), [false, true, true]);
    assert_eq!(holds(Relation::Above), [false, false, true]);
}

#[test]
fn names_of_roundings() {
    for rounding in [Rounding::HalfEven, Rounding::HalfUp, Rounding::Up, Rounding::Truncate] {
        assert!(!rounding.zh().is_empty() && !rounding.en().is_empty());
    }
}

#[test]
fn display_takes_a_width() {
    let value = Decimal::new(-305, 1);
    assert_eq!(format!("{value:>8}|{value:<8}|{value:08}"), "   -30.5|-30.5   |-00030.5");
    assert_eq!(format!("{:>8}|{:<6}|", Unit::UG_PER_M3, Indicator::PM2_5), "   µg/m³|PM2.5 |");
}
