//! The report for reading.

use eqs::Lang;
use eqs::audit::{Audited, Status};

use super::UNUSED;
use super::report::{Entry, Report};
use crate::directory;
use crate::format::Answer;
use crate::table::{Block, Grid};

/// What an editor has to look at comes first.
const ORDER: [Status; 3] = [Status::Contested, Status::Undecidable, Status::Confirmed];

impl Answer for Report {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let mut blocks = vec![self.counts(lang)];
        for status in ORDER {
            let documents = self.summary.documents.iter();
            blocks.extend(documents.filter_map(|of| self.claims(status, of.document, lang)));
        }
        blocks.extend(directory::block(&self.refused, UNUSED, lang));
        blocks
    }

    fn records(&self, lang: Lang) -> Grid {
        self.grid(lang)
    }
}

impl Report {
    fn counts(&self, lang: Lang) -> Block {
        let documents = self.summary.documents.iter();
        let mut lines: Vec<String> = documents.map(|of| of.claims.line(of.document, lang)).collect();
        if self.summary.documents.len() > 1 {
            lines.push(self.summary.claims.line(lang.pick("全部文件", "all documents"), lang));
        }
        let restated = lang.pick("多处公布的数值", "figures printed more than once");
        lines.push(self.summary.restated.line(restated, lang));
        let title = lang.pick("核验结果", "claims by what became of them").to_owned();
        Block { title, lines, ..Block::default() }
    }

    /// The claims of a document with a status, one a line; `None` if there are none.
    fn claims(&self, status: Status, document: &str, lang: Lang) -> Option<Block> {
        let is_meant =
            |entry: &&Entry| entry.audited.status == status && entry.audited.source.document == document;
        let line = |entry: &Entry| {
            let Audited { id, source, .. } = &entry.audited;
            let (line, sentence) = (source.line, lang.pick(&entry.sentence_zh, &entry.sentence_en));
            match lang {
                Lang::Zh => format!("{id} 第{line}行 {sentence}"),
                Lang::En => format!("{id} line {line} {sentence}"),
            }
        };
        let lines: Vec<String> = self.results.iter().filter(is_meant).map(line).collect();
        let count = lines.len();
        let title = match lang {
            Lang::Zh => format!("{document}：{}{count}项", status.zh()),
            Lang::En => format!("{document}: {count} {}", status.en()),
        };
        (count > 0).then(|| Block { title, lines, ..Block::default() })
    }
}
