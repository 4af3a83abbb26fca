//! The CSV files under `data`, read a second time and in another way than while compiling.

use super::cell::{Cell, Key};

/// A file with limits.
pub(crate) struct Source {
    pub(crate) path: &'static str,
    text: &'static str,
    standard: &'static str,
    /// The editions that its columns belong to; for the 2026 edition of GB 3095 the columns tell.
    editions: &'static [&'static str],
    table: &'static str,
    read: fn(&Row<'_>) -> Vec<Placed>,
}

/// The cells of a file as text.
pub(crate) struct Table {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A limit with the cells of the file that print it: row and columns.
pub(crate) struct Placed {
    pub(crate) row: usize,
    pub(crate) columns: Vec<usize>,
    pub(crate) cell: Cell,
}

struct Row<'a> {
    source: &'a Source,
    header: &'a [String],
    number: usize,
    cells: &'a [String],
}

macro_rules! sources {
    ($($path:literal, $standard:literal, $editions:expr, $table:literal, $read:expr;)+) => {
        /// Every file with limits.
        pub(crate) const SOURCES: &[Source] = &[$(Source {
            path: $path,
            text: include_str!(concat!("../../../data/", $path)),
            standard: $standard,
            editions: $editions,
            table: $table,
            read: $read,
        }),+];
    };
}

sources! {
    "gb3095/1996-table1.csv", "GB 3095", &["1996"], "1", air_1996;
    "gb3095/1996-amended-2000-table1.csv", "GB 3095", &["1996 amended 2000"], "1", air_1996;
    "gb3095/2012-table1.csv", "GB 3095", &["2012", "2012 amended 2018"], "1", air_2012;
    "gb3095/2012-table2.csv", "GB 3095", &["2012", "2012 amended 2018"], "2", air_2012;
    "gb3095/2012-tableA1.csv", "GB 3095", &["2012", "2012 amended 2018"], "A.1", air_annex;
    "gb3095/2026-table1.csv", "GB 3095", &[], "1", air_2026;
    "gb3095/2026-table2.csv", "GB 3095", &[], "2", air_2026;
    "gb3095/2026-tableA1.csv", "GB 3095", &["2026 transition", "2026 final"], "A.1", air_annex;
    "hj633/2012-table1.csv", "HJ 633", &["2012"], "1", nodes;
    "hj633/2026-table3.csv", "HJ 633", &["2026"], "3", nodes;
    "who-aqg/2021-table.csv", "WHO AQG", &["2021"], "0.1", who;
    "gb3838/2002-table1.csv", "GB 3838", &["2002"], "1", surface_water;
    "gb3838/2002-table2.csv", "GB 3838", &["2002"], "2", drinking_source;
    "gb3838/2002-table3.csv", "GB 3838", &["2002"], "3", drinking_source;
    "gbt14848/2017-table1.csv", "GB/T 14848", &["2017"], "1", ground_water;
    "gbt14848/2017-table2.csv", "GB/T 14848", &["2017"], "2", ground_water;
    "black-odorous/2015-table.csv", "城市黑臭水体整治工作指南", &["2015"], "", black_odorous;
    "trophic-state/2001-bands.csv", "总站生字〔2001〕090号", &["2001"], "",
        |row| row.graded("state", "state", "trophic_level_index");
    "gb15618/2018-table1.csv", "GB 15618", &["2018"], "1", |row| farmland(row, "screening");
    "gb15618/2018-table2.csv", "GB 15618", &["2018"], "2", farmland_single;
    "gb15618/2018-table3.csv", "GB 15618", &["2018"], "3", |row| farmland(row, "intervention");
    "gb36600/2018-table1.csv", "GB 36600", &["2018"], "1", sites;
    "gb36600/2018-table2.csv", "GB 36600", &["2018"], "2", sites;
    "gb3096/2008-table1.csv", "GB 3096", &["2008"], "1", noise_zones;
    "gb3096/2008-existing-railways.csv", "GB 3096", &["2008"], "5.3", existing_railways;
    "hj640/2012-region.csv", "HJ 640", &["2012"], "4", |row| noise_grades(row, "regional_noise");
    "hj640/2012-road.csv", "HJ 640", &["2012"], "5", |row| noise_grades(row, "road_traffic_noise");
    "gb8702/2014-table1.csv", "GB 8702", &["2014"], "1", fields;
    "gb8702/2014-overhead-lines.csv", "GB 8702", &["2014"], "1 note 4", overhead_lines;
    "hj192/2015-grades.csv", "HJ 192", &["2015"], "", |row| row.graded("grade", "grade", "ecological_state_index");
    "hj192/2015-changes.csv", "HJ 192", &["2015"], "",
        |row| row.graded("change", "change", "ecological_state_index_change");
    "eqi/2021-classes.csv", "区域生态质量评价办法（试行）", &["2021"], "", |row| row.graded("class", "class", "eqi");
    "eqi/2021-changes.csv", "区域生态质量评价办法（试行）", &["2021"], "",
        |row| row.graded("change", "change", "eqi_change");
}

impl Source {
    pub(crate) fn table(&self) -> Table {
        let mut reader = csv::Reader::from_reader(self.text.as_bytes());
        let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Table { header, rows }
    }

    /// The limits that a table in the layout of this file prints.
    pub(crate) fn limits(&self, table: &Table) -> Vec<Placed> {
        let rows = table.rows.iter().enumerate();
        rows.flat_map(|(number, cells)| {
            (self.read)(&Row { source: self, header: &table.header, number, cells })
        })
        .collect()
    }
}

/// The limits of all files.
pub(crate) fn all() -> Vec<Cell> {
    SOURCES.iter().flat_map(|source| source.limits(&source.table())).map(|placed| placed.cell).collect()
}

impl Row<'_> {
    fn column(&self, name: &str) -> usize {
        self.header
            .iter()
            .position(|own| own == name)
            .unwrap_or_else(|| panic!("{}: {name}", self.source.path))
    }

    fn at(&self, name: &str) -> &str {
        &self.cells[self.column(name)]
    }

    fn has(&self, name: &str) -> bool {
        self.header.iter().any(|own| own == name)
    }

    /// One limit for each edition of the file.
    fn limits(&self, columns: &[&str], scope: &str, value: &str) -> Vec<Placed> {
        self.source.editions.iter().map(|edition| self.limit(columns, edition, scope, value)).collect()
    }

    fn limit(&self, columns: &[&str], edition: &str, scope: &str, value: &str) -> Placed {
        let text = |name| if self.has(name) { self.at(name) } else { "" }.to_owned();
        let key = Key {
            standard: self.source.standard.to_owned(),
            edition: edition.to_owned(),
            symbol: text("symbol"),
            scope: scope.to_owned(),
        };
        let unit = if self.has("unit") { self.at("unit") } else { "-" };
        let cell = Cell {
            key,
            place: (self.source.table.to_owned(), text("item")),
            value: value.to_owned(),
            unit: unit.parse().unwrap(),
            confirmation: text("confirmation"),
        };
        Placed { row: self.number, columns: columns.iter().map(|name| self.column(name)).collect(), cell }
    }

    /// The row of a table that sorts an index into bands.
    fn graded(&self, column: &str, name: &str, symbol: &str) -> Vec<Placed> {
        let scope = format!("{name}={}", self.at(column));
        changed(self.limits(&["values"], &scope, &requirement(self.at("values"), "")), |cell| {
            symbol.clone_into(&mut cell.key.symbol);
        })
    }
}

fn changed(mut limits: Vec<Placed>, change: impl Fn(&mut Cell)) -> Vec<Placed> {
    for placed in &mut limits {
        change(&mut placed.cell);
    }
    limits
}

/// A printed cell as a requirement; a bare number stands in `relation` to the value.
pub(crate) fn requirement(cell: &str, relation: &str) -> String {
    if let Some((one, other)) = cell.split_once(" or ") {
        return format!("{} or {}", requirement(one, relation), requirement(other, relation));
    }
    if let Some((low, high)) = cell.split_once('~') {
        return format!(">={low} <={high}");
    }
    if cell.starts_with("rise") {
        return cell.replace(';', " ");
    }
    if ["ND", "无", "有"].contains(&cell) {
        return cell.to_owned();
    }
    match cell.find(|letter: char| letter.is_ascii_alphabetic()) {
        Some(name) => {
            let (left, right) = cell.split_at(name);
            let right = right.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
            match left.trim_end_matches(['<', '=']) {
                "" => right.to_owned(),
                low if left.ends_with('=') => format!(">={low} {right}"),
                low => format!(">{low} {right}"),
            }
        }
        None if cell.starts_with(['<', '>']) => cell.to_owned(),
        None => format!("{relation}{cell}"),
    }
}

fn at_most(value: &str) -> String {
    format!("<={value}")
}

fn air_1996(row: &Row<'_>) -> Vec<Placed> {
    let columns = [("grade1", "1"), ("grade2", "2"), ("grade3", "3"), ("value", row.at("area"))];
    let columns = columns.iter().filter(|(column, _)| !row.at(column).is_empty());
    columns.flat_map(|(column, grade)| air(row, column, grade)).collect()
}

fn air(row: &Row<'_>, column: &str, grade: &str) -> Vec<Placed> {
    let scope = format!("averaging={};grade={grade}", row.at("averaging"));
    row.limits(&[column], &scope, &at_most(row.at(column)))
}

fn air_annex(row: &Row<'_>) -> Vec<Placed> {
    air(row, "value", row.at("area"))
}

fn air_2012(row: &Row<'_>) -> Vec<Placed> {
    let grades = ["1", "2"].into_iter().flat_map(|grade| {
        let confirmation = row.at(&format!("confirmation{grade}"));
        changed(air(row, &format!("grade{grade}"), grade), |cell| {
            confirmation.clone_into(&mut cell.confirmation);
        })
    });
    grades.collect()
}

fn air_2026(row: &Row<'_>) -> Vec<Placed> {
    let columns = ["transition1", "transition2", "final1", "final2"];
    let limits = columns.map(|column| {
        let (stage, grade) = column.split_at(column.len() - 1);
        let scope = format!("averaging={};grade={grade}", row.at("averaging"));
        row.limit(&[column], &format!("2026 {stage}"), &scope, &at_most(row.at(column)))
    });
    limits.into()
}

fn nodes(row: &Row<'_>) -> Vec<Placed> {
    let columns = row.header[1..=10].iter().filter(|column| !row.at(column).is_empty());
    let limits = columns.flat_map(|column| {
        let (symbol, averaging) = column.split_once(' ').unwrap();
        let scope = format!("averaging={averaging};index={}", row.at("iaqi"));
        let unit = if symbol == "CO" { "mg/m³" } else { "µg/m³" };
        changed(row.limits(&[column], &scope, &at_most(row.at(column))), |cell| {
            (cell.key.symbol, cell.unit) = (symbol.to_owned(), unit.parse().unwrap());
        })
    });
    limits.collect()
}

fn who(row: &Row<'_>) -> Vec<Placed> {
    let levels =
        ["IT-1", "IT-2", "IT-3", "IT-4", "AQG"].into_iter().filter(|level| !row.at(level).is_empty());
    let limits = levels.flat_map(|level| {
        let scope = format!("averaging={};level={level}", row.at("averaging"));
        let confirmation = if level == "AQG" { "confirmation_guideline" } else { "confirmation_targets" };
        changed(row.limits(&[level], &scope, &at_most(row.at(level))), |cell| {
            row.at(confirmation).clone_into(&mut cell.confirmation);
        })
    });
    limits.collect()
}

const CLASSES: [&str; 5] = ["I", "II", "III", "IV", "V"];

fn surface_water(row: &Row<'_>) -> Vec<Placed> {
    let body = match row.at("body") {
        "all" => String::new(),
        body => format!(";body={body}"),
    };
    let relation = if row.at("relation") == "ge" { ">=" } else { "<=" };
    let classes = CLASSES.into_iter().filter(|class| !row.at(class).is_empty());
    let limits = classes.flat_map(|class| {
        row.limits(&[class], &format!("class={class}{body}"), &requirement(row.at(class), relation))
    });
    limits.collect()
}

fn drinking_source(row: &Row<'_>) -> Vec<Placed> {
    row.limits(&["limit"], "source", &at_most(row.at("limit")))
}

fn ground_water(row: &Row<'_>) -> Vec<Placed> {
    let limits = CLASSES
        .into_iter()
        .flat_map(|class| row.limits(&[class], &format!("class={class}"), &requirement(row.at(class), "<=")));
    limits.collect()
}

fn black_odorous(row: &Row<'_>) -> Vec<Placed> {
    let degrees = ["light", "heavy"].into_iter();
    degrees
        .flat_map(|degree| {
            let limits = row.limits(&[degree], &format!("degree={degree}"), &requirement(row.at(degree), ""));
            changed(limits, |cell| {
                // The light degree has the end that is confirmed apart; later letters are weaker.
                if degree == "light" && row.at("edge_confirmation") > cell.confirmation.as_str() {
                    row.at("edge_confirmation").clone_into(&mut cell.confirmation);
                }
            })
        })
        .collect()
}

fn farmland(row: &Row<'_>, value: &str) -> Vec<Placed> {
    let ranges = ["le5.5", "gt5.5_le6.5", "gt6.5_le7.5", "gt7.5"].into_iter();
    let limits = ranges.flat_map(|range| {
        let scope = format!("land={};ph={range};value={value}", row.at("land"));
        row.limits(&[range], &scope, &at_most(row.at(range)))
    });
    limits.collect()
}

fn farmland_single(row: &Row<'_>) -> Vec<Placed> {
    row.limits(&["value"], "land=all;ph=;value=screening", &at_most(row.at("value")))
}

fn sites(row: &Row<'_>) -> Vec<Placed> {
    let columns = ["screening1", "screening2", "intervention1", "intervention2"].into_iter();
    let limits = columns.flat_map(|column| {
        let (value, land) = column.split_at(column.len() - 1);
        row.limits(&[column], &format!("land={land};value={value}"), &at_most(row.at(column)))
    });
    limits.collect()
}

fn noise_zones(row: &Row<'_>) -> Vec<Placed> {
    noise(row, &[("day", "day", "leq"), ("night", "night", "leq"), ("night_sudden", "night", "lmax")])
}

fn existing_railways(row: &Row<'_>) -> Vec<Placed> {
    noise(row, &[("day", "day", "background"), ("night", "night", "background")])
}

fn noise(row: &Row<'_>, columns: &[(&str, &str, &str)]) -> Vec<Placed> {
    let zone = row.at("zone");
    let limits = columns.iter().flat_map(|(column, period, level)| {
        let scope = format!("zone={zone};period={period};level={level}");
        changed(row.limits(&[column], &scope, &at_most(row.at(column))), |cell| {
            "environmental_noise".clone_into(&mut cell.key.symbol);
            match *level {
                "lmax" => cell.place = ("5.4".to_owned(), String::new()),
                "leq" => zone.clone_into(&mut cell.place.1),
                _ => {}
            }
        })
    });
    limits.collect()
}

fn noise_grades(row: &Row<'_>, symbol: &str) -> Vec<Placed> {
    let limits = ["day", "night"].into_iter().flat_map(|period| {
        let scope = format!("period={period};grade={}", row.at("grade"));
        changed(row.limits(&[period], &scope, &requirement(row.at(period), "")), |cell| {
            symbol.clone_into(&mut cell.key.symbol);
            row.at(&format!("confirmation_{period}")).clone_into(&mut cell.confirmation);
        })
    });
    limits.collect()
}

fn fields(row: &Row<'_>) -> Vec<Placed> {
    let fields = [
        ("E", "E_power", "electric_field_strength", "V/m"),
        ("H", "H_power", "magnetic_field_strength", "A/m"),
        ("B", "B_power", "magnetic_flux_density", "µT"),
        ("Seq", "Seq_power", "power_density", "W/m²"),
    ];
    let fields = fields.into_iter().filter(|(column, ..)| !row.at(column).is_empty());
    let limits = fields.flat_map(|(column, power, symbol, unit)| {
        let frequency = row.at("frequency_unit");
        let scope = format!("frequency={} {frequency}..{} {frequency}", row.at("low"), row.at("high"));
        let value = format!("{}*f^{} {frequency}", row.at(column), row.at(power));
        changed(row.limits(&[column, power], &scope, &value), |cell| {
            (cell.key.symbol, cell.unit) = (symbol.to_owned(), unit.parse().unwrap());
            row.at("row").clone_into(&mut cell.place.1);
        })
    });
    limits.collect()
}

fn overhead_lines(row: &Row<'_>) -> Vec<Placed> {
    let frequency = format!("{} {}", row.at("frequency"), row.at("frequency_unit"));
    let scope = format!("frequency={frequency}..{frequency};overhead_line");
    changed(row.limits(&["E"], &scope, &at_most(row.at("E"))), |cell| {
        "electric_field_strength".clone_into(&mut cell.key.symbol);
    })
}
