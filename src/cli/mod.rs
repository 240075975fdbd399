//! The command line: one file per command, from arguments to a call and an exit code.
//!
//! Holds no logic of the model and no sentences: those are in the modules it calls and in the
//! catalogue of words. Output is composed first and written at once; on failure standard output
//! stays empty.

#![deny(clippy::indexing_slicing)]

mod arguments;
mod attribution;
mod backcast;
mod backtest;
mod check;
mod choices;
mod compare;
mod completions;
mod data;
mod engine;
mod failure;
mod help;
mod interrupt;
mod man;
mod matters;
mod new;
mod open;
mod output;
mod progress;
#[cfg(feature = "workshop")]
mod remote;
mod replay;
mod run;
mod serve;
mod setbacks;
mod source;
mod welcome;
mod workshop;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use self::arguments::{Arguments, Command, Format, Prose};
use self::failure::{Failure, Kind};
#[cfg(feature = "workshop")]
pub(crate) use self::remote::{Remote, Reply};
use crate::tell;
use crate::term::OpenWish;

/// Reads the arguments of this process, does what they ask and says how it went.
#[must_use]
pub fn main() -> ExitCode {
    ExitCode::from(answer(std::env::args_os().collect()))
}

fn answer(typed: Vec<OsString>) -> u8 {
    let look = output::look();
    match parse(&typed) {
        Ok(arguments) => {
            let json = wants_json(arguments.command.as_ref());
            match carry_out(arguments) {
                Ok(code) => code,
                Err(failure) => {
                    failure.report(json, look);
                    failure.kind.exit_code()
                }
            }
        }
        Err(error) => explain(&error, &typed, look),
    }
}

fn parse(typed: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = help::command_line().try_get_matches_from(typed)?;
    Arguments::from_arg_matches(&matches)
}

/// The workbench takes the terminal over; everything else is a text to be printed.
fn carry_out(arguments: Arguments) -> Result<u8, Failure> {
    match arguments.command {
        Some(Command::Open(asked)) => open::open(&asked.into()),
        Some(Command::Workshop(asked)) if asked.is_seat() => open::open(&asked.into()),
        Some(Command::Serve(asked)) => serve::serve(&asked).map(|()| 0),
        None if open::has_terminal() => open::open(&OpenWish::default()),
        other => command(other).and_then(|text| print(&text)).map(|()| 0),
    }
}

fn command(command: Option<Command>) -> Result<String, Failure> {
    match command {
        None | Some(Command::Open(_) | Command::Serve(_)) => Ok(welcome::welcome(output::look())),
        Some(Command::Replay(asked)) => replay::replay(&asked),
        Some(Command::New(asked)) => new::new(&asked),
        Some(Command::Data(asked)) => data::data(&asked),
        Some(Command::Check(asked)) => check::check(&asked),
        Some(Command::Run(asked)) => run::run(&asked),
        Some(Command::Compare(asked)) => compare::compare(&asked),
        Some(Command::Matters(asked)) => matters::matters_command(&asked),
        Some(Command::Backtest(asked)) => backtest::backtest(&asked),
        Some(Command::Setbacks(asked)) => setbacks::setbacks(&asked),
        Some(Command::Backcast(asked)) => backcast::backcast(&asked),
        Some(Command::Choices(asked)) => choices::command(&asked),
        Some(Command::Completions(asked)) => Ok(completions::completions(&asked)),
        Some(Command::Workshop(asked)) => workshop::workshop(&asked),
        Some(Command::Man) => man::man().map_err(|error| unwritable(&error)),
    }
}

fn print(text: &str) -> Result<(), Failure> {
    output::write(text).map_err(|error| unwritable(&error))
}

fn unwritable(error: &std::io::Error) -> Failure {
    Failure::new(
        Kind::File,
        tell!("fault-write-output", reason = error.to_string()),
    )
}

fn wants_json(command: Option<&Command>) -> bool {
    match command {
        Some(Command::Check(asked)) => asked.format == Prose::Json,
        Some(Command::Run(asked)) => asked.format == Format::Json,
        Some(Command::Compare(asked)) => asked.format == Format::Json,
        Some(Command::Setbacks(asked)) => asked.format == Format::Json,
        Some(Command::Backcast(asked)) => asked.format == Format::Json,
        Some(Command::Choices(asked)) => asked.format == Format::Json,
        Some(Command::Matters(asked)) => asked.format == Format::Json,
        Some(Command::Data(asked)) => asked.format == Format::Json,
        Some(Command::Backtest(asked)) => asked.format == Format::Json,
        Some(Command::Workshop(asked)) => workshop::wants_json(asked),
        _ => false,
    }
}

/// Prints help, the version or what is wrong with the command line.
fn explain(error: &clap::Error, typed: &[OsString], look: crate::report::look::Look) -> u8 {
    let text = error.render();
    if !error.use_stderr() {
        let text = if look.styled {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        return match print(&look.text(&text)) {
            Ok(()) => 0,
            Err(failure) => failure.kind.exit_code(),
        };
    }
    let text = text.to_string();
    let failure = Failure::usage(text.strip_prefix("error: ").unwrap_or(&text));
    failure.report(typed_json(typed), look);
    failure.kind.exit_code()
}

/// Whether JSON was asked for on a command line that could not be understood.
fn typed_json(typed: &[OsString]) -> bool {
    let after_format = typed.iter().zip(typed.iter().skip(1));
    typed.iter().any(|word| word == "--format=json")
        || after_format
            .into_iter()
            .any(|(word, next)| word == "--format" && next == "json")
}
