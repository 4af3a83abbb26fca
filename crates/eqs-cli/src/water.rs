//! `eqs water`: classes of surface water, of the rows of a file or of the sections, rivers and lakes that they are of.

mod args;
mod columns;
mod groups;
mod rows;
mod rule;
mod shares;
mod wholes;

use eqs::Lang;
use eqs::gb3838::Gb3838;

pub(crate) use self::args::WaterArgs;
use self::columns::Items;
use self::groups::Groups;
use self::rows::ClassOfRow;
use self::shares::Shares;
use self::wholes::Wholes;
use crate::annotate::annotate;
use crate::error::{CliError, Location};
use crate::format::{Answer, Format, write};
use crate::input::Input;
use crate::output::Target;
use crate::problem::Problem;
use crate::row_edition::RowEdition;

/// Judges the file of a request.
pub(crate) fn run(request: &WaterArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    request.check().map_err(CliError::Usage)?;
    let chosen = RowEdition::choose(&request.edition, Gb3838::all(), Gb3838::edition, Gb3838::on)?;
    let input = Input::open(&request.file.file)?;
    let edition = RowEdition::of(chosen, &input)?;
    let items = Items::find(&input, lang)?;
    let Some(group) = request.group else {
        let judge = ClassOfRow { body: request.body.into(), options: request.options(), edition, items };
        return annotate(input, &judge, &request.file, format, lang);
    };
    let name = input.name().to_owned();
    let refuse = |problem| CliError::refuse(Location::file(&name), problem);
    let groups = Groups::read(input, &items, &edition, group, request)?;
    match &request.by {
        None => {
            let wholes = Wholes::of(&groups, group, request);
            write_answer(
                &wholes.map_err(|error| refuse(Problem::Other(error.to_string())))?,
                request,
                format,
                lang,
            )
        }
        Some(by) => {
            write_answer(&Shares::of(&groups, group, by, request).map_err(refuse)?, request, format, lang)
        }
    }
}

fn write_answer(
    answer: &impl Answer,
    request: &WaterArgs,
    format: Format,
    lang: Lang,
) -> Result<(), CliError> {
    let path = request.file.output.as_deref();
    let mut target = Target::new(path, &request.file.file, false)?;
    write(answer, format, lang, &mut target.open()?).map_err(|error| Target::error(path, error))
}
