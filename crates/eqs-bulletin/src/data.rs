//! The tables of `data/`, read while compiling.

use eqs_core::table::Reader;

use crate::figure::Figure;
use crate::limit::{self, PrintedLimit};

eqs_core::table! {
    pub(crate) static FIGURES_2021: [Figure] = "../data/2021.csv", Figure::HEADER, figure_2021;
}

eqs_core::table! {
    pub(crate) static FIGURES_2024: [Figure] = "../data/2024.csv", Figure::HEADER, figure_2024;
}

eqs_core::table! {
    pub(crate) static REVIEW_BEIJING: [Figure] = "../data/plan-beijing-14fyp.csv", Figure::HEADER, figure_beijing;
}

eqs_core::table! {
    pub(crate) static REVIEW_MIYUN: [Figure] = "../data/plan-miyun-14fyp.csv", Figure::HEADER, figure_miyun;
}

eqs_core::table! {
    pub(crate) static ACTIONS_2021: [Figure] = "../data/action-plans-2021.csv", Figure::HEADER, figure_actions;
}

eqs_core::table! {
    pub(crate) static LIMITS_2021: [PrintedLimit] = "../data/2021-limits.csv", limit::HEADER, limit_2021;
}

eqs_core::table! {
    pub(crate) static LIMITS_2024: [PrintedLimit] = "../data/2024-limits.csv", limit::HEADER, limit_2024;
}

const fn figure_2021(reader: &mut Reader) -> Figure {
    Figure::read(reader, "bulletin-2021")
}

const fn figure_2024(reader: &mut Reader) -> Figure {
    Figure::read(reader, "bulletin-2024")
}

const fn figure_beijing(reader: &mut Reader) -> Figure {
    Figure::read(reader, "plan-beijing-14fyp")
}

const fn figure_miyun(reader: &mut Reader) -> Figure {
    Figure::read(reader, "plan-miyun-14fyp")
}

const fn figure_actions(reader: &mut Reader) -> Figure {
    Figure::read(reader, "action-plans-2021")
}

const fn limit_2021(reader: &mut Reader) -> PrintedLimit {
    PrintedLimit::read(reader, "bulletin-2021")
}

const fn limit_2024(reader: &mut Reader) -> PrintedLimit {
    PrintedLimit::read(reader, "bulletin-2024")
}
