//! `foretree workshop …`: setting a workshop up, its record, its cards, and a seat without a server.

mod cards;
mod join;
mod new;
mod record;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::arguments::Prose;
use super::failure::{Failure, Kind};
use crate::term::OpenWish;
use crate::words::workshop::{of_host, of_record};
use crate::workshop::host::HostFault;
use crate::workshop::record::RecordFault;

#[derive(Debug, Args)]
pub(crate) struct Workshop {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Debug, Subcommand)]
pub(crate) enum What {
    New(new::New),
    Codes(new::Codes),
    Verify(record::Verify),
    Replay(record::Replay),
    Report(record::Report),
    Cards(cards::Cards),
    Join(join::Join),
}

/// What the commands about a record have in common.
#[derive(Debug, Args)]
pub(crate) struct Folder {
    #[arg(id = "workshop", value_name = "DIR")]
    pub folder: PathBuf,
}

/// A role without a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Alone {
    Trainer,
    Observer,
}

/// Does what was asked; the text to print.
///
/// # Errors
/// What is wrong with the folder, the record or the wish.
pub(crate) fn workshop(asked: &Workshop) -> Result<String, Failure> {
    match &asked.what {
        What::New(asked) => new::new(asked),
        What::Codes(asked) => new::codes(asked),
        What::Verify(asked) => record::verify(asked),
        What::Replay(asked) => record::replay(asked),
        What::Report(asked) => record::report(asked),
        What::Cards(asked) => cards::cards(asked),
        What::Join(_) => Ok(String::new()),
    }
}

impl Workshop {
    /// Whether the workbench is to be opened.
    pub(super) fn is_seat(&self) -> bool {
        matches!(self.what, What::Join(_))
    }
}

impl From<Workshop> for OpenWish {
    fn from(asked: Workshop) -> Self {
        let workshop = match &asked.what {
            What::Join(asked) => Some(asked.wish()),
            _ => None,
        };
        Self {
            workshop,
            ..Self::default()
        }
    }
}

/// Whether errors are to be told as JSON.
pub(crate) fn wants_json(asked: &Workshop) -> bool {
    match &asked.what {
        What::New(asked) => asked.format == Prose::Json,
        What::Verify(asked) => asked.format == Prose::Json,
        What::Replay(asked) => asked.format == Prose::Json,
        _ => false,
    }
}

fn of_record_fault(fault: &RecordFault) -> Failure {
    // A record that does not hold is damaged, like a result file.
    let kind = match fault {
        RecordFault::Broken(..) => Kind::Scenario,
        _ => Kind::File,
    };
    Failure::new(kind, of_record(fault))
}

fn of_host_fault(fault: &HostFault) -> Failure {
    match fault {
        HostFault::Record(fault) => of_record_fault(fault),
        other => Failure::new(Kind::File, of_host(other)),
    }
}
