//! Workshops: one room, many tables, one shared picture.
//!
//! The record is the truth: a room is what follows from the entries of an append-only text, one
//! after the other, and whoever reads it again has the same room. What a member asks for is a
//! [`RoomAct`]; what comes of it is written as an [`Event`]; what one member may see of the room is
//! a [`RoomView`], and blindness is kept there and nowhere else.
//!
//! Pure but for the files of a workshop's folder. Knows no network, no terminal and no screen.

#![deny(clippy::indexing_slicing)]

pub mod access;
mod act;
mod event;
pub mod host;
mod names;
mod question;
pub mod record;
pub mod room;
pub mod round;
pub mod sandbox;
#[cfg(feature = "workshop")]
pub mod server;
pub mod setup;
pub mod texts;
mod view;

pub use act::{Card, Piece, RoomAct};
pub use event::{Adopted, AdoptedValue, Entry, Event, HandIn, Minority, Origin, Who};
pub use names::{Expert, MemberId, Role, TableId};
pub use question::{
    Answer, AnswerFault, HIGHEST_CONFIDENCE, LEAST_CONFIDENCE, MOST_ITEMS, Question, Ranked,
    Target, Truth,
};
pub use view::{
    AgendaItem, Announcement, Bin, Calibration, Dissenter, ExpertAnswer, Fit, Follow, Given,
    HandedView, Hump, Item, Me, Method, Moved, Noted, Offered, Pool, Results, RoomView, RoundState,
    RoundView, Score, Seating, Spread, StageView, TableView, Timer, Trouble,
};
