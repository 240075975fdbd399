//! Why a baseline cannot be built.

use thiserror::Error;

/// Why a baseline cannot be built. The sentences that people read are made from these values elsewhere.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum BaselineError {
    /// No economy has this code.
    #[error("unknown country '{id}'")]
    UnknownCountry {
        /// What was asked for.
        id: String,
        /// The nearest code, or the code of the nearest name.
        nearest: Option<String>,
    },
    /// No group has this name.
    #[error("unknown group '{id}'")]
    UnknownGroup {
        /// What was asked for.
        id: String,
        /// The nearest name.
        nearest: Option<String>,
    },
    /// The economy has no figure for something that nothing can stand in for.
    #[error("no {missing} of {iso3} is known")]
    NoData {
        /// The economy.
        iso3: String,
        /// The missing input.
        missing: &'static str,
    },
    /// No country input has this name.
    #[error("unknown country input '{id}'")]
    UnknownInput {
        /// What was asked for.
        id: String,
        /// The nearest name.
        nearest: Option<String>,
    },
    /// A value outside the range of its input.
    #[error("{input} = {value} lies outside {min} to {max}")]
    OutOfRange {
        /// The input; for a cohort of a custom baseline `cohort.input`.
        input: String,
        /// What was given.
        value: f64,
        /// Smallest legal value.
        min: f64,
        /// Largest legal value.
        max: f64,
    },
    /// A base-year figure that is uncertain: it enters the rules, so it must be one number.
    #[error("{input} must be a fixed number")]
    NotFixed {
        /// The input.
        input: String,
    },
    /// A base-year figure in a setting that is not a country.
    #[error("{input} may be replaced for countries only")]
    CountryOnly {
        /// The input.
        input: String,
    },
    /// Use by women or by men was given, and the other is not known.
    #[error("use by women and by men must be given together")]
    NeedsBothSexes,
    /// The chosen definition of automatable jobs does not apply to a custom baseline.
    #[error("this exposure definition is not available for a custom baseline")]
    ExposureOnCustom,
    /// A custom baseline without cohorts or with more than eight.
    #[error("a custom baseline has one to eight cohorts, not {count}")]
    CohortCount {
        /// How many it has.
        count: usize,
    },
    /// Two cohorts of the same name.
    #[error("two cohorts are named '{id}'")]
    DuplicateCohort {
        /// The name.
        id: String,
    },
    /// Shares of cohorts that do not sum to 1.
    #[error("the shares of the cohorts sum to {sum}, not to 1")]
    ShareSum {
        /// Their sum.
        sum: f64,
    },
    /// Use that does not lie strictly between 0 and coverage.
    #[error("use of cohort '{id}' must lie above 0 and below its coverage")]
    UsageOutsideCoverage {
        /// The cohort.
        id: String,
    },
    /// Automatable and augmentable shares that exceed all jobs together.
    #[error("automatable and augmentable jobs of cohort '{id}' exceed all jobs")]
    TooManyExposedJobs {
        /// The cohort.
        id: String,
    },
}
