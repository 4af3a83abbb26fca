//! The conditions of a request.

use eqs::{
    AirTier, Averaging, ConstructionLand, DayNight, Decimal, FarmlandUse, Indicator, Medium, NoiseZone,
    Quantity, Query, SoilValue, WaterBody, WaterClass,
};

use crate::error::{CliError, Location};
use crate::limits::args::ConditionArgs;
use crate::limits::words;

/// What limits have to be for, in the order of the options.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conditions(Vec<Condition>);

/// One option with what it means.
#[derive(Clone, Debug)]
struct Condition {
    option: &'static str,
    text: String,
    meaning: Meaning,
}

#[derive(Clone, Copy, Debug)]
enum Meaning {
    Indicator(Indicator),
    Medium(Medium),
    Averaging(Averaging),
    Tier(AirTier),
    Class(WaterClass),
    Body(WaterBody),
    Farmland(FarmlandUse),
    ConstructionLand(ConstructionLand),
    Ph(Decimal),
    SoilValue(SoilValue),
    Zone(NoiseZone),
    Period(DayNight),
    Frequency(Quantity),
}

impl Conditions {
    /// Reads the options.
    pub(crate) fn read(args: &ConditionArgs) -> Result<Self, CliError> {
        let mut conditions = Self::default();
        let mut add = |option: &'static str, text: &Option<String>, read: &dyn Fn(&str) -> Read| {
            let Some(text) = text else { return Ok(()) };
            conditions.0.push(Condition { option, text: text.clone(), meaning: read(text)? });
            Ok::<(), CliError>(())
        };
        add("--symbol", &args.symbol, &|text| words::indicator(text).map(Meaning::Indicator))?;
        add("--medium", &args.medium, &|text| {
            words::term("--medium", text, Medium::ALL, Medium::code).map(Meaning::Medium)
        })?;
        add("--averaging", &args.averaging, &|text| {
            words::term("--averaging", text, Averaging::ALL, Averaging::code).map(Meaning::Averaging)
        })?;
        add("--grade", &args.grade, &|text| {
            words::term("--grade", text, AirTier::ALL, AirTier::code).map(Meaning::Tier)
        })?;
        add("--class", &args.class, &|text| {
            words::term("--class", text, WaterClass::ALL, WaterClass::code).map(Meaning::Class)
        })?;
        add("--body", &args.body, &|text| {
            words::term("--body", text, WaterBody::ALL, WaterBody::code).map(Meaning::Body)
        })?;
        add("--land", &args.land, &land)?;
        add("--ph", &args.ph, &|text| words::number("--ph", text).map(Meaning::Ph))?;
        add("--value", &args.value, &|text| {
            words::term("--value", text, SoilValue::ALL, SoilValue::code).map(Meaning::SoilValue)
        })?;
        add("--zone", &args.zone, &|text| {
            words::term("--zone", text, NoiseZone::ALL, NoiseZone::code).map(Meaning::Zone)
        })?;
        add("--period", &args.period, &|text| {
            words::term("--period", text, DayNight::ALL, DayNight::code).map(Meaning::Period)
        })?;
        add("--frequency", &args.frequency, &|text| {
            words::quantity("--frequency", text).map(Meaning::Frequency)
        })?;
        Ok(conditions)
    }

    /// A query under all conditions.
    pub(crate) fn query(&self, query: Query) -> Query {
        self.0.iter().fold(query, |query, condition| condition.meaning.query(query))
    }

    /// The indicator, where one is asked for.
    pub(crate) fn indicator(&self) -> Option<Indicator> {
        self.0.iter().find_map(|condition| match condition.meaning {
            Meaning::Indicator(indicator) => Some(indicator),
            _ => None,
        })
    }

    /// The frequency, where one is asked for.
    pub(crate) fn frequency(&self) -> Option<Quantity> {
        self.0.iter().find_map(|condition| match condition.meaning {
            Meaning::Frequency(frequency) => Some(frequency),
            _ => None,
        })
    }

    /// Whether nothing but perhaps the indicator is asked for.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.iter().all(|condition| matches!(condition.meaning, Meaning::Indicator(_)))
    }

    /// The place of an option.
    pub(crate) fn place(&self, option: &'static str) -> Location {
        let condition = self.0.iter().find(|condition| condition.option == option);
        condition.map_or_else(Location::default, |condition| Location::option(option, &condition.text))
    }

    /// The place of the condition but for which there would be limits; nowhere if that is not a single one.
    pub(crate) fn obstacle(&self, query: Query) -> Location {
        let is_obstacle = |at: &usize| {
            let others = self.0.iter().enumerate().filter(|(other, _)| other != at);
            others.fold(query, |query, (_, condition)| condition.meaning.query(query)).iter().next().is_some()
        };
        // The last option is the one that narrows what the others say.
        let found = (0..self.0.len()).rev().find(is_obstacle).and_then(|at| self.0.get(at));
        found.map_or_else(Location::default, |condition| self.place(condition.option))
    }
}

type Read = Result<Meaning, CliError>;

fn land(text: &str) -> Read {
    let farmland = words::find(text, FarmlandUse::ALL, FarmlandUse::code).map(Meaning::Farmland);
    let construction =
        || words::find(text, ConstructionLand::ALL, ConstructionLand::code).map(Meaning::ConstructionLand);
    farmland.or_else(construction).ok_or_else(|| {
        let codes = FarmlandUse::ALL.iter().map(|land| land.code());
        let codes = codes.chain(ConstructionLand::ALL.iter().map(|land| land.code()));
        words::unknown("--land", text, codes.collect())
    })
}

impl Meaning {
    const fn query(self, query: Query) -> Query {
        match self {
            Self::Indicator(indicator) => query.indicator(indicator),
            Self::Medium(medium) => query.medium(medium),
            Self::Averaging(averaging) => query.averaging(averaging),
            Self::Tier(tier) => query.tier(tier),
            Self::Class(class) => query.class(class),
            Self::Body(body) => query.body(body),
            Self::Farmland(land) => query.farmland(land),
            Self::ConstructionLand(land) => query.land(land),
            Self::Ph(ph) => query.ph(ph),
            Self::SoilValue(value) => query.soil_value(value),
            Self::Zone(zone) => query.zone(zone),
            Self::Period(period) => query.period(period),
            Self::Frequency(frequency) => query.frequency(frequency),
        }
    }
}
