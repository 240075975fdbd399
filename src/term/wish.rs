//! What somebody asks for when starting the workbench.

use std::path::PathBuf;

use crate::files::Settings;
use crate::look::{GlyphSet, Look, Theme};
use crate::workshop::Role;

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
    /// A seat in a workshop whose members share its folder.
    pub workshop: Option<WorkshopWish>,
}

/// A seat in a workshop without a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkshopWish {
    /// The workshop's folder.
    pub folder: PathBuf,
    /// As what.
    pub role: Role,
    /// Name of the table; for tables only.
    pub table: String,
}

impl OpenWish {
    /// What the terminal of this environment can show, with what the person chose before and chooses
    /// now.
    #[must_use]
    pub fn look(&self, env: &dyn Fn(&str) -> Option<String>, settings: &Settings) -> Look {
        let mut look = Look::detect(env);
        let named = |name: &str| Theme::ALL.into_iter().find(|theme| theme.name() == name);
        let theme = settings.theme.as_deref().and_then(named);
        // What was chosen elsewhere must not bring back colours or glyphs that this terminal lacks.
        if let Some(theme) = theme.filter(|_| look.theme != Theme::Mono) {
            look.theme = theme;
        }
        let named = |name: &str| GlyphSet::ALL.into_iter().find(|set| set.name() == name);
        let glyphs = settings.glyphs.as_deref().and_then(named);
        if let Some(glyphs) = glyphs.filter(|_| look.glyphs != GlyphSet::Ascii) {
            look.glyphs = glyphs;
        }
        look.theme = self.theme.unwrap_or(look.theme);
        look.glyphs = self.glyphs.unwrap_or(look.glyphs);
        look
    }
}
