//! [`Scope`]: what a limit is for, beside the indicator.

use core::fmt;

use eqs_core::{
    AirTier, Averaging, BlackOdorous, ChangeDegree, ConstructionLand, DayNight, EiGrade, EqiChange, EqiClass,
    FarmlandUse, Lang, NoiseGrade, NoiseZone, PhBand, Phrase, Quantity, SoilValue, SoundLevel, TrophicState,
    WaterBody, WaterClass, WhoLevel,
};

use crate::reading::band::Band;

/// What a limit is for, beside the indicator: the row and the column of its cell.
///
/// It is shown as pairs `name=code`, in one order for each standard: `averaging=annual;grade=2`.
///
/// # Example
/// ```
/// use eqs_core::{AirTier, Averaging, Lang, Phrase};
/// use eqs_standards::Scope;
/// let scope = Scope::Air { averaging: Averaging::Annual, tier: AirTier::Two };
/// assert_eq!(scope.to_string(), "averaging=annual;grade=2");
/// assert_eq!(scope.say(Lang::Zh).to_string(), "年平均，二级");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
#[non_exhaustive]
pub enum Scope {
    /// GB 3095.
    Air {
        /// The averaging time.
        averaging: Averaging,
        /// The grade or area.
        #[cfg_attr(feature = "serde", serde(rename = "grade"))]
        tier: AirTier,
    },
    /// A node of the break-point table of HJ 633.
    Index {
        /// The averaging time.
        averaging: Averaging,
        /// The sub-index that belongs to the concentration.
        index: u16,
    },
    /// The guidelines of the World Health Organization.
    Who {
        /// The averaging time.
        averaging: Averaging,
        /// The interim target, or the guideline.
        level: WhoLevel,
    },
    /// GB 3838 table 1.
    SurfaceWater {
        /// The class.
        class: WaterClass,
        /// The kind of water body that the row is for; `None`: all.
        body: Option<WaterBody>,
    },
    /// GB 3838 tables 2 and 3: centralised drinking-water sources with surface water.
    DrinkingSource {
        /// The number of the table: 2, supplementary items; 3, specific items.
        source_table: u8,
    },
    /// GB/T 14848.
    GroundWater {
        /// The class.
        #[cfg_attr(feature = "serde", serde(rename = "ground_class"))]
        class: WaterClass,
    },
    /// Urban black and odorous water.
    BlackOdorous {
        /// The degree.
        degree: BlackOdorous,
    },
    /// Trophic state of lakes and reservoirs.
    Trophic {
        /// The state.
        state: TrophicState,
    },
    /// GB 15618.
    Farmland {
        /// The land uses that the row is for.
        land: &'static [FarmlandUse],
        /// The range of pH that the column is for; `None`: all.
        ph: Option<PhRange>,
        /// The screening or the intervention value.
        value: SoilValue,
    },
    /// GB 36600.
    ConstructionLand {
        /// The type of land.
        #[cfg_attr(feature = "serde", serde(rename = "land_type"))]
        land: ConstructionLand,
        /// The screening or the intervention value.
        value: SoilValue,
    },
    /// GB 3096.
    NoiseZone {
        /// The zone.
        zone: NoiseZone,
        /// Day or night.
        period: DayNight,
        /// The level of sound.
        level: SoundLevel,
    },
    /// HJ 640.
    NoiseGrade {
        /// Day or night.
        period: DayNight,
        /// The grade.
        #[cfg_attr(feature = "serde", serde(rename = "noise_grade"))]
        grade: NoiseGrade,
    },
    /// GB 8702.
    Frequency {
        /// The lower end of the range.
        low: Quantity,
        /// The upper end of the range.
        high: Quantity,
        /// Whether the row is for fields under overhead lines over farmland, roads and the like only.
        overhead_line: bool,
    },
    /// HJ 192: grades.
    Ei {
        /// The grade.
        ei_grade: EiGrade,
    },
    /// Ecological quality index: classes.
    Eqi {
        /// The class.
        eqi_class: EqiClass,
    },
    /// Change of the ecological state index of HJ 192, in points without sign.
    Change {
        /// The degree.
        change: ChangeDegree,
    },
    /// Change of the ecological quality index, in points without sign.
    EqiChange {
        /// The degree.
        eqi_change: EqiChange,
    },
}

/// A range of the pH of soil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PhRange {
    /// Which of the four.
    pub band: PhBand,
    /// Its values.
    pub values: Band,
}

/// What one value can be held against; see [`Scope::kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Averaging(Averaging),
    Surface(Option<WaterBody>),
    Ground,
    Farmland(Option<PhRange>),
    Construction(ConstructionLand),
    Sound(DayNight, SoundLevel),
    Plain,
}

impl Scope {
    /// What one value can be held against: limits of one kind differ in how strict they are, limits of two kinds are
    /// about two things.
    pub(crate) const fn kind(&self) -> Kind {
        match *self {
            Self::Air { averaging, .. } | Self::Index { averaging, .. } | Self::Who { averaging, .. } => {
                Kind::Averaging(averaging)
            }
            Self::SurfaceWater { body, .. } => Kind::Surface(body),
            Self::GroundWater { .. } => Kind::Ground,
            Self::Farmland { ph, .. } => Kind::Farmland(ph),
            Self::ConstructionLand { land, .. } => Kind::Construction(land),
            Self::NoiseZone { period, level, .. } => Kind::Sound(period, level),
            _ => Kind::Plain,
        }
    }

    /// Whether there is farmland that both scopes are for; so it is for scopes of other kinds.
    pub(crate) fn shares_land_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Farmland { land, .. }, Self::Farmland { land: uses, .. }) => {
                land.iter().any(|land| uses.contains(land))
            }
            _ => true,
        }
    }

    /// The part that names the row of the printed table; empty where the indicator alone does.
    #[must_use]
    pub fn row(self, lang: Lang) -> alloc::string::String {
        use alloc::string::{String, ToString};
        match self {
            Self::Air { averaging, .. } | Self::Index { averaging, .. } | Self::Who { averaging, .. } => {
                averaging.say(lang).to_string()
            }
            Self::SurfaceWater { body, .. } => {
                body.map_or_else(String::new, |body| body.say(lang).to_string())
            }
            Self::Farmland { land, .. } => Uses(land).say(lang).to_string(),
            Self::NoiseZone { zone, level, .. } => {
                alloc::format!("{}{}{}", zone.say(lang), lang.pick("，", ", "), level.say(lang))
            }
            Self::NoiseGrade { grade, .. } => grade.say(lang).to_string(),
            Self::Frequency { low, high, overhead_line } => {
                let line = if overhead_line {
                    lang.pick("，架空线路下", ", under overhead lines")
                } else {
                    ""
                };
                if low == high {
                    alloc::format!("{low}{line}")
                } else {
                    alloc::format!("{low} – {high}{line}")
                }
            }
            _ => String::new(),
        }
    }

    /// The part that names the column of the printed table.
    #[must_use]
    pub fn column(self, lang: Lang) -> alloc::string::String {
        use alloc::string::ToString;
        match self {
            Self::Air { tier, .. } => tier.say(lang).to_string(),
            Self::Index { index, .. } => alloc::format!("IAQI {index}"),
            Self::Who { level, .. } => level.say(lang).to_string(),
            Self::SurfaceWater { class, .. } | Self::GroundWater { class } => class.say(lang).to_string(),
            Self::DrinkingSource { .. } => lang.pick("标准限值", "limit").to_string(),
            Self::BlackOdorous { degree } => degree.say(lang).to_string(),
            Self::Trophic { state } => state.say(lang).to_string(),
            Self::Farmland { ph, value, .. } => match ph {
                Some(ph) => alloc::format!("{} {}", value.say(lang), ph.band.say(lang)),
                None => value.say(lang).to_string(),
            },
            Self::ConstructionLand { land, value } => {
                alloc::format!("{}{}{}", value.say(lang), lang.pick("，", ", "), land.say(lang))
            }
            Self::NoiseZone { period, .. } | Self::NoiseGrade { period, .. } => period.say(lang).to_string(),
            Self::Frequency { .. } => lang.pick("公众曝露控制限值", "public exposure").to_string(),
            Self::Ei { ei_grade } => ei_grade.say(lang).to_string(),
            Self::Eqi { eqi_class } => eqi_class.say(lang).to_string(),
            Self::Change { change } => change.say(lang).to_string(),
            Self::EqiChange { eqi_change } => eqi_change.say(lang).to_string(),
        }
    }
}

impl Phrase for Scope {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, column) = (self.row(lang), self.column(lang));
        let comma = if row.is_empty() { "" } else { lang.pick("，", ", ") };
        write!(f, "{row}{comma}{column}")
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Air { averaging, tier } => write!(f, "averaging={averaging};grade={tier}"),
            Self::Index { averaging, index } => write!(f, "averaging={averaging};index={index}"),
            Self::Who { averaging, level } => write!(f, "averaging={averaging};level={level}"),
            Self::SurfaceWater { class, body: None } | Self::GroundWater { class } => {
                write!(f, "class={class}")
            }
            Self::SurfaceWater { class, body: Some(body) } => write!(f, "class={class};body={body}"),
            Self::DrinkingSource { .. } => f.write_str("source"),
            Self::BlackOdorous { degree } => write!(f, "degree={degree}"),
            Self::Trophic { state } => write!(f, "state={state}"),
            Self::Farmland { land, ph, value } => {
                f.write_str("land=")?;
                for (at, land) in land.iter().enumerate() {
                    write!(f, "{}{land}", if at == 0 { "" } else { "+" })?;
                }
                write!(f, ";ph={};value={value}", ph.map_or("", |ph| ph.band.code()))
            }
            Self::ConstructionLand { land, value } => write!(f, "land={land};value={value}"),
            Self::NoiseZone { zone, period, level } => write!(f, "zone={zone};period={period};level={level}"),
            Self::NoiseGrade { period, grade } => write!(f, "period={period};grade={grade}"),
            Self::Frequency { low, high, overhead_line } => {
                write!(f, "frequency={low}..{high}{}", if overhead_line { ";overhead_line" } else { "" })
            }
            Self::Ei { ei_grade } => write!(f, "grade={ei_grade}"),
            Self::Eqi { eqi_class } => write!(f, "class={eqi_class}"),
            Self::Change { change } => write!(f, "change={change}"),
            Self::EqiChange { eqi_change } => write!(f, "change={eqi_change}"),
        }
    }
}

/// The land uses of a row of GB 15618, as its table sorts them.
struct Uses(&'static [FarmlandUse]);

impl Phrase for Uses {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() == FarmlandUse::ALL.len() {
            return f.write_str(lang.pick("农用地", "farmland"));
        }
        for (at, land) in self.0.iter().enumerate() {
            write!(f, "{}{}", if at == 0 { "" } else { lang.pick("、", ", ") }, land.say(lang))?;
        }
        Ok(())
    }
}
