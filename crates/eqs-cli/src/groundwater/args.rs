//! The arguments of `eqs groundwater`.

use crate::args::{EditionArgs, FileArgs};

/// `eqs groundwater`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Columns read: the indicators of GB/T 14848 by their keys, in the units of its tables (mg/L; µg/L from chloroform to
  toluene, and from dichloromethane on):
  color odor_taste turbidity visible_matter ph total_hardness tds sulfate chloride fe mn cu zn al
  volatile_phenol las oxygen_consumption nh3n sulfide na total_coliform colony_count nitrite_n nitrate_n
  cyanide fluoride iodide hg as se cd cr6 pb chloroform carbon_tetrachloride benzene toluene gross_alpha
  gross_beta
  be b sb ba ni cobalt mo ag tl dichloromethane 1_2_dichloroethane 1_1_1_trichloroethane
  1_1_2_trichloroethane 1_2_dichloropropane bromoform vinyl_chloride 1_1_dichloroethylene
  1_2_dichloroethylene trichloroethylene tetrachloroethylene chlorobenzene 1_2_dichlorobenzene
  1_4_dichlorobenzene trichlorobenzene_total ethylbenzene xylene_total styrene 2_4_dinitrotoluene
  2_6_dinitrotoluene naphthalene anthracene fluoranthene benzo_b_fluoranthene benzo_a_pyrene pcb_total
  dehp 2_4_6_trichlorophenol pentachlorophenol hch_total lindane ddt_total hexachlorobenzene heptachlor
  2_4_d carbofuran aldicarb dichlorvos methyl_parathion malathion dimethoate chlorpyrifos chlorothalonil
  atrazine glyphosate
  Not detected: 0.05L or <0.05 with the detection limit, ND without. odor_taste and visible_matter: 无 or 有.
  Empty, NA, -, -- or -1: not measured. All other columns pass through.
Columns added: eqs_class (I to V) eqs_deciding (;-separated) eqs_exceeding (item(multiple);...) eqs_reason
  A row is undetermined where something not detected may be worse than all that is known.

The edition is that of --edition, that in force on --on, or that in force on the day in the column `date`.

Examples:
  eqs groundwater wells.csv --edition 2017
  eqs groundwater wells.csv --on 2024-06-30 --explain --format json")]
pub(crate) struct GroundWaterArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    #[command(flatten)]
    pub(crate) edition: EditionArgs,
}
