//! `eqs plan tasks`.

use std::collections::HashMap;

use crate::support::{Run, eqs, eqs_on, output, records};

const REPORTS: &str = "id,status,date,note\n\
    TSK-0082,done,2021-12-20,300条全部完成\n\
    TSK-0086,in_progress,,\n\
    TSK-0072,done,20220115,\"a note, with a comma\"\n\
    TSK-0096,cancelled,2021-07-01,\n\
    TSK-0076,done,,\n";

/// The tasks of the plan for water by a file of reports.
fn reported(reports: &str, more: &[&str]) -> Run {
    eqs_on(reports.as_bytes(), &[&["plan", "tasks", "water-2021", "--status", "-"], more].concat())
}

fn rows(run: Run) -> HashMap<String, HashMap<String, String>> {
    records(&output(run)).into_iter().map(|row| (row["id"].clone(), row)).collect()
}

#[test]
fn screens() {
    for lang in ["zh", "en"] {
        let due = ["plan", "tasks", "--due", "2021-12-31", "--department", "市水务局", "--role", "lead"];
        let due = eqs(&[&due[..], &["--text", "小流域", "--lang", lang]].concat());
        insta::assert_snapshot!(format!("due_{lang}"), output(due));
        let text = ["--text", "水体", "--on", "2022-01-31", "--lang", lang];
        insta::assert_snapshot!(format!("reported_{lang}"), output(reported(REPORTS, &text)));
    }
}

#[test]
fn csv_and_json() {
    let on = ["--on", "2022-01-31", "--text", "小微水体"];
    insta::assert_snapshot!("csv", output(reported(REPORTS, &[&on[..], &["--format", "csv"]].concat())));
    let json = output(reported(REPORTS, &[&on[..], &["--format", "json"]].concat()));
    let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let targets = json["tasks"][0]["targets"].take();
    assert_eq!(targets[0]["id"], "TGT-0335");
    assert_eq!(targets[0]["verdict"]["outcome"]["determined"], "met");
    insta::assert_snapshot!("json", serde_json::to_string_pretty(&json).unwrap());
}

#[test]
fn counts() {
    let count = |more: &[&str]| {
        let run = eqs(&[&["plan", "tasks", "--format", "csv"], more].concat());
        records(&output(run)).len()
    };
    assert_eq!(count(&[]), 127);
    assert_eq!(count(&["air-2021"]), 55);
    assert_eq!(count(&["--due", "2021-12-31"]), 90);
    assert_eq!(count(&["--due", "20211231", "--department", "市生态环境局"]), 47);
    assert_eq!(count(&["--department", "beijing municipal ecology and environment bureau"]), 75);
    assert_eq!(count(&["--department", "市生态环境局", "--role", "supporting"]), 21);
    assert_eq!(count(&["--medium", "water"]), 42);
    assert_eq!(count(&["--place", "密云区"]), 77);
    assert_eq!(count(&["--place", "miyun", "--medium", "water"]), 18);
    assert_eq!(count(&["--text", "没有这几个字"]), 0);
    assert!(output(eqs(&["plan", "tasks", "--text", "x y z"])).ends_with("\n0 tasks\n"));
}

#[test]
fn standings_are_worked_out() {
    let rows = rows(reported(REPORTS, &["--on", "2022-01-31", "--format", "csv"]));
    for (id, standing, days_left, status, date) in [
        ("TSK-0082", "done_in_time", "-31", "done", "2021-12-20"),
        ("TSK-0086", "overdue", "-31", "in_progress", ""),
        ("TSK-0072", "done_late", "-31", "done", "2022-01-15"),
        ("TSK-0096", "cancelled", "-31", "cancelled", "2021-07-01"),
        ("TSK-0076", "done", "-31", "done", ""),
        ("TSK-0073", "unreported", "-31", "", ""),
        ("TSK-0074", "continuing", "", "", ""),
    ] {
        let row = &rows[id];
        let found = ["standing", "days_left", "reported", "reported_on"].map(|column| row[column].as_str());
        assert_eq!(found, [standing, days_left, status, date], "{id}");
    }
    // 568 km of sewers were built against 350 planned; nothing says how many works or rebuilt sewers.
    let targets = "TGT-0326:undetermined;TGT-0327:met;TGT-0328:undetermined;TGT-0329:met";
    assert_eq!(rows["TSK-0072"]["targets"], targets);
    assert_eq!(rows["TSK-0072"]["note"], "a note, with a comma");
    assert_eq!(rows["TSK-0072"]["quantified"], "3座;350公里;40公里;12亿立方米");
    assert_eq!(rows.len(), 42);
}

#[test]
fn without_reports_nothing_stands_anywhere() {
    let undated = rows(eqs(&["plan", "tasks", "--format", "csv"]));
    assert!(undated.values().all(|row| row["targets"].is_empty() && row["days_left"].is_empty()));
    let rows = rows(eqs(&["plan", "tasks", "--on", "2021-12-01", "--format", "csv"]));
    assert!(rows.values().all(|row| row["standing"].is_empty() && row["reported"].is_empty()));
    assert_eq!(rows["TSK-0038"]["days_left"], "-16");
    assert_eq!(rows["TSK-0001"]["days_left"], "30");
    assert_eq!(rows["TSK-0112"]["days_left"], "");
}

#[test]
fn the_day_is_that_of_due_unless_another_is_given() {
    let standing = |more: &[&str]| {
        rows(reported("id,status,date\nTSK-0082,done,2021-12-20\n", &[more, &["--format", "csv"]].concat()))
            ["TSK-0082"]["standing"]
            .clone()
    };
    assert_eq!(standing(&["--due", "2021-12-31"]), "done_in_time");
    assert_eq!(standing(&["--due", "2021-12-31", "--on", "2021-12-19"]), "open");
}

#[test]
fn bad_requests_are_refused() {
    let refused = |arguments: &[&str], message: &str| {
        let run = eqs(&[&["plan", "tasks"], arguments].concat());
        assert_eq!((run.code, run.out.as_str(), run.err), (2, "", format!("eqs: {message}\n")));
    };
    refused(
        &["water-2022"],
        "option PLAN, value `water-2022`: unknown code, expected one of air-2021, water-2021, soil-2021",
    );
    refused(&["--department", "市生态环境委"], "unknown department `市生态环境委`, perhaps 市生态环境局?");
    refused(
        &["--department", "市生态环境委", "--lang", "zh"],
        "未知的部门 `市生态环境委`，是否为市生态环境局？",
    );
    refused(
        &["--status", "x.csv"],
        "--status and --evidence need the day on which the tasks stand: give --on DAY or --due DAY",
    );
    refused(
        &["--status", "x.csv", "--lang", "zh"],
        "--status 和 --evidence 须以 --on DAY 或 --due DAY 给出日期",
    );
    for bad in [&["--due", "2021-13-01"], &["--on", "today"], &["--role", "boss"]] {
        assert_eq!(eqs(&[&["plan", "tasks"], &bad[..]].concat()).code, 2);
    }
}

#[test]
fn bad_reports_are_refused() {
    let check = |reports: &str, message: &str| {
        let run = reported(reports, &["--on", "2021-12-31"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.starts_with(&format!("eqs: <stdin>{message}")), "{}\n{message}", run.err);
    };
    let row = |row: &str| format!("id,status,date,note\n{row}\n");
    check("", ": the file is empty");
    check("id,status,date,note\n", ": the file has a header and no rows");
    check("id,date\nTSK-0082,2021-12-20\n", ", line 1: no column `status`");
    check("task,status\nTSK-0082,done\n", ", line 1: no column `id`");
    for id in ["TSK-0128", "TSK-82", "tsk-0082", ""] {
        check(
            &row(&format!("{id},done,2021-12-20,")),
            &format!(", line 2, column `id`, value `{id}`: unknown task, expected an id such as TSK-0001"),
        );
    }
    for status in ["finished", "Done", ""] {
        check(
            &row(&format!("TSK-0082,{status},2021-12-20,")),
            &format!(
                ", line 2, column `status`, value `{status}`: unknown code, expected one of done, in_progress, \
                 not_started, cancelled"
            ),
        );
    }
    for date in ["2021-02-29", "12-20", "年底前"] {
        check(
            &row(&format!("TSK-0082,done,{date},")),
            &format!(", line 2, column `date`, value `{date}`: not a day, expected YYYY-MM-DD or YYYYMMDD"),
        );
    }
    check(
        &row("TSK-0082,in_progress,,\n\nTSK-0086,done,,\n TSK-0082 ,done,2021-12-20,"),
        ", line 5, column `id`, value ` TSK-0082 `: the task is already reported on line 2",
    );
    check(&row("TSK-0082,done"), ", line 2: the row has 2 cells, the header 4");
    check(&row("TSK-0082,done,2021-12-20,\"open"), ", line 2: a quote opened in this row is never closed");
    assert_eq!(eqs(&["plan", "tasks", "--on", "2021-12-31", "--status", "no such file.csv"]).code, 1);
}

#[test]
fn a_medium_or_place_that_is_not_known_is_refused() {
    for (option, value) in [("--medium", "fire"), ("--place", "亚特兰蒂斯")] {
        let run = eqs(&["plan", "tasks", option, value]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(option) && run.err.contains(value), "{}", run.err);
    }
}

#[test]
fn reports_in_chinese() {
    let reported = |status: &str| {
        let text = format!("id,status,date\nTSK-0082,{status},2021-12-20\n");
        let request = ["plan", "tasks", "--on", "2022-01-31", "--status", "-", "--format", "csv"];
        let run = eqs_on(text.as_bytes(), &request);
        let rows = records(&output(run));
        rows.iter().find(|row| row["id"] == "TSK-0082").unwrap()["reported"].clone()
    };
    for (code, zh) in
        [("done", "已完成"), ("in_progress", "进行中"), ("not_started", "未开始"), ("cancelled", "已取消")]
    {
        assert_eq!((reported(code).as_str(), reported(zh).as_str()), (code, code));
    }
}

#[test]
fn figures_of_the_user_for_the_targets_of_tasks() {
    let request = ["plan", "tasks", "water-2021", "--on", "2021-12-31", "--text", "小流域"];
    assert!(output(eqs(&request)).contains("TGT-0338"));
    let row = "place,indicator,statistic,period,value,unit\n\
        beijing,sewage_pipes_built,length,2021,1,km\n";
    let run = |more: &[&str]| {
        eqs_on(row.as_bytes(), &[&["plan", "tasks", "water-2021", "--evidence", "-"], more].concat())
    };
    // Beside 568 km that are shipped, 1 km disagrees.
    let out = run(&["--on", "2021-12-31", "--format", "csv"]).out;
    assert!(out.contains("TGT-0327:undetermined"), "{out}");
    assert_eq!(run(&[]).code, 2);
    let bad = eqs_on(b"place,indicator\n", &["plan", "tasks", "--on", "2021-12-31", "--evidence", "-"]);
    assert_eq!(bad.code, 1);
}
