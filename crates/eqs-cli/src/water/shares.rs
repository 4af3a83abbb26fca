//! Shares of the classes of sections, rivers and lakes.

use alloc::collections::BTreeMap;
use core::fmt::Display;

use eqs::class_shares::{ClassGroup, ClassShares, ClassSharesError, class_shares};
use eqs::surface_water::SurfaceWater;
use eqs::{Decimal, Lang, Phrase as _, Quantity, Statistic, Unit, Verdict, WaterGrade};
use serde::{Serialize, Serializer};

use super::args::{By, GroupArg, WaterArgs};
use super::groups::{Group, Groups};
use super::rule::Rule;
use crate::problem::Problem;

use crate::format::Answer;
use crate::table::{Block, Grid};

/// The shares of the classes in each river, or in all sections or lakes.
pub(super) struct Shares {
    statistic: Statistic,
    /// Whether the wholes have names.
    has_name: bool,
    has_period: bool,
    rows: Vec<SharesOfWhole>,
}

/// The shares of the classes in one whole.
#[derive(Serialize)]
struct SharesOfWhole {
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// The number of sections or lakes that have a class.
    assessed: usize,
    /// The number of those that have none, and are left out.
    undetermined: usize,
    /// The amount that was assessed, in the unit of the file.
    amount: Decimal,
    shares: Option<ClassShares>,
}

/// A section or lake with its class, if it has one, and its amount.
type Assessed = (Option<WaterGrade>, Option<Decimal>);

impl Shares {
    /// Shares out what a file holds.
    pub(super) fn of(
        groups: &Groups,
        group: GroupArg,
        by: &By,
        request: &WaterArgs,
    ) -> Result<Self, Problem> {
        let other = |error: &dyn Display| Problem::Other(error.to_string());
        let rule = Rule::new(groups.standard, request);
        let mut wholes: BTreeMap<_, Vec<Assessed>> = BTreeMap::new();
        for ((name, period), Group { parts, amount }) in &groups.wholes {
            if group == GroupArg::Lake {
                let grade = grade(&rule.lake(parts).map_err(|error| other(&error))?.whole);
                wholes.entry((String::new(), period.clone())).or_default().push((grade, *amount));
                continue;
            }
            for part in parts.values() {
                let (_, verdict) = rule.section(part).map_err(|error| other(&error))?;
                let name = if group == GroupArg::River { name.clone() } else { String::new() };
                let whole = wholes.entry((name, period.clone())).or_default();
                whole.push((grade(&verdict), part.amount));
            }
        }
        let rows =
            wholes.into_iter().map(|((name, period), parts)| whole(by.statistic, name, period, &parts));
        let rows = rows.collect::<Result<_, _>>().map_err(|error| other(&error))?;
        let (has_name, has_period) = (group == GroupArg::River, request.period.is_some());
        Ok(Self { statistic: by.statistic, has_name, has_period, rows })
    }
}

fn grade(verdict: &Verdict<SurfaceWater>) -> Option<WaterGrade> {
    verdict.outcome.determined().map(|water| water.grade)
}

fn whole(
    statistic: Statistic,
    name: String,
    period: Option<String>,
    parts: &[Assessed],
) -> Result<SharesOfWhole, ClassSharesError> {
    // Shares do not depend on the unit: that of the file is not asked for.
    let unit = match statistic {
        Statistic::ShareOfRiverLength => Unit::of("km"),
        Statistic::ShareOfLakeArea => Unit::of("hm²"),
        Statistic::ShareOfStorage => Unit::of("10^8m³"),
        _ => Unit::COUNT,
    };
    let amounts = parts.iter().filter_map(|(grade, amount)| {
        Some(((*grade)?, Quantity::new(amount.unwrap_or(Decimal::new(1, 0)), unit)))
    });
    let amounts: Vec<_> = amounts.collect();
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, (_, amount)| sum.checked_add(amount.value));
    let amount = sum.ok_or(ClassSharesError::TooLong)?;
    let shares = match class_shares(statistic, &amounts) {
        Err(ClassSharesError::Nothing) => None,
        shares => Some(shares?),
    };
    let (assessed, undetermined) = (amounts.len(), parts.len().saturating_sub(amounts.len()));
    Ok(SharesOfWhole { name, period, assessed, undetermined, amount, shares })
}

impl Serialize for Shares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Answer for Shares {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        vec![Block {
            title: self.statistic.say(lang).to_string(),
            grid: self.records(lang),
            ..Block::default()
        }]
    }

    fn records(&self, _: Lang) -> Grid {
        let mut columns = vec![("river", self.has_name), ("period", self.has_period), ("eqs_measure", true)];
        columns.extend([("eqs_assessed", true), ("eqs_undetermined", true), ("eqs_amount", true)]);
        columns.extend([("eqs_I_III", true), ("eqs_IV_V", true), ("eqs_inferior_V", true)]);
        let shown = |cells: Vec<String>| {
            let cells = cells.into_iter().zip(&columns);
            cells.filter_map(|(cell, (_, is_shown))| is_shown.then_some(cell)).collect()
        };
        let row = |row: &SharesOfWhole| {
            let mut cells = vec![row.name.clone(), row.period.clone().unwrap_or_default()];
            cells.push(self.statistic.code().into());
            cells.extend([row.assessed.to_string(), row.undetermined.to_string()]);
            cells.push(row.amount.to_string());
            cells.extend(ClassGroup::ALL.iter().map(|group| {
                let printed = row.shares.and_then(|shares| shares.group(*group).printed().ok());
                printed.map_or_else(String::new, |percent| percent.to_string())
            }));
            shown(cells)
        };
        let header = shown(columns.iter().map(|(name, _)| (*name).to_owned()).collect());
        Grid { header, rows: self.rows.iter().map(row).collect(), numbers: Vec::new() }
    }
}
