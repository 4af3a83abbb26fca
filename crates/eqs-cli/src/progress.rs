//! The progress bar of long runs.

use std::io::{IsTerminal as _, stderr};

use indicatif::{ProgressBar, ProgressStyle};

/// The size from which a file gets a bar: 1 MB.
const LARGE: u64 = 1_000_000;

/// A progress bar over the bytes of a large file, where stderr is a terminal; otherwise nothing.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar for a file of this size; `None`: the size is not known.
    pub(crate) fn new(size: Option<u64>) -> Self {
        let size = size.filter(|size| *size >= LARGE && stderr().is_terminal());
        Self(size.map(|size| {
            let style = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes}, {eta} left");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::new(size).with_style(style)
        }))
    }

    /// More bytes have been read.
    pub(crate) fn advance(&self, bytes: usize) {
        if let Some(bar) = &self.0 {
            bar.inc(u64::try_from(bytes).unwrap_or(0));
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
