//! The shipped data are one instance of the format.

use std::fs;
use std::path::Path;

use eqs_audit::Audit;
use eqs_audit::load::InputFile;
use serde_json::{Map, Value};

use super::{audit, load};

/// Document, file of figures.
pub(super) const DOCUMENTS: [(&str, &str); 5] = [
    ("bulletin-2021", "2021"),
    ("bulletin-2024", "2024"),
    ("plan-beijing-14fyp", "plan-beijing-14fyp"),
    ("plan-miyun-14fyp", "plan-miyun-14fyp"),
    ("action-plans-2021", "action-plans-2021"),
];

/// The CSV texts of figures and claims of a document.
pub(super) fn texts((document, figures): (&str, &str)) -> [String; 2] {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = |path: String| fs::read_to_string(crates.join(path)).unwrap();
    [text(format!("eqs-bulletin/data/{figures}.csv")), text(format!("eqs-audit/data/{document}.csv"))]
}

/// The rows as an array of objects; numbers of lines and parts as numbers, empty cells as `null` or not at all.
pub(super) fn json(csv: &str) -> Value {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = header.iter().zip(row.iter()).filter(|(name, cell)| !cell.is_empty() || *name == "high");
        let entries = cells.map(|(name, cell)| {
            let value = match name {
                "line" | "part" => cell.parse::<u16>().unwrap().into(),
                _ if cell.is_empty() => Value::Null,
                _ => cell.into(),
            };
            (name.to_owned(), value)
        });
        Value::Object(entries.collect::<Map<_, _>>())
    });
    rows.collect()
}

/// From the CSV of the library to the text of a file.
type Form = fn(&str) -> String;

fn built(ending: &str, form: Form) -> Vec<InputFile> {
    let mut files = Vec::new();
    for document in DOCUMENTS {
        let [figures, claims] = texts(document);
        files.push((format!("observations/{}.{ending}", document.0), form(&figures)));
        files.push((format!("claims/{}.{ending}", document.0), form(&claims)));
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    super::files(&files)
}

#[test]
fn the_shipped_files_give_the_shipped_results() {
    let shipped = Audit::shipped();
    let forms: [(&str, Form); 3] = [
        ("csv", str::to_owned),
        ("csv", |csv| format!("\u{FEFF}{}", csv.replace('\n', "\r\n"))),
        ("json", |csv| json(csv).to_string()),
    ];
    for (ending, form) in forms {
        let directory = load(&built(ending, form)).unwrap();
        assert_eq!(directory.refused(), [], "{ending}");
        let audit = audit(&directory);
        assert_eq!((audit.refused(), shipped.refused()), (&[][..], &[][..]), "{ending}");
        assert_eq!(audit.results(), shipped.results(), "{ending}");
    }
}
