//! What is wrong with a claim beside the others.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Lang, Phrase, Source, Unit};

use crate::claim::Claim;
use crate::implied::Scale;
use crate::key::Key;
use crate::register::Register;
use crate::term::{Rule, Stated};

/// A claim that was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Refused {
    /// The claim.
    pub source: Source<'static>,
    /// Its part.
    pub part: u16,
    /// Why.
    pub refusal: Refusal,
}

/// Why a claim was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Refusal {
    /// Another claim of the document has the same id and part.
    IdTwice,
    /// Another row of the same claim is refused, and a claim is not half a claim.
    OtherPart,
    /// Another claim on the same line says something else of the same two things.
    Overlap {
        /// Its id.
        with: &'static str,
    },
    /// The base is what another claim of the document, or a chain of them, compares with the subject.
    Circular {
        /// The id of the first of them.
        with: &'static str,
    },
    /// The unit of the amount does not fit the figures.
    Unit {
        /// That of the amount.
        given: Unit,
        /// That of the figure.
        figure: Unit,
    },
}

/// Every claim of the register that cannot stand beside the others, then the other rows of these claims.
pub(crate) fn refused(register: &Register<'_>) -> Vec<Refused> {
    let claims = &register.claims;
    let mut refused: Vec<Refused> = Vec::new();
    let mut accepted: Vec<&Claim> = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let earlier = claims.get(..at).unwrap_or_default();
        let refusal = twice(claim, earlier)
            .or_else(|| overlap(claim, earlier))
            .or_else(|| circle(claim, earlier))
            .or_else(|| misfit(claim, register));
        match refusal {
            Some(refusal) => refused.push(Refused { source: claim.source, part: claim.part, refusal }),
            None => accepted.push(claim),
        }
    }
    let name = |source: Source<'static>| (source.document, source.id);
    accepted.retain(|claim| refused.iter().any(|refused| name(refused.source) == name(claim.source)));
    let others = accepted.into_iter().map(|claim| Refused {
        source: claim.source,
        part: claim.part,
        refusal: Refusal::OtherPart,
    });
    refused.extend(others);
    refused
}

fn twice(claim: &Claim, earlier: &[&Claim]) -> Option<Refusal> {
    let name = |claim: &Claim| (claim.source.document, claim.source.id, claim.part);
    earlier.iter().any(|other| name(other) == name(claim)).then_some(Refusal::IdTwice)
}

fn overlap(claim: &Claim, earlier: &[&Claim]) -> Option<Refusal> {
    let amount = claim.amount?;
    let operands = |claim: &Claim| (claim.rule, claim.stated, claim.parts, claim.standard, claim.grade);
    let other = earlier.iter().find(|other| {
        let differs = other.amount.is_some_and(|other| other != amount);
        differs && other.is_the_statement_of(claim) && operands(other) == operands(claim)
    })?;
    Some(Refusal::Overlap { with: other.source.id })
}

fn circle(claim: &Claim, earlier: &[&Claim]) -> Option<Refusal> {
    let end = edge(claim)?.0;
    let mut reached: Vec<Key> = alloc::vec![edge(claim)?.1];
    let mut first = None;
    // Each round adds what the earlier statements compare the reached keys with.
    let mut at = 0;
    while let Some(key) = reached.get(at).copied() {
        at = at.saturating_add(1);
        for other in earlier.iter().filter(|other| other.source.document == claim.source.document) {
            let Some((subject, base)) = edge(other) else { continue };
            if subject == key && !reached.contains(&base) {
                first = first.or(Some(other.source.id));
                reached.push(base);
            }
        }
        if reached.contains(&end) {
            return Some(Refusal::Circular { with: first? });
        }
    }
    None
}

/// The two keys that a change relates.
fn edge(claim: &Claim) -> Option<(Key, Key)> {
    if claim.rule == Rule::Change { Some((claim.subject, claim.base?)) } else { None }
}

fn misfit(claim: &Claim, register: &Register<'_>) -> Option<Refusal> {
    let amount = claim.amount?;
    let given = amount.quantity.unit;
    let figure = |key: Key| register.printed(key).next().map(|figure| figure.observation.quantity.unit);
    let unit = figure(claim.subject).or_else(|| claim.base.and_then(figure))?;
    let fits = match claim.rule {
        Rule::Change if claim.stated == Stated::Unchanged => true,
        Rule::Change => {
            let is_percent_of_share = given == Unit::PERCENT && unit == Unit::PERCENT;
            is_percent_of_share || Scale::of(amount.quantity, unit).is_some()
        }
        Rule::Value | Rule::Range | Rule::Sum => given.converts_to(unit),
        _ => true,
    };
    (!fits).then_some(Refusal::Unit { given, figure: unit })
}

impl Phrase for Refusal {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::IdTwice) => f.write_str("同一文件中编号和分项重复"),
            (Lang::En, Self::IdTwice) => f.write_str("id and part stand twice in the document"),
            (Lang::Zh, Self::OtherPart) => f.write_str("同一说法的另一分项被拒收"),
            (Lang::En, Self::OtherPart) => f.write_str("another part of the same claim is refused"),
            (Lang::Zh, Self::Overlap { with }) => write!(f, "与 {with} 说的是同两个数值，但内容不同"),
            (Lang::En, Self::Overlap { with }) => {
                write!(f, "{with} on the same line says something else of the same two things")
            }
            (Lang::Zh, Self::Circular { with }) => write!(f, "比较对象循环：{with} 已反过来与本项比较"),
            (Lang::En, Self::Circular { with }) => {
                write!(f, "circular base: {with} already compares the base with the subject")
            }
            (Lang::Zh, Self::Unit { given, figure }) => write!(f, "单位 {given} 与数值的单位 {figure} 不符"),
            (Lang::En, Self::Unit { given, figure }) => {
                write!(f, "the unit {given} does not fit figures in {figure}")
            }
        }
    }
}
