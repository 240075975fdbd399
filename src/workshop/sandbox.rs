//! The folder of a workshop: who writes where, and no way out of it.
//!
//! ```text
//! DIR/record.log        the record
//! DIR/scenarios/        what the workshop starts from
//! DIR/tables/blue/      all that belongs to one table (0700): its library, journals, settings
//! DIR/handed/blue-1.ron what was handed in
//! DIR/keys/             codes (as salted hashes), public keys, the host's own key (0700)
//! ```
//!
//! Names of folders are made from letters `a` to `z`, digits and `-` only; names of files that come
//! from people are looked up in lists, never joined to a path.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::TableId;
use super::record::hexadecimal_of;
use super::texts::{MOST_NAME, plain_line};
use crate::files::Homes;
use crate::files::library::slug;

/// Longest name of a table's folder.
const LONGEST: usize = 40;

/// Names that mean a role.
const TAKEN: [&str; 4] = ["trainer", "observer", "host", "root"];

/// A workshop's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

/// The id of a table with this name, and the name as it can be shown; `None` if nothing can be
/// made of it, or it means a role. A name without Latin letters or digits gets an id of its own.
#[must_use]
pub fn table_id(name: &str) -> Option<(TableId, String)> {
    let shown = plain_line(name, MOST_NAME);
    if !shown.chars().any(char::is_alphanumeric) {
        return None;
    }
    let short = |mut id: String| {
        id.truncate(LONGEST);
        id.truncate(id.trim_end_matches('-').len());
        id
    };
    let id = slug(&shown).map_or_else(
        || format!("table-{}", short(hexadecimal_of(&shown, 8))),
        short,
    );
    let taken = id.is_empty() || TAKEN.contains(&id.as_str());
    (!taken).then_some((TableId(id), shown))
}

impl Folder {
    /// The folder at this path; nothing is made yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Makes the folders of a new workshop: for the owner alone, or for the group too.
    ///
    /// # Errors
    /// What the system reports.
    pub fn make(&self, shared: bool) -> io::Result<()> {
        make(&self.root, if shared { 0o2770 } else { 0o700 })?;
        for name in ["scenarios", "tables", "handed"] {
            make(&self.root.join(name), if shared { 0o2770 } else { 0o700 })?;
        }
        make(&self.root.join("keys"), 0o700)
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The record.
    #[must_use]
    pub fn record(&self) -> PathBuf {
        self.root.join("record.log")
    }

    /// What the workshop starts from.
    #[must_use]
    pub fn scenarios(&self) -> PathBuf {
        self.root.join("scenarios")
    }

    /// What was handed in.
    #[must_use]
    pub fn handed(&self) -> PathBuf {
        self.root.join("handed")
    }

    /// Codes and keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// All that belongs to one table.
    #[must_use]
    pub fn table(&self, table: &TableId) -> PathBuf {
        self.root.join("tables").join(table.as_str())
    }

    /// The trainer's own library.
    #[must_use]
    pub fn trainer(&self) -> PathBuf {
        // No table has a name with a dot.
        self.root.join("tables").join("trainer.own")
    }

    /// Makes the folder of a table, which nobody but the owner can read.
    ///
    /// # Errors
    /// What the system reports; also if something else has this name, such as a link to elsewhere.
    pub fn make_table(&self, table: &TableId) -> io::Result<()> {
        make(&self.table(table), 0o700)
    }

    /// Makes the folder of the trainer.
    ///
    /// # Errors
    /// As [`Folder::make_table`].
    pub fn make_trainer(&self) -> io::Result<()> {
        make(&self.trainer(), 0o700)
    }

    /// Where the workbench of a table keeps its files.
    #[must_use]
    pub fn homes(&self, table: &TableId) -> Homes {
        Homes::under(self.table(table))
    }

    /// Where the workbench of the trainer keeps its files.
    #[must_use]
    pub fn trainer_homes(&self) -> Homes {
        Homes::under(self.trainer())
    }

    /// Name of the file of a hand-in.
    #[must_use]
    pub fn handed_name(table: &TableId, number: u32) -> String {
        format!("{table}-{number}.ron")
    }
}

/// Does a path lead to something inside `root`, whatever links and `..` are in it? The end of the
/// path need not exist. A path from nowhere in particular counts from `root`.
///
/// Whoever carries out what a table asks of the disk looks here first: a table types paths.
#[must_use]
pub fn is_inside(root: &Path, path: &Path) -> bool {
    let Ok(root) = fs::canonicalize(root) else {
        return false;
    };
    let mut real = PathBuf::new();
    for step in root.join(path).components() {
        match step {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            step => real.push(step),
        }
        match fs::canonicalize(&real) {
            Ok(found) => real = found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // A link that leads nowhere yet would be followed when something is written.
                if fs::symlink_metadata(&real).is_ok() {
                    return false;
                }
            }
            Err(_) => return false,
        }
    }
    real.starts_with(&root)
}

/// Makes a folder with these permissions if there is none. A link is not followed.
#[cfg(unix)]
fn make(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    let mut builder = fs::DirBuilder::new();
    match builder.mode(mode & 0o777).create(path) {
        // The user's mask may have taken away what the group needs.
        Ok(()) => fs::set_permissions(path, fs::Permissions::from_mode(mode)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => is_folder(path),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn make(path: &Path, _: u32) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => is_folder(path),
        other => other,
    }
}

fn is_folder(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() {
        Ok(())
    } else {
        Err(io::Error::from(io::ErrorKind::NotADirectory))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_name_becomes_a_plain_id_that_is_no_way_out() {
        let id = |name: &str| table_id(name).map(|(id, shown)| (id.0, shown));
        let made = |id: &str, shown: &str| Some((id.to_owned(), shown.to_owned()));
        assert_eq!(id("Blue"), made("blue", "Blue"));
        assert_eq!(id(" Table  2 "), made("table-2", "Table 2"));
        assert_eq!(
            id("../../etc/passwd"),
            made("etc-passwd", "../../etc/passwd")
        );
        assert_eq!(id("Trainer"), None);
        assert_eq!(id(" … "), None);
        let (chinese, shown) = id("马拉维").unwrap();
        assert!(chinese.starts_with("table-") && shown == "马拉维");
        assert_ne!(id("马拉维").unwrap().0, id("马拉").unwrap().0);
    }

    proptest! {
        #[test]
        fn no_name_makes_anything_but_a_plain_folder(name in any::<String>()) {
            if let Some((id, _)) = table_id(&name) {
                let plain = |l: char| l.is_ascii_lowercase() || l.is_ascii_digit() || l == '-';
                prop_assert!(id.as_str().chars().all(plain));
                prop_assert!((1..=50).contains(&id.as_str().len()));
                let path = Folder::at("/w").table(&id);
                prop_assert_eq!(path.parent().unwrap(), Path::new("/w/tables"));
            }
        }
    }

    #[test]
    fn a_path_that_leaves_the_sandbox_is_seen_however_it_is_written() {
        let folder = tempdir().unwrap();
        let root = folder.path().join("blue");
        fs::create_dir_all(root.join("scenarios")).unwrap();
        fs::create_dir(folder.path().join("red")).unwrap();
        fs::write(folder.path().join("red/secret.ron"), "x").unwrap();
        for inside in [
            "x.ron",
            "scenarios/x.ron",
            "scenarios/../x.ron",
            "new/deep/x.ron",
            ".",
        ] {
            assert!(is_inside(&root, Path::new(inside)), "{inside}");
        }
        for outside in [
            "..",
            "../red/secret.ron",
            "scenarios/../../red/secret.ron",
            "/etc/passwd",
            "new/../../red/x.ron",
        ] {
            assert!(!is_inside(&root, Path::new(outside)), "{outside}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out_and_a_link_is_no_table() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempdir().unwrap();
        let root = folder.path().join("blue");
        fs::create_dir(&root).unwrap();
        symlink(folder.path(), root.join("up")).unwrap();
        symlink(folder.path().join("nothing"), root.join("dangling")).unwrap();
        assert!(!is_inside(&root, Path::new("up/x.ron")));
        assert!(!is_inside(&root, Path::new("dangling")));
        let workshop = Folder::at(folder.path().join("w"));
        workshop.make(false).unwrap();
        let red = table_id("red").unwrap().0;
        symlink(folder.path(), workshop.table(&red)).unwrap();
        assert!(workshop.make_table(&red).is_err());
        let blue = table_id("blue").unwrap().0;
        workshop.make_table(&blue).unwrap();
        workshop.make_table(&blue).unwrap();
        let mode = fs::metadata(workshop.table(&blue))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
