//! Directories of figures and claims.

use eqs_audit::load::{Directory, InputFile, load};
use eqs_audit::{Audit, Policy, Status};
use eqs_bulletin::Figure;
use eqs_core::{Lang, Phrase as _};

mod bad_input;
mod schemas;
mod shipped;

/// Files of a test.
fn files(texts: &[(&str, &str)]) -> Vec<InputFile> {
    let file = |(path, text): &(&str, &str)| InputFile { path: (*path).into(), bytes: (*text).into() };
    texts.iter().map(file).collect()
}

fn loaded(texts: &[(&str, &str)]) -> Directory {
    load(&files(texts)).unwrap()
}

fn audit(directory: &Directory) -> Audit<'_> {
    Audit::new(directory.figures(), directory.claims(), Policy::DEFAULT)
}

const FIGURES: &str = "id,line,medium,place,indicator,statistic,period,value,unit,quote\n";
const CLAIMS: &str =
    "id,line,medium,rule,place,indicator,statistic,period,relation,value,unit,base_period,quote\n";

#[test]
fn names_and_words_in_either_language() {
    let codes = loaded(&[
        (
            "observations/bulletin-2025.csv",
            "id,line,medium,place,indicator,statistic,period,value,high,unit,bound,note,name,quote\n\
                 O-1,12,air,miyun,PM2.5,annual_mean,2025,26,,µg/m³,exact,,颗粒物(粒径≤2.5µm),26微克/立方米\n\
                 O-2,12,air,miyun,PM2.5,annual_mean,2024,28,,µg/m³,about,,PM2.5年均浓度,28微克/立方米\n",
        ),
        (
            "claims/bulletin-2025.csv",
            "id,part,line,medium,rule,place,indicator,statistic,period,relation,value,unit,base_period,claim,quote\n\
                 C-1,1,12,air,change,miyun,PM2.5,annual_mean,2025,decrease,7.1,%,2024,同比下降7.1%,同比下降7.1%\n",
        ),
    ]);
    // A byte order mark, CRLF, blank lines, another order of columns, and cells in quotes.
    let names = loaded(&[
        (
            "observations/bulletin-2025.csv",
            "\u{FEFF}quote,id,line,medium,place,indicator,statistic,period,value,unit,bound,name\r\n\r\n\
                 26微克/立方米,O-1,12,大气,密云,细颗粒物,年均值,2025年,26,微克/立方米,,\r\n\
                 \"28微克/立方米\",O-2,12,air,Miyun District,pm25, annual_mean ,2024,28,ug/m3,约,\"PM2.5年均浓度\"\r\n",
        ),
        (
            "claims/bulletin-2025.json",
            r#"[{"quote": "同比下降7.1%", "id": "C-1", "line": 12, "medium": "大气", "rule": "change", "place": "密云区",
                    "indicator": "PM₂.₅", "statistic": "年均值", "period": 2025, "relation": "下降", "value": "7.1",
                    "unit": "%", "base_period": 2024, "high": null}]"#,
        ),
    ]);
    assert_eq!((codes.refused(), names.refused()), (&[][..], &[][..]));
    assert_eq!(codes.figures(), names.figures());
    assert_eq!(codes.claims(), names.claims());
    assert_eq!(names.documents(), ["bulletin-2025"]);
    let results = audit(&names).results();
    assert_eq!(results.iter().map(|result| result.status).collect::<Vec<_>>(), [Status::Confirmed]);
}

#[test]
fn places_and_indicators_of_their_own() {
    let files = [
        (
            "places.csv",
            "code,zh,en,kind,within,aliases\n\
             east,东片区,East,地级市,全国,东片\n\
             east_districts,东片各区,districts of the East,districts,东片区,\n\
             lake_side,湖滨区,Lakeside,district,东片;east_districts,\n\
             hillside,山前区,Hillside,district,east_districts,\n",
        ),
        (
            "indicators.json",
            r#"[{"symbol": "salt_tide", "zh": "咸潮", "en": "salt tide", "better": "越低越好"}]"#,
        ),
        (
            "observations/bulletin-2025.csv",
            &format!(
                "{FIGURES}O-1,1,water,湖滨区,咸潮,天数,2025,4,天,湖滨4天\nO-2,1,water,Hillside,salt_tide,days,2025,9,d,山前9天\n"
            ),
        ),
        (
            "claims/bulletin-2025.csv",
            "id,line,medium,rule,place,indicator,statistic,period,relation,value,high,unit,quote\n\
             C-1,2,water,range,东片各区,咸潮,days,2025,equal,4,9,d,4-9天\n\
             C-2,3,water,range,east_districts,salt_tide,days,2025,equal,4,10,d,4-10天\n",
        ),
    ];
    let directory = loaded(&files);
    assert_eq!(directory.refused(), []);
    let place = directory.figures()[0].observation.place;
    assert_eq!((place.code(), place.zh(), place.en()), ("lake_side", "湖滨区", "Lakeside"));
    // Above a declared place stands what is above it, too.
    assert!(
        place.is_within(eqs_core::Place::of("china"))
            && place.is_directly_within(directory.claims()[0].subject.place)
    );
    assert_eq!(directory.figures()[0].name, "咸潮");
    let statuses: Vec<_> = audit(&directory).results().iter().map(|result| result.status).collect();
    assert_eq!(statuses, [Status::Confirmed, Status::Contested]);
}

#[test]
fn parts_are_names_too() {
    let directory = loaded(&[(
        "claims/d.csv",
        "id,line,medium,rule,place,indicator,statistic,period,relation,parts,quote\n\
             C-1,1,air,between,全市,PM2.5,annual_mean,2025,equal,密云；延庆区,介于两区之间\n\
             C-2,1,air,sum,全市,优良天数,days,2025,equal,优良天数; PM2.5,合计\n",
    )]);
    assert_eq!(directory.refused(), []);
    let shown: Vec<_> = directory.claims().iter().map(|claim| format!("{:?}", claim.parts)).collect();
    assert!(shown[0].contains("Place(miyun)") && shown[0].contains("Place(yanqing)"), "{shown:?}");
    assert!(shown[1].contains("Indicator(PM2.5)"), "{shown:?}");
}

#[test]
fn a_claim_is_refused_as_a_whole_and_the_rest_stays() {
    let claims = "id,part,line,medium,rule,place,indicator,statistic,period,relation,value,unit,base_period,quote\n\
         C-1,1,5,air,change,beijing,PM2.5,annual_mean,2025,decrease,10.0,%,2024,下降10.0%\n\
         C-1,2,5,air,change,beijing,PM3,annual_mean,2025,decrease,10.0,%,2024,下降10.0%\n\
         C-2,1,6,air,change,beijing,PM10,annual_mean,2025,decrease,10.0,%,2024,下降10.0%\n";
    let figures = format!(
        "{FIGURES}O-1,5,air,beijing,PM10,annual_mean,2025,45,µg/m³,45\nO-2,5,air,beijing,PM10,annual_mean,2024,50,µg/m³,50\n\
         O-2,6,air,beijing,PM2.5,annual_mean,2024,30,µg/m³,30\n"
    );
    let directory = loaded(&[("observations/d.csv", &figures), ("claims/d.csv", claims)]);
    let audit = audit(&directory);
    let results = audit.results();
    assert_eq!(
        results.iter().map(|result| (result.id.as_str(), result.status)).collect::<Vec<_>>(),
        [("C-2", Status::Confirmed)]
    );
    let refused: Vec<_> = directory.refused().iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        [
            "observations/d.csv, line 4, column `id`, value `O-2`: the id stands twice in the document (first: line 3)",
            "claims/d.csv, line 2, column `id`, value `C-1`: another part of the same claim is refused (line 3)",
            "claims/d.csv, line 3, column `indicator`, value `PM3`: unknown indicator",
        ]
    );
}

#[test]
fn what_the_audit_sets_aside_has_a_line() {
    let row = |id: &str, period: u16, base: u16, value: &str, unit: &str| {
        format!("{id},5,air,change,beijing,PM10,annual_mean,{period},decrease,{value},{unit},{base},引文\n")
    };
    let other = |id: &str, base: &str| format!("{id},7,air,change,{base},引文\n");
    let claims = [
        CLAIMS.to_owned(),
        row("C-1", 2025, 2024, "10.0", "%"),
        row("C-2", 2025, 2024, "11.0", "%"),
        row("C-3", 2025, 2023, "3", "d"),
        row("C-4", 2025, 2020, "30.0", "%"),
        row("C-4", 2025, 2020, "30.0", "%"),
    ]
    .concat();
    let circle = [
        "id,line,medium,rule,place,base_place,indicator,statistic,period,relation,quote\n".to_owned(),
        other("C-5", "miyun,yanqing,PM10,annual_mean,2025,below"),
        other("C-6", "yanqing,miyun,PM10,annual_mean,2025,below"),
    ]
    .concat();
    let figures = format!("{FIGURES}O-1,5,air,beijing,PM10,annual_mean,2025,45,µg/m³,45\n");
    let directory =
        loaded(&[("observations/d.csv", &figures), ("claims/d.csv", &claims), ("claims/e.csv", &circle)]);
    assert_eq!(directory.refused(), []);
    let audit = audit(&directory);
    let refused: Vec<_> =
        audit.refused().iter().map(|refused| directory.locate(refused).to_string()).collect();
    assert_eq!(
        refused,
        [
            "claims/d.csv, line 3: C-1 on the same line says something else of the same two things",
            "claims/d.csv, line 4, column `unit`, value `d`: the unit d does not fit figures in µg/m³",
            "claims/d.csv, line 6, column `id`, value `C-4`: id and part stand twice in the document",
            "claims/e.csv, line 3: circular base: C-5 already compares the base with the subject",
            "claims/d.csv, line 5: another part of the same claim is refused",
        ]
    );
}

/// The message about files that cannot be read.
#[track_caller]
fn error(texts: &[(&str, &str)]) -> (String, String) {
    let error = load(&files(texts)).unwrap_err();
    assert_eq!(error.to_string(), error.say(Lang::En).to_string());
    (error.to_string(), error.say(Lang::Zh).to_string())
}

#[test]
fn the_rows_are_those_of_the_library() {
    // Whoever fills a file by the header of the library has every column.
    let directory = loaded(&[("observations/d.csv", &format!("{}\n", Figure::HEADER))]);
    assert_eq!((directory.figures().len(), directory.documents()), (0, &["d"][..]));
}
