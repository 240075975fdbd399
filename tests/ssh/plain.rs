//! A workshop without a room, so that tests of the server need none: one code, and a sandbox for each name.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use foretree::app::Msg;
use foretree::files::Homes;
use foretree::files::library::slug;
use foretree::workshop::RoomAct;
use foretree::workshop::server::{Caller, Guest, House, Knock, Prompt, Seat};

/// A workshop without a room.
#[derive(Clone)]
pub struct Plain(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    code: String,
    /// Fingerprints of keys that need no code.
    keys: Vec<String>,
    tables: Mutex<HashMap<String, (u64, Sender<Msg>)>>,
    next: AtomicU64,
}

impl Plain {
    /// The workshop of a folder, entered with a code or one of the keys (fingerprints).
    #[must_use]
    pub fn new(folder: &Path, code: &str, keys: Vec<String>) -> Self {
        Self(Arc::new(Inner {
            folder: folder.to_owned(),
            code: code.to_owned(),
            keys,
            tables: Mutex::default(),
            next: AtomicU64::new(0),
        }))
    }
}

impl House for Plain {
    fn knock(&self, caller: &Caller) -> Knock {
        let Some(table) = slug(&caller.user) else {
            return Knock::Refused;
        };
        let known = caller.key.as_ref().is_some_and(|key| self.knows_key(key));
        match caller.answers.last() {
            _ if known => Knock::In(self.seat(table)),
            Some(code) if same(code, &self.0.code) => Knock::In(self.seat(table)),
            Some(_) => Knock::Refused,
            None => Knock::Ask(Prompt {
                words: String::new(),
                label: "Code of the workshop: ".to_owned(),
                shown: false,
            }),
        }
    }

    fn knows_key(&self, fingerprint: &str) -> bool {
        self.0.keys.iter().any(|key| key == fingerprint)
    }
}

/// Compares without telling by its time how much is right.
fn same(one: &str, other: &str) -> bool {
    let differs = one
        .bytes()
        .zip(other.bytes())
        .fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differs == 0
}

impl Plain {
    fn seat(&self, table: String) -> Arc<dyn Seat> {
        Arc::new(Place {
            house: self.clone(),
            table,
        })
    }
}

struct Place {
    house: Plain,
    table: String,
}

impl Place {
    fn here(&self) -> Homes {
        Homes::under(self.house.0.folder.join("tables").join(&self.table))
    }
}

impl Seat for Place {
    fn name(&self) -> String {
        self.table.clone()
    }

    fn homes(&self) -> Option<Homes> {
        Some(self.here())
    }

    fn sit(&self, out: Sender<Msg>) -> Result<Box<dyn Guest>, String> {
        let homes = self.here();
        furnish(&self.house.0.folder, &homes).map_err(|error| error.to_string())?;
        let number = self.house.0.next.fetch_add(1, Ordering::SeqCst);
        let tables = self.house.0.tables.lock();
        let mut tables = tables.unwrap_or_else(PoisonError::into_inner);
        if let Some((_, older)) = tables.insert(self.table.clone(), (number, out)) {
            let _ = older.send(Msg::Terminate);
        }
        Ok(Box::new(Sitter {
            house: self.house.clone(),
            table: self.table.clone(),
            number,
            homes,
        }))
    }
}

/// Gives a new table copies of what the workshop starts from.
fn furnish(folder: &Path, homes: &Homes) -> io::Result<()> {
    if homes.scenarios.exists() {
        return Ok(());
    }
    fs::create_dir_all(&homes.scenarios)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&homes.config, fs::Permissions::from_mode(0o700))?;
    }
    let Ok(starts) = fs::read_dir(folder.join("scenarios")) else {
        return Ok(());
    };
    for start in starts {
        let start = start?;
        if start.file_type()?.is_file() {
            fs::copy(start.path(), homes.scenarios.join(start.file_name()))?;
        }
    }
    Ok(())
}

struct Sitter {
    house: Plain,
    table: String,
    number: u64,
    homes: Homes,
}

impl Guest for Sitter {
    fn homes(&self) -> Homes {
        self.homes.clone()
    }

    fn act(&mut self, _: RoomAct) {}
}

impl Drop for Sitter {
    fn drop(&mut self) {
        let tables = self.house.0.tables.lock();
        let mut tables = tables.unwrap_or_else(PoisonError::into_inner);
        if tables
            .get(&self.table)
            .is_some_and(|(number, _)| *number == self.number)
        {
            tables.remove(&self.table);
        }
    }
}
