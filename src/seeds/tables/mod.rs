//! The tables of the catalogue: one file per table, each with the type of its rows.

mod constants;
mod countries;
mod defaults;
mod effects;
mod exposure;
mod groups;
mod histories;
mod indicators;
mod inputs;
mod parameters;
mod paths;
mod read;
mod row;
mod wordings;

pub use constants::Constant;
pub use countries::{CountryRecord, Figure, IncomeGroup};
pub use defaults::{DefaultUse, GroupDefault, Trap};
pub use effects::CatalogueEffect;
pub use exposure::PublishedExposure;
pub use groups::{Group, GroupKind};
pub use histories::History;
pub use indicators::{Indicator, IndicatorGroup, Unit};
pub use inputs::{Input, InputClass};
pub use parameters::{Parameter, Scope};
pub use paths::{EffectPath, Origin};
pub use wordings::{Cause, Wording};

pub(super) use constants::constants;
pub(super) use countries::countries;
pub(super) use defaults::{defaults, traps};
pub(super) use effects::effects;
pub(super) use exposure::exposure;
pub(super) use groups::groups;
pub(super) use histories::{electricity_history, internet_history};
pub(super) use indicators::indicators;
pub(super) use inputs::inputs;
pub(super) use parameters::parameters;
pub(super) use paths::paths;
pub(super) use wordings::wordings;
