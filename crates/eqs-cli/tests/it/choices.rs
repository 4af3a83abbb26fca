//! Editions, standards and plans are chosen, never assumed.

use crate::support::{eqs, output};

/// A request that is refused as one that cannot be understood.
#[track_caller]
fn refused(arguments: &[&str], message: &str) {
    let run = eqs(arguments);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert!(run.err.contains(message), "{}", run.err);
}

#[test]
fn limits_need_an_edition() {
    let run = eqs(&["limits", "--standard", "GB 3095"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "eqs: GB 3095: choose an edition by --on DAY or --edition NAME:\n  \
         1996 (1996-10-01–)\n  \
         1996 amended 2000 (2000-01-06–)\n  \
         2012 (2016-01-01–)\n  \
         2012 amended 2018 (2018-09-01–)\n  \
         2026 transition (2026-03-01–)\n  \
         2026 final (2031-01-01–)\n"
    );
}

#[test]
fn an_edition_with_stages_is_none_of_them() {
    let message = "GB 3095-2026 has stages, choose one of `2026 transition`, `2026 final`";
    refused(&["limits", "--standard", "GB 3095", "--edition", "2026"], message);
    refused(&["limits", "--standard", "gb3095-2026"], message);
    refused(&["bulletin", "2024", "--by", "2026"], message);
}

#[test]
fn what_is_not_here() {
    refused(
        &["limits", "--standard", "HJ 633", "--edition", "2018"],
        "HJ 633 has no edition `2018`, only `2012`, `2026`",
    );
    refused(&["limits", "--standard", "GB 3095-2012", "--on", "2024-01-01"], "the edition is chosen twice");
    refused(&["limits", "--standard", "GB 3095-2012", "--edition", "2012"], "the edition is chosen twice");
    refused(&["limits", "--standard", "GB 3095", "--edition", "20"], "GB 3095 has no edition `20`");
    refused(&["bulletin", "2022"], "no bulletin of 2022 here, only of 2021, 2024");
    refused(
        &["plan", "show", "beijing-15fyp"],
        "unknown plan `beijing-15fyp`, expected one of beijing-13fyp, beijing-14fyp",
    );
    refused(&["plan", "evaluate", "beijing-15fyp"], "unknown plan `beijing-15fyp`");
    refused(
        &["aqi", "-", "--report", "hourly", "--edition", "2026 final"],
        "HJ 633 has no edition `2026 final`",
    );
}

#[test]
fn the_parser_of_arguments_refuses_the_rest() {
    refused(&["aqi", "-"], "--report");
    refused(&["water", "-"], "--body");
    refused(&["aqi", "-", "--report", "weekly"], "hourly, daily");
    refused(&["limits", "--standard", "GB 3095", "--on", "tomorrow"], "not a day");
    refused(&["--lang", "fr"], "zh, en");
    refused(&["forecast"], "forecast");
}

#[test]
fn spellings_of_standards_and_editions() {
    let limits = |standard: &str, more: &[&str]| {
        output(eqs(&[&["limits", "--standard", standard, "--format", "csv"], more].concat()))
    };
    let transition = limits("GB 3095", &["--edition", "2026 transition"]);
    assert!(transition.contains(",averaging=annual;grade=2,,,30,true,≤ 30,µg/m³,binding,"), "{transition}");
    assert_eq!(limits("gb3095", &["--edition", "2026-transition"]), transition);
    assert_eq!(limits("GB3095-2026-Transition", &[]), transition);
    assert_eq!(limits("GB 3095", &["--on", "2030-12-31"]), transition);
    assert_ne!(limits("GB 3095", &["--on", "2031-01-01"]), transition);
    assert_eq!(limits("GB 3095", &["--on", "20260301", "--symbol", "细颗粒物"]).lines().count(), 5);
    let classes = limits("GB 3838", &["--edition", "2002"]);
    assert_eq!(limits("gb 3838—2002", &[]), classes); // as Chinese documents print it
    assert_eq!(limits("GB3838", &["--on", "2026-05-01"]), classes);
    assert_eq!(limits("GB/T 14848-2017", &[]), limits("gbt14848", &["--on", "2026-05-01"]));
    assert_eq!(limits("总站生字〔2001〕090号-2001", &[]), limits("trophic_state-2001", &[]));
}

#[test]
fn help_shows_examples() {
    for command in
        [&["--help"][..], &["aqi", "--help"], &["limits", "--help"], &["plan", "evaluate", "--help"]]
    {
        let out = output(eqs(command));
        assert!(out.contains("Examples:") && out.contains("  eqs "), "{out}");
    }
}
