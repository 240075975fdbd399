//! The tables of the catalogue: one file per table, each with the type of its rows.

mod constants;
mod effects;
mod indicators;
mod inputs;
mod parameters;
mod paths;
mod read;

pub use constants::Constant;
pub use effects::CatalogueEffect;
pub use indicators::{Indicator, IndicatorGroup, Unit};
pub use inputs::{Input, InputClass};
pub use parameters::{Parameter, Scope};
pub use paths::{EffectPath, Origin};

pub(super) use {
    constants::constants, effects::effects, indicators::indicators, inputs::inputs,
    parameters::parameters, paths::paths,
};
