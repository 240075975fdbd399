//! `foretree workshop cards`: answers on paper into the round that is open.

use std::path::PathBuf;
use std::sync::mpsc::channel;

use clap::Args;

use super::super::failure::{Failure, Kind};
use super::{Folder, of_host_fault};
use crate::app::Msg;
use crate::files::Clock;
use crate::tell;
use crate::words::workshop::{of_cards, of_door};
use crate::workshop::host::{Host, Proof, SeatWish};
use crate::workshop::round::read_cards;
use crate::workshop::{Origin, Role, RoomAct};

#[derive(Debug, Args)]
pub(crate) struct Cards {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(long, value_name = "N")]
    pub round: u32,
    #[arg(long, value_name = "FILE")]
    pub csv: PathBuf,
}

/// Reads the cards and writes them into the record: all of them, or none.
pub(super) fn cards(asked: &Cards) -> Result<String, Failure> {
    let host = Host::join(&asked.folder.folder, Clock::System);
    let host = host.map_err(|fault| of_host_fault(&fault))?;
    let room = host.room();
    let open = room.open_round().filter(|open| open.number == asked.round);
    let Some(open) = open else {
        let round = asked.round.to_string();
        return Err(Failure::usage(tell!(
            "workshop-cards-closed",
            round = round
        )));
    };
    let file = asked.csv.display().to_string();
    let text = std::fs::read_to_string(&asked.csv).map_err(|error| {
        let reason = error.to_string();
        Failure::new(
            Kind::File,
            tell!("workshop-record-system", file = &file, reason = reason),
        )
    })?;
    let cards = read_cards(&open.question, &text).map_err(|fault| {
        let reason = of_cards(&fault);
        Failure::new(
            Kind::Scenario,
            tell!("workshop-record-system", file = &file, reason = reason),
        )
    })?;
    let wish = SeatWish {
        role: Role::Trainer,
        table: String::new(),
        proof: Proof::Folder,
    };
    let (out, inbox) = channel();
    let seat = host.seat(&wish).and_then(|seat| host.enter(seat, out));
    let member = seat.map_err(|refused| Failure::new(Kind::File, of_door(&refused)))?;
    member.act(RoomAct::Cards {
        from: Origin::Csv,
        cards,
    });
    let answer = inbox.try_iter().find_map(|msg| match msg {
        Msg::Done(text) => Some(Ok(text + "\n")),
        Msg::Trouble(text) => Some(Err(Failure::new(Kind::File, text))),
        _ => None,
    });
    answer.unwrap_or_else(|| Ok(String::new()))
}
