//! A question with a few answers; the safe one stands first.

use std::fmt;
use std::sync::Arc;

use crate::app::keys::OverlayAction;
use crate::app::{App, Effect};

/// What an answer does.
type Do = Arc<dyn Fn(&mut App) -> Vec<Effect> + Send + Sync>;

/// One answer.
#[derive(Clone)]
pub struct Way {
    /// What it is called.
    pub label: String,
    act: Do,
}

impl fmt::Debug for Way {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Way").field(&self.label).finish()
    }
}

impl Way {
    /// An answer and what it does.
    pub fn new(
        label: impl Into<String>,
        act: impl Fn(&mut App) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        Way {
            label: label.into(),
            act: Arc::new(act),
        }
    }

    /// An answer that does nothing.
    pub fn nothing(label: impl Into<String>) -> Self {
        Way::new(label, |_| Vec::new())
    }
}

/// A question over the screen.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What is asked.
    pub question: String,
    /// Answers.
    pub ways: Vec<Way>,
    /// The marked one.
    pub at: usize,
}

impl Confirm {
    /// A question with its answers.
    pub fn new(question: impl Into<String>, ways: Vec<Way>) -> Self {
        Confirm {
            question: question.into(),
            ways,
            at: 0,
        }
    }

    pub(super) fn act(&mut self, action: OverlayAction) {
        let count = self.ways.len().max(1);
        match action {
            OverlayAction::Down => self.at = (self.at + 1) % count,
            OverlayAction::Up => self.at = (self.at + count - 1) % count,
            _ => {}
        }
    }

    pub(super) fn act_on(&self, app: &mut App) -> Vec<Effect> {
        match self.ways.get(self.at) {
            Some(way) => (way.act)(app),
            None => Vec::new(),
        }
    }
}
