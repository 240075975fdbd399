//! Where text leaves the program.
//!
//! Everything is composed first and written at once, so that a failure leaves standard output
//! empty. A pipe closed by its reader (`foretree run … | head`) is no failure.

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::report::look::Look;

/// What the terminal behind standard output can show.
pub(crate) fn look() -> Look {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    look_of(variable, io::stdout().is_terminal(), cfg!(windows))
}

fn look_of(variable: impl Fn(&str) -> Option<String>, terminal: bool, windows: bool) -> Look {
    let dumb = variable("TERM").is_some_and(|term| term == "dumb");
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| variable(name));
    let unicode = match locale {
        Some(name) => {
            let name = name.to_ascii_lowercase();
            name.contains("utf-8") || name.contains("utf8")
        }
        None => windows,
    };
    Look {
        ascii: dumb || !unicode,
        styled: terminal && !dumb && variable("NO_COLOR").is_none(),
    }
}

/// Writes to standard output; a closed pipe ends silently.
///
/// # Errors
///
/// Any other fault of the writer, such as a full disk behind a redirection.
pub(crate) fn write(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    forgive_closed_pipe(
        stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush()),
    )
}

/// Writes lines for people to standard error. Nothing can be done if that fails.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

fn forgive_closed_pipe(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_with(set: &[(&str, &str)], terminal: bool) -> Look {
        let find = |name: &str| {
            set.iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        look_of(find, terminal, false)
    }

    #[test]
    fn only_a_terminal_without_no_color_gets_styles() {
        let utf8 = ("LANG", "en_GB.UTF-8");
        assert!(look_with(&[utf8, ("TERM", "xterm")], true).styled);
        assert!(!look_with(&[utf8, ("TERM", "xterm")], false).styled);
        assert!(!look_with(&[utf8, ("NO_COLOR", "1")], true).styled);
        assert!(!look_with(&[utf8, ("TERM", "dumb")], true).styled);
    }

    #[test]
    fn only_a_utf8_locale_gets_more_than_ascii() {
        assert!(!look_with(&[("LANG", "C.utf8")], true).ascii);
        assert!(look_with(&[("LANG", "C.utf8"), ("LC_ALL", "C")], true).ascii);
        assert!(look_with(&[("LANG", "C.utf8"), ("TERM", "dumb")], true).ascii);
        assert!(look_with(&[], true).ascii);
    }
}
