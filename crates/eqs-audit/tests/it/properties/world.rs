//! Claims of each rule that computes with figures, over figures that nearly fit them.

use eqs_audit::Claim;
use eqs_bulletin::Figure;
use eqs_core::{Decimal, Rounding};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::given::{claims, figures};

/// Figures, each with the tenths around which the value at `#` lies.
const FIGURES: [(&str, i64); 17] = [
    ("beijing PM2.5 annual_mean 2020 # µg/m³", 380),
    ("beijing PM2.5 annual_mean 2021 # µg/m³", 340),
    ("beijing PM2.5 annual_mean 2022 # µg/m³", 330),
    ("miyun PM2.5 annual_mean 2021 # µg/m³", 300),
    ("beijing reclaimed_water_pipes length 2021 # m", 900),
    ("miyun reclaimed_water_pipes length 2021 # m", 300),
    ("beijing water_i_to_iii share_of_sections 2021 # %", 700),
    ("beijing water_iv share_of_sections 2021 # %", 200),
    ("beijing water_worse_than_v share_of_sections 2021 # %", 100),
    ("beijing water_i_to_iii share_of_sections 2020 # %", 650),
    ("built_up_area regional_noise annual_mean 2021 # dB(A)", 540),
    ("central_built_up regional_noise annual_mean 2021 # dB(A)", 530),
    ("other_built_up regional_noise annual_mean 2021 # dB(A)", 550),
    ("miyun ecological_state_index index 2020 # -", 750),
    ("beijing NH3-N annual_mean_of_sections 2021 # mg/L", 30),
    ("beijing safe_use_farmland share 2025 # %", 950),
    ("line=30 document=plan beijing PM2.5 annual_mean 2020 # µg/m³", 380),
];

/// Claims, each with the tenths around which the amount at `#` lies, and the words of which one stands at `?`.
const CLAIMS: [(&str, i64, &[&str]); 21] = [
    ("change beijing PM2.5 annual_mean 2021 ? # % base=2020", 100, &["decrease", "increase"]),
    ("change beijing PM2.5 annual_mean 2022 ? # µg/m³ base=2021", 20, &["decrease", "increase"]),
    (
        "change beijing PM2.5 annual_mean 2022 ? base=2020",
        0,
        &["decrease", "increase", "unchanged", "stable"],
    ),
    ("change beijing PM2.5 annual_mean 2021 decrease # µg/m³ base=2013", 500, &[""]),
    ("change beijing PM2.5 annual_mean 2022 decrease # % base=2013", 600, &[""]),
    ("change miyun PM2.5 annual_mean 2021 ? # % base_place=beijing", 100, &["below", "above"]),
    ("change beijing water_i_to_iii share_of_sections 2021 increase # % base=2020", 50, &[""]),
    ("change beijing water_i_to_iii share_of_sections 2021 increase # percentage_point base=2020", 50, &[""]),
    (
        "value beijing PM2.5 annual_mean 2020-2021 ? # µg/m³",
        360,
        &["equal", "below", "above", "at_least", "at_most"],
    ),
    (
        "value beijing PM2.5 annual_mean 2022 equal # µg/m³ ?",
        340,
        &["exact", "about", "nearly", "above", "at_least"],
    ),
    ("value miyun PM2.5 annual_mean 2021 equal 29~# µg/m³", 320, &[""]),
    ("share miyun reclaimed_water_pipes length 2021 equal # % base_place=beijing", 330, &[""]),
    (
        "sum beijing water_i_to_iii share_of_sections 2021 equal 100 % \
         parts=water_i_to_iii;water_iv;water_worse_than_v",
        0,
        &[""],
    ),
    (
        "between built_up_area regional_noise annual_mean 2021 equal parts=central_built_up;other_built_up",
        0,
        &[""],
    ),
    ("attains beijing PM2.5 annual_mean 2020-2021 ? standard=GB_3095 grade=2", 0, &["meets", "exceeds"]),
    (
        "attains beijing NH3-N annual_mean_of_sections 2021 exceeds standard=GB_3838 grade=?",
        0,
        &["III", "IV", "V"],
    ),
    (
        "grade miyun ecological_state_index index 2020 meets standard=HJ_192 grade=?",
        0,
        &["excellent", "good"],
    ),
    ("trend beijing PM2.5 annual_mean 2021-2022 ?", 0, &["decrease", "increase"]),
    ("record beijing PM2.5 annual_mean 2022 lowest base=2020-2021", 0, &[""]),
    (
        "first beijing PM2.5 annual_mean 2022 meets base=2020-2021 parts=PM2.5 standard=GB_3095 grade=2",
        0,
        &[""],
    ),
    ("target beijing safe_use_farmland share 2025 meets standard=beijing-14fyp parts=9", 0, &[""]),
];

/// Figures and claims as rows, which a failure prints.
#[derive(Clone, Debug)]
pub(super) struct World {
    rows: Vec<String>,
    said: Vec<String>,
}

impl World {
    pub(super) fn figures(&self) -> Vec<Figure> {
        figures(&self.rows.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(super) fn claims(&self) -> Vec<Claim> {
        claims(&self.said.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

pub(super) fn world() -> impl Strategy<Value = World> {
    let values = prop::collection::vec((-30..30_i64, 0..3_u8), FIGURES.len());
    let amounts = prop::collection::vec((-25..25_i64, any::<Index>()), CLAIMS.len());
    (values, amounts).prop_map(|(values, amounts)| {
        let row = |((row, middle), (offset, places)): (&(&str, i64), (i64, u8))| {
            row.replace('#', &printed(middle + offset, places).to_string())
        };
        let claim = |((claim, middle, words), (offset, word)): (&(&str, i64, &[&str]), (i64, Index))| {
            let amount = Decimal::new((middle + offset).max(0), 1).to_string();
            let word: &&str = word.get(words);
            claim.replace('#', &amount).replace('?', word)
        };
        World {
            rows: FIGURES.iter().zip(values).map(row).collect(),
            said: CLAIMS.iter().zip(amounts).map(claim).collect(),
        }
    })
}

/// So many tenths, printed to up to two places.
fn printed(tenths: i64, places: u8) -> Decimal {
    match places {
        0 => Decimal::new(tenths, 1).round(0, Rounding::HalfEven).unwrap(),
        1 => Decimal::new(tenths, 1),
        _ => Decimal::new(tenths * 10 + 3, 2),
    }
}
