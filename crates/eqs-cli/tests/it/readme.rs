//! The README shows what the program prints.

use crate::support::eqs;

/// The words of a command line; double quotes hold words together.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .collect()
}

/// Whether `lines` are `expected`, where `...` stands for any lines.
fn agree(expected: &[&str], lines: &[&str]) -> bool {
    match (expected, lines) {
        ([], []) => true,
        (["...", rest @ ..], _) => (0..=lines.len()).any(|skipped| agree(rest, &lines[skipped..])),
        ([first, rest @ ..], [line, others @ ..]) => first == line && agree(rest, others),
        _ => false,
    }
}

#[test]
fn every_example_prints_what_it_shows() {
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```console\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    let mut examples = 0;
    for example in blocks.flat_map(|block| block.split("$ eqs").skip(1)) {
        let (command, expected) = example.split_once('\n').unwrap_or((example, ""));
        let run = eqs(&words(command));
        let printed = run.out + &run.err;
        let expected: Vec<_> = expected.trim_end().lines().collect();
        let lines: Vec<_> = printed.trim_end().lines().collect();
        assert!(agree(&expected, &lines), "eqs{command}\n{printed}");
        examples += 1;
    }
    assert!(examples >= 10, "{examples}");
}

/// The README of the repository wraps the claims by hand, but its counts are those of the program.
#[test]
fn the_audit_in_the_readme_of_the_repository() {
    let readme = include_str!("../../../../README.md");
    let run = eqs(&["audit", "2024", "--status", "contested", "--lang", "en"]);
    let counts: Vec<_> = run.out.lines().take(5).collect();
    assert!(readme.contains(&counts.join("\n")), "{}", run.out);
    for line in run.out.lines().skip(5) {
        let id = line.split(' ').next().unwrap();
        assert!(readme.contains(&format!("\n{id} line ")), "{line}");
    }
}
