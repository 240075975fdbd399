//! What is written into the record.
//!
//! Names are a contract: extend, never rename. A line of a later version whose event is not known
//! here is kept and passed over.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{AgendaItem, Answer, Expert, Method, Question, Role, TableId, Target, Truth};
use crate::scenario::hybrid::Change;

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The program.
    Host,
    /// The trainer.
    Trainer,
    /// A table.
    Table(TableId),
    /// Somebody who looks on.
    Observer,
    /// Somebody who answers; never beside a table's name.
    Expert,
}

/// One line of the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Number of the line, from 1.
    pub n: u64,
    /// When, as `2026-11-22 09:30:15`, in the time of the machine that wrote it.
    pub at: String,
    /// Who did it.
    pub by: Who,
    /// What.
    #[serde(rename = "do")]
    pub event: Event,
}

/// How an answer reached the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Typed at the table.
    #[default]
    Keyboard,
    /// Typed by the trainer from a paper card.
    Card,
    /// Read from a file of cards.
    Csv,
}

/// A scenario that a table has handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandIn {
    /// Which table.
    pub table: TableId,
    /// Which of its hand-ins, from 1.
    pub number: u32,
    /// Name of the file in the folder `handed`.
    pub file: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Title of the scenario.
    pub title: String,
    /// What it changes against the scenario that the workshop starts from.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// What the table says about it.
    #[serde(default)]
    pub comment: String,
}

/// A number that the room agreed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdoptedValue {
    /// A probability, 0..1.
    Probability(f64),
    /// A quantity, as scenario files write it.
    Quantity(String),
}

/// A view that the room did not share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Minority {
    /// What was answered.
    pub answer: Answer,
    /// Why; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// What a round wrote into a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adopted {
    /// Which round.
    pub round: u32,
    /// Title of the scenario.
    pub scenario: String,
    /// Where in it.
    pub target: Target,
    /// The number.
    pub value: AdoptedValue,
    /// How answers were put together.
    pub method: Method,
    /// How many people answered.
    pub experts: usize,
    /// At how many tables people sit; 0 = not known.
    #[serde(default)]
    pub tables: usize,
    /// Least and greatest answer, in the question's unit.
    pub from: f64,
    /// See `from`.
    pub to: f64,
    /// Unit of answers in words; empty for probabilities, which are 0..1.
    #[serde(default)]
    pub unit: String,
    /// Reasons of those who see it as the room does, each once.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Those who see it otherwise.
    #[serde(default)]
    pub minority: Vec<Minority>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The workshop was set up.
    Opened {
        /// Its title.
        title: String,
        /// Version of the program.
        version: String,
        /// Files in the folder `scenarios` and their SHA-256.
        #[serde(default)]
        scenarios: Vec<(String, String)>,
    },
    /// Somebody came.
    Joined {
        /// As what.
        role: Role,
        /// The table's name as people wrote it; of tables only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Somebody went.
    Left {
        /// As what.
        role: Role,
    },
    /// A table said who sits there.
    Named {
        /// The names.
        people: Vec<String>,
    },
    /// A voice that is missing.
    Missing {
        /// Whose.
        voice: String,
    },
    /// An idea was set aside.
    Parked {
        /// The idea.
        idea: String,
    },
    /// The trainer said something to all.
    Announced {
        /// What.
        text: String,
    },
    /// What is planned, and where we are.
    Agenda {
        /// In their order.
        items: Vec<AgendaItem>,
        /// The item that runs; none = not begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<usize>,
    },
    /// A time is running.
    TimerStarted {
        /// For what.
        #[serde(default)]
        title: String,
        /// How long.
        seconds: u32,
    },
    /// It does not any more.
    TimerStopped,
    /// Tables cannot edit.
    Locked,
    /// They can again.
    Unlocked,
    /// The trainer's screen is shown to all.
    FollowStarted,
    /// It is not any more.
    FollowEnded,
    /// A table handed a scenario in.
    HandedIn(HandIn),
    /// The trainer gave one back.
    HandedBack {
        /// To which table.
        table: TableId,
        /// Which of its hand-ins.
        number: u32,
        /// What the trainer says about it.
        comment: String,
    },
    /// A round, or its next stage, begins.
    RoundOpened {
        /// Which round, from 1.
        round: u32,
        /// Which stage of it, from 1.
        stage: u32,
        /// What is asked.
        question: Question,
    },
    /// Somebody answered. Whoever answers again replaces the answer before.
    Answered {
        /// Which round.
        round: u32,
        /// Which stage.
        stage: u32,
        /// Who, without a name.
        expert: Expert,
        /// The answer.
        answer: Answer,
        /// Why.
        #[serde(default)]
        reason: String,
        /// How it came here.
        #[serde(default)]
        from: Origin,
    },
    /// Answers are not taken any more, and everybody sees them.
    StageClosed {
        /// Which round.
        round: u32,
        /// Which stage.
        stage: u32,
    },
    /// A result was written into a scenario.
    Adopted(Adopted),
    /// What came out.
    Revealed {
        /// Of which round.
        round: u32,
        /// What.
        truth: Truth,
    },
    /// A table changed its mind once it had seen the numbers.
    ChangedAfterReveal {
        /// What it changed, in words.
        what: String,
    },
    /// The workshop is over.
    Closed,
    /// An event of a later version, as it was read.
    #[serde(untagged)]
    Unknown(Value),
}

#[cfg(test)]
mod tests;
