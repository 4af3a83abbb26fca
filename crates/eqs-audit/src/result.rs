//! [`Audited`]: what became of a claim, and why.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use eqs_core::{Finding, Fraction, Interval, Medium, NotInForce, Reason, Source, Unit};

use crate::claim::{Amount, Claim};
use crate::evidence::Input;
use crate::key::Key;
use crate::term::{Rule, Stated, Status, Strength};

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Audited {
    /// The id of the claim; of figures that are printed more than once `AGREE/` and the ids of the first two.
    pub id: String,
    /// Where it is printed.
    pub source: Source<'static>,
    /// What it is about.
    pub medium: Medium,
    /// The claim in the words of the register.
    pub words: &'static str,
    /// What became of it.
    pub status: Status,
    /// How firmly; `None` where nothing could be decided.
    pub strength: Option<Strength>,
    /// Its parts in order.
    pub parts: Vec<Part>,
}

/// What became of one part of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Part {
    /// What was computed.
    pub rule: Rule,
    /// Of what the part speaks.
    pub subject: Key,
    /// The relation that it states.
    pub stated: Stated,
    /// The amount as printed.
    pub amount: Option<Amount>,
    /// The values for which the printed amount stands, in its unit.
    pub printed: Option<Interval>,
    /// What the figures give.
    pub computed: Option<Computed>,
    /// What became of it.
    pub status: Status,
    /// How firmly.
    pub strength: Option<Strength>,
    /// The figures that were used.
    pub inputs: Vec<Input>,
    /// Those of them that speak against the claim, or are left out of a count.
    pub against: Vec<Key>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Values held against limits of a standard.
    pub findings: Vec<Finding>,
    /// What else belongs to the result.
    pub remarks: Vec<Remark>,
}

/// What the figures give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Computed {
    /// The value if every figure is taken at its word.
    pub exact: Option<Fraction>,
    /// The values that the figures leave open.
    pub interval: Interval,
    /// The unit of both.
    pub unit: Unit,
}

/// What is missing for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Missing {
    /// No document prints a figure of this key, and nothing else implies one.
    Figure(Key),
    /// No figure of this key is printed but that of the statement itself.
    Elsewhere(Key),
    /// Two printed figures of the key have no value in common.
    Conflict {
        /// Of what.
        key: Key,
        /// One of them.
        one: Option<Source<'static>>,
        /// The other.
        other: Option<Source<'static>>,
    },
    /// The two are different methods, or shares of different wholes, and cannot be compared.
    NotComparable {
        /// One.
        one: Key,
        /// The other.
        other: Key,
        /// Why not.
        because: Different,
    },
    /// The members of the group are not known.
    Members(Key),
    /// The bands of the grade are not known here.
    Bands {
        /// The standard.
        standard: &'static str,
        /// The grade.
        grade: &'static str,
    },
    /// No rule here applies the standard to such a figure.
    RuleOf {
        /// The standard.
        standard: &'static str,
        /// The grade.
        grade: &'static str,
        /// The figure.
        key: Key,
    },
    /// No edition was in force in the year.
    Edition(NotInForce),
    /// A target of the plan is not decided.
    Target {
        /// Its number.
        no: u16,
        /// Why not.
        reason: Option<Reason>,
    },
    /// There is no such plan or target.
    Plan(&'static str),
    /// A figure may be negative, or its base 0, where the rule needs amounts.
    Negative(Key),
    /// No measure is known by which the words could be computed.
    Criterion,
    /// A term does not fit 128 bits.
    TooLong,
}

eqs_core::vocabulary! {
    /// Why two figures cannot be compared.
    pub enum Different {
        /// Two indices with similar names (状况指数, 质量指数, EQI).
        Method = "method", "指数不同，方法不同，不可比", "different indices by different methods";
        /// Shares of different wholes (河长, 面积, 蓄水量).
        Whole = "whole", "比例的口径不同，不可比", "shares of different wholes";
        /// Units of different kinds.
        Unit = "unit", "单位不同，不可比", "units of different kinds";
    }
}

/// A remark that belongs to a result.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Remark {
    /// What the statement itself implies for a figure that is not printed.
    Implies(Box<Input>),
    /// No value of this key could agree: it would be negative, or a share above 100 %.
    NoBase(Key),
    /// The smallest total of which a whole number is the share.
    Fits {
        /// The number.
        number: u32,
        /// The total.
        of: u32,
    },
    /// Vague words were read by the policy.
    Read {
        /// The words.
        words: &'static str,
        /// The same in English.
        words_en: &'static str,
        /// By how many per cent.
        percent: eqs_core::Decimal,
    },
    /// The printed unit % of a share may mean per cent of it or percentage points; either was allowed.
    PercentOrPoints,
    /// What the register says of the reading.
    Note(&'static str),
}

/// How a condition stands over all values that the figures leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// It holds for each.
    Certain,
    /// It holds for some.
    Possible,
    /// It holds for none.
    Impossible,
}

impl Truth {
    /// From "for each: yes", "for each: no", "for some".
    pub(crate) const fn of(decided: Option<bool>) -> Self {
        match decided {
            Some(true) => Self::Certain,
            Some(false) => Self::Impossible,
            None => Self::Possible,
        }
    }

    /// Computed values against those that are printed.
    pub(crate) fn of_meeting(computed: Interval, printed: Interval) -> Self {
        if !computed.meets(printed) {
            Self::Impossible
        } else if computed.is_within(printed) {
            Self::Certain
        } else {
            Self::Possible
        }
    }

    /// The opposite condition.
    pub(crate) const fn not(self) -> Self {
        match self {
            Self::Certain => Self::Impossible,
            Self::Possible => Self::Possible,
            Self::Impossible => Self::Certain,
        }
    }

    /// Both conditions.
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Impossible, _) | (_, Self::Impossible) => Self::Impossible,
            (Self::Certain, Self::Certain) => Self::Certain,
            _ => Self::Possible,
        }
    }
}

impl Part {
    /// A part of a claim of which nothing is known yet.
    pub(crate) fn new(claim: &Claim) -> Self {
        let note = Some(claim.note).filter(|note| !note.is_empty());
        let remarks = note.map(Remark::Note).into_iter().collect();
        Self { amount: claim.amount, remarks, ..Self::of(claim.rule, claim.subject, claim.stated) }
    }

    /// A part of which nothing is known yet.
    pub(crate) const fn of(rule: Rule, subject: Key, stated: Stated) -> Self {
        Self {
            rule,
            subject,
            stated,
            amount: None,
            printed: None,
            computed: None,
            status: Status::Undecidable,
            strength: None,
            inputs: Vec::new(),
            against: Vec::new(),
            missing: Vec::new(),
            findings: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// The part with a condition decided. What is impossible for the figures at hand stays so whatever is missing.
    pub(crate) fn decided(mut self, truth: Truth) -> Self {
        (self.status, self.strength) = match truth {
            Truth::Impossible => (Status::Contested, Some(Strength::Certain)),
            _ if !self.missing.is_empty() => (Status::Undecidable, None),
            Truth::Certain => (Status::Confirmed, Some(Strength::Certain)),
            Truth::Possible => (Status::Confirmed, Some(Strength::Possible)),
        };
        self
    }

    /// The part with something missing.
    pub(crate) fn lacking(mut self, missing: Missing) -> Self {
        self.missing.push(missing);
        self
    }
}

/// All parts together: contested if one is, else undecidable if one is, else confirmed as firmly as the weakest.
pub(crate) fn overall(parts: &[Part]) -> (Status, Option<Strength>) {
    let any = |status| parts.iter().any(|part| part.status == status);
    let status = if any(Status::Contested) {
        Status::Contested
    } else if any(Status::Undecidable) {
        Status::Undecidable
    } else {
        Status::Confirmed
    };
    let strengths = parts.iter().filter(|part| part.status == status).filter_map(|part| part.strength);
    let strength = match status {
        Status::Contested => strengths.min(),
        Status::Confirmed => strengths.max(),
        Status::Undecidable => None,
    };
    (status, strength)
}
