//! Where text leaves the program.
//!
//! Everything is composed first and written at once, so that a failure leaves standard output
//! empty. A pipe closed by its reader (`foretree run … | head`) is no failure.

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::report::look::Look;

/// What the terminal behind standard output can show.
pub(crate) fn look() -> Look {
    if crate::jobs::gate::share().is_some() {
        // The command came over the network: whoever reads it has another terminal, or none.
        return Look {
            ascii: true,
            styled: false,
        };
    }
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
            .write_all(harmless(text).as_bytes())
            .and_then(|()| stdout.flush()),
    )
}

/// Writes lines for people to standard error. Nothing can be done if that fails.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(text.trim_end()));
}

/// Text without anything that could command a terminal: titles and notes of a scenario file come
/// from other people. Our own styles (`ESC [ … m`) stay; every other control or bidirectional
/// character becomes a replacement character.
pub(super) fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let style = style_length(rest);
        let length = if style > 0 { style } else { next.len_utf8() };
        let (piece, after) = rest.split_at(length);
        safe.push_str(if style == 0 && commands_terminal(next) {
            "\u{fffd}"
        } else {
            piece
        });
        rest = after;
    }
    safe
}

/// Bytes of the style sequence that `text` starts with; 0 if it starts with none.
fn style_length(text: &str) -> usize {
    let Some(inside) = text.strip_prefix("\u{1b}[") else {
        return 0;
    };
    let parameters = inside
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b';')
        .count();
    if inside.as_bytes().get(parameters) == Some(&b'm') {
        parameters + 3
    } else {
        0
    }
}

fn commands_terminal(c: char) -> bool {
    let bidirectional = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    bidirectional || (c.is_control() && c != '\n' && c != '\t')
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

    #[test]
    fn nothing_in_a_text_can_command_the_terminal() {
        let evil = "a\u{1b}]0;title\u{7}b\u{1b}[2Jc\u{202e}d\r\u{9b}e";
        let safe = harmless(evil);
        assert!(
            !safe.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r', '\u{9b}']),
            "{safe:?}"
        );
        assert!(safe.contains("0;title") && safe.ends_with('e'));
    }

    #[test]
    fn our_own_styles_and_lines_stay() {
        let text = "\u{1b}[1mbold\u{1b}[0m\n\tßé▇";
        assert_eq!(harmless(text), text);
    }

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
