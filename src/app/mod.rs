//! What the workbench knows and how it changes: state, `update`, keys, undo, focus.
//!
//! Pure: takes messages, returns effects; never does input or output, never draws.

#![deny(clippy::indexing_slicing)]

pub mod assumptions;
pub mod choices;
pub mod compare;
mod desk;
mod dispatch;
pub mod document;
mod editing;
mod effect;
pub mod filter;
mod flash;
pub mod frame;
mod global;
pub mod guide;
mod key;
pub mod keys;
pub mod library;
pub mod matters;
mod msg;
pub mod outcomes;
mod overlay;
mod palette;
mod recording;
pub mod room;
pub mod run;
mod saving;
mod screen;
pub mod setbacks;
mod settings;
mod sight;
pub mod tree;
mod update;
mod wants;

pub use document::{Document, DocumentId, Guess, Past, Progress, ReadOnly, Sight};
pub use effect::{ColumnWish, Effect, Need, Source};
pub use flash::{Flash, Level};
pub use key::{Code, Key};
pub use keys::{Action, Binding, Context};
pub use msg::{Msg, Opened};
pub use overlay::{
    Chosen, Confirm, Field, FieldKind, Form, Item, Overlay, Page, Pick, Picture, Refusal, Submit,
    Way, matching,
};
pub use recording::{HEAD as RECORDING_HEAD, Recording, unescape};
pub use screen::Screen;
pub use settings::Settings;
pub use wants::Known;

use std::sync::Arc;

use crate::live::{CohortMeasure, Subject};
use crate::look::Look;
use crate::workshop::RoomView;

pub(crate) use dispatch::screen_needs;
pub use dispatch::words;

/// Everything the workbench knows.
#[derive(Clone, Debug)]
pub struct App {
    /// Open scenarios, in the order of opening.
    pub documents: Vec<Document>,
    /// The one that is shown.
    pub current: Option<DocumentId>,
    /// The screen that is shown.
    pub screen: Screen,
    /// What lies over it, the last on top.
    pub overlays: Vec<Overlay>,
    /// A notice.
    pub flash: Option<Flash>,
    /// Theme, glyphs, depth of colour.
    pub look: Look,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// For a wall: fewer things, larger steps.
    pub presenter: bool,
    /// What the answer line and the charts show.
    pub subject: Subject,
    /// Today, as `2026-11-22`; comes from outside so that tests stand still.
    pub today: String,
    /// Milliseconds since the start, as told by the last tick.
    pub now: u64,
    /// Answers to what screens asked.
    pub answers: Vec<Known>,
    /// A session that is recorded.
    pub recording: Option<Recording>,
    /// Tasks of the tutorial that are done, and the agenda.
    pub guide: guide::GuideState,
    /// State of the Library.
    pub library: library::LibraryState,
    /// State of the Frame.
    pub frame: frame::FrameState,
    /// State of the Tree.
    pub tree: tree::TreeState,
    /// State of the Assumptions.
    pub assumptions: assumptions::AssumptionsState,
    /// State of the Outcomes.
    pub outcomes: outcomes::OutcomesState,
    /// State of Compare.
    pub compare: compare::CompareState,
    /// State of What matters.
    pub matters: matters::MattersState,
    /// State of the Setbacks.
    pub setbacks: setbacks::SetbacksState,
    /// State of the Choices.
    pub choices: choices::ChoicesState,
    /// State of Run.
    pub run: run::RunState,
    /// The workshop's room as this member may see it; none outside a workshop.
    pub room: Option<Arc<RoomView>>,
    /// The trainer's screen, shown instead of this one while it is followed.
    pub mirror: Option<Arc<App>>,
    /// State of the Workshop.
    pub seat: room::RoomState,
    /// Scenarios to open at the start.
    wished: Vec<Source>,
    wished_read_only: bool,
    /// Compare is shown once so many scenarios are open.
    compare_when_open: Option<usize>,
    /// Ctrl-C was the last key.
    interrupted: bool,
    /// The program is to end: nothing more is asked.
    leaving: bool,
    next_document: u32,
}

impl App {
    /// An empty workbench on the Library.
    #[must_use]
    pub fn new(look: Look, size: (u16, u16), today: String) -> Self {
        App {
            documents: Vec::new(),
            current: None,
            screen: Screen::Library,
            overlays: Vec::new(),
            flash: None,
            look,
            size,
            presenter: false,
            subject: Subject::Cohort(CohortMeasure::Offline, "poor_women".to_owned()),
            today,
            now: 0,
            answers: Vec::new(),
            recording: None,
            guide: guide::GuideState::default(),
            library: library::LibraryState::default(),
            frame: frame::FrameState::default(),
            tree: tree::TreeState::default(),
            assumptions: assumptions::AssumptionsState::default(),
            outcomes: outcomes::OutcomesState::default(),
            compare: compare::CompareState::default(),
            matters: matters::MattersState::default(),
            setbacks: setbacks::SetbacksState::default(),
            choices: choices::ChoicesState::default(),
            run: run::RunState::default(),
            room: None,
            mirror: None,
            seat: room::RoomState::default(),
            wished: Vec::new(),
            wished_read_only: false,
            compare_when_open: None,
            interrupted: false,
            leaving: false,
            next_document: 1,
        }
    }

    /// Scenarios to open before the first key.
    pub fn wish_open(&mut self, sources: Vec<Source>, read_only: bool) {
        self.wished = sources;
        self.wished_read_only = read_only;
    }

    /// What has to be done before the first key.
    #[must_use]
    pub fn start(&mut self) -> Vec<Effect> {
        let read_only = self.wished_read_only;
        let wished = std::mem::take(&mut self.wished);
        // Two to four files are opened to be compared.
        self.compare_when_open = Some(wished.len()).filter(|count| *count > 1);
        let open = wished
            .into_iter()
            .map(|source| App::open(source, read_only));
        std::iter::once(Effect::ListLibrary).chain(open).collect()
    }

    /// Milliseconds until time must be told again; `None` while nothing needs it.
    #[must_use]
    pub fn next_tick(&self) -> Option<u64> {
        let ticks = [self.guide.next_tick(self.now), room::time::next_tick(self)];
        ticks.into_iter().flatten().min()
    }

    /// A notice of something done.
    pub fn say(&mut self, text: impl Into<String>) {
        self.flash = Some(Flash {
            text: text.into(),
            level: Level::Done,
        });
    }

    /// A notice of something that could not be done.
    pub fn trouble(&mut self, text: impl Into<String>) {
        self.flash = Some(Flash {
            text: text.into(),
            level: Level::Trouble,
        });
    }
}
