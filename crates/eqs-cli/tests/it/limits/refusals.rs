//! Every refusal: its message in both languages, its exit code, and nothing on standard output.

use crate::support::eqs;

#[track_caller]
fn refused(code: i32, arguments: &[&str], en: &str, zh: &str) {
    for (lang, message) in [("en", en), ("zh", zh)] {
        let run = eqs(&[&["limits", "--lang", lang], arguments].concat());
        assert_eq!(run.err, format!("eqs: {message}\n"));
        assert_eq!((run.code, run.out.as_str()), (code, ""), "{}", run.err);
    }
}

#[test]
fn neither_day_nor_standard() {
    refused(
        2,
        &["--symbol", "PM2.5"],
        "give a day by --on (all standards in force on it), or a standard by --standard",
        "须以 --on DAY 给出日期（该日施行的所有标准），或以 --standard 给出标准",
    );
    refused(
        2,
        &["--edition", "2012"],
        "--edition is that of a standard: give --standard",
        "--edition 须与 --standard 同用",
    );
}

#[test]
fn unknown_standards() {
    refused(
        2,
        &["--standard", "GB 9999-2020"],
        "no standard `GB 9999-2020` here, only GB 3095, HJ 633, HJ 663, WHO AQG, GB 3838, GB/T 14848, 城市黑臭水体整治工作指南, \
         总站生字〔2001〕090号, GB 15618, GB 36600, GB 3096, HJ 640, GB 8702, HJ 192, 区域生态质量评价办法（试行）, \
         DB11/T 1877",
        "没有标准 `GB 9999-2020`，现有GB 3095、HJ 633、HJ 663、WHO AQG、GB 3838、GB/T 14848、城市黑臭水体整治工作指南、\
         总站生字〔2001〕090号、GB 15618、GB 36600、GB 3096、HJ 640、GB 8702、HJ 192、区域生态质量评价办法（试行）、\
         DB11/T 1877",
    );
}

#[test]
fn one_edition_is_no_default() {
    refused(
        2,
        &["--standard", "GB 3096"],
        "GB 3096: choose an edition by --on DAY or --edition NAME:\n  2008 (2008-10-01–)",
        "GB 3096 须以 --on DAY 或 --edition NAME 指定版本：\n  2008 (2008-10-01–)",
    );
}

#[test]
fn days_without_an_edition() {
    refused(
        1,
        &["--standard", "GB 36600", "--on", "2018-07-31"],
        "no edition of GB 36600 known here is in force on 2018-07-31 (the first begins on 2018-08-01)",
        "2018-07-31没有已收录的GB 36600版本施行（最早的版本自2018-08-01起）",
    );
    refused(
        1,
        &["--on", "1990-01-01"],
        "option --on, value `1990-01-01`: no standard known here is in force on this day; the first is from 1996-10-01 \
         on (GB 3095-1996)",
        "选项 --on，值 `1990-01-01`：该日没有已收录的标准施行，最早自1996-10-01起（GB 3095-1996）",
    );
}

#[test]
fn days_without_a_limit() {
    let en = "no limit for PM2.5 is in force on 2014-06-01; the first is from 2016-01-01 on (GB 3095-2012)";
    let zh = "2014-06-01没有PM2.5限值施行，最早自2016-01-01起（GB 3095-2012）";
    refused(1, &["--on", "2014-06-01", "--symbol", "PM2.5"], en, zh);
    refused(1, &["--standard", "GB 3095", "--on", "2014-06-01", "--symbol", "PM2.5"], en, zh);
    refused(
        1,
        &["--on", "1990-01-01", "--symbol", "PM2.5"],
        "option --on, value `1990-01-01`: no limit for PM2.5 is in force on 1990-01-01; the first is from 2016-01-01 on \
         (GB 3095-2012)",
        "选项 --on，值 `1990-01-01`：1990-01-01没有PM2.5限值施行，最早自2016-01-01起（GB 3095-2012）",
    );
}

#[test]
fn unknown_indicators() {
    refused(
        1,
        &["--on", "2026-05-01", "--symbol", "PM2,5"],
        "option --symbol, value `PM2,5`: unknown indicator; did you mean `PM2.5`?",
        "选项 --symbol，值 `PM2,5`：未知的指标；是否指`PM2.5`？",
    );
    refused(
        1,
        &["--on", "2026-05-01", "--symbol", "wxyzuvw"],
        "option --symbol, value `wxyzuvw`: unknown indicator",
        "选项 --symbol，值 `wxyzuvw`：未知的指标",
    );
    refused(
        1,
        &["--on", "2026-05-01", "--symbol", "co"],
        "option --symbol, value `co`: several indicators but for upper and lower case, choose one of `CO`, `Co`",
        "选项 --symbol，值 `co`：大小写不同的指标不止一个，请指定其一：`CO`、`Co`",
    );
}

#[test]
fn unknown_codes() {
    refused(
        2,
        &["--on", "2026-05-01", "--medium", "fire"],
        "option --medium, value `fire`: unknown code, expected one of air, water, soil, noise, emf, radiation, ecology, climate, solid_waste, \
         governance, economy",
        "选项 --medium，值 `fire`：未知的代码，应为其一：air、water、soil、noise、emf、radiation、ecology、climate、solid_waste、governance、economy",
    );
    refused(
        2,
        &["--on", "2026-05-01", "--land", "park"],
        "option --land, value `park`: unknown code, expected one of paddy, rotation, orchard, other, 1, 2",
        "选项 --land，值 `park`：未知的代码，应为其一：paddy、rotation、orchard、other、1、2",
    );
}

#[test]
fn a_medium_without_the_indicator() {
    refused(
        1,
        &["--standard", "GB 3095-2012", "--symbol", "TSP", "--medium", "water"],
        "option --medium, value `water`: no limit for TSP as asked for; there are: GB 3095-2012 \
         averaging=annual;grade=1, averaging=annual;grade=2, averaging=24h;grade=1, averaging=24h;grade=2",
        "选项 --medium，值 `water`：没有符合条件的总悬浮颗粒物限值；现有：GB 3095-2012 \
         averaging=annual;grade=1、averaging=annual;grade=2、averaging=24h;grade=1、averaging=24h;grade=2",
    );
}

#[test]
fn acidity() {
    let soil = ["--standard", "GB 15618-2018", "--symbol", "镉", "--land", "paddy"];
    refused(
        1,
        &soil,
        "option --land, value `paddy`: the values for Cd in farmland depend on the pH of the soil: give --ph",
        "选项 --land，值 `paddy`：农用地镉的限值取决于土壤 pH，请以 --ph 给出",
    );
    refused(
        1,
        &[&soil[..], &["--ph", "14.1"]].concat(),
        "option --ph, value `14.1`: outside the scale of pH, expected 0 to 14",
        "选项 --ph，值 `14.1`：pH 应为 0 至 14",
    );
    refused(
        2,
        &[&soil[..], &["--ph", "acid"]].concat(),
        "option --ph, value `acid`: not a decimal number (expected digits with at most one point, for example 35 or 0.02)",
        "选项 --ph，值 `acid`：不是十进制数（应如 6.5）",
    );
}

#[test]
fn frequencies() {
    let at = |frequency: &'static str| ["--standard", "GB 8702-2014", "--frequency", frequency];
    refused(
        1,
        &at("0.5 Hz"),
        "option --frequency, value `0.5 Hz`: outside the table of frequencies, expected 1 Hz to 300 GHz",
        "选项 --frequency，值 `0.5 Hz`：超出频率表，应为 1 Hz 至 300 GHz",
    );
    refused(
        1,
        &at("50 kV/m"),
        "option --frequency, value `50 kV/m`: kV/m (electric field strength) does not convert to Hz (frequency)",
        "选项 --frequency，值 `50 kV/m`：kV/m 不能换算为 Hz",
    );
    refused(
        2,
        &at("50 Herz"),
        "option --frequency, value `50 Herz`: unknown unit",
        "选项 --frequency，值 `50 Herz`：未知的单位",
    );
    refused(
        2,
        &at("Hz"),
        "option --frequency, value `Hz`: not a number with its unit, expected such as 27.0 µg/m³ or 50 Hz",
        "选项 --frequency，值 `Hz`：不是带单位的数值（应如 27.0 µg/m³、50 Hz）",
    );
}

#[test]
fn values_of_another_kind() {
    let against = |value: &'static str| ["--standard", "GB 3095-2012", "--symbol", "TSP", "--against", value];
    refused(
        1,
        &against("27 mg/L"),
        "option --against, value `27 mg/L`: mg/L (mass in water) does not convert to µg/m³ (mass in air), the unit of \
         the limit for TSP (GB 3095-2012 table 2 item 1); narrow the search by --medium, --standard or others",
        "选项 --against，值 `27 mg/L`：mg/L 不能换算为 µg/m³，即总悬浮颗粒物限值的单位（GB 3095-2012 表2第1项）；可用 \
         --medium、--standard 等缩小范围",
    );
    refused(
        1,
        &against("27"),
        "option --against, value `27`: a number without a unit does not convert to µg/m³, the unit of the limit for TSP \
         (GB 3095-2012 table 2 item 1); narrow the search by --medium, --standard or others",
        "选项 --against，值 `27`：没有单位，不能换算为 µg/m³，即总悬浮颗粒物限值的单位（GB 3095-2012 表2第1项）；可用 \
         --medium、--standard 等缩小范围",
    );
}

#[test]
fn parts_per_billion_without_a_state() {
    refused(
        1,
        &["--standard", "GB 3095-2012", "--symbol", "TSP", "--against", "27 ppb"],
        "option --against, value `27 ppb`: ppb converts to µg/m³ at a temperature and pressure that are known here for the \
         gases of GB 3095 only (SO2, NO2, CO, O3, NOx), not for the limit for TSP (GB 3095-2012 table 2 item 1); add \
         --standard \"GB 3095\", or give the value in µg/m³",
        "选项 --against，值 `27 ppb`：ppb 换算为 µg/m³ 须知温度和气压，只有 GB 3095 的气态污染物（SO2、NO2、CO、O3、NOx）可由此换算，\
         总悬浮颗粒物的限值不能（GB 3095-2012 表2第1项）；可加 --standard \"GB 3095\"，或以 µg/m³ 给出数值",
    );
}

#[test]
fn limits_without_an_order() {
    refused(
        1,
        &["--standard", "GB 3095-2012", "--symbol", "TSP", "--tightest"],
        "option --tightest: these limits are not of one kind and cannot be ordered, ask for one kind: GB 3095-2012 \
         averaging=annual;grade=1, averaging=annual;grade=2, averaging=24h;grade=1, averaging=24h;grade=2",
        "选项 --tightest：这些限值不是同一种，无法比较宽严，请缩小范围：GB 3095-2012 \
         averaging=annual;grade=1、averaging=annual;grade=2、averaging=24h;grade=1、averaging=24h;grade=2",
    );
}

#[test]
fn unconfirmed_limits() {
    refused(
        1,
        &["--standard", "eqi-2021"],
        "only limits of grade C (9), which are not confirmed; --unconfirmed shows them",
        "只有9条未经确认（确认等级C）的限值；加 --unconfirmed 可显示",
    );
}

#[test]
fn conditions_on_words() {
    refused(
        1,
        &["--standard", "DB11/T 1877-2021", "--symbol", "PM2.5"],
        "DB11/T 1877-2021 has no limits here that conditions could be asked of",
        "DB11/T 1877-2021 未收录限值，不能按条件查询",
    );
}

#[test]
fn pairs_and_spans() {
    refused(
        2,
        &["--standard", "GB 3095", "--diff", "2012"],
        "option --diff, value `2012`: not two editions, expected such as 2012..2026",
        "选项 --diff，值 `2012`：不是两个版本，应如 2012..2026",
    );
    refused(
        2,
        &["--standard", "HJ 633-2012", "--diff", "2012..2026"],
        "--diff and --ending take the number of the standard without an edition",
        "--diff、--ending 只取标准号，不带版本",
    );
    refused(
        2,
        &["--standard", "HJ 633", "--diff", "2012..2018"],
        "HJ 633 has no edition `2018`, only `2012`, `2026`",
        "HJ 633 没有版本 `2018`，现有`2012`、`2026`",
    );
    refused(
        2,
        &["--standard", "GB 3095", "--diff", "2012..2012"],
        "option --diff, value `2012..2012`: one edition, of which nothing changes; expected two such as 2012..2026",
        "选项 --diff，值 `2012..2012`：同一版本，没有变化；应为两个版本，如 2012..2026",
    );
    refused(
        2,
        &["--standard", "GB 3095", "--diff", "2026..2012"],
        "option --diff, value `2026..2012`: the order is reversed: the earlier edition comes first, as in 2012..2026",
        "选项 --diff，值 `2026..2012`：次序颠倒：应先旧后新，如 2012..2026",
    );
    refused(
        1,
        &["--standard", "HJ 663", "--diff", "2013..2026"],
        "HJ 663 has no limits here, so that there is nothing to compare",
        "HJ 663 未收录限值，没有可比较的限值",
    );
    refused(
        1,
        &["--standard", "DB11/T 1877", "--diff", "2021..2025"],
        "DB11/T 1877 has no limits here, so that there is nothing to compare",
        "DB11/T 1877 未收录限值，没有可比较的限值",
    );
    for span in ["2026", "2026-02-30..2026-03-01", "2031-01-01..2026-01-01"] {
        refused(
            2,
            &["--ending", span],
            &format!(
                "option --ending, value `{span}`: not a span of days, expected such as 2026-01-01..2031-12-31, the \
                 earlier day first"
            ),
            &format!("选项 --ending，值 `{span}`：不是日期区间，应如 2026-01-01..2031-12-31，且先后有序"),
        );
    }
}

#[test]
fn options_that_exclude_one_another() {
    for arguments in [
        &["--diff", "2012..2026"][..],
        &["--standard", "GB 3095", "--diff", "2012..2026", "--on", "2026-05-01"],
        &["--ending", "2026-01-01..2026-12-31", "--symbol", "PM2.5"],
        &["--all", "--standard", "GB 3095"],
        &["--all", "--medium", "air"],
        &["--schema", "--all"],
    ] {
        let run = eqs(&[&["limits"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    }
}
