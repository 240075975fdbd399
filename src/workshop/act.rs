//! What a member asks of the room.

use std::sync::Arc;

use super::{Adopted, AgendaItem, Answer, Origin, Question, Role, TableId, Truth};
use crate::scenario::Scenario;

/// A scenario that the room keeps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// One that the workshop starts from, by the name of its file. A table gets a copy of its own.
    Start(String),
    /// One that was handed in. Tables may open their own, the trainer all.
    Handed {
        /// By which table.
        table: TableId,
        /// Which of its hand-ins, from 1.
        number: u32,
    },
}

/// An answer on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The number on the card, so that stages can be compared; none = the next free one.
    pub number: Option<u32>,
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub reason: String,
}

/// Something that a member asks for. Whoever may not is told so.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomAct {
    /// Where this member is, and what it works on. Not kept in the record; only the trainer sees it.
    At {
        /// Id of the screen.
        screen: String,
        /// The scenario that is shown.
        scenario: Option<Arc<Scenario>>,
    },
    /// Who sits at this table.
    Name {
        /// The names; empty = the table speaks as one.
        people: Vec<String>,
    },
    /// Whose voice is missing. Everybody but observers.
    Missing(String),
    /// An idea to set aside. Everybody but observers.
    Park(String),
    /// Open a scenario: answered by `Msg::Opened`.
    Open(Piece),
    /// A table hands a scenario in.
    HandIn {
        /// The scenario.
        scenario: Arc<Scenario>,
        /// What the table says about it.
        comment: String,
    },
    /// Somebody at this table answers.
    Answer {
        /// Which round.
        round: u32,
        /// Which stage: an answer that comes too late is told so.
        stage: u32,
        /// Which of the table's people; empty = the table speaks as one.
        person: String,
        /// The answer.
        answer: Answer,
        /// Why.
        reason: String,
    },
    /// This table changed something after it had seen the numbers.
    ChangedAfterReveal(String),
    /// Look at the trainer's screen (true) or at one's own again (false).
    Follow(bool),
    /// Trainer: say something to all.
    Announce(String),
    /// Trainer: what is planned, and the item that runs.
    Agenda {
        /// In their order.
        items: Vec<AgendaItem>,
        /// The item that runs.
        at: Option<usize>,
    },
    /// Trainer: so much time from now.
    StartTimer {
        /// For what.
        title: String,
        /// How long.
        seconds: u32,
    },
    /// Trainer: no timer.
    StopTimer,
    /// Trainer: tables cannot edit (true), or can again.
    Lock(bool),
    /// Trainer: show this screen to all (true), or let go.
    Lead(bool),
    /// Trainer: give a scenario back.
    HandBack {
        /// To which table.
        table: TableId,
        /// Which of its hand-ins.
        number: u32,
        /// What there is to say.
        comment: String,
    },
    /// Trainer: a new round, stage 1.
    OpenRound(Question),
    /// Trainer: the next stage of the last round, after its answers were seen.
    OpenStage,
    /// Trainer: take no more answers and show them.
    CloseStage,
    /// Trainer: answers from paper.
    Cards {
        /// How they come.
        from: Origin,
        /// The cards; either all are taken or none.
        cards: Vec<Card>,
    },
    /// Trainer: a result was written into a scenario; it is kept in the record.
    Adopt(Box<Adopted>),
    /// Trainer: what came out.
    Reveal {
        /// Of which round.
        round: u32,
        /// What.
        truth: Truth,
    },
    /// Trainer: the workshop is over.
    Close,
}

impl RoomAct {
    /// May a member of this role ask for it?
    #[must_use]
    pub fn is_for(&self, role: Role) -> bool {
        match self {
            RoomAct::At { .. } | RoomAct::Follow(_) => true,
            RoomAct::Missing(_) | RoomAct::Park(_) | RoomAct::Open(_) => role != Role::Observer,
            RoomAct::Name { .. }
            | RoomAct::HandIn { .. }
            | RoomAct::Answer { .. }
            | RoomAct::ChangedAfterReveal(_) => role == Role::Table,
            _ => role == Role::Trainer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn observers_change_nothing_tables_work_and_only_trainers_lead() {
        let may = |act: RoomAct| {
            [Role::Observer, Role::Table, Role::Trainer].map(|role| act.is_for(role))
        };
        assert_eq!(may(RoomAct::Follow(false)), [true, true, true]);
        assert_eq!(may(RoomAct::Park("idea".to_owned())), [false, true, true]);
        let open = RoomAct::Open(Piece::Start("x.ron".to_owned()));
        assert_eq!(may(open), [false, true, true]);
        assert_eq!(may(RoomAct::Name { people: vec![] }), [false, true, false]);
        assert_eq!(may(RoomAct::CloseStage), [false, false, true]);
        assert_eq!(may(RoomAct::Lock(true)), [false, false, true]);
    }
}
