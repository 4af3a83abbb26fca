//! GB 15618: look-ups by land use and pH, against the second transcription and against each other.

use eqs_core::{Confirmation, Decimal, FarmlandUse, Indicator, SoilValue};
use eqs_standards::gb15618::{FarmlandError, Gb15618};

/// A pH within each range, and on its upper end.
const PH: [(&str, &[&str]); 4] = [
    ("le5.5", &["4.0", "5.5"]),
    ("gt5.5_le6.5", &["5.51", "6.5"]),
    ("gt6.5_le7.5", &["6.51", "7.5"]),
    ("gt7.5", &["7.51", "8.8"]),
];

fn standard() -> Gb15618 {
    Gb15618::named("2018").unwrap()
}

/// The look-up finds what others typed, for every land use that the typed row is for.
#[test]
fn the_look_up_finds_the_second_transcription() {
    let mut reader = csv::Reader::from_reader(include_str!("../data/second/gb15618.csv").as_bytes());
    let mut looked_up = 0;
    for row in reader.records().map(Result::unwrap) {
        let indicator = Indicator::of(&row[4]);
        let scope: Vec<_> = row[5].split(';').map(|pair| pair.split_once('=').unwrap().1).collect();
        let [land, range, value] = scope[..] else { panic!("{row:?}") };
        let uses: &[FarmlandUse] = match (land, &row[4]) {
            ("all", _) => FarmlandUse::ALL,
            ("paddy", _) => &[FarmlandUse::Paddy],
            ("orchard", _) => &[FarmlandUse::Orchard],
            ("other", "Cu") => &[FarmlandUse::Paddy, FarmlandUse::Rotation, FarmlandUse::Other],
            ("other", _) => &[FarmlandUse::Orchard, FarmlandUse::Other],
            other => panic!("{other:?}"),
        };
        let values = PH.iter().find(|(band, _)| *band == range).map_or(&[""][..], |(_, values)| values);
        for (land, ph) in uses.iter().flat_map(|land| values.iter().map(move |ph| (*land, ph))) {
            let value = SoilValue::from_code(value).unwrap();
            let limit = standard().limit(indicator, land, ph.parse().ok(), value).unwrap().value().unwrap();
            assert_eq!(limit.value, Decimal::parse(&row[6]).unwrap(), "{row:?} {land} {ph}");
            assert_eq!(limit.unit.symbol(), &row[7]);
            looked_up += 1;
        }
    }
    // Table 1: five items with rows for paddy fields and other land, copper, two items of one row. Tables 2 and 3.
    let table_1 = (5 + 5 * 2) * 4 * 2 + (1 + 3) * 4 * 2 + 2 * 4 * 4 * 2;
    assert_eq!(looked_up, table_1 + 3 * 4 + 5 * 4 * 4 * 2);
}

/// The values of every item for every land use and range, resolved by others: rotation has the stricter row, a use
/// without a row that of other land.
#[test]
fn the_look_up_finds_the_resolved_list() {
    let mut reader = csv::Reader::from_reader(include_str!("../data/gb15618-resolved.csv").as_bytes());
    let mut looked_up = 0;
    for row in reader.records().map(Result::unwrap) {
        let land = match &row[0] {
            "paddy_upland_rotation" => FarmlandUse::Rotation,
            "dryland" => FarmlandUse::Other,
            code => FarmlandUse::from_code(code).unwrap(),
        };
        let values = PH.iter().find(|(band, _)| *band == &row[2]).unwrap().1;
        for (ph, (value, printed)) in values
            .iter()
            .flat_map(|ph| SoilValue::ALL.iter().zip([&row[3], &row[4]]).map(move |pair| (ph, pair)))
        {
            let limit = standard().limit(Indicator::of(&row[1]), land, ph.parse().ok(), *value);
            let found = limit.ok().and_then(|limit| limit.value()).map(|limit| limit.value);
            assert_eq!(found, printed.parse().ok(), "{row:?} {ph} {value}");
            looked_up += 1;
        }
    }
    assert_eq!(looked_up, 4 * 8 * 4 * 2 * 2);
}

/// For rotation the stricter of the rows for paddy fields and for other land holds, which is of grade B; where one
/// row is for both, nothing was chosen.
#[test]
fn rotation_takes_the_stricter_row() {
    let mut chosen = 0;
    for symbol in ["Cd", "Hg", "As", "Pb", "Cr", "Cu", "Ni", "Zn"] {
        for ph in PH.iter().flat_map(|(_, values)| *values) {
            let limit = |land| {
                let ph = Some(Decimal::parse(ph).unwrap());
                standard().limit(Indicator::of(symbol), land, ph, SoilValue::Screening).unwrap()
            };
            let [paddy, other, rotation] =
                [FarmlandUse::Paddy, FarmlandUse::Other, FarmlandUse::Rotation].map(limit);
            let stricter = paddy.value().unwrap().value.min(other.value().unwrap().value);
            assert_eq!(rotation.value().unwrap().value, stricter, "{symbol} {ph}");
            let is_chosen = paddy.scope != other.scope;
            assert_eq!(rotation.confirmation, if is_chosen { Confirmation::B } else { Confirmation::A });
            chosen += usize::from(is_chosen);
        }
    }
    // Five items have rows for paddy fields.
    assert_eq!(chosen, 5 * 8);
}

#[test]
fn errors_say_what_is_missing() {
    use FarmlandUse::{Orchard, Paddy};
    use SoilValue::{Intervention, Screening};
    let limit = |symbol, land, ph: &str, value| {
        standard()
            .limit(Indicator::of(symbol), land, ph.parse().ok(), value)
            .map_err(|error| error.to_string())
    };
    let error = limit("Cd", Paddy, "", Screening).unwrap_err();
    assert_eq!(error, "the values for Cd depend on the pH of the soil, which is not given");
    let error = limit("Cd", Paddy, "15", Screening).unwrap_err();
    assert_eq!(error, "pH 15 is outside the scale, expected 0 to 14");
    let error = limit("Cu", Orchard, "6.0", Intervention).unwrap_err();
    assert_eq!(error, "GB 15618 has no risk intervention value for Cu");
    let error = limit("Tl", Paddy, "6.0", Screening).unwrap_err();
    assert_eq!(error, "GB 15618 has no risk screening value for Tl");
    // The items of table 2 need no pH, but an impossible one is refused there, too.
    assert_eq!(limit("BaP", Paddy, "", Screening).unwrap().value().unwrap().to_string(), "0.55 mg/kg");
    let given = standard().limit(Indicator::of("BaP"), Paddy, "14.1".parse().ok(), Screening);
    assert_eq!(given, Err(FarmlandError::PhOutOfScale("14.1".parse().unwrap())));
}
