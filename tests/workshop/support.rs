//! A workshop in a folder of its own, with everybody in this process.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use foretree::app::Msg;
use foretree::files::examples::example;
use foretree::files::{self, Clock};
use foretree::scenario::Scenario;
use foretree::workshop::host::{Host, Member, Proof, SeatWish};
use foretree::workshop::setup::{NewWorkshop, make};
use foretree::workshop::{Answer, Question, Role, RoomAct, RoundView};
use tempfile::{TempDir, tempdir};

/// A day with its folder.
pub struct Day {
    _folder: TempDir,
    pub host: Arc<Host>,
}

/// The example that rooms start from.
pub fn malawi() -> Scenario {
    let (name, text) = example("malawi-tax-power-masts").unwrap();
    files::parse(text, name).unwrap().scenario
}

impl Day {
    pub fn new() -> Self {
        let folder = tempdir().unwrap();
        let start = folder.path().join("malawi.ron");
        files::save(&start, &malawi()).unwrap();
        let path = folder.path().join("day");
        let wish = NewWorkshop {
            folder: path.clone(),
            title: "Malawi day".to_owned(),
            scenarios: vec![start],
            shared: false,
        };
        let clock = Clock::frozen("2026-11-22 09:30:15").unwrap();
        make(&wish, clock).unwrap();
        let host = Host::join(&path, clock).unwrap();
        Day {
            _folder: folder,
            host,
        }
    }

    pub fn member(&self, role: Role, table: &str) -> (Member, Receiver<Msg>) {
        let wish = SeatWish {
            role,
            table: table.to_owned(),
            proof: Proof::Folder,
        };
        let (out, inbox) = channel();
        let seat = self.host.seat(&wish).unwrap();
        (self.host.enter(seat, out).unwrap(), inbox)
    }

    /// A round of one stage in which people named `0`, `1`, … of one table answer, closed.
    pub fn round(&self, question: Question, answers: &[(Answer, &str)]) -> RoundView {
        let (trainer, _t) = self.member(Role::Trainer, "");
        let (table, _b) = self.member(Role::Table, "Blue");
        let people: Vec<String> = (0..answers.len()).map(|n| n.to_string()).collect();
        table.act(RoomAct::Name {
            people: people.clone(),
        });
        trainer.act(RoomAct::OpenRound(question));
        let number = trainer.view().open_round().unwrap().number;
        for (person, (answer, reason)) in people.iter().zip(answers) {
            table.act(RoomAct::Answer {
                round: number,
                stage: 1,
                person: person.clone(),
                answer: answer.clone(),
                reason: (*reason).to_owned(),
            });
        }
        trainer.act(RoomAct::CloseStage);
        trainer.view().rounds.last().unwrap().clone()
    }
}

/// A probability.
pub fn says(p: f64) -> Answer {
    Answer::Probability {
        p,
        low: None,
        high: None,
    }
}

/// A range that holds the value as often as not, with its best guess.
pub fn range(low: f64, best: f64, high: f64) -> Answer {
    Answer::Quantity {
        low,
        high,
        best,
        confidence: 0.5,
    }
}
