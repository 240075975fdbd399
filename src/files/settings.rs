//! What the program remembers between two starts: how it looks, and how far the tutorial got.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::{Homes, LifeFault, write_atomically};

/// What people chose. What they did not choose is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Name of a theme.
    pub theme: Option<String>,
    /// Name of a glyph set.
    pub glyphs: Option<String>,
    /// Folder of scenarios that was shown last.
    pub folder: Option<PathBuf>,
    /// Tasks of the tutorial that are done.
    pub tutorial: Vec<String>,
}

/// Settings that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenSettings {
    /// What is wrong with them.
    pub reason: String,
    /// Where they are kept; `None` if they stayed where they are.
    pub kept: Option<PathBuf>,
}

impl Settings {
    /// Reads the settings. Broken ones never stop the program: they are put aside and told.
    #[must_use]
    pub fn load(homes: &Homes) -> (Self, Option<BrokenSettings>) {
        let path = path(homes);
        let reason = match fs::read_to_string(&path) {
            Ok(text) => match ron::from_str(&text) {
                Ok(settings) => return (settings, None),
                Err(error) => error.to_string(),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => error.to_string(),
        };
        let aside = path.with_extension("broken");
        let kept = fs::rename(&path, &aside).is_ok().then_some(aside);
        (Self::default(), Some(BrokenSettings { reason, kept }))
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn save(&self, homes: &Homes) -> Result<(), LifeFault> {
        let path = path(homes);
        let refused = |reason: String| LifeFault::System(path.clone(), reason);
        let text = ron::ser::to_string_pretty(self, PrettyConfig::default());
        let text = text.map_err(|error| refused(error.to_string()))? + "\n";
        fs::create_dir_all(&homes.config)
            .and_then(|()| write_atomically(&path, text.as_bytes()))
            .map_err(|error| refused(error.to_string()))
    }
}

fn path(homes: &Homes) -> PathBuf {
    homes.config.join("settings.ron")
}
