//! The files under `seeds/`, compiled in.

/// One embedded file: its name under `seeds/` and its text.
pub type File = (&'static str, &'static str);

macro_rules! embedded {
    ($($constant:ident = $name:literal),+ $(,)?) => {
        $(pub(super) const $constant: &str = include_str!(concat!("../../seeds/", $name));)+

        /// Every embedded file, for fingerprints and for people who want to read the data as it is.
        pub const FILES: &[File] = &[$(($name, $constant)),+];
    };
}

embedded! {
    PARAMETERS = "parameters.csv",
    OBSERVABLES = "observables.ron",
    INPUTS = "inputs.csv",
    EFFECTS = "effects.csv",
    MEASURES = "measures.ron",
    EVIDENCE = "evidence.ron",
    GLOSSARY = "glossary.ron",
    INDICATORS = "indicators.csv",
    CONSTANTS = "constants.csv",
    COUNTRIES = "countries.csv",
    GROUPS = "groups.csv",
    DEFAULTS = "defaults.csv",
    TRAPS = "traps.csv",
    FLAGS = "flags.csv",
    EXPOSURE = "exposure.csv",
    INTERNET_HISTORY = "internet_history.csv",
    ELECTRICITY_HISTORY = "electricity_history.csv",
}

/// Results of the backtest. They enter no run, so they are not among [`FILES`]: a better test of the
/// past must not change the fingerprint of a result.
pub(super) const BACKTEST: &str = include_str!("../../seeds/backtest.csv");
/// The fits that it starts from.
pub(super) const BACKTEST_FITS: &str = include_str!("../../seeds/backtest_fits.csv");
