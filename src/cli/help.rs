//! Help texts, taken from the catalogue of words.
//!
//! Message ids: `help-COMMAND` says what a command does, `help-COMMAND-examples` shows how,
//! `help-COMMAND-ARGUMENT` (or `help-any-ARGUMENT`, where commands share it) explains an argument.

use clap::{Command, CommandFactory};

use super::arguments::Arguments;
use crate::report::look::WIDTH;
use crate::words::{known_message, tell};

/// The command line with every help text in place.
pub(crate) fn command_line() -> Command {
    let mut command = Arguments::command().term_width(WIDTH);
    // Builds the automatic `--help` and `--version` arguments so that their texts can be ours.
    command.build();
    let top = explain(command, "foretree");
    let names: Vec<String> = top
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    names.iter().fold(top, |top, name| {
        top.mut_subcommand(name, |subcommand| explain_all(subcommand, name))
    })
}

/// Explains a command and its own commands; those of `workshop` are named `workshop-NAME`.
fn explain_all(command: Command, name: &str) -> Command {
    let own: Vec<String> = command
        .get_subcommands()
        .map(|one| one.get_name().to_owned())
        .collect();
    own.iter().fold(explain(command, name), |command, one| {
        let whole = format!("{name}-{one}");
        command.mut_subcommand(one, |subcommand| explain(subcommand, &whole))
    })
}

fn explain(command: Command, name: &str) -> Command {
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    let command = command
        .about(tell(&format!("help-{name}"), &[]))
        .after_help(tell(&format!("help-{name}-examples"), &[]));
    arguments.iter().fold(command, |command, argument| {
        command.mut_arg(argument, |shown| {
            shown.help(tell(&message_of(name, argument), &[]))
        })
    })
}

/// The message that explains an argument: the command's own, or the one that commands share.
fn message_of(command: &str, argument: &str) -> String {
    let own = format!("help-{command}-{argument}");
    if known_message(&own) {
        own
    } else {
        format!("help-any-{argument}")
    }
}
