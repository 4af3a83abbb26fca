//! A [`Coherence`] as a sentence.

use core::fmt;

use eqs_core::{Citation, Fraction, Lang, Phrase};

use super::Coherence;
use super::agreement::{Agreement, Field};
use super::difference::Printed;
use crate::target::Target;

impl Phrase for Coherence<'_> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let semicolon = lang.pick("；", "; ");
        self.write_outcome(lang, f)?;
        let kind = self.kind.say(lang);
        match lang {
            Lang::Zh => write!(f, "，{kind}：")?,
            Lang::En => write!(f, ", {kind}: ")?,
        }
        write_target(self.lower, lang, f)?;
        f.write_str(semicolon)?;
        write_target(self.upper, lang, f)?;
        for field in &self.differences {
            f.write_str(semicolon)?;
            self.write_difference(*field, lang, f)?;
        }
        if let Some(share) = self.share {
            f.write_str(semicolon)?;
            self.write_share(share, lang, f)?;
        }
        if self.shows_quotes() {
            let (lower, upper) = (self.lower.source.quote, self.upper.source.quote);
            match lang {
                Lang::Zh => write!(f, "；原文“{lower}”与“{upper}”")?,
                Lang::En => write!(f, "; printed: “{lower}” and “{upper}”")?,
            }
        }
        for note in &self.notes {
            f.write_str(semicolon)?;
            note.write(lang, f)?;
        }
        f.write_str(lang.pick("。", "."))
    }
}

impl Coherence<'_> {
    /// What the one is to the other, or why that cannot be told.
    fn write_outcome(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(agreement) = self.agreement {
            return agreement.write(lang, f);
        }
        f.write_str(lang.pick("无法判定（", "undetermined ("))?;
        for (at, obstacle) in self.obstacles.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { lang.pick("；", "; ") })?;
            obstacle.write(lang, f)?;
        }
        f.write_str(lang.pick("）", ")"))
    }

    /// Where the wording matters, or somebody has to look.
    fn shows_quotes(&self) -> bool {
        self.agreement.is_some_and(|agreement| agreement == Agreement::Reworded || !agreement.is_coherent())
    }

    fn write_difference(&self, field: Field, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (lower, upper) = (Printed(self.lower, field), Printed(self.upper, field));
        let (field, lower, upper) = (field.say(lang), lower.say(lang), upper.say(lang));
        match lang {
            Lang::Zh => write!(f, "{field}：{lower}与{upper}"),
            Lang::En => write!(f, "{field}: {lower} against {upper}"),
        }
    }

    fn write_share(&self, share: Fraction, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_percent(share, lang.pick("占总量", "share of the whole: "), f)?;
        match self.even_share() {
            Some(even) => write_percent(even, lang.pick("，各年均分为", ", an even year's: "), f),
            None => Ok(()),
        }
    }
}

/// The target and where it is printed.
fn write_target(target: &Target, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let place = Citation::Document { document: target.source.document, line: target.source.line };
    let (id, said, place) = (target.id, target.say(lang), place.say(lang));
    match lang {
        Lang::Zh => write!(f, "{id} {said}（{place}）"),
        Lang::En => write!(f, "{id} {said} ({place})"),
    }
}

fn write_percent(share: Fraction, words: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match share.checked_mul(Fraction::from(100)) {
        Some(percent) => write!(f, "{words}{}%", percent.shown(2)),
        None => write!(f, "{words}{share}"),
    }
}
