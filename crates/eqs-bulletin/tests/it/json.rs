//! Figures as JSON.

use eqs_bulletin::Bulletin;

#[test]
fn decimals_are_text_and_terms_are_codes() {
    let figure = &Bulletin::of(2024).unwrap().figures()[0];
    let json = serde_json::to_value(figure).unwrap();
    assert_eq!(json["medium"], "air");
    assert_eq!(json["observation"]["quantity"]["value"], "30.5");
    assert_eq!(json["observation"]["place"], "beijing");
    assert_eq!(json["observation"]["source"]["line"], 28);
}

#[test]
fn a_whole_bulletin() {
    let json = serde_json::to_value(Bulletin::of(2021).unwrap()).unwrap();
    assert_eq!(json["code"], "bulletin-2021");
    assert_eq!(json["figures"].as_array().unwrap().len(), 206);
}
