//! `foretree completions SHELL`.

use super::arguments::Completions;
use super::help::command_line;

/// The completion script of a shell.
pub(crate) fn completions(asked: &Completions) -> String {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command_line(), "foretree", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
