//! The catalogue: every embedded table, parsed when it is first asked for.

use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use super::tables::{self, CatalogueEffect, Constant, EffectPath, Indicator, Input, Parameter};
use super::{SeedError, files};

/// A table that is parsed at its first use and then behaves like a slice.
pub struct Table<T: 'static>(LazyLock<Result<Vec<T>, SeedError>>);

impl<T> Table<T> {
    const fn new(parse: fn() -> Result<Vec<T>, SeedError>) -> Self {
        Self(LazyLock::new(parse))
    }

    /// The fault of the embedded file, if it has one. Tests ask this of every table; a shipped
    /// program never meets one.
    pub fn fault(&self) -> Option<&SeedError> {
        self.0.as_ref().err()
    }
}

impl<T> Deref for Table<T> {
    type Target = [T];

    /// The rows in file order; none if the file is faulty, see [`Table::fault`].
    fn deref(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<T: fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Everything embedded, one table per field.
#[derive(Debug)]
pub struct Catalogue {
    /// The uncertain parameters; the order numbers the sampling dimensions.
    pub parameters: Table<Parameter>,
    /// What a setting may say about its country.
    pub inputs: Table<Input>,
    /// Every legal path of effects and assumptions: the parameters, then eleven country inputs.
    pub paths: Table<EffectPath>,
    /// The catalogue effects of measures; the order numbers the sampling dimensions after the
    /// parameters.
    pub effects: Table<CatalogueEffect>,
    /// What the model reports.
    pub indicators: Table<Indicator>,
    /// The fixed numbers of the model.
    pub constants: Table<Constant>,
}

static CATALOGUE: Catalogue = Catalogue {
    parameters: Table::new(|| tables::parameters(files::PARAMETERS)),
    inputs: Table::new(|| tables::inputs(files::INPUTS)),
    paths: Table::new(|| Ok(tables::paths(&CATALOGUE.parameters, &CATALOGUE.inputs))),
    effects: Table::new(|| tables::effects(files::EFFECTS)),
    indicators: Table::new(|| tables::indicators(files::INDICATORS)),
    constants: Table::new(|| tables::constants(files::CONSTANTS)),
};

/// The catalogue. Costs nothing until a table is used; each table is parsed once.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

impl Catalogue {
    /// The parameter of that name.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id == id)
    }

    /// The country input or base-year figure of that name.
    pub fn input(&self, id: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.id == id)
    }

    /// The legal path of that name.
    pub fn path(&self, id: &str) -> Option<&EffectPath> {
        self.paths.iter().find(|path| path.id == id)
    }

    /// The catalogue effect of that id.
    pub fn effect(&self, id: &str) -> Option<&CatalogueEffect> {
        self.effects.iter().find(|effect| effect.id == id)
    }

    /// The indicator of that key.
    pub fn indicator(&self, key: &str) -> Option<&Indicator> {
        self.indicators
            .iter()
            .find(|indicator| indicator.key == key)
    }

    /// The value of a constant.
    pub fn constant(&self, id: &str) -> Option<f64> {
        self.constants
            .iter()
            .find(|constant| constant.id == id)
            .map(|constant| constant.value)
    }

    /// Every catalogue effect that adopting this measure pulls in, in catalogue order: those whose
    /// range of measures contains it. Empty for measures without a country-level effect.
    pub fn effects_of(&self, measure: &str) -> Vec<&CatalogueEffect> {
        self.effects
            .iter()
            .filter(|effect| effect.measures.iter().any(|one| one == measure))
            .collect()
    }
}
