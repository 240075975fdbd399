//! What the server needs to know of a workshop: who may come in, and where each one works.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::app::{App, Msg};
use crate::files::Homes;
use crate::workshop::RoomAct;

/// Somebody at the door. Everything in here was written by a stranger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The name before the `@`.
    pub user: String,
    /// Where the call comes from.
    pub address: IpAddr,
    /// Fingerprint (`SHA256:…`) of a key that the caller has proved to hold.
    pub key: Option<String>,
    /// Answers to the prompts so far, in order.
    pub answers: Vec<String>,
}

/// A question at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What is said before, in whole sentences; may be empty.
    pub words: String,
    /// What stands where the answer is typed.
    pub label: String,
    /// Whether the answer is seen while it is typed.
    pub shown: bool,
}

/// What a caller gets.
pub enum Knock {
    /// A seat.
    In(Arc<dyn Seat>),
    /// One more question; all answers so far were right.
    Ask(Prompt),
    /// Nothing; not even a reason.
    Refused,
}

/// A workshop as the server sees it.
pub trait House: Send + Sync {
    /// Looks at what a caller has shown. Must not block for long.
    fn knock(&self, caller: &Caller) -> Knock;

    /// Whether a key of this fingerprint could open the door. Asked before it is proved.
    fn knows_key(&self, fingerprint: &str) -> bool;
}

/// A place in the workshop.
pub trait Seat: Send + Sync {
    /// Whose place it is, for the log.
    fn name(&self) -> String;

    /// The sandbox that commands read from; `None` where there is none.
    fn homes(&self) -> Option<Homes>;

    /// Takes the seat; news for the one who sits there goes to `out`. The newest takes the place of
    /// an older one.
    ///
    /// # Errors
    /// Why it cannot be taken now, in words.
    fn sit(&self, out: Sender<Msg>) -> Result<Box<dyn Guest>, String>;
}

/// Somebody who sits in the workshop, until it is dropped.
pub trait Guest: Send {
    /// Where this one's scenarios, journals and settings are.
    fn homes(&self) -> Homes;

    /// Asks something of the room; the answer comes as a message. Must not block for long.
    fn act(&mut self, act: RoomAct);

    /// A frame of this workbench was drawn.
    fn shown(&mut self, app: &App) {
        let _ = app;
    }
}
