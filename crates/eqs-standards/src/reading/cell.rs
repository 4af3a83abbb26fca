//! How the cells that all tables of standards share are read.

use eqs_core::table::{Reader, same};
use eqs_core::{Citation, Clause, Confirmation, Edition};

/// Declares a standard: the type of its editions, read from `editions.csv`, with the look-ups that all have.
macro_rules! editions {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident, $path:literal, [$($edition:literal),+];
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis struct $name {
            edition: &'static eqs_core::Edition,
        }

        eqs_core::table! {
            static EDITIONS: [eqs_core::Edition] = $path, crate::reading::cell::EDITIONS, crate::reading::cell::edition;
        }

        pub(crate) static TIMELINE: eqs_core::Timeline = eqs_core::Timeline::new(&EDITIONS);

        const _: () = crate::reading::cell::expect_names(&EDITIONS, &[$($edition),+]);

        impl $name {
            /// The edition and stage in force on `day`, nationally.
            ///
            /// # Errors
            /// [`NotInForce`](eqs_core::NotInForce) before the first edition known here.
            pub fn on(day: eqs_core::NaiveDate) -> Result<Self, eqs_core::NotInForce> {
                TIMELINE.on(day).map(Self::of)
            }

            #[doc = concat!("The edition of this name, in force or not:", $(" `", $edition, "`",)+ ".")]
            ///
            /// # Errors
            /// [`UnknownEdition`](eqs_core::UnknownEdition) for any other name.
            pub fn named(name: &str) -> Result<Self, eqs_core::UnknownEdition> {
                TIMELINE.named(name).map(Self::of)
            }

            /// All editions and stages in the order of their first days.
            pub fn all() -> impl Iterator<Item = Self> {
                TIMELINE.editions().iter().map(Self::of)
            }

            /// The edition's name, dates and sources.
            #[must_use]
            pub const fn edition(self) -> &'static eqs_core::Edition {
                self.edition
            }

            /// The last day on which it is in force; `None` while no later edition is known.
            #[must_use]
            pub fn last_day(self) -> Option<eqs_core::NaiveDate> {
                TIMELINE.last_day(self.edition)
            }

            pub(crate) const fn of(edition: &'static eqs_core::Edition) -> Self {
                Self { edition }
            }
        }
    };
}
pub(crate) use editions;

/// Where a row comes from: its item, grade of confirmation, sources and note, the same in every table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    pub(crate) confirmation: Confirmation,
    pub(crate) sources: &'static str,
    pub(crate) note: &'static str,
}

/// The last three cells of a row: `confirmation,sources,note`.
pub(crate) const fn origin(reader: &mut Reader) -> Origin {
    Origin { confirmation: reader.confirmation(), sources: reader.required(), note: reader.text() }
}

/// An item of a table of an edition.
pub(crate) const fn cite(edition: &Edition, table: &'static str, item: &'static str) -> Citation {
    edition.cite(Clause::Table { table, item })
}

/// The header of every `editions.csv`.
pub(crate) const EDITIONS: &str =
    "standard,name,title_zh,title_en,issued,first_day,replaces,read_at,confirmation,checked_on";

/// A row of an `editions.csv`.
pub(crate) const fn edition(reader: &mut Reader) -> Edition {
    Edition {
        standard: reader.required(),
        name: reader.required(),
        title_zh: reader.required(),
        title_en: reader.required(),
        issued: reader.optional_date(),
        first_day: reader.date(),
        replaces: reader.text(),
        read_at: reader.required(),
        confirmation: reader.confirmation(),
        checked_on: reader.date(),
    }
}

/// A number of decimal places from 0 to 18.
#[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
pub(crate) const fn places(reader: &mut Reader) -> u8 {
    match reader.number() {
        places @ 0..=18 => places as u8,
        _ => reader.refuse("a number of places from 0 to 18"),
    }
}

/// A number of decimal places, or an empty cell.
#[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
pub(crate) const fn optional_places(reader: &mut Reader) -> Option<u8> {
    match reader.optional_number() {
        Some(places @ 0..=18) => Some(places as u8),
        Some(_) => reader.refuse("a number of places from 0 to 18"),
        None => None,
    }
}

/// The name of one of these editions.
pub(crate) const fn edition_name(reader: &mut Reader, editions: &'static [Edition]) -> &'static str {
    let name = reader.required();
    let mut rest = editions;
    while let [edition, others @ ..] = rest {
        if same(edition.name, name) {
            return name;
        }
        rest = others;
    }
    reader.refuse("the name of an edition of editions.csv")
}

/// Refuses a timeline whose editions are not exactly those that the code has tables for.
#[expect(clippy::panic, reason = "an edition without tables must not compile")]
pub(crate) const fn expect_names(editions: &'static [Edition], names: &[&str]) {
    let (mut editions, mut names) = (editions, names);
    loop {
        match (editions, names) {
            ([edition, editions_left @ ..], [name, names_left @ ..]) if same(edition.name, name) => {
                (editions, names) = (editions_left, names_left);
            }
            ([], []) => return,
            _ => panic!("each edition of editions.csv needs its tables here, and the other way round"),
        }
    }
}

/// The unit dB(A).
#[cfg(feature = "noise")]
pub(crate) const fn decibels(reader: &mut Reader) {
    if !same(reader.unit().symbol(), "dB(A)") {
        reader.refuse("dB(A)");
    }
}

/// A grade of confirmation where the type has no room for a weaker one than A.
pub(crate) const fn confirmed(reader: &mut Reader) {
    if !matches!(reader.confirmation(), Confirmation::A) {
        reader.refuse("A: rows of a weaker grade need to carry it");
    }
}

/// A clause: `table 1 note 2`, `table 1 item 6`, `table 1`, or a section such as `4.2.2`.
pub(crate) const fn clause(reader: &mut Reader) -> Clause {
    let cell = reader.required();
    if let Some(chapter) = strip(cell, "chapter ") {
        return Clause::Chapter(chapter);
    }
    let Some(rest) = strip(cell, "table ") else {
        return Clause::Section(cell);
    };
    let (table, rest) = word(rest);
    if rest.is_empty() {
        Clause::Table { table, item: "" }
    } else if let Some(note) = strip(rest, "note ") {
        Clause::TableNote { table, note }
    } else if let Some(item) = strip(rest, "item ") {
        Clause::Table { table, item }
    } else {
        reader.refuse("table N, table N item N, table N note N, or a section")
    }
}

/// The text behind `prefix`.
pub(crate) const fn strip<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    match text.split_at_checked(prefix.len()) {
        Some((start, rest)) if same(start, prefix) => Some(rest),
        _ => None,
    }
}

/// The text before the first blank, and what follows it.
#[expect(clippy::arithmetic_side_effects, reason = "the index stays below the length of a cell")]
pub(crate) const fn word(text: &'static str) -> (&'static str, &'static str) {
    let mut at = 0;
    while let Some((_, rest)) = text.split_at_checked(at) {
        match rest.as_bytes() {
            [b' ', ..] => {
                let tail = match rest.split_at_checked(1) {
                    Some((_, tail)) => tail,
                    None => "",
                };
                return (text.split_at(at).0, tail);
            }
            [] => break,
            _ => at += 1,
        }
    }
    (text, "")
}

/// What stands before and, if there is one, behind the first `mark`.
#[expect(clippy::arithmetic_side_effects, reason = "the index stays below the length of a cell")]
pub(crate) const fn split<'a>(text: &'a str, mark: &str) -> (&'a str, Option<&'a str>) {
    let mut at = 0;
    while at < text.len() {
        if let Some((left, rest)) = text.split_at_checked(at)
            && let Some(right) = strip(rest, mark)
        {
            return (left, Some(right));
        }
        at += 1;
    }
    (text, None)
}
