//! The worked example of `docs/audit.md`: three bulletins of Shanghai.

use std::fs;
use std::path::Path;

use eqs_audit::load::{InputFile, load};
use eqs_audit::{Audit, Policy, Remark, Status};
use eqs_core::{Lang, Phrase};

#[test]
fn shanghai() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/shanghai");
    let mut files = Vec::new();
    for folder in [root.clone(), root.join("observations"), root.join("claims")] {
        for path in
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
        {
            files.push(InputFile { path: path.display().to_string(), bytes: fs::read(path).unwrap() });
        }
    }
    let directory = load(&files).unwrap();
    assert_eq!(directory.refused(), []);
    assert_eq!(directory.documents(), ["shanghai-2021", "shanghai-2022", "shanghai-2023"]);
    assert_eq!((directory.figures().len(), directory.claims().len()), (21, 16));
    let audit = Audit::new(directory.figures(), directory.claims(), Policy::DEFAULT);
    assert_eq!(audit.refused(), []);
    for result in audit.results() {
        // Nobody can name every year since monitoring began.
        let expected = if result.id == "S22-C8" { Status::Undecidable } else { Status::Confirmed };
        assert_eq!(result.status, expected, "{}", result.say(Lang::En));
        let both_ways = result.parts[0].remarks.contains(&Remark::PercentOrPoints);
        assert_eq!(both_ways, result.id == "S23-C3");
    }
}
