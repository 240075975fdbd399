//! Which files a client may name: those of its own folder of scenarios, and no others.
//!
//! The workbench asks for files by path, and a path is a text that a stranger can type. Links are
//! refused too: nobody here can make one, so one that is there leads out.

use std::path::{Component, Path, PathBuf};

/// The fence around one folder.
#[derive(Clone, Debug)]
pub(super) struct Fence(PathBuf);

impl Fence {
    /// Around a folder. It need not exist yet.
    pub(super) fn around(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// The file inside that a path means: a bare name, or the folder with a bare name behind it.
    /// `None` for everything else.
    pub(super) fn inside(&self, path: &Path) -> Option<PathBuf> {
        let canonical = self.0.canonicalize().unwrap_or_else(|_| self.0.clone());
        let rest = [&self.0, &canonical]
            .into_iter()
            .find_map(|folder| path.strip_prefix(folder).ok())
            .unwrap_or(path);
        let mut parts = rest.components();
        let (Some(Component::Normal(name)), None) = (parts.next(), parts.next()) else {
            return None;
        };
        let name = name.to_str().filter(|name| is_plain(name))?;
        let file = canonical.join(name);
        let linked = file.symlink_metadata().is_ok_and(|found| !found.is_file());
        (!linked).then_some(file)
    }
}

/// A name of a scenario or result: letters, digits and few signs, not hidden.
fn is_plain(name: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || " -_.,()+'".contains(c);
    name.len() <= 120 && !name.starts_with('.') && name.chars().all(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_files_are_inside_and_no_trick_leads_out() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("scenarios");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(home.path().join("secret.ron"), "x").unwrap();
        std::fs::create_dir(folder.join("sub")).unwrap();
        let fence = Fence::around(&folder);
        let inside = |path: &str| fence.inside(Path::new(path)).is_some();
        assert!(inside("a.ron") && inside("Straße 2.ron"));
        assert!(inside(folder.join("a.ron").to_str().unwrap()));
        for trick in [
            "../secret.ron",
            "/etc/passwd",
            "sub/a.ron",
            "sub",
            "./a.ron/..",
            "",
            ".",
            "..",
            ".hidden",
            "a\u{1b}[2J.ron",
            "a\u{202e}nor.exe",
            "a\n.ron",
            "~/a.ron",
            "a\0b",
        ] {
            assert!(!inside(trick), "{trick:?}");
        }
        let out = folder.join("../secret.ron");
        assert!(!inside(out.to_str().unwrap()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("secret.ron");
        std::fs::write(&target, "x").unwrap();
        let folder = home.path().join("scenarios");
        std::fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink(&target, folder.join("a.ron")).unwrap();
        assert_eq!(Fence::around(&folder).inside(Path::new("a.ron")), None);
    }
}
