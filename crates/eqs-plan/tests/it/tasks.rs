//! Tasks: what the tables hold, and which of them a query finds.

use alloc::collections::BTreeSet;

use eqs_core::{Lang, Medium, Phrase, Place};
use eqs_plan::{ActionPlan, Amount, Concern, Deadline, Department, Due, Plan, Role, Target, Task, TaskQuery};

use crate::given::day;

fn ids(query: TaskQuery<'_>) -> Vec<&'static str> {
    query.tasks().map(|task| task.id).collect()
}

#[test]
fn counts() {
    let counts = ActionPlan::ALL.iter().map(|plan| (plan.code(), Task::of_plan(*plan).len()));
    assert_eq!(counts.collect::<Vec<_>>(), [("air-2021", 55), ("water-2021", 42), ("soil-2021", 30)]);
    assert_eq!(Task::all().count(), 127);
}

#[test]
fn every_task_is_complete() {
    let mut found = BTreeSet::new();
    for task in Task::all() {
        assert!(found.insert(task.id), "{} twice", task.id);
        assert_eq!(Task::of(task.id), Some(task));
        assert_eq!(task.source.id, task.id);
        assert_eq!(task.source.document, "action-plans-2021");
        assert!(task.source.line > 0 && task.serial > 0 && task.sub_row > 0, "{}", task.id);
        assert!(task.measure.contains(task.source.quote), "{}", task.id);
        assert!(task.source.quote.chars().count() <= 60, "{}", task.id);
        assert!(!task.key_task.is_empty());
        // The source has lost the heading of nine rows; the doubt says so.
        assert!(!task.section.is_empty() || task.doubt.contains("section heading lost"), "{}", task.id);
        assert_eq!(task.lead.is_empty(), task.lead_printed.is_empty(), "{}", task.id);
        for amount in task.amounts() {
            assert!(task.measure.contains(amount.printed()), "{} {amount}", task.id);
        }
        for role in Role::ALL {
            let named: Vec<_> = task.departments(*role).iter().collect();
            assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len(), "{} {role}", task.id);
        }
    }
    assert_eq!(found.first(), Some(&"TSK-0001"));
    assert_eq!(found.last(), Some(&"TSK-0127"));
    assert_eq!(Task::of("TSK-0128"), None);
}

#[test]
fn a_line_and_its_quote_are_one_task() {
    let printed: BTreeSet<_> = Task::all().map(|task| (task.source.line, task.source.quote)).collect();
    assert_eq!(printed.len(), 127);
    // Volatile organic compounds (line 25) and nitrogen oxides (line 60) have the same sentence.
    let quotes: BTreeSet<_> = Task::all().map(|task| task.source.quote).collect();
    assert_eq!(quotes.len(), 126);
}

#[test]
fn serial_numbers_and_lines_go_up() {
    for plan in ActionPlan::ALL {
        for pair in Task::of_plan(*plan).windows(2) {
            let (before, after) = (pair[0], pair[1]);
            assert!((before.serial, before.sub_row) < (after.serial, after.sub_row), "{}", after.id);
            assert!(before.source.line <= after.source.line, "{}", after.id);
            assert_eq!((after.plan, after.medium), (*plan, plan.medium()));
        }
    }
}

#[test]
fn words_and_days_of_deadlines_agree() {
    for task in Task::all() {
        let read = Deadline::of_words(task.deadline_words, task.plan.year());
        assert_eq!(read, Some(task.deadline), "{} {}", task.id, task.deadline_words);
    }
    let of = |deadline: fn(&Deadline) -> bool| Task::all().filter(|task| deadline(&task.deadline)).count();
    assert_eq!(of(|deadline| matches!(deadline, Deadline::On(_))), 90);
    assert_eq!(of(|deadline| *deadline == Deadline::LongTerm), 35);
    assert_eq!(of(|deadline| *deadline == Deadline::NotPrinted), 2);
}

#[test]
fn words_of_deadlines() {
    for (words, year, expected) in [
        ("年底前", 2021, Some("2021-12-31")),
        ("供暖季前（11月15日前）", 2021, Some("2021-11-15")),
        ("11月15日前", 2021, Some("2021-11-15")),
        ("6月底前", 2021, Some("2021-06-30")),
        ("2月底前", 2024, Some("2024-02-29")),
        ("2月底前", 2023, Some("2023-02-28")),
        (" 12月底前 ", 2021, Some("2021-12-31")),
        ("长期实施", 2021, Some("long-term")),
        ("", 2021, Some("")),
        ("  ", 2021, Some("")),
        ("供暖季前", 2021, None),
        ("年底", 2021, None),
        ("前", 2021, None),
        ("底前", 2021, None),
        ("年前", 2021, None),
        ("年底前后", 2021, None),
        ("2022年底前", 2021, None),
        ("13月底前", 2021, None),
        ("0月底前", 2021, None),
        ("2月30日前", 2021, None),
        ("6月前", 2021, None),
        ("六月底前", 2021, None),
        ("+6月底前", 2021, None),
        ("适时", 2021, None),
    ] {
        let read = Deadline::of_words(words, year).map(|deadline| deadline.to_string());
        assert_eq!(read.as_deref(), expected, "{words} {year}");
    }
}

#[test]
fn due_on_days_around_the_deadline() {
    let deadline = Deadline::On(day("2021-11-15"));
    for (on, expected, within_two, zh, en) in [
        ("2021-11-12", Due::In { days: 3 }, false, "3天后到期", "due in 3 days"),
        ("2021-11-13", Due::In { days: 2 }, true, "2天后到期", "due in 2 days"),
        ("2021-11-14", Due::In { days: 1 }, true, "1天后到期", "due in 1 day"),
        ("2021-11-15", Due::Today, true, "今日到期", "due today"),
        ("2021-11-16", Due::Overdue { days: 1 }, false, "期限已过1天", "due 1 day ago"),
        ("2022-11-15", Due::Overdue { days: 365 }, false, "期限已过365天", "due 365 days ago"),
    ] {
        let due = deadline.due_on(day(on));
        assert_eq!(due, expected, "{on}");
        assert_eq!(due.is_within(2), within_two, "{on}");
        assert_eq!((due.say(Lang::Zh).to_string(), due.say(Lang::En).to_string()), (zh.into(), en.into()));
    }
    for (deadline, expected) in [(Deadline::LongTerm, Due::LongTerm), (Deadline::NotPrinted, Due::NotPrinted)]
    {
        let due = deadline.due_on(day("2021-11-15"));
        assert_eq!(due, expected);
        assert!(!due.is_within(u32::MAX));
        assert_ne!(due.say(Lang::Zh).to_string(), due.say(Lang::En).to_string());
    }
}

#[test]
fn departments() {
    let mut names = BTreeSet::new();
    for department in Department::all() {
        let (zh, en) = (department.zh(), department.en());
        assert!(!zh.is_ascii() && en.is_ascii() && !en.is_empty(), "{zh}");
        assert!(names.insert(zh) && names.insert(en), "{zh} twice");
        assert_eq!(
            (zh.parse(), en.parse(), Department::of(zh)),
            (Ok(department), Ok(department), department)
        );
        assert_eq!(en.to_uppercase().parse(), Ok(department));
        assert_eq!(department.to_string(), zh);
    }
    assert_eq!(names.len(), 2 * 55);
    // Five of them stand in no cell; they belong to all districts.
    let unnamed = |one: &Department| {
        Task::all().all(|task| {
            Role::ALL.iter().all(|role| task.departments(*role).iter().all(|named| named != *one))
        })
    };
    let unnamed: Vec<_> = Department::all().filter(unnamed).map(Department::zh).collect();
    assert_eq!(
        unnamed,
        ["丰台区政府", "门头沟区政府", "顺义区政府", "平谷区政府", "北京经济技术开发区管委会"]
    );
    let all = Department::of("各区政府（含北京经济技术开发区管委会）");
    assert_eq!(Department::all().filter(|one| one.within() == Some(all)).count(), 17);
    assert!(Department::all().all(|one| one.within().is_none_or(|group| group == all)));
}

#[test]
fn departments_that_are_unknown() {
    for (text, zh, en) in [
        ("市生态环境委", "，是否为市生态环境局？", ", perhaps 市生态环境局?"),
        ("Beijing Water Autority", "，是否为Beijing Water Authority？", ", perhaps Beijing Water Authority?"),
        ("国家发展改革委办公厅资源节约司", "", ""),
        ("", "", ""),
    ] {
        let error = text.parse::<Department>().unwrap_err();
        assert_eq!(error.say(Lang::Zh).to_string(), format!("未知的部门 `{text}`{zh}"));
        assert_eq!(error.to_string(), format!("unknown department `{text}`{en}"));
    }
}

#[test]
fn departments_are_said_in_both_languages() {
    let task = Task::of("TSK-0096").unwrap();
    assert_eq!(task.responsible.say(Lang::Zh).to_string(), "密云区政府；怀柔区政府");
    assert_eq!(
        task.responsible.say(Lang::En).to_string(),
        "Miyun District Government; Huairou District Government"
    );
}

#[test]
fn amounts() {
    for (printed, plain) in [
        ("50家", Some(("50", "家"))),
        ("16个区", Some(("16", "个区"))),
        ("12亿立方米", Some(("12", "亿立方米"))),
        ("5.10吨", Some(("5.10", "吨"))),
        ("70%", Some(("70", "%"))),
        ("70%以上", None),
        ("10%左右", None),
        ("4.5吨以下", None),
        ("5.1吨/平方公里·月以内", None),
        ("50", None),
        ("家", None),
        ("", None),
        ("2至3家", None),
        ("5.家", None),
    ] {
        let read = Amount::new(printed).plain().map(|(count, unit)| (count.to_string(), unit));
        assert_eq!(read, plain.map(|(count, unit)| (count.to_owned(), unit)), "{printed}");
    }
    let all: Vec<_> = Task::all().flat_map(Task::amounts).collect();
    assert_eq!((all.len(), all.iter().filter(|amount| amount.plain().is_some()).count()), (48, 36));
}

#[test]
fn every_target_of_an_action_plan_is_that_of_one_task() {
    let mut targets = BTreeSet::new();
    for task in Task::all() {
        for target in task.targets() {
            assert!(targets.insert(target.id), "{} twice", target.id);
            assert_eq!(target.source.document, task.source.document);
        }
    }
    let printed = ActionPlan::ALL.iter().map(|plan| Plan::of(plan.code()).unwrap());
    assert!(printed.flat_map(Plan::targets).all(|target| targets.contains(target.id)));
    assert_eq!(targets.len(), 34 + 25 + 7);
}

#[test]
fn plans_of_tasks_are_plans_of_targets() {
    for plan in ActionPlan::ALL {
        let targets = Plan::of(plan.code()).unwrap();
        assert_eq!((targets.title_zh, targets.title_en), (plan.zh(), plan.en()));
        assert_eq!((targets.first_year, targets.last_year), (plan.year(), plan.year()));
    }
}

#[test]
fn queries() {
    let all = TaskQuery::new();
    assert_eq!(all.tasks().count(), 127);
    assert_eq!(all, TaskQuery::default());
    let bureau = all.department(Department::of("市生态环境局"));
    let year_end = day("2021-12-31");
    for (query, expected) in [
        (all.plan(ActionPlan::Water2021), 42),
        (all.medium(Medium::Soil), 30),
        (all.medium(Medium::Noise), 0),
        (all.medium(Medium::Air).plan(ActionPlan::Water2021), 0),
        (bureau, 75),
        (bureau.role(Role::Lead), 48),
        (bureau.role(Role::Responsible), 17),
        (bureau.role(Role::Supporting), 21),
        (all.role(Role::Lead), 125),
        (all.role(Role::Responsible), 117),
        (all.role(Role::Supporting), 67),
        (all.due_until(year_end), 90),
        (all.due_until(day("2021-12-30")), 1),
        (all.due_until(day("2021-11-14")), 0),
        (all.due_until(day("2031-01-01")), 90),
        (bureau.due_until(year_end), 47),
        (bureau.due_until(year_end).plan(ActionPlan::Water2021).role(Role::Lead), 7),
        (all.text("没有这几个字"), 0),
    ] {
        assert_eq!(query.tasks().count(), expected, "{query:?}");
    }
    assert_eq!(ids(all.due_until(day("2021-11-15"))), ["TSK-0038"]);
    assert_eq!(ids(all.text("密云水库")), ["TSK-0056", "TSK-0069", "TSK-0070", "TSK-0091"]);
    assert_eq!(ids(all.text("小微水体").due_until(year_end)), ["TSK-0082", "TSK-0086"]);
}

#[test]
fn what_is_asked_of_all_districts_is_asked_of_each() {
    let all = Department::of("各区政府（含北京经济技术开发区管委会）");
    let miyun = Department::of("密云区政府");
    let (of_all, of_miyun) = (TaskQuery::new().department(all), TaskQuery::new().department(miyun));
    assert!(of_all.tasks().all(|task| of_miyun.matches(task)));
    let own: Vec<_> = of_miyun.tasks().filter(|task| !of_all.matches(task)).map(|task| task.id).collect();
    assert_eq!(own, ["TSK-0096"]);
    // The other way round nothing follows, and 相关区政府 names no district.
    assert!(!all.is_meant_by(miyun) && !miyun.is_meant_by(Department::of("相关区政府")));
}

#[test]
fn amounts_in_units_of_the_registry() {
    for (printed, expected) in [
        ("50家", Some("50 count")),
        ("142条段", Some("142 count")),
        ("1名", Some("1 count")),
        ("23.5万辆", Some("23.5 10^4count")),
        ("100米", Some("100 m")),
        ("208公顷", Some("208 hm²")),
        ("12亿立方米", Some("12 10^8m³")),
        ("6克/平方米左右", Some("6 g/m²")),
        ("4.5吨以下", Some("4.5 t")),
        ("70%以上", Some("70%")),
        ("20蒸吨", None),
        ("万辆", None),
        ("", None),
    ] {
        let quantity = Amount::new(printed).quantity().map(|quantity| quantity.to_string());
        assert_eq!(quantity.as_deref(), expected, "{printed}");
    }
    // Every quantified part of the plans has one, and a number that the printed form begins with.
    for amount in Task::all().flat_map(Task::amounts) {
        let quantity = amount.quantity().unwrap();
        assert!(amount.printed().starts_with(&quantity.value.to_string()), "{amount}");
    }
}

/// What a target of a task sets is its quantified part, in the same unit.
#[test]
fn the_amounts_agree_with_the_targets_of_their_tasks() {
    let mut agreeing = 0;
    for task in Task::all() {
        for target in task.targets().filter_map(Target::quantity) {
            agreeing += usize::from(task.amounts().any(|amount| {
                amount
                    .quantity()
                    .is_some_and(|quantity| quantity.compare(target) == Ok(core::cmp::Ordering::Equal))
            }));
        }
    }
    assert_eq!(agreeing, 40);
}

#[test]
fn tasks_by_place() {
    let concerns = |code: &str| {
        let place = Place::of(code);
        let of = |concern: &Concern| Task::all().filter(|task| task.concern(place) == Some(*concern)).count();
        let counts: Vec<_> = Concern::ALL.iter().map(of).collect();
        assert_eq!(TaskQuery::new().place(place).tasks().count(), counts.iter().sum::<usize>());
        counts
    };
    assert_eq!(concerns("miyun"), [1, 1, 75, 0]);
    assert_eq!(concerns("dongcheng"), [3, 0, 74, 0]);
    assert_eq!(concerns("bda"), [1, 0, 75, 0]);
    assert_eq!(concerns("miyun_reservoir"), [4, 0, 0, 0]);
    let water = TaskQuery::new().medium(Medium::Water).place(Place::of("miyun"));
    assert_eq!(water.tasks().count(), 18);
}

/// The words of every deadline give the day of its row.
#[test]
fn a_due_list_has_each_kind_of_deadline() {
    let due = |day: &str| TaskQuery::new().due_until(day.parse().unwrap()).tasks().count();
    let days: Vec<_> = Task::all().filter_map(|task| task.deadline.day()).collect();
    assert_eq!(due("2021-12-31"), days.len());
    for day in ["2021-06-30", "2021-11-14", "2021-11-15", "2021-12-30"] {
        let until: eqs_core::NaiveDate = day.parse().unwrap();
        assert_eq!(due(day), days.iter().filter(|day| **day <= until).count());
    }
    // 供暖季前（11月15日前） counts the day itself; all others with a day are 年底前.
    assert_eq!([due("2021-11-14"), due("2021-11-15"), due("2021-12-30"), due("2021-12-31")], [0, 1, 1, 90]);
    assert_eq!(Task::all().filter(|task| task.deadline == Deadline::LongTerm).count(), 35);
}
