//! The documents whose figures are here: two bulletins, and what three plans say of the years before them.

use eqs_core::{Lang, Observation, Phrase};

use crate::data::{ACTIONS_2021, FIGURES_2021, FIGURES_2024, REVIEW_BEIJING, REVIEW_MIYUN};
use crate::figure::Figure;
use crate::query::Query;

/// A document with figures. Of plans these are the figures that look back; their targets are the matter of `eqs-plan`.
///
/// # Example
/// ```
/// use eqs_bulletin::{Document, Query};
/// use eqs_core::{Indicator, Place, Statistic};
///
/// // PM2.5 of the city for 2020: the plan prints it twice, and both stay.
/// let query = Query::new().place(Place::BEIJING).indicator(Indicator::PM2_5).statistic(Statistic::AnnualMean);
/// let printed: Vec<_> = Document::select_from_all(query.year(2020))
///     .map(|(document, figure)| (document.code, figure.observation.quantity.to_string()))
///     .collect();
/// assert_eq!(printed, [("plan-beijing-14fyp", "38 µg/m³".to_owned()), ("plan-beijing-14fyp", "38 µg/m³".to_owned())]);
/// ```
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Document {
    /// The stable code, such as `plan-miyun-14fyp`; the document of its figures' sources.
    pub code: &'static str,
    /// The printed title.
    pub title_zh: &'static str,
    /// The title in English; a translation.
    pub title_en: &'static str,
    /// The publisher as printed; empty where the text names none.
    pub publisher: &'static str,
    pub(crate) figures: &'static [Figure],
}

pub(crate) const BULLETIN_2021: Document = Document {
    code: "bulletin-2021",
    title_zh: "2021年北京市生态环境状况公报",
    title_en: "Beijing ecological-environment bulletin 2021",
    publisher: "北京市生态环境局",
    figures: &FIGURES_2021,
};

pub(crate) const BULLETIN_2024: Document = Document {
    code: "bulletin-2024",
    title_zh: "2024年北京市生态环境状况公报",
    title_en: "Beijing ecological-environment bulletin 2024",
    publisher: "北京市生态环境局",
    figures: &FIGURES_2024,
};

static DOCUMENTS: [Document; 5] = [
    Document {
        code: "plan-beijing-14fyp",
        title_zh: "北京市“十四五”时期生态环境保护规划",
        title_en: "Beijing ecological-environment protection plan for the 14th five-year plan period",
        publisher: "北京市人民政府",
        figures: &REVIEW_BEIJING,
    },
    Document {
        code: "plan-miyun-14fyp",
        title_zh: "密云区“十四五”时期生态环境保护规划（征求意见稿）",
        title_en: "Miyun ecological-environment protection plan for the 14th five-year plan period (draft for comments)",
        publisher: "密云区生态环境局",
        figures: &REVIEW_MIYUN,
    },
    Document {
        code: "action-plans-2021",
        title_zh: "大气、水、土壤污染防治2021年行动计划",
        title_en: "Action plans of 2021 on the pollution of air, water and soil",
        publisher: "",
        figures: &ACTIONS_2021,
    },
    BULLETIN_2021,
    BULLETIN_2024,
];

impl Document {
    /// All documents, the earliest first.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &DOCUMENTS
    }

    /// The document of this code.
    #[must_use]
    pub fn named(code: &str) -> Option<&'static Self> {
        DOCUMENTS.iter().find(|document| document.code == code)
    }

    /// The figures in printed order.
    #[must_use]
    pub const fn figures(&self) -> &'static [Figure] {
        self.figures
    }

    /// The figures as observations, in printed order.
    #[must_use]
    pub fn observations<'a>(&self) -> impl ExactSizeIterator<Item = &'a Observation<'a>> + Clone + use<'a> {
        self.figures.iter().map(|figure| &figure.observation)
    }

    /// The figures that answer `query`, in printed order; nothing is allocated.
    pub fn select(&self, query: Query) -> impl Iterator<Item = &'static Figure> + Clone + use<> {
        self.figures.iter().filter(move |figure| query.matches(figure))
    }

    /// The figures of all documents that answer `query`. Two documents that print one year keep both figures.
    pub fn select_from_all(query: Query) -> impl Iterator<Item = (&'static Self, &'static Figure)> + Clone {
        DOCUMENTS
            .iter()
            .flat_map(move |document| document.select(query).map(move |figure| (document, figure)))
    }
}

impl Phrase for Document {
    fn write(&self, lang: Lang, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(lang.pick(self.title_zh, self.title_en))
    }
}
