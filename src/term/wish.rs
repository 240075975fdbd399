//! What somebody asks for when starting the workbench.

use std::path::PathBuf;

use crate::look::{GlyphSet, Theme};

/// What to open, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenWish {
    /// Scenario files, or names of built-in examples; none opens the library.
    pub files: Vec<PathBuf>,
    /// Change nothing on the disk.
    pub read_only: bool,
    /// Folder of scenarios instead of the usual one.
    pub folder: Option<PathBuf>,
    /// A theme instead of the one in the settings.
    pub theme: Option<Theme>,
    /// A glyph set instead of the one in the settings.
    pub glyphs: Option<GlyphSet>,
}
