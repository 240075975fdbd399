//! The catalogue: every embedded table, parsed when it is first asked for.

use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use super::tables::{
    self, BacktestRow, CatalogueEffect, Constant, CountryRecord, EffectPath, EvidenceEntry,
    FittedTide, Group, GroupDefault, History, Indicator, Input, Measure, Observable, Parameter,
    PublishedExposure, Term, Trap, Wording,
};
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
    /// What the value of a path means in everyday units.
    pub observables: Table<Observable>,
    /// What a setting may say about its country.
    pub inputs: Table<Input>,
    /// Every legal path of effects and assumptions: the parameters, then eleven country inputs.
    pub paths: Table<EffectPath>,
    /// The catalogue effects of measures; the order numbers the sampling dimensions after the
    /// parameters.
    pub effects: Table<CatalogueEffect>,
    /// Principles, commitments and measures of the two United Nations documents.
    pub measures: Table<Measure>,
    /// The evidence register.
    pub evidence: Table<EvidenceEntry>,
    /// The words of the program in plain language.
    pub glossary: Table<Term>,
    /// What the model reports.
    pub indicators: Table<Indicator>,
    /// The fixed numbers of the model.
    pub constants: Table<Constant>,
    /// The economies and their figures, by code.
    pub countries: Table<CountryRecord>,
    /// Groups that a scenario may start from.
    pub groups: Table<Group>,
    /// Values by income group where no country figure exists.
    pub defaults: Table<GroupDefault>,
    /// Known faults in the published data.
    pub traps: Table<Trap>,
    /// The words of flags.
    pub wordings: Table<Wording>,
    /// Published shares of jobs exposed to generative AI.
    pub exposure: Table<PublishedExposure>,
    /// Internet use by economy and year.
    pub internet_history: Table<History>,
    /// Access to electricity by economy and year.
    pub electricity_history: Table<History>,
    /// The tide fitted on the years before each origin of the backtest.
    pub fitted_tides: Table<FittedTide>,
    /// How ranges made in earlier years held what happened.
    pub backtest: Table<BacktestRow>,
}

static CATALOGUE: Catalogue = Catalogue {
    parameters: Table::new(|| tables::parameters(files::PARAMETERS)),
    observables: Table::new(|| tables::observables(files::OBSERVABLES)),
    inputs: Table::new(|| tables::inputs(files::INPUTS)),
    paths: Table::new(|| Ok(tables::paths(&CATALOGUE.parameters, &CATALOGUE.inputs))),
    effects: Table::new(|| tables::effects(files::EFFECTS)),
    measures: Table::new(|| tables::measures(files::MEASURES)),
    evidence: Table::new(|| tables::evidence(files::EVIDENCE)),
    glossary: Table::new(|| tables::glossary(files::GLOSSARY)),
    indicators: Table::new(|| tables::indicators(files::INDICATORS)),
    constants: Table::new(|| tables::constants(files::CONSTANTS)),
    countries: Table::new(|| tables::countries(files::COUNTRIES)),
    groups: Table::new(|| tables::groups(files::GROUPS)),
    defaults: Table::new(|| tables::defaults(files::DEFAULTS)),
    traps: Table::new(|| tables::traps(files::TRAPS)),
    wordings: Table::new(|| tables::wordings(files::FLAGS)),
    exposure: Table::new(|| tables::exposure(files::EXPOSURE)),
    internet_history: Table::new(|| tables::internet_history(files::INTERNET_HISTORY)),
    electricity_history: Table::new(|| tables::electricity_history(files::ELECTRICITY_HISTORY)),
    fitted_tides: Table::new(|| tables::fitted_tides(files::BACKTEST_FITS)),
    backtest: Table::new(|| tables::backtest(files::BACKTEST)),
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

    /// What a path means in everyday units.
    pub fn observable(&self, path: &str) -> Option<&Observable> {
        self.observables
            .iter()
            .find(|observable| observable.path == path)
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

    /// The principle, commitment or measure of that id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The entry of the evidence register of that id.
    pub fn evidence(&self, id: &str) -> Option<&EvidenceEntry> {
        self.evidence.iter().find(|entry| entry.id == id)
    }

    /// The word of the glossary, whatever its capitals.
    pub fn term(&self, word: &str) -> Option<&Term> {
        self.glossary
            .iter()
            .find(|term| term.term.eq_ignore_ascii_case(word))
    }

    /// The indicator of that key.
    pub fn indicator(&self, key: &str) -> Option<&Indicator> {
        self.indicators
            .iter()
            .find(|indicator| indicator.key == key)
    }

    /// The economy of that code of three letters.
    pub fn country(&self, iso3: &str) -> Option<&CountryRecord> {
        self.countries.iter().find(|country| country.iso3 == iso3)
    }

    /// The group of that name.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The economies of a group, in order of their codes.
    pub fn members(&self, group: &Group) -> Vec<&CountryRecord> {
        self.countries
            .iter()
            .filter(|country| group.has(country))
            .collect()
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
