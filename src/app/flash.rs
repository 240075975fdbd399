//! A short notice below the screen, gone with the next key.

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Something was done.
    Done,
    /// Something could not be done.
    Trouble,
}

/// The notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// Words.
    pub text: String,
    /// How it is meant.
    pub level: Level,
}
