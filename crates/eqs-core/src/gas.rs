//! Concentrations of gases in air, which depend on temperature and pressure.
//!
//! Until 2018-08-31 GB 3095 gave every concentration at 273 K, since then gases at 298.15 K. The same air holds
//! fewer micrograms in a warmer, wider cubic metre: figures of the two states are never compared as they stand.

use core::cmp::Ordering;

use crate::citation::Confirmation;
use crate::decimal::Decimal;
use crate::fraction::Fraction;
use crate::indicator::Indicator;
use crate::quantity::{Quantity, UnitMismatch};
use crate::table::Reader;
use crate::unit::Unit;

crate::vocabulary! {
    /// The temperature and pressure at which a concentration is given (GB 3095 clause 3.14).
    pub enum ReferenceState {
        /// Standard state (标准状态): 273 K and 101.325 kPa.
        Standard = "273 K", "273 K、101.325 kPa", "273 K and 101.325 kPa";
        /// Reference state (参比状态): 298.15 K and 1013.25 hPa.
        Reference = "298.15 K", "298.15 K、1013.25 hPa", "298.15 K and 1013.25 hPa";
        /// Temperature and pressure at the time of monitoring (实况).
        Ambient = "ambient", "监测时的温度和气压", "temperature and pressure at the time of monitoring";
    }
}

impl ReferenceState {
    /// The temperature in kelvin; `None` for that at the time of monitoring.
    #[must_use]
    pub const fn kelvin(self) -> Option<Decimal> {
        match self {
            Self::Standard => Some(Decimal::new(273, 0)),
            Self::Reference => Some(Decimal::new(29_815, 2)),
            Self::Ambient => None,
        }
    }
}

/// The pressure of both fixed states in kPa (101.325 kPa, 1013.25 hPa).
const KILOPASCAL: Decimal = Decimal::new(101_325, 3);

/// The molar gas constant in J/(mol·K), exact since the SI of 2019.
const GAS_CONSTANT: Decimal = Decimal::new(831_446_261_815_324, 14);

/// A concentration of a gas with the state at which it is given.
///
/// # Example
/// ```
/// use eqs_core::{GasConcentration, Indicator, Quantity, ReferenceState, Rounding, Unit};
///
/// let ozone = |state| GasConcentration::new(Indicator::O3, Quantity::new(160.into(), Unit::UG_PER_M3), state);
/// let (before, after) = (ozone(ReferenceState::Standard)?, ozone(ReferenceState::Reference)?);
/// assert!(before.compare(after).is_err());
///
/// // 160 × 273 / 298.15
/// let converted = before.at(ReferenceState::Reference)?;
/// assert_eq!(converted.round(1, Rounding::HalfEven)?.to_string(), "146.5");
/// // 160 µg/m³ at 298.15 K
/// assert_eq!(after.mixing_ratio()?.round(1, Rounding::HalfEven)?.to_string(), "81.6");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GasConcentration {
    gas: Indicator,
    quantity: Quantity,
    state: ReferenceState,
}

/// A concentration that cannot be converted or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GasError {
    /// The indicator is none of the gases of GB 3095.
    #[error("{0} is none of the gases SO2, NO2, CO, O3, NOx")]
    NoGas(Indicator),
    /// The unit is of another kind.
    #[error(transparent)]
    Unit(#[from] UnitMismatch),
    /// Nothing converts to or from the temperature at the time of monitoring, which is not known here.
    #[error("the temperature and pressure at the time of monitoring are not known")]
    UnknownState,
    /// Two concentrations at different states.
    #[error("a concentration at {one} is not compared with one at {other}; convert one of them first")]
    States {
        /// One state.
        one: ReferenceState,
        /// The other.
        other: ReferenceState,
    },
    /// Two gases.
    #[error("{one} is not compared with {other}")]
    Gases {
        /// One gas.
        one: Indicator,
        /// The other.
        other: Indicator,
    },
    /// The exact result needs too many digits.
    #[error("{0} has too many digits")]
    TooManyDigits(Quantity),
}

#[derive(Clone, Copy)]
struct Row {
    gas: Indicator,
    molar_mass: Decimal,
}

const fn row(reader: &mut Reader) -> Row {
    let row = Row { gas: reader.indicator(), molar_mass: reader.decimal() };
    if !matches!(reader.confirmation(), Confirmation::A) {
        reader.refuse("A: a weaker grade would have to travel with the result");
    }
    reader.required();
    reader.text();
    row
}

crate::table! {
    static GASES: [Row] = "../data/gases.csv", "symbol,molar_mass,confirmation,sources,note", row;
}

impl GasConcentration {
    /// A concentration in mass per volume of air.
    ///
    /// # Errors
    /// [`GasError::NoGas`] for other indicators, [`GasError::Unit`] for units of another kind.
    pub fn new(gas: Indicator, quantity: Quantity, state: ReferenceState) -> Result<Self, GasError> {
        molar_mass(gas)?;
        quantity.check_unit(Unit::UG_PER_M3)?;
        Ok(Self { gas, quantity, state })
    }

    /// The gas.
    #[must_use]
    pub const fn gas(self) -> Indicator {
        self.gas
    }

    /// Mass per volume of air.
    #[must_use]
    pub const fn quantity(self) -> Quantity {
        self.quantity
    }

    /// The state of that volume.
    #[must_use]
    pub const fn state(self) -> ReferenceState {
        self.state
    }

    /// The number of the same air at another state, in the unit of the concentration: C · T / T′ at equal
    /// pressure.
    ///
    /// # Errors
    /// [`GasError::UnknownState`] if one of the states is that at the time of monitoring, and
    /// [`GasError::TooManyDigits`].
    pub fn at(self, state: ReferenceState) -> Result<Fraction, GasError> {
        let (from, to) = (kelvin(self.state)?, kelvin(state)?);
        let number = self.quantity.value.to_fraction().checked_mul(from);
        number.and_then(|number| number.checked_div(to)).ok_or(GasError::TooManyDigits(self.quantity))
    }

    /// The mixing ratio in ppb (nmol/mol): C · Vm / M with Vm = R · T / p.
    ///
    /// # Errors
    /// As for [`GasConcentration::at`].
    pub fn mixing_ratio(self) -> Result<Fraction, GasError> {
        let density = density(self.gas, self.state)?;
        let micrograms = self.quantity.value.to_fraction().checked_mul(self.quantity.unit.factor());
        micrograms
            .and_then(|micrograms| micrograms.checked_div(density?))
            .ok_or(GasError::TooManyDigits(self.quantity))
    }

    /// The number of µg/m³ at `state` of a mixing ratio in ppb or ppm.
    ///
    /// # Errors
    /// As for [`GasConcentration::new`] and [`GasConcentration::at`].
    ///
    /// # Example
    /// ```
    /// use eqs_core::{GasConcentration, Indicator, Quantity, ReferenceState, Rounding, Unit};
    /// let ozone = Quantity::parse("100", Unit::of("ppb"))?;
    /// let micrograms = GasConcentration::from_mixing_ratio(Indicator::O3, ozone, ReferenceState::Reference)?;
    /// assert_eq!(micrograms.round(1, Rounding::HalfEven)?.to_string(), "196.2");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn from_mixing_ratio(
        gas: Indicator,
        ratio: Quantity,
        state: ReferenceState,
    ) -> Result<Fraction, GasError> {
        ratio.check_unit(const { Unit::of("ppb") })?;
        let density = density(gas, state)?;
        let ppb = ratio.value.to_fraction().checked_mul(ratio.unit.factor());
        ppb.and_then(|ppb| ppb.checked_mul(density?)).ok_or(GasError::TooManyDigits(ratio))
    }

    /// Compares two concentrations of one gas at one state.
    ///
    /// # Errors
    /// [`GasError::Gases`] and [`GasError::States`] where they differ, and [`GasError::UnknownState`] at the time of
    /// monitoring, which is another one for each of the two.
    pub fn compare(self, other: Self) -> Result<Ordering, GasError> {
        if self.gas != other.gas {
            return Err(GasError::Gases { one: self.gas, other: other.gas });
        }
        if self.state != other.state {
            return Err(GasError::States { one: self.state, other: other.state });
        }
        kelvin(self.state)?;
        Ok(self.quantity.compare(other.quantity)?)
    }
}

/// Micrograms per cubic metre of one part per billion, M · p / (R · T); `None` if a term does not fit.
fn density(gas: Indicator, state: ReferenceState) -> Result<Option<Fraction>, GasError> {
    let (mass, kelvin) = (molar_mass(gas)?.to_fraction(), kelvin(state)?);
    let per_kelvin = mass
        .checked_mul(KILOPASCAL.to_fraction())
        .and_then(|value| value.checked_div(GAS_CONSTANT.to_fraction()));
    Ok(per_kelvin.and_then(|value| value.checked_div(kelvin)))
}

fn molar_mass(gas: Indicator) -> Result<Decimal, GasError> {
    GASES.iter().find(|row| row.gas == gas).map(|row| row.molar_mass).ok_or(GasError::NoGas(gas))
}

fn kelvin(state: ReferenceState) -> Result<Fraction, GasError> {
    state.kelvin().map(Decimal::to_fraction).ok_or(GasError::UnknownState)
}
