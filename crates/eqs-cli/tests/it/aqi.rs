//! `eqs aqi` on small files.

use crate::support::{Run, eqs, eqs_in, eqs_on, file, output, records};

const HOURLY: &[&str] = &["aqi", "-", "--report", "hourly"];
const DAILY: &[&str] = &["aqi", "-", "--report", "daily"];

fn run(input: &str, base: &[&str], more: &[&str]) -> Run {
    eqs_on(input.as_bytes(), &[base, more].concat())
}

/// The values of a column.
#[track_caller]
fn column(input: &str, base: &[&str], more: &[&str], name: &str) -> Vec<String> {
    records(&output(run(input, base, more))).into_iter().map(|mut row| row.remove(name).unwrap()).collect()
}

#[test]
fn labels_of_hours_choose_the_edition() {
    // PM2.5 of 55 is 75 by the edition of 2012 and 90 by that of 2026; `/` leaves no pollutant missing.
    let row = |label: &str| format!("{label},55,/,/,/,/,/\n");
    let check = |header: &str, labels: &[(&str, &str)]| {
        let rows: String = labels.iter().map(|(label, _)| row(label)).collect();
        let expected: Vec<_> = labels.iter().map(|(_, aqi)| (*aqi).to_owned()).collect();
        let input = format!("{header},pm25,pm10,so2,no2,co,o3_1h\n{rows}");
        assert_eq!(column(&input, HOURLY, &[], "eqs_aqi"), expected, "{header}");
    };
    check(
        "time",
        &[
            ("2026-03-01T00", "75"),
            ("2026-03-01T01", "90"),
            ("2026-03-01 00:00", "75"),
            ("2026-03-01 01:00:00", "90"),
            ("2026-02-28T24", "75"),
            ("20260301T23", "90"),
        ],
    );
    check(
        "date,hour",
        &[
            ("2026-03-01,0", "75"),
            ("2026-03-01,00", "75"),
            ("20260228,24", "75"),
            ("20260301,1", "90"),
            ("20260228,05", "75"),
        ],
    );
    check("date", &[("2026-03-01", "90"), ("2026-02-28", "75")]);
}

#[test]
fn only_the_date_counts_in_a_daily_report() {
    let values = "55,/,/,/,/,/";
    let header = "pm25,pm10,so2,no2,co,o3_8h";
    let input = format!("date,hour,{header}\n2026-03-01,0,{values}\n2026-02-28,odd,{values}\n");
    assert_eq!(column(&input, DAILY, &[], "eqs_aqi"), ["90", "75"]);
    let input = format!("time,{header}\n2026-03-01T00,{values}\n2026-02-28,{values}\n");
    assert_eq!(column(&input, DAILY, &[], "eqs_aqi"), ["90", "75"]);
}

#[test]
fn an_edition_by_name_needs_no_day() {
    let input = "date,pm25\nnever,55\n";
    assert_eq!(column(input, HOURLY, &["--edition", "2012"], "eqs_aqi"), ["75"]);
}

#[test]
fn missing_is_empty_or_na() {
    let input = "pm25,pm10,so2,no2,co,o3_1h\n,NA, , NA ,0.4,20\n";
    assert_eq!(column(input, HOURLY, &["--edition", "2012"], "eqs_aqi"), ["7"]);
    let reason = column(input, HOURLY, &["--edition", "2026"], "eqs_reason");
    for part in ["SO2", "NO2", "PM10", "PM2.5", "missing", "not above 100"] {
        assert!(reason[0].contains(part), "{reason:?}");
    }
}

#[test]
fn levels_categories_and_ties() {
    let input = "pm25,pm10\n0,0\n35,50\n75,150\n76,150\n500,600\n600,10\n";
    let rows = records(&output(run(input, DAILY, &["--edition", "2012"])));
    let found: Vec<_> = rows
        .iter()
        .map(|row| [&row["eqs_aqi"], &row["eqs_level"], &row["eqs_category"], &row["eqs_primary"]])
        .map(|cells| cells.map(String::as_str))
        .collect();
    assert_eq!(
        found,
        [
            ["0", "1", "excellent", ""],
            ["50", "1", "excellent", ""],
            ["100", "2", "good", "PM10;PM2.5"],
            ["102", "3", "lightly polluted", "PM2.5"],
            ["500", "6", "severely polluted", "PM10;PM2.5"],
            ["500", "6", "severely polluted", "PM2.5"],
        ]
    );
}

#[test]
fn digits_are_rounded_only_when_asked() {
    let input = "pm25\n35.5\n36.5\n";
    let rounded = column(input, DAILY, &["--edition", "2012", "--digits", "round"], "eqs_aqi");
    assert_eq!(rounded, ["52", "52"]); // both are 36, half to even
    assert_eq!(run(input, DAILY, &["--edition", "2012"]).code, 1);
    // Zeros behind the point are no digits.
    assert_eq!(column("pm25\n35.0\n", DAILY, &["--edition", "2012"], "eqs_aqi"), ["50"]);
}

#[test]
fn marks_of_the_encoding_and_line_ends() {
    let input = "\u{FEFF}date,pm25,note\r\n2020-01-01,55,\"a \"\"b\"\",\r\nc\"\r\n\r\n2020-01-02,35,\r\n";
    let out = output(run(input, HOURLY, &["--lang", "zh"]));
    assert!(out.starts_with("\u{FEFF}date,pm25,note,eqs_aqi,"), "{out:?}");
    let rows = records(out.trim_start_matches('\u{FEFF}'));
    assert_eq!(rows[0]["note"], "a \"b\",\r\nc");
    assert_eq!(rows.iter().map(|row| row["eqs_aqi"].as_str()).collect::<Vec<_>>(), ["75", "50"]);
}

#[test]
fn the_language_follows_the_locale_and_the_option() {
    let arguments = ["aqi", "-", "--report", "daily", "--edition", "2012"];
    let chinese = eqs_in("zh_CN.UTF-8", b"pm25\n55\n", &arguments);
    assert!(chinese.out.contains(",良,"), "{chinese:?}");
    let english = eqs_in("zh_CN.UTF-8", b"pm25\n55\n", &[&arguments[..], &["--lang", "en"]].concat());
    assert!(english.out.contains(",good,"), "{english:?}");
    let refused = eqs_in("zh_TW", b"pm25\n-1\n", &arguments);
    assert_eq!(refused.err, "eqs: <stdin>，第2行，列 `pm25`，值 `-1`：为负值，应不小于0\n");
}

#[test]
fn an_explanation_shows_the_derivation() {
    let out = output(run("pm25\n55\n", DAILY, &["--edition", "2012", "--explain"]));
    let explanation = &records(&out)[0]["eqs_explanation"];
    for part in ["AQI 75", "55 µg/m³", "[35, 75]", "[50, 100]", "HJ 633-2012"] {
        assert!(explanation.contains(part), "{explanation}");
    }
}

#[test]
fn columns_that_look_like_pollutants_are_named() {
    let run = run("PM2.5,pm10,臭氧\n55,40,1\n", HOURLY, &["--edition", "2012"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        run.err,
        "eqs: warning: column `PM2.5` is not read; rename it `pm25` if it is to be\n\
         eqs: warning: column `臭氧` is not read; rename it `o3_1h` or `o3_8h` if it is to be\n"
    );
}

#[test]
fn an_output_file_is_written_at_the_end_or_not_at_all() {
    let input = file("output-in.csv", b"pm25\n55\n-1\n");
    let output_file = file("output-out.csv", b"as before");
    let (input, path) = (input.to_str().unwrap(), output_file.to_str().unwrap());
    let arguments = ["aqi", input, "--report", "daily", "--edition", "2012", "-o"];
    let refused = eqs(&[&arguments[..], &[path]].concat());
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert_eq!(std::fs::read_to_string(&output_file).unwrap(), "as before");

    let marked = eqs(&[&arguments[..], &[path, "--on-error", "mark"]].concat());
    let warning = "eqs: warning: 1 of 2 rows are not judged because of bad cells (first: line 3)\n";
    assert_eq!((marked.code, marked.out.as_str(), marked.err.as_str()), (0, "", warning));
    assert_eq!(records(&std::fs::read_to_string(&output_file).unwrap()).len(), 2);

    let same = eqs(&[&arguments[..], &[input]].concat());
    assert_eq!(same.code, 2);
    assert!(same.err.ends_with("input and output are the same file\n"), "{same:?}");
}

#[test]
fn values_above_the_last_node_and_carbon_monoxide_in_micrograms_are_said() {
    let run =
        eqs_on(b"co,pm10\n5300,20\n0.5,700\n", &["aqi", "-", "--report", "hourly", "--edition", "2012"]);
    let rows = records(&run.out);
    assert!(rows[0]["eqs_reason"].starts_with("CO 5300 mg/m³ lies above the last node"), "{rows:?}");
    assert!(rows[1]["eqs_reason"].starts_with("PM10 700 µg/m³ lies above the last node"), "{rows:?}");
    let warning = "eqs: warning: `co` is read in mg/m³ and lies above its last node in 1 rows; is the column in µg/m³?\n";
    assert_eq!((run.code, run.err.as_str()), (0, warning));
}

#[test]
fn names_with_units_or_in_other_case_are_named() {
    let input = "PM2.5(μg/m³),CO(mg/m³),o3,Hour,date,no2\n35,0.4,3,0,2020-01-01,2\n";
    let run = eqs_on(input.as_bytes(), &["aqi", "-", "--report", "hourly"]);
    for (name, key) in
        [("PM2.5(μg/m³)", "`pm25`"), ("CO(mg/m³)", "`co`"), ("o3", "`o3_1h` or `o3_8h`"), ("Hour", "`hour`")]
    {
        let warning = format!("eqs: warning: column `{name}` is not read; rename it {key} if it is to be\n");
        assert!(run.err.contains(&warning), "{name}: {}", run.err);
    }
}

/// Reading a file while it is written would never end, whatever its name.
#[test]
#[cfg(unix)]
fn a_file_under_another_name_is_still_the_input() {
    let folder = std::env::temp_dir().join(format!("eqs-same-file-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (one, other) = (folder.join("a.csv"), folder.join("b.csv"));
    std::fs::write(&one, "pm25\n55\n").unwrap();
    std::fs::hard_link(&one, &other).unwrap();
    let arguments = [
        "aqi",
        one.to_str().unwrap(),
        "--report",
        "hourly",
        "--edition",
        "2012",
        "-o",
        other.to_str().unwrap(),
    ];
    let run = eqs(&arguments);
    assert_eq!(run.code, 2, "{}", run.err);
    assert_eq!(std::fs::read_to_string(&one).unwrap(), "pm25\n55\n");
    std::fs::remove_dir_all(&folder).unwrap();
}
