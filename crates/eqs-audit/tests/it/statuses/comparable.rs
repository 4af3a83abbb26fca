//! Figures that look alike and cannot be compared.

use crate::given::{fate, lacking};

#[test]
fn indices_with_similar_names() {
    let rows = [
        "beijing ecological_quality_index index 2021 70.8 -",
        "beijing ecological_state_index index 2020 70.2 -",
    ];
    let claim = "change beijing ecological_quality_index index 2021 increase 0.9 % base_indicator=ecological_state_index base=2020";
    assert_eq!(lacking(&rows, claim), ["different indices by different methods"]);
    let rows = [
        "beijing ecological_quality_index index 2021 70.8 -",
        "beijing ecological_quality_index index 2020 70.2 -",
    ];
    let claim = "change beijing ecological_quality_index index 2021 increase 0.9 % base=2020";
    assert_eq!(fate(&rows, claim), "confirmed possible");
    // The other index of the year before is no base.
    let rows = [rows[0], "beijing ecological_state_index index 2020 70.2 -"];
    assert_eq!(lacking(&rows, claim), ["eco-environmental quality index (EI), index, Beijing, 2020"]);
}

#[test]
fn shares_of_different_wholes() {
    let rows = [
        "beijing water_i_to_iii share_of_sections 2024 80.0 %",
        "beijing water_i_to_iii share_of_river_length 2023 70.0 %",
    ];
    let claim = "change beijing water_i_to_iii share_of_sections 2024 increase 10.0 percentage_point base_statistic=share_of_river_length base=2023";
    assert_eq!(lacking(&rows, claim), ["shares of different wholes"]);
    let rows = [rows[0], "beijing water_i_to_iii share_of_sections 2023 70.0 %"];
    let claim =
        "change beijing water_i_to_iii share_of_sections 2024 increase 10.0 percentage_point base=2023";
    assert_eq!(fate(&rows, claim), "confirmed possible");
}

#[test]
fn units_of_different_kinds() {
    let rows =
        ["beijing dustfall annual_mean 2024 3.5 t/(km²·month)", "beijing dustfall annual_mean 2023 4.0 g/m²"];
    let claim = "change beijing dustfall annual_mean 2024 decrease base=2023";
    assert_eq!(lacking(&rows, claim), ["units of different kinds"]);
    assert_eq!(
        fate(&[rows[0], "beijing dustfall annual_mean 2023 4.0 t/(km²·month)"], claim),
        "confirmed certain"
    );
}
