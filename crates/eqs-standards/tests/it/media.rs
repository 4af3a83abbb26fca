//! A medium is compiled with its own tables and no others.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The media with their modules and the folders of their data.
const MEDIA: [(&str, &[&str], &[&str]); 6] = [
    ("air", &["gb3095", "hj633", "hj663", "who_aqg"], &["gb3095", "hj633", "hj663", "who-aqg"]),
    (
        "water",
        &["gb3838", "gbt14848", "black_odorous", "trophic_state"],
        &["gb3838", "gbt14848", "black-odorous", "trophic-state"],
    ),
    ("soil", &["gb15618", "gb36600"], &["gb15618", "gb36600"]),
    ("noise", &["gb3096", "hj640"], &["gb3096", "hj640"]),
    ("emf", &["gb8702"], &["gb8702"]),
    ("ecology", &["hj192", "eqi", "db11t1877"], &["hj192", "eqi", "db11t1877"]),
];

/// The inputs of the crate as the compiler lists them.
fn inputs(features: &str) -> Vec<PathBuf> {
    let checked = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--locked", "--package", "eqs-standards", "--no-default-features"])
        .args(["--features", features, "--message-format", "json"])
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/media")])
        .output()
        .unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let messages = String::from_utf8(checked.stdout).unwrap();
    let artifacts = messages.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut own = artifacts.filter(|message| message["target"]["name"] == "eqs_standards");
    let own = own.next_back().unwrap();
    let metadata = Path::new(own["filenames"][0].as_str().unwrap());
    let name = metadata.file_stem().unwrap().to_str().unwrap().strip_prefix("lib").unwrap();
    let listed = std::fs::read_to_string(metadata.with_file_name(format!("{name}.d"))).unwrap();
    let inputs = listed.lines().filter_map(|line| line.strip_suffix(':')).map(PathBuf::from);
    inputs.collect()
}

/// Whether a file is the module or the data of one of the names: `src/gb3838/../../data/gb3838/2002-table2.csv`.
fn belongs(file: &Path, modules: &[&str], folders: &[&str]) -> bool {
    let mut parts = Vec::new();
    for part in file.iter().map(|part| part.to_str().unwrap()) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let at = parts.iter().rposition(|part| ["src", "data"].contains(part)).unwrap();
    let name = parts[at + 1].trim_end_matches(".rs");
    if parts[at] == "src" { modules.contains(&name) } else { folders.contains(&name) }
}

#[test]
fn a_medium_is_compiled_without_the_tables_of_the_others() {
    for (medium, modules, folders) in MEDIA {
        let files = inputs(medium);
        assert!(!files.is_empty());
        for (other, other_modules, other_folders) in MEDIA {
            let found: Vec<_> =
                files.iter().filter(|file| belongs(file, other_modules, other_folders)).collect();
            if other == medium {
                // At least a module and two tables each.
                assert!(found.len() >= modules.len() + 2 * folders.len(), "{medium}: {found:?}");
            } else {
                assert!(found.is_empty(), "{medium}: {found:?}");
            }
        }
    }
}

/// Every file of the crate belongs to a medium or to all of them: the list above has not been left behind.
#[test]
fn every_table_and_module_is_of_a_known_medium() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = |folder: &str| {
        let entries = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let mut names: Vec<_> =
            entries.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    let mut folders: Vec<_> = MEDIA.iter().flat_map(|(_, _, folders)| folders.iter().copied()).collect();
    folders.push("conditions");
    folders.sort_unstable();
    assert_eq!(names("data"), folders);
    let common =
        ["condition", "difference", "ladder", "lib", "limit", "query", "reading", "scope", "standard"];
    let modules = MEDIA.iter().flat_map(|(_, modules, _)| modules.iter().copied());
    let mut modules: Vec<_> = modules.chain(common).collect();
    modules.sort_unstable();
    assert_eq!(names("src"), modules);
}
