//! State of the Library: files, examples, recent files, unfinished work.

use super::keys::LibraryAction;
use super::{App, Effect, Source};

/// What the folder holds.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The folder.
    pub folder: std::path::PathBuf,
}

/// What the Library remembers.
#[derive(Clone, Debug, Default)]
pub struct LibraryState {
    /// The marked line.
    pub at: usize,
    /// What the folder holds.
    pub listing: Listing,
}

/// Does an action of the Library.
pub(super) fn act(app: &mut App, action: LibraryAction) -> Vec<Effect> {
    match action {
        LibraryAction::Up => app.library.at = app.library.at.saturating_sub(1),
        LibraryAction::Down => app.library.at += 1,
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(_app: &App, _action: LibraryAction) -> Option<String> {
    None
}

/// Takes what the folder holds.
pub(super) fn take(app: &mut App, listing: Listing) {
    app.library.listing = listing;
}

/// A scenario could not be opened.
pub(super) fn not_opened(app: &mut App, _source: &Source, reason: String) {
    app.trouble(reason);
}
