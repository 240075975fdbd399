//! `foretree replay`: a recorded session, played without a terminal.

use std::path::PathBuf;

use clap::Args;

use super::failure::{Failure, Kind};
use crate::files::{Clock, Homes};
use crate::look::Look;
use crate::tell;
use crate::term::{ReplayFault, Seats};
use crate::words::faults::of_life;

#[derive(Debug, Args)]
pub(crate) struct Replay {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub home: Option<PathBuf>,
}

/// Plays the session and prints the screens that it asks for, or the last one.
///
/// # Errors
/// A file that cannot be read, a line that cannot be played, a screen that does not show what the
/// session says.
pub(crate) fn replay(asked: &Replay) -> Result<String, Failure> {
    let file = asked.file.display().to_string();
    let text = std::fs::read_to_string(&asked.file).map_err(|error| {
        let reason = error.to_string();
        Failure::new(
            Kind::File,
            tell!("replay-unreadable", file = &file, reason = reason),
        )
    })?;
    let temporary;
    let homes = match &asked.home {
        Some(home) => Homes::under(home),
        None => {
            // A session must not meet what happens to lie in somebody's library.
            temporary = tempfile::tempdir().map_err(|error| system(&error))?;
            Homes::under(temporary.path())
        }
    };
    let mut seats = Seats::new(homes, Clock::System, Look::PLAINEST, (80, 24))
        .map_err(|error| system(&error))?;
    let settled = |fault: ReplayFault| stopped(&file, 0, &fault);
    seats.session().settle().map_err(settled)?;
    seats
        .play(&text)
        .map_err(|(line, fault)| stopped(&file, line, &fault))?;
    seats.session().settle().map_err(settled)?;
    let printed = seats.take_printed();
    Ok(if printed.is_empty() {
        seats.session().screen() + "\n"
    } else {
        printed
    })
}

fn system(error: &std::io::Error) -> Failure {
    let path = std::env::temp_dir();
    let fault = crate::files::LifeFault::System(path, error.to_string());
    Failure::new(Kind::File, of_life(&fault))
}

fn stopped(file: &str, line: usize, fault: &ReplayFault) -> Failure {
    let reason = match fault {
        ReplayFault::Head => tell!("replay-head"),
        ReplayFault::Command(word) => tell!("replay-command", word = word),
        ReplayFault::Argument(text) => tell!("replay-argument", text = text),
        ReplayFault::NotSeen(text) => tell!("replay-not-seen", text = text),
        ReplayFault::Seen(text) => tell!("replay-seen", text = text),
        ReplayFault::Hangs => tell!("replay-hangs"),
        ReplayFault::Refused(reason) => reason.clone(),
    };
    let message = tell!("replay-stopped", file = file, line = line, reason = reason);
    Failure::new(Kind::Scenario, message)
}
