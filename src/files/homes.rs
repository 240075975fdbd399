//! Where the program keeps things: scenarios, its own data, its settings.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::LifeFault;

/// Name of our folders.
const NAME: &str = "foretree";
/// A folder that holds everything, instead of the usual ones.
const VARIABLE: &str = "FORETREE_HOME";

/// Folders of the program. None of them need exist; they are made when something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homes {
    /// Scenario files of the library.
    pub scenarios: PathBuf,
    /// Journals, locks, trash and what was opened before.
    pub data: PathBuf,
    /// Settings.
    pub config: PathBuf,
}

impl Homes {
    /// Everything below `FORETREE_HOME` if that is set, otherwise where the system wants it
    /// (`XDG_DATA_HOME`, `XDG_CONFIG_HOME`). `folder` replaces the folder of scenarios.
    ///
    /// # Errors
    /// [`LifeFault::NoHome`] if the user has no home folder.
    pub fn find(folder: Option<&Path>) -> Result<Self, LifeFault> {
        let homes = match env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
            Some(path) => Self::under(path),
            None => Self::usual()?,
        };
        Ok(match folder {
            Some(folder) => homes.with_scenarios(folder),
            None => homes,
        })
    }

    /// Everything below one folder.
    pub fn under(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Self {
            scenarios: root.join("scenarios"),
            data: root.join("data"),
            config: root,
        }
    }

    /// The same with another folder of scenarios.
    #[must_use]
    pub fn with_scenarios(self, folder: &Path) -> Self {
        Self {
            scenarios: folder.to_owned(),
            ..self
        }
    }

    fn usual() -> Result<Self, LifeFault> {
        let base = etcetera::choose_base_strategy().map_err(|_| LifeFault::NoHome)?;
        let data = base.data_dir().join(NAME);
        Ok(Self {
            scenarios: data.join("scenarios"),
            config: base.config_dir().join(NAME),
            data,
        })
    }
}
