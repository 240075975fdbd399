//! A list to pick from; typing narrows it.

use std::fmt;
use std::sync::Arc;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use tui_input::Input;

use super::form::request;
use crate::app::keys::OverlayAction;
use crate::app::{App, Effect, Key};

/// What follows when an item is picked: its place in the list as given.
pub type Chosen = Arc<dyn Fn(&mut App, usize) -> Vec<Effect> + Send + Sync>;

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// A second column: unit, year, key.
    pub detail: String,
    /// What is told of it while it is marked.
    pub about: String,
}

impl Item {
    /// A line with a label only.
    pub fn new(label: impl Into<String>) -> Self {
        Item {
            label: label.into(),
            ..Item::default()
        }
    }

    /// The same with a second column.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same with text that is told while it is marked.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }
}

/// A list over the screen.
#[derive(Clone)]
pub struct Pick {
    /// What is asked.
    pub title: String,
    /// All items.
    pub items: Vec<Item>,
    /// What was typed to narrow the list.
    pub filter: Input,
    /// Items that match, best first.
    pub shown: Vec<usize>,
    /// Place of the mark among those.
    pub at: usize,
    /// What follows.
    pub chosen: Chosen,
}

impl fmt::Debug for Pick {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Pick")
            .field("title", &self.title)
            .field("filter", &self.filter.value())
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl Pick {
    /// A list of items.
    pub fn new(
        title: impl Into<String>,
        items: Vec<Item>,
        chosen: impl Fn(&mut App, usize) -> Vec<Effect> + Send + Sync + 'static,
    ) -> Self {
        Pick {
            title: title.into(),
            shown: (0..items.len()).collect(),
            items,
            filter: Input::default(),
            at: 0,
            chosen: Arc::new(chosen),
        }
    }

    /// The same with the mark on an item.
    #[must_use]
    pub fn at(mut self, item: usize) -> Self {
        self.at = item.min(self.items.len().saturating_sub(1));
        self
    }

    /// The marked item's place in the list as given.
    #[must_use]
    pub fn chosen_item(&self) -> Option<usize> {
        self.shown.get(self.at).copied()
    }

    pub(super) fn act(&mut self, action: OverlayAction, page: usize) {
        let last = self.shown.len().saturating_sub(1);
        self.at = match action {
            OverlayAction::Up if self.at == 0 => last,
            OverlayAction::Up => self.at - 1,
            OverlayAction::Down if self.at >= last => 0,
            OverlayAction::Down => self.at + 1,
            OverlayAction::PageUp => self.at.saturating_sub(page),
            OverlayAction::PageDown => (self.at + page).min(last),
            _ => self.at,
        };
    }

    pub(super) fn typed(&mut self, key: Key) {
        if let Some(request) = request(key) {
            self.filter.handle(request);
            self.narrow();
        }
    }

    /// Keeps the items that match what was typed, best first.
    fn narrow(&mut self) {
        self.at = 0;
        self.shown = matching(
            self.filter.value(),
            self.items.iter().map(|item| (&*item.label, &*item.detail)),
        );
    }
}

/// Places of the texts that match what was typed, best first; a label counts more than a detail,
/// and what was typed to the letter counts most.
pub fn matching<'a>(typed: &str, texts: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<usize> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
    let mut found: Vec<(u32, usize)> = texts
        .enumerate()
        .filter_map(|(place, (label, detail))| {
            if [label, detail].contains(&typed.trim()) {
                return Some((u32::MAX, place));
            }
            let best = score(label).map(|s| 2 * s);
            let both = || score(&format!("{label} {detail}"));
            best.or_else(both).map(|s| (s, place))
        })
        .collect();
    found.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
    found.into_iter().map(|(_, place)| place).collect()
}
