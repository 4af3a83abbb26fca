//! [`Plan`]: the tables of targets and where they are printed.

use alloc::boxed::Box;
use core::fmt;

use eqs_core::{Lang, NaiveDate, Observation, Phrase};

use crate::data::{
    ACTUALS, BASELINES, DOCUMENT, TARGETS_13FYP, TARGETS_14FYP, TARGETS_AIR, TARGETS_BEAUTIFUL,
    TARGETS_CARBON, TARGETS_MIYUN, TARGETS_SOIL, TARGETS_WATER,
};
use crate::target::Target;

/// A plan: its targets, and the figures that its document prints.
///
/// # Example
/// ```
/// use eqs_plan::{Modality, Plan};
///
/// let plan = Plan::of("beijing-14fyp")?;
/// assert_eq!((plan.first_year, plan.last_year), (2021, 2025));
/// let binding = plan.targets().iter().filter(|target| target.modality == Some(Modality::Binding));
/// assert_eq!(binding.count(), 14);
/// # Ok::<(), eqs_plan::UnknownPlan>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Plan {
    /// The stable code, such as `beijing-14fyp`.
    pub code: &'static str,
    /// The title in Chinese.
    pub title_zh: &'static str,
    /// The title in English; a translation.
    pub title_en: &'static str,
    /// The code of the document that prints the targets.
    pub document: &'static str,
    /// The number of that document (文号); empty where none is known.
    pub number: &'static str,
    /// The day on which that document was issued, where it is known.
    pub issued: Option<NaiveDate>,
    /// The first year of the plan.
    pub first_year: u16,
    /// The last year of the plan.
    pub last_year: u16,
    pub(crate) targets: &'static [Target],
}

/// There is no plan of this code here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown plan `{code}`, expected one of{}", Codes)]
#[non_exhaustive]
pub struct UnknownPlan {
    /// The code as given.
    pub code: Box<str>,
}

/// The 16 targets for 2020 of the 13th five-year plan, as table 1 of the following plan reviews them.
///
/// The 13th plan's own title is not printed there.
pub static BEIJING_13FYP: Plan = Plan {
    code: "beijing-13fyp",
    title_zh: "北京市“十三五”规划主要目标",
    title_en: "Beijing 13th-five-year plan, main targets",
    first_year: 2016,
    last_year: 2020,
    targets: &TARGETS_13FYP,
    ..BEIJING_14FYP
};

/// The Beijing 14th-five-year ecological-environment protection plan: the 16 targets for 2025 of table 2, and behind
/// them the 157 of the text.
pub static BEIJING_14FYP: Plan = Plan {
    code: "beijing-14fyp",
    title_zh: "北京市“十四五”时期生态环境保护规划",
    title_en: "Beijing 14th-five-year ecological-environment protection plan",
    document: DOCUMENT,
    number: "京政发〔2021〕35号",
    issued: NaiveDate::from_ymd_opt(2021, 11, 28),
    first_year: 2021,
    last_year: 2025,
    targets: &TARGETS_14FYP,
};

/// The 91 targets of the district of Miyun.
static MIYUN_14FYP: Plan = Plan {
    code: "miyun-14fyp",
    title_zh: "密云区“十四五”时期生态环境保护规划（征求意见稿）",
    title_en: "Miyun 14th-five-year ecological-environment protection plan (draft for comments)",
    document: "plan-miyun-14fyp",
    number: "",
    issued: None,
    first_year: 2021,
    last_year: 2025,
    targets: &TARGETS_MIYUN,
};

/// The 34 targets of the action plan for air.
static AIR_2021: Plan = Plan {
    code: "air-2021",
    title_zh: "大气污染防治2021年行动计划",
    title_en: "2021 action plan against air pollution",
    document: "action-plans-2021",
    number: "",
    issued: None,
    first_year: 2021,
    last_year: 2021,
    targets: &TARGETS_AIR,
};

/// The 25 targets of the action plan for water.
static WATER_2021: Plan = Plan {
    code: "water-2021",
    title_zh: "水污染防治2021年行动计划",
    title_en: "2021 action plan against water pollution",
    document: "action-plans-2021",
    number: "",
    issued: None,
    first_year: 2021,
    last_year: 2021,
    targets: &TARGETS_WATER,
};

/// The 7 targets of the action plan for soil.
static SOIL_2021: Plan = Plan {
    code: "soil-2021",
    title_zh: "土壤污染防治2021年行动计划",
    title_en: "2021 action plan against soil pollution",
    document: "action-plans-2021",
    number: "",
    issued: None,
    first_year: 2021,
    last_year: 2021,
    targets: &TARGETS_SOIL,
};

/// The two goals of the state that the bulletin of 2021 quotes.
static CARBON: Plan = Plan {
    code: "carbon",
    title_zh: "碳达峰、碳中和目标",
    title_en: "goals of carbon peak and carbon neutrality",
    document: "bulletin-2021",
    number: "",
    issued: None,
    first_year: 2021,
    last_year: 2059,
    targets: &TARGETS_CARBON,
};

/// The three long-term goals that the bulletin of 2024 quotes.
static BEAUTIFUL_BEIJING: Plan = Plan {
    code: "beautiful-beijing",
    title_zh: "美丽北京建设目标",
    title_en: "goals of a Beautiful Beijing",
    document: "bulletin-2024",
    number: "",
    issued: None,
    first_year: 2024,
    last_year: 2050,
    targets: &TARGETS_BEAUTIFUL,
};

impl Plan {
    /// All plans, the earliest first.
    #[must_use]
    pub const fn all() -> &'static [&'static Self] {
        static ALL: [&Plan; 8] = [
            &BEIJING_13FYP,
            &BEIJING_14FYP,
            &MIYUN_14FYP,
            &AIR_2021,
            &WATER_2021,
            &SOIL_2021,
            &CARBON,
            &BEAUTIFUL_BEIJING,
        ];
        &ALL
    }

    /// The plan of this code.
    ///
    /// # Errors
    /// [`UnknownPlan`] if there is none here; its message lists the codes that there are.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::Plan;
    /// assert_eq!(Plan::of("beijing-13fyp")?.targets().len(), 16);
    /// let error = Plan::of("beijing-15fyp").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "unknown plan `beijing-15fyp`, expected one of beijing-13fyp, beijing-14fyp, miyun-14fyp, air-2021, \
    ///      water-2021, soil-2021, carbon, beautiful-beijing",
    /// );
    /// # Ok::<(), eqs_plan::UnknownPlan>(())
    /// ```
    pub fn of(code: &str) -> Result<&'static Self, UnknownPlan> {
        let plan = Self::all().iter().find(|plan| plan.code == code);
        plan.copied().ok_or_else(|| UnknownPlan { code: code.into() })
    }

    /// The targets: those of a printed table first, in its order, then those of the text.
    #[must_use]
    pub const fn targets(&self) -> &'static [Target] {
        self.targets
    }

    /// The target with this serial number of the table (1 to 16).
    #[must_use]
    pub fn target(&self, no: u16) -> Option<&'static Target> {
        self.targets.iter().find(|target| target.no == Some(no))
    }

    /// The target with this id.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::{Comparator, Plan};
    /// let target = Plan::of("water-2021")?.target_of_id("TGT-0327").unwrap();
    /// assert_eq!(target.comparator, Comparator::CompleteCount);
    /// assert_eq!(target.quantity().unwrap().to_string(), "350 km");
    /// # Ok::<(), eqs_plan::UnknownPlan>(())
    /// ```
    #[must_use]
    pub fn target_of_id(&self, id: &str) -> Option<&'static Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The figures that the plan's document prints in table 1: first the baselines of 2015 where there is one,
    /// then what was reached in 2020 or over 2016–2020.
    ///
    /// The 13th and the 14th plan of Beijing give the same figures, for one document prints both tables; the others
    /// give none: those of 2020 decide the targets of
    /// the 13th plan and are the base of the 14th. The lifetime is the caller's choice, so that the figures chain
    /// with shorter-lived ones.
    pub fn observations<'a>(&self) -> impl Iterator<Item = &'a Observation<'a>> + Clone + use<'a> {
        let prints_table = self.document == DOCUMENT;
        BASELINES.iter().flatten().chain(&ACTUALS).filter(move |_| prints_table)
    }
}

impl Phrase for Plan {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(self.title_zh, self.title_en))
    }
}

/// The codes of all plans, for messages.
struct Codes;

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, plan) in Plan::all().iter().enumerate() {
            write!(f, "{} {}", if index == 0 { "" } else { "," }, plan.code)?;
        }
        Ok(())
    }
}
