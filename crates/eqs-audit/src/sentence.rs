//! The sentence of each result: what is printed, what the figures give, and what is missing.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Finding, Interval, Judgement, Lang, Phrase, write_figure};

use self::input::write_inputs;
use self::number::{Open, Suffix};
use crate::claim::Amount;
use crate::evidence::Input;
use crate::result::{Audited, Computed, Missing, Part, Remark};
use crate::term::{Rule, Stated, Status};

mod input;
mod missing;
mod number;

/// The most missing things and figures against a claim that a sentence lists one by one.
const LISTED: usize = 3;

impl Audited {
    /// Why the claim has its status, without the status and the printed words.
    ///
    /// # Example
    /// ```
    /// use eqs_audit::Audit;
    /// use eqs_core::{Lang, Phrase};
    ///
    /// let results = Audit::shipped().results();
    /// let claim = results.iter().find(|result| result.id == "VRD-0053").unwrap();
    /// assert_eq!(
    ///     claim.reasoning().say(Lang::En).to_string(),
    ///     "excellent-and-good days, Beijing, 2024: 290 d (bulletin-2024 line 46) and the 366 days of the year give \
    ///      79.23%, in line with the stated 79.2%, that is [79.15, 79.25].",
    /// );
    /// ```
    #[must_use]
    pub const fn reasoning(&self) -> Reasoning<'_> {
        Reasoning(self)
    }
}

/// Why a claim has its status; see [`Audited::reasoning`].
#[derive(Clone, Copy, Debug)]
pub struct Reasoning<'a>(&'a Audited);

impl Phrase for Audited {
    /// Status and strength, the printed words, the reasoning.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.status.write(lang, f)?;
        if let Some(strength) = self.strength {
            let strength = strength.say(lang);
            match lang {
                Lang::Zh => write!(f, "（{strength}）"),
                Lang::En => write!(f, " ({strength})"),
            }?;
        }
        match lang {
            Lang::Zh => write!(f, "：“{}”。", self.source.quote),
            Lang::En => write!(f, ": “{}”. ", self.source.quote),
        }?;
        self.reasoning().write(lang, f)
    }
}

impl Phrase for Reasoning<'_> {
    /// The reasoning of each part that decides.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(result) = *self;
        let deciding = result.parts.iter().filter(|part| part.status == result.status);
        if result.status == Status::Undecidable {
            let confirmed = result.parts.iter().filter(|part| part.status == Status::Confirmed).count();
            let all = result.parts.len();
            match (confirmed, lang) {
                (0, _) => Ok(()),
                (_, Lang::Zh) => write!(f, "{all}项中{confirmed}项相符；"),
                (_, Lang::En) => write!(f, "{confirmed} of {all} parts are confirmed; "),
            }?;
            write_missing(&deciding.collect::<Vec<_>>(), lang, f)?;
        } else {
            for (at, part) in deciding.enumerate() {
                f.write_str(if at == 0 { "" } else { lang.pick("；", "; ") })?;
                part.write(lang, f)?;
            }
        }
        f.write_str(lang.pick("。", "."))
    }
}

/// What is missing for all the parts that are not decided, and what is to be said of them, each once.
fn write_missing(parts: &[&Part], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut all: Vec<&Missing> = Vec::new();
    let mut remarks: Vec<&Remark> = Vec::new();
    for part in parts {
        for missing in &part.missing {
            if !all.contains(&missing) {
                all.push(missing);
            }
        }
        for remark in &part.remarks {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
    }
    let mut is_figure = false;
    for (at, missing) in all.iter().take(LISTED).enumerate() {
        let continues = is_figure && matches!(missing, Missing::Figure(_));
        f.write_str(match (at, continues) {
            (0, _) => "",
            (_, true) => lang.pick("、", "; "),
            (_, false) => lang.pick("；", "; "),
        })?;
        match missing {
            Missing::Figure(key) if continues => key.write(lang, f)?,
            _ => missing.write(lang, f)?,
        }
        is_figure = matches!(missing, Missing::Figure(_));
    }
    match (all.len().saturating_sub(LISTED), lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => write!(f, "，另有{more}项"),
        (more, Lang::En) => write!(f, " and {more} more"),
    }?;
    for remark in remarks {
        f.write_str(lang.pick("，", ", "))?;
        remark.write(lang, f)?;
    }
    Ok(())
}

impl Phrase for Part {
    /// The reasoning, without the status.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.status == Status::Undecidable {
            return write_missing(&[self], lang, f);
        }
        self.write_decision(lang, f)?;
        // What a statement implies matters where the figure is missing, or another statement implies something else.
        let agrees = self.status == Status::Confirmed;
        for remark in self.remarks.iter().filter(|remark| !(agrees && matches!(remark, Remark::Implies(_)))) {
            f.write_str(lang.pick("，", ", "))?;
            remark.write(lang, f)?;
        }
        Ok(())
    }
}

impl Part {
    fn write_decision(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rule != Rule::Target {
            self.subject.write(lang, f)?;
            f.write_str(lang.pick("：", ": "))?;
        }
        match (self.rule, self.computed, self.printed) {
            (Rule::Target, ..) => {
                let many = self.findings.len();
                match lang {
                    Lang::Zh => write!(f, "与规划目标比较{many}次"),
                    Lang::En => write!(f, "{many} comparisons with targets of the plan"),
                }?;
            }
            (Rule::Between, _, Some(range)) => self.write_between(range, lang, f)?,
            (Rule::Grade, _, Some(band)) => {
                write_inputs(&self.inputs, lang, f)?;
                let band = Open(band, self.places());
                match (lang, self.status) {
                    (Lang::Zh, Status::Contested) => write!(f, "，不在该等级的范围{band}内"),
                    (Lang::Zh, _) => write!(f, "，在该等级的范围{band}内"),
                    (Lang::En, Status::Contested) => write!(f, " is not in the band {band} of the grade"),
                    (Lang::En, _) => write!(f, " is in the band {band} of the grade"),
                }?;
                if let Some(Finding { citation, confirmation, .. }) = self.findings.first() {
                    let citation = citation.say(lang);
                    match lang {
                        Lang::Zh => write!(f, "（{citation}；确认等级{confirmation}）"),
                        Lang::En => write!(f, " ({citation}; confirmation grade {confirmation})"),
                    }?;
                }
                return Ok(());
            }
            (Rule::CountableShare, Some(Computed { exact: Some(nearest), .. }), Some(printed)) => {
                write_inputs(&self.inputs, lang, f)?;
                let nearest = nearest.shown(self.places());
                match lang {
                    Lang::Zh => write!(f, "的整数个中最接近的比例是{nearest}%"),
                    Lang::En => write!(f, ": the nearest share of a whole number of them is {nearest}%"),
                }?;
                self.write_printed(printed, lang, f)?;
            }
            (Rule::Restated, ..) => {
                write_inputs(&self.inputs, lang, f)?;
                f.write_str(match (lang, self.status) {
                    (Lang::Zh, Status::Contested) => "，互不一致",
                    (Lang::Zh, _) => "，多处一致",
                    (Lang::En, Status::Contested) => " do not agree",
                    (Lang::En, _) => ": all places where it is printed agree",
                })?;
            }
            (Rule::Attains, ..) if (1..=LISTED).contains(&self.findings.len()) => {
                for (at, finding) in self.findings.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { lang.pick("，", ", ") })?;
                    finding.write(lang, f)?;
                }
                return Ok(());
            }
            (_, Some(computed), printed) => {
                write_inputs(&self.inputs, lang, f)?;
                // One figure gives itself.
                let is_input = |input: &Input| input.exact == computed.exact && input.unit == computed.unit;
                if !self.inputs.iter().all(is_input) {
                    self.write_computed(computed, lang, f)?;
                }
                if let Some(printed) = printed {
                    self.write_printed(printed, lang, f)?;
                }
            }
            (_, None, _) => write_inputs(&self.inputs, lang, f)?,
        }
        let by_direction = matches!(self.rule, Rule::Rank | Rule::Trend | Rule::Record)
            || (self.rule == Rule::Change && self.amount.is_none() && self.printed.is_none());
        if by_direction {
            let stated = self.stated.say(lang);
            match (lang, self.status) {
                (Lang::Zh, Status::Contested) => write!(f, "，不是所述的{stated}"),
                (Lang::Zh, _) => write!(f, "，确为{stated}"),
                (Lang::En, Status::Contested) => write!(f, ", not {stated} as stated"),
                (Lang::En, _) => write!(f, ", {stated} as stated"),
            }?;
        }
        self.write_against(lang, f)?;
        // With few findings the limit itself is said.
        let unmet = self.findings.iter().filter(|finding| is_against(self.stated, &finding.judgement));
        for finding in unmet.take(1) {
            f.write_str(lang.pick("，", ", "))?;
            finding.write(lang, f)?;
        }
        Ok(())
    }

    /// The figures that speak against the claim, each with its place and period.
    fn write_against(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.against.iter().take(LISTED).enumerate() {
            f.write_str(match (at, self.rule, lang) {
                (0, Rule::CountAttaining, Lang::Zh) => "，未达标的有",
                (0, Rule::CountAttaining, Lang::En) => "; not attaining: ",
                (0, _, Lang::Zh) => "，与所述不符的有",
                (0, _, Lang::En) => "; against the statement: ",
                (_, _, Lang::Zh) => "、",
                (_, _, Lang::En) => ", ",
            })?;
            let (place, period) = (key.place.say(lang), key.period.say(lang));
            match lang {
                Lang::Zh => write!(f, "{place}{period}"),
                Lang::En => write!(f, "{place} {period} "),
            }?;
            if let Some(input) = self.inputs.iter().find(|input| input.key == *key) {
                input.write_value(lang, f)?;
            }
        }
        match (self.against.len().saturating_sub(LISTED), lang) {
            (0, _) => Ok(()),
            (more, Lang::Zh) => write!(f, "，另有{more}项"),
            (more, Lang::En) => write!(f, " and {more} more"),
        }
    }

    fn write_computed(&self, computed: Computed, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Computed { exact, interval, unit } = computed;
        let (open, unit) = (Open(interval, self.places()), Suffix(unit));
        let shown = exact.map(|exact| exact.shown(self.places()));
        match (shown, lang) {
            (Some(exact), Lang::Zh) if interval.low() == interval.high() => write!(f, "，得{exact}{unit}"),
            (Some(exact), Lang::En) if interval.low() == interval.high() => write!(f, " give {exact}{unit}"),
            (Some(exact), Lang::Zh) => write!(f, "，得{exact}{unit}，修约前可在{open}"),
            (Some(exact), Lang::En) => write!(f, " give {exact}{unit}, before rounding anything in {open}"),
            (None, Lang::Zh) => write!(f, "，得{open}{unit}"),
            (None, Lang::En) => write!(f, " give {open}{unit}"),
        }
    }

    /// What the computed values are held against.
    fn write_printed(&self, printed: Interval, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (lang, self.status) {
            (Lang::Zh, Status::Contested) => "，不合所述的",
            (Lang::Zh, _) => "，符合所述的",
            (Lang::En, Status::Contested) => ", which cannot be the stated ",
            (Lang::En, _) => ", in line with the stated ",
        })?;
        match (self.stated, self.amount) {
            (Stated::Equal, Some(_)) => {}
            (Stated::Equal, None) => f.write_str(lang.pick("总数", "whole "))?,
            (stated, _) => {
                stated.write(lang, f)?;
                f.write_str(lang.pick("", " "))?;
            }
        }
        if let Some(amount) = self.amount {
            amount.write(lang, f)?;
            // One value stands for itself.
            if printed.low().is_some() && printed.low() == printed.high() {
                return Ok(());
            }
            f.write_str(lang.pick("，即", ", that is "))?;
        }
        write!(f, "{}", Open(printed, self.places()))
    }

    /// A whole outside of its parts, or among them.
    fn write_between(&self, range: Interval, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, parts) = self.inputs.iter().partition::<Vec<_>, _>(|input| input.key == self.subject);
        write_inputs(whole, lang, f)?;
        let is_outside = self.status == Status::Contested;
        f.write_str(match (lang, is_outside) {
            (Lang::Zh, true) => "，不在其各部分之间：",
            (Lang::Zh, false) => "，在其各部分之间：",
            (Lang::En, true) => " lies outside of its parts ",
            (Lang::En, false) => " lies between its parts ",
        })?;
        write_inputs(parts, lang, f)?;
        let range = Open(range, self.places());
        match (lang, is_outside) {
            (Lang::Zh, true) => {
                write!(f, "，可能范围{range}；由这些部分组成的总体，其平均值不可能在此之外，请核对总体值")
            }
            (Lang::Zh, false) => write!(f, "，即{range}"),
            (Lang::En, true) => write!(
                f,
                ", {range} at most; the mean of a whole of these parts cannot be outside of them: the value of the whole is to be checked"
            ),
            (Lang::En, false) => write!(f, ", that is {range}"),
        }
    }

    /// The places that tell the values apart: one more than are printed.
    fn places(&self) -> i8 {
        let of = |amount: Amount| amount.quantity.value.places();
        let inputs = self.inputs.iter().filter_map(|input| input.printed).map(of);
        let most = self.amount.map(of).into_iter().chain(inputs).max().unwrap_or_default();
        i8::try_from(most.saturating_add(1)).unwrap_or(i8::MAX)
    }
}

/// Whether a judgement speaks against a claim that the standard is met, or exceeded.
const fn is_against(stated: Stated, judgement: &Judgement) -> bool {
    match judgement {
        Judgement::Limit { met, .. } => *met == matches!(stated, Stated::Exceeds),
        _ => false,
    }
}

impl Phrase for Amount {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_figure(self.quantity, self.high, self.bound, lang, f)
    }
}
