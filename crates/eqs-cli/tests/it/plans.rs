//! `eqs plan --directory`, and what docs/plan.md shows of it.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Run, eqs, file, output, records};

const DOCS: &str = include_str!("../../../../docs/plan.md");
const PLANS: &str = "code,title_zh,title_en,first_year,last_year\nexample,示例规划,example plan,2026,2030\n";
const PLACES: &str = "code,zh,en,kind,within\nexample_province,示例省,Example Province,province,china\n";
const TARGETS: &str = "id,medium,place,indicator,statistic,unit,comparator,target,due\n\
    EX-1,air,示例省,PM2.5,annual_mean,µg/m³,at_most,28,2030\n";

/// A directory of a test; its name stands in the messages as `DIR`.
struct Directory(String);

impl Directory {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("plans").join(name);
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(root.to_str().unwrap().to_owned())
    }

    fn run(&self, command: &str, more: &[&str]) -> Run {
        let words: Vec<_> = command.split(' ').chain(["--directory", &self.0]).collect();
        let run = eqs(&[&words[..], more].concat());
        Run { code: run.code, out: run.out.replace(&self.0, "DIR"), err: run.err.replace(&self.0, "DIR") }
    }
}

/// The blocks of the page in a language, without the indentation of lists.
fn blocks(language: &str) -> impl Iterator<Item = String> {
    let blocks = DOCS.split(&format!("```{language}\n")).skip(1).collect::<Vec<_>>().into_iter();
    blocks.map(|rest| {
        let lines = rest.lines().map(str::trim_start).take_while(|line| *line != "```");
        lines.flat_map(|line| [line, "\n"]).collect()
    })
}

#[test]
fn the_page_prints_what_the_program_prints() {
    let mut examples = 0;
    for block in blocks("console") {
        let (command, expected) =
            block.strip_prefix("$ eqs ").and_then(|block| block.split_once('\n')).unwrap();
        let command = command.replace("crates/", "../");
        let printed = output(eqs(&command.split(' ').collect::<Vec<_>>()));
        let lines =
            |text: &str| text.trim_end().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(expected), lines(&printed), "{command}");
        examples += 1;
    }
    assert_eq!(examples, 1);
}

#[test]
fn the_page_shows_the_files_of_the_example() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../eqs-plan/examples/shanghai");
    let files = ["plans.csv", "targets/shanghai-14fyp.csv", "places.csv", "observations/shanghai-2023.csv"];
    let shown: Vec<_> = blocks("csv").skip(1).collect();
    assert_eq!(shown.len(), files.len());
    let mut lines = 0;
    for (file, shown) in files.iter().zip(shown) {
        let text = fs::read_to_string(root.join(file)).unwrap();
        assert_eq!(text, shown, "{file}");
        lines += text.lines().count();
    }
    assert!(lines + 4 <= 20, "{lines}");
}

#[test]
fn the_page_has_an_example_of_each_family() {
    let families = blocks("csv").next().unwrap();
    let files = [("plans.csv", PLANS), ("places.csv", PLACES), ("targets/example.csv", &families)];
    let directory = Directory::new("families", &files);
    let rows = records(&output(directory.run("plan evaluate example --format csv", &[])));
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(|row| row["outcome"] == "undetermined" && row["document"] == "example"));
}

#[test]
fn figures_decide_from_the_directory_and_from_a_file() {
    let observations = "id,line,medium,place,indicator,statistic,period,value,unit,quote\n\
        O-1,4,air,示例省,PM2.5,annual_mean,2030,27.4,µg/m³,27.4\n";
    let files = [
        ("plans.csv", PLANS),
        ("places.csv", PLACES),
        ("targets/example.csv", TARGETS),
        ("observations/bulletin-2030.csv", observations),
        ("claims/ignored.csv", "of audits"),
    ];
    let directory = Directory::new("figures", &files);
    let evaluate = "plan evaluate example --on 2030-12-31 --format json";
    let of = |run| serde_json::from_str::<Value>(&output(run)).unwrap();
    let evaluated = of(directory.run(evaluate, &[]));
    assert_eq!(evaluated["targets"][0]["verdict"]["outcome"]["determined"], "met", "{evaluated}");
    assert!(evaluated["evidence"].as_array().unwrap().contains(&"bulletin-2030".into()));
    assert!(evaluated.get("refused").is_none());

    // A declared place stands in --evidence, too; a figure that disagrees leaves the target open.
    let file = PathBuf::from(&directory.0).join("more.csv");
    fs::write(&file, "place,indicator,statistic,period,value,unit\n示例省,PM2.5,annual_mean,2030,29,µg/m³\n")
        .unwrap();
    let evaluated = of(directory.run(evaluate, &["--evidence", file.to_str().unwrap()]));
    assert!(evaluated["targets"][0]["verdict"]["outcome"]["undetermined"].is_array(), "{evaluated}");
}

#[test]
fn plans_of_the_directory_come_first() {
    let files = [("plans.csv", PLANS), ("places.csv", PLACES), ("targets/example.csv", TARGETS)];
    let directory = Directory::new("first", &files);
    let plans = records(&output(directory.run("plan list --format csv", &[])));
    assert_eq!((plans[0]["code"].as_str(), plans[1]["code"].as_str()), ("example", "beijing-13fyp"));
    let shown = output(directory.run("plan show example", &[]));
    assert!(
        shown.contains("Example Province, PM2.5, annual mean: at most 28 µg/m³ by 2030-12-31"),
        "{shown}"
    );
    assert!(output(directory.run("plan show water-2021", &[])).contains("water-2021"));
    assert!(output(directory.run("plan score example --format csv", &[])).contains("example,air"));
    let run = directory.run("plan show nowhere", &[]);
    assert!(run.code == 2 && run.err.ends_with("beautiful-beijing or example\n"), "{run:?}");
}

#[test]
fn a_bad_row_ends_the_program_or_is_marked() {
    let targets = format!("{TARGETS}EX-2,air,Atlantis,PM2.5,annual_mean,µg/m³,at_most,28,2030\n");
    let files = [("plans.csv", PLANS), ("places.csv", PLACES), ("targets/example.csv", targets.as_str())];
    let directory = Directory::new("bad", &files);
    let message = "DIR/targets/example.csv, line 3, column `place`, value `Atlantis`: unknown place";
    for command in ["plan list", "plan show example", "plan evaluate example", "plan progress example"] {
        let run = directory.run(command, &[]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{command}");
        assert_eq!(run.err, format!("eqs: {message}\n"), "{command}");
    }
    let mark = |command: &str| {
        let run = directory.run(command, &["--on-error", "mark"]);
        assert_eq!(run.code, 0, "{command}");
        (run.out, run.err)
    };
    let json = |command: &str| -> Value {
        serde_json::from_str(&mark(&format!("{command} --format json")).0).unwrap()
    };
    for (command, what) in [
        ("plan list", "shown"),
        ("plan show example", "shown"),
        ("plan progress example", "evaluated"),
        ("plan score example", "evaluated"),
        ("plan check example", "checked"),
    ] {
        let (table, warning) = mark(command);
        assert_eq!(warning, format!("eqs: warning: 1 row is refused and not {what}\n"), "{command}");
        assert!(table.ends_with(&format!("rows refused and not {what}: 1\n{message}\n")), "{table}");
        assert_eq!(json(command)["refused"][0]["column"], "place", "{command}");
        // CSV has no room for them.
        let warning = mark(&format!("{command} --format csv")).1;
        assert_eq!(warning, format!("eqs: warning: {message}\n"), "{command}");
    }
    let (table, warning) = mark("plan evaluate example");
    assert_eq!(warning, "eqs: warning: 1 row is refused and not evaluated\n");
    assert!(table.contains(&format!("rows refused and not evaluated: 1\n{message}")), "{table}");
    let rows = records(&mark("plan evaluate example --format csv").0);
    assert_eq!((rows[1]["outcome"].as_str(), rows[1]["reason"].as_str()), ("refused", message));
    let json = json("plan evaluate example");
    assert_eq!((&json["refused"][0]["line"], &json["refused"][0]["column"]), (&3.into(), &"place".into()));
}

#[test]
fn the_code_of_a_shipped_plan_is_refused() {
    let plans = PLANS.replace("\nexample,", "\ncarbon,");
    let files = [("plans.csv", plans.as_str()), ("places.csv", PLACES), ("targets/carbon.csv", TARGETS)];
    let run = Directory::new("shipped", &files).run("plan list", &["--lang", "zh"]);
    assert_eq!(
        run.err,
        "eqs: DIR/plans.csv，第2行，列 `code`，值 `carbon`：该代码已为内置规划所用，应为其他代码\n"
    );
}

#[test]
fn figures_that_no_target_uses_are_told() {
    let evidence = "place,indicator,statistic,period,value,unit\n\
        beijing,PM2.5,annual_mean,2025,30,µg/m³\n\
        beijing,SO2,annual_mean,2025,3,µg/m³\n\
        beijing,NO2,annual_mean,2025,24,µg/m³\n";
    let file = file("unused.csv", evidence.as_bytes());
    let file = file.to_str().unwrap();
    let run = |words: &[&str]| {
        let run = eqs(&[&["plan"], words, &["--evidence", file]].concat());
        assert_eq!(run.code, 0, "{run:?}");
        (run.out, run.err.replace(file, "FILE"))
    };
    for (words, of) in [
        (&["evaluate", "beijing-14fyp"][..], "beijing-14fyp"),
        (&["progress", "beijing-14fyp"], "beijing-14fyp"),
        (&["score", "beijing-14fyp", "miyun-14fyp"], "beijing-14fyp, miyun-14fyp"),
        (&["check", "beijing-14fyp"], "beijing-14fyp"),
        (&["score"], "any plan"),
    ] {
        let (out, err) = run(&[words, &["--format", "json"]].concat());
        assert_eq!(err, format!("eqs: warning: 2 of 3 figures of FILE are used by no target of {of}\n"));
        let json: Value = serde_json::from_str(&out).unwrap();
        let indicators: Vec<_> =
            json["unused"].as_array().unwrap().iter().map(|it| &it["indicator"]).collect();
        assert_eq!(indicators, ["SO2", "NO2"], "{words:?}");
    }
    let (out, err) = run(&["tasks", "--on", "2021-12-31", "--lang", "zh"]);
    assert_eq!(err, "eqs: 警告：FILE 的3个数据中有2个未被所列任务的任何目标用到\n");
    assert!(out.contains("的数据"), "{out}");
    let (_, err) = run(&["evaluate", "beijing-14fyp", "--lang", "zh"]);
    assert_eq!(err, "eqs: 警告：FILE 的3个数据中有2个未被beijing-14fyp的任何目标用到\n");
}

#[test]
fn links_of_the_directory_are_checked() {
    let targets = "id,medium,place,indicator,statistic,unit,comparator,target,due,modality,quote\n\
        EX-1,air,miyun,PM2.5,annual_mean,µg/m³,at_most,38,2025,,38微克\n\
        EX-2,air,miyun,PM2.5,annual_mean,µg/m³,at_most,27,2025,,27微克\n";
    let plans = PLANS.replace("2026,2030", "2021,2025");
    let links = "lower,upper,relation\nEX-1,TGT-0046,district_of\nEX-2,EX-1,restates\n";
    let files = [("plans.csv", plans.as_str()), ("targets/example.csv", targets), ("links.csv", links)];
    let directory = Directory::new("links", &files);
    let rows = records(&output(directory.run("plan check example --format csv", &[])));
    let found: Vec<_> = rows.iter().map(|row| [&row["lower"], &row["upper"], &row["agreement"]]).collect();
    assert_eq!(found, [["EX-1", "TGT-0046", "laxer"], ["EX-2", "EX-1", "differs"]]);
    // Shipped links stand behind them.
    assert_eq!(records(&output(directory.run("plan check --format csv", &[]))).len(), 130);
    assert_eq!(
        records(&output(directory.run("plan check beijing-14fyp --format csv", &[])))[0]["lower"],
        "EX-1"
    );
}

#[test]
fn a_directory_of_figures_needs_no_plan() {
    let observations = "id,line,medium,place,indicator,statistic,period,value,unit,quote\n\
        O-1,4,air,beijing,PM2.5,annual_mean,2025,27.0,µg/m³,27.0\n";
    let figures = ("observations/bulletin-2025.csv", observations);
    let directory = Directory::new("only_figures", &[figures]);
    let evaluate = "plan evaluate beijing-14fyp --on 2025-12-31 --format csv";
    let rows = records(&output(directory.run(evaluate, &[])));
    assert!(rows.iter().any(|row| row["id"] == "TGT-0046" && row["outcome"] == "met"));

    let message = "the directory has no file plans, expected plans.csv or plans.json, or observations/<document> without targets";
    for (name, files) in [
        ("only_places", &[("places.csv", PLACES)][..]),
        ("only_targets", &[("targets/example.csv", TARGETS), figures]),
    ] {
        let run = Directory::new(name, files).run(evaluate, &[]);
        assert_eq!((run.code, run.err), (1, format!("eqs: plans: {message}\n")), "{name}");
    }
}
