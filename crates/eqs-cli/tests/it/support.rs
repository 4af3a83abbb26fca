//! Running the program.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program in an English locale, with the crate as working directory.
pub(crate) fn eqs(arguments: &[&str]) -> Run {
    eqs_on(b"", arguments)
}

/// The same, with bytes on standard input.
pub(crate) fn eqs_on(input: &[u8], arguments: &[&str]) -> Run {
    eqs_in("C", input, arguments)
}

/// The same, in a locale.
pub(crate) fn eqs_in(locale: &str, input: &[u8], arguments: &[&str]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_eqs"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("LANGUAGE")
        .env_remove("LC_MESSAGES")
        .env("LC_ALL", locale)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that refuses its arguments does not read.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Standard output of a run that must succeed and say nothing on stderr.
#[track_caller]
pub(crate) fn output(run: Run) -> String {
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

/// A file for one test.
pub(crate) fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

/// The records of a CSV output, by the names of the columns.
pub(crate) fn records(csv: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// What a run in mark mode printed, which says on stderr how many rows it could not judge.
#[track_caller]
pub(crate) fn marked(run: Run, rows: &str) -> String {
    let expected = format!("eqs: warning: {rows} are not judged because of bad cells");
    assert!(run.code == 0 && run.err.starts_with(&expected), "{} {}", run.code, run.err);
    run.out
}
