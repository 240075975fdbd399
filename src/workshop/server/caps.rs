//! What a client tells about its terminal: environment and size of the window, within bounds.

use std::sync::atomic::{AtomicU32, Ordering};

/// Variables that a client may set, and how they begin.
const KNOWN: [&str; 4] = ["LANG", "COLORTERM", "NO_COLOR", "TERM"];
const KNOWN_START: &str = "LC_";
/// Variables that are kept.
const MOST: usize = 24;
/// Letters of one value.
const LONGEST: usize = 64;

/// The environment of a client. Nothing of the server's own is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caps {
    variables: Vec<(String, String)>,
}

impl Caps {
    /// Takes a variable, if it is one that says something about a terminal.
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        let known = KNOWN.contains(&name) || name.starts_with(KNOWN_START);
        let plain =
            |text: &str| text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_graphic());
        if !known || !plain(name) || !plain(value) {
            return false;
        }
        self.variables.retain(|(other, _)| other != name);
        if self.variables.len() >= MOST {
            return false;
        }
        self.variables.push((name.to_owned(), value.to_owned()));
        true
    }

    /// The value of a variable.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let found = self.variables.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.clone())
    }
}

/// The size of a client's window, shared between whoever hears of it and whoever draws.
#[derive(Debug)]
pub struct Window {
    /// Columns in the upper half, rows in the lower.
    size: AtomicU32,
    most: (u16, u16),
}

impl Window {
    /// A window of 80 by 24 that never gets larger than `most` columns and rows.
    #[must_use]
    pub fn new(most: (u16, u16)) -> Self {
        let window = Self {
            size: AtomicU32::new(0),
            most,
        };
        window.set(80, 24);
        window
    }

    /// Takes a new size. Nothing is what a terminal says that does not know: then it is 80 by 24.
    pub fn set(&self, columns: u32, rows: u32) -> (u16, u16) {
        let fit = |wished: u32, usual: u32, most: u16| match wished {
            0 => usual,
            wished => wished.min(most.into()),
        };
        let columns = fit(columns, 80, self.most.0);
        let rows = fit(rows, 24, self.most.1);
        self.size.store(columns << 16 | rows, Ordering::SeqCst);
        self.get()
    }

    /// Columns and rows.
    #[must_use]
    pub fn get(&self) -> (u16, u16) {
        let size = self.size.load(Ordering::SeqCst);
        let half = |half: u32| u16::try_from(half & 0xffff).unwrap_or(u16::MAX);
        (half(size >> 16), half(size))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_tells_of_a_terminal_is_taken() {
        let mut caps = Caps::default();
        assert!(caps.set("LANG", "de_DE.UTF-8") && caps.set("LC_CTYPE", "C"));
        for (name, value) in [
            ("PATH", "/tmp"),
            ("LD_PRELOAD", "x"),
            ("LC_A\u{1b}", "x"),
            ("LANG", "a\u{1b}[2J"),
            ("TERM", &"x".repeat(65)),
        ] {
            assert!(!caps.set(name, value), "{name}");
        }
        assert_eq!(caps.get("LANG").as_deref(), Some("de_DE.UTF-8"));
        assert_eq!(caps.get("PATH"), None);
    }

    #[test]
    fn a_flood_of_variables_ends() {
        let mut caps = Caps::default();
        let taken = (0..1000)
            .filter(|n| caps.set(&format!("LC_{n}"), "x"))
            .count();
        assert_eq!(taken, MOST);
    }

    #[test]
    fn giant_windows_and_none_become_drawable() {
        let window = Window::new((500, 150));
        assert_eq!(window.set(10_000, 10_000), (500, 150));
        assert_eq!(window.set(u32::MAX, 0), (500, 24));
        assert_eq!(window.set(0, 0), (80, 24));
        assert_eq!(window.set(1, 1), (1, 1));
        assert_eq!(window.get(), (1, 1));
    }
}
