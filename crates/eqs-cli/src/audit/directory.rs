//! The files of a directory of figures and claims.

use std::fs;
use std::io;
use std::path::Path;

use eqs::audit::load::InputFile;

use crate::error::CliError;

/// The files that may hold rows: `places`, `indicators`, and whatever lies in `observations` and `claims`. Names that
/// begin with a point do not count.
pub(super) fn read(directory: &Path) -> Result<Vec<InputFile>, CliError> {
    let mut files = Vec::new();
    take(directory, &mut files, |name| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        matches!(stem, "places" | "indicators")
    })?;
    for folder in ["observations", "claims"] {
        let folder = directory.join(folder);
        if folder.is_dir() {
            take(&folder, &mut files, |name| !name.starts_with('.'))?;
        }
    }
    Ok(files)
}

/// Reads the files of a folder that are wanted.
fn take(folder: &Path, files: &mut Vec<InputFile>, is_wanted: fn(&str) -> bool) -> Result<(), CliError> {
    let refuse = |path: &Path, error: io::Error| CliError::File { file: path.display().to_string(), error };
    for entry in fs::read_dir(folder).map_err(|error| refuse(folder, error))? {
        let path = entry.map_err(|error| refuse(folder, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_wanted(&name) {
            let bytes = fs::read(&path).map_err(|error| refuse(&path, error))?;
            files.push(InputFile { path: path.display().to_string(), bytes });
        }
    }
    Ok(())
}
