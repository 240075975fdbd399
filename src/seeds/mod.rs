//! The embedded catalogue and the base years built from it.
//!
//! Owns the files under `seeds/`, compiled in, and the rules that turn data into a country's
//! baseline. It invents no value: every fallback and repair is flagged. It reads no file while
//! the program runs and knows neither trees nor equations.

mod baseline;
mod catalogue;
mod error;
mod files;
mod tables;
mod vocabulary;

pub use baseline::{
    Baseline, BaselineError, BaselineKind, Flag, baseline, country_baseline, custom_baseline,
    group_baseline, reference_country,
};
pub use catalogue::{Catalogue, Table, catalogue};
pub use error::SeedError;
pub use files::{FILES, File};
pub use tables::{
    BacktestRow, CatalogueEffect, Cause, Constant, CountryRecord, DefaultUse, EffectPath,
    EvidenceEntry, Figure, FittedTide, Group, GroupDefault, GroupKind, History, IncomeGroup,
    Indicator, IndicatorGroup, Input, InputClass, Measure, MeasureKind, Observable, Origin,
    Parameter, PublishedExposure, ReadingStatus, Rule, Scope, Term, Trap, Unit, Wording,
};
pub use vocabulary::Better;

pub use crate::scenario::{Certainty, Evidence as Grade, Kind, Layer, Op};

#[cfg(test)]
mod tests;
