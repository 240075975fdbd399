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
    INPUTS = "inputs.csv",
    EFFECTS = "effects.csv",
    INDICATORS = "indicators.csv",
    CONSTANTS = "constants.csv",
}
