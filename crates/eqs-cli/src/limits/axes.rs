//! How the printed table of a limit is laid out: what its rows and its columns are.

use eqs::{AirTier, Citation, Clause, FarmlandUse, Lang, Limit, Phrase as _, Requirement, Scope};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A row an item, a column a grade, class or the like.
    Items,
    /// A row an index, a column a pollutant with its averaging time (HJ 633).
    Indices,
    /// A row a range of frequencies, a column a field (GB 8702).
    Frequencies,
}

/// The layout of the table that a limit stands in.
pub(crate) const fn layout(limit: &Limit) -> Layout {
    match limit.scope {
        Scope::Index { .. } => Layout::Indices,
        Scope::Frequency { .. } => Layout::Frequencies,
        _ => Layout::Items,
    }
}

/// What names the row, beside item and indicator; empty where these do.
pub(crate) fn row(limit: &Limit, lang: Lang) -> String {
    match limit.scope {
        Scope::Index { index, .. } => index.to_string(),
        Scope::Air { averaging, tier } if is_area(tier) => {
            format!("{}{}{}", averaging.say(lang), lang.pick("，", ", "), tier.say(lang))
        }
        // In the codes that the options take.
        Scope::Farmland { land, .. } if lang == Lang::En => {
            let is_all = land.len() == FarmlandUse::ALL.len();
            let codes: Vec<_> = land.iter().map(|land| land.code()).collect();
            if is_all { "all".to_owned() } else { codes.join(", ") }
        }
        scope => scope.row(lang),
    }
}

/// What names the column; more than one line where it is long.
pub(crate) fn column(limit: &Limit, lang: Lang) -> String {
    match limit.scope {
        Scope::Index { averaging, .. } => format!("{} {averaging}\n{}", limit.indicator, limit.unit),
        Scope::Frequency { .. } => {
            format!("{}\n{}", wrapped(&limit.indicator.say(lang).to_string(), HEAD), limit.unit)
        }
        Scope::Air { tier, .. } if is_area(tier) => lang.pick("限值", "limit").to_owned(),
        Scope::Who { level, .. } => level.code().to_owned(),
        Scope::SurfaceWater { class, .. } | Scope::GroundWater { class } => {
            lang.pick(class.zh(), class.code()).to_owned()
        }
        Scope::Farmland { ph: Some(ph), value, .. } => {
            let band = ph.band.say(lang).to_string().replace(' ', "");
            format!("{}\n{band}", wrapped(lang.pick(value.zh(), value.en().trim_start_matches("risk ")), 10))
        }
        scope => wrapped(&scope.column(lang).replace('，', "，\n"), HEAD),
    }
}

/// The width of a head.
pub(crate) const HEAD: usize = 16;
/// The width of the name of an indicator.
const NAME: usize = 24;

/// A text in lines of about this width.
pub(crate) fn wrapped(head: &str, longest: usize) -> String {
    let mut lines = String::new();
    let mut width = 0_usize;
    for word in head.split(' ') {
        let with_word = width.saturating_add(word.chars().count()).saturating_add(1);
        if width == 0 {
            width = word.chars().count();
        } else if with_word > longest {
            lines.push('\n');
            width = word.chars().count();
        } else {
            lines.push(' ');
            width = with_word;
        }
        lines.push_str(word);
    }
    lines
}

/// What the cell holds.
pub(crate) fn cell(limit: &Limit, lang: Lang) -> String {
    match (limit.scope, limit.requirement) {
        (Scope::Index { .. }, _) => limit.value().map_or_else(String::new, |node| node.value.to_string()),
        (_, Requirement::Change { rise, drop }) => format!("+{rise} / −{drop}"),
        (_, Requirement::Either(one, other)) => format!("{one}\n{} {other}", lang.pick("或", "or")),
        (_, requirement) => requirement.say(lang).to_string(),
    }
}

/// The indicator, with the kind of water where the row is for one.
pub(crate) fn indicator(limit: &Limit, lang: Lang) -> String {
    match limit.scope {
        Scope::SurfaceWater { body, .. } => {
            let name = lang.pick(limit.indicator.zh(), limit.indicator.symbol());
            match (lang, body) {
                (_, None) => name.to_owned(),
                (Lang::Zh, Some(body)) => format!("{name}（{}）", body.zh()),
                (Lang::En, Some(body)) => format!("{name}, {body}"),
            }
        }
        _ => wrapped(&limit.indicator.say(lang).to_string(), NAME),
    }
}

/// The head of the column that [`row`] fills.
pub(crate) const fn row_head(scope: Scope, lang: Lang) -> &'static str {
    match scope {
        Scope::Air { .. } | Scope::Who { .. } => lang.pick("平均时间", "averaging time"),
        Scope::Index { .. } => "IAQI",
        Scope::Farmland { .. } => lang.pick("用地", "land"),
        Scope::NoiseZone { .. } => lang.pick("功能区，声级", "zone, level"),
        Scope::NoiseGrade { .. } => lang.pick("级别", "grade"),
        Scope::Frequency { .. } => lang.pick("频率", "frequency"),
        _ => lang.pick("适用", "for"),
    }
}

/// The place within the edition.
pub(crate) const fn clause(limit: &Limit) -> Option<Clause> {
    match limit.citation {
        Citation::Standard { clause, .. } => Some(clause),
        _ => None,
    }
}

/// Whether a limit of GB 3095 is printed outside the columns of the grades.
const fn is_area(tier: AirTier) -> bool {
    !matches!(tier, AirTier::One | AirTier::Two | AirTier::Three)
}
