//! State of the Assumptions and what can be done there: what the numbers rest on.

mod correlations;
mod edits;
pub mod entries;
pub mod facts;
mod find;
pub mod leading;

use self::entries::{Entry, entries};
pub use self::find::sheet as evidence_sheet;
use super::keys::AssumptionsAction;
use super::{App, Document, Effect, Need};
use crate::tell;

/// What the Assumptions remembers.
#[derive(Clone, Debug, Default)]
pub struct AssumptionsState {
    /// The marked line.
    pub at: usize,
    /// Everything is listed, not only what matters most.
    pub analyst: bool,
    /// In the analyst's list: only what differs from the catalogue.
    pub only_differing: bool,
}

/// Lines of a page.
const PAGE: usize = 10;

/// Does an action of the Assumptions.
pub(super) fn act(app: &mut App, action: AssumptionsAction) -> Vec<Effect> {
    use AssumptionsAction as A;
    match action {
        A::Up => step(app, -1),
        A::Down => step(app, 1),
        A::PageUp => step(app, -PAGE.cast_signed()),
        A::PageDown => step(app, PAGE.cast_signed()),
        A::Edit => edits::edit(app),
        A::Analyst => analyst(app),
        A::Differing => differing(app),
        A::Find => find::find(app),
        A::Evidence => find::evidence(app),
        A::Reset => return edits::reset(app),
        A::ResetAll => edits::reset_all(app),
        A::Correlate => correlations::add(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: AssumptionsAction) -> Option<String> {
    use AssumptionsAction as A;
    let document = app.shown()?;
    let entry = marked(app);
    match action {
        A::Edit | A::Evidence if entry.is_none() => Some(tell!("assumptions-nothing")),
        A::Evidence if matches!(entry, Some(Entry::Elsewhere(_))) => {
            Some(tell!("assumptions-in-the-tree"))
        }
        A::Evidence if is_hidden(document) => Some(tell!("assumptions-hidden-why")),
        A::Reset => match entry {
            Some(Entry::Correlation(_)) => None,
            Some(entry) if entry.room(&document.scenario).is_some() => None,
            _ => Some(tell!("assumptions-as-catalogue")),
        },
        A::ResetAll if entries::differing(&document.scenario) == 0 => {
            Some(tell!("assumptions-all-as-catalogue"))
        }
        A::Differing if !app.assumptions.analyst => Some(tell!("assumptions-analyst-first")),
        _ => None,
    }
}

/// What the Assumptions wants to know.
pub(super) fn needs(app: &App) -> Vec<Need> {
    let few = !app.assumptions.analyst;
    leading::need(app).filter(|_| few).into_iter().collect()
}

/// What is listed, in words.
pub(super) fn words(app: &App) -> Option<String> {
    let document = app.shown()?;
    let hidden = is_hidden(document);
    let lines = entries(app)
        .into_iter()
        .map(|entry| facts::told(&facts::facts(document, &entry), hidden));
    let text = lines.collect::<Vec<_>>().join("\n");
    Some(text).filter(|text| !text.is_empty())
}

/// Puts the mark back where something is.
pub(super) fn settle(app: &mut App) {
    app.assumptions.at = app.assumptions.at.min(entries(app).len().saturating_sub(1));
}

/// Must defaults stay hidden?
#[must_use]
pub fn is_hidden(document: &Document) -> bool {
    !document.shows_consequences() || document.covered
}

/// The marked entry.
#[must_use]
pub fn marked(app: &App) -> Option<Entry> {
    let entries = entries(app);
    let last = entries.len().checked_sub(1)?;
    entries.get(app.assumptions.at.min(last)).cloned()
}

/// Shows an entry on the Assumptions.
pub(super) fn show(app: &mut App, entry: &Entry) {
    mark(app, entry);
    app.screen = super::Screen::Assumptions;
}

/// Marks an entry; the analyst's list opens if it is not among the few.
fn mark(app: &mut App, entry: &Entry) {
    let place = |app: &App| entries(app).iter().position(|one| one == entry);
    if place(app).is_none() {
        app.assumptions.analyst = true;
        app.assumptions.only_differing = false;
    }
    if let Some(place) = place(app) {
        app.assumptions.at = place;
    }
}

fn step(app: &mut App, by: isize) {
    let last = entries(app).len().saturating_sub(1);
    app.assumptions.at = app.assumptions.at.saturating_add_signed(by).min(last);
}

/// Shows everything, or what matters most; the mark stays on its entry.
fn analyst(app: &mut App) {
    let kept = marked(app);
    app.assumptions.analyst = !app.assumptions.analyst;
    app.assumptions.only_differing = false;
    follow(app, kept);
}

fn differing(app: &mut App) {
    let kept = marked(app);
    app.assumptions.only_differing = !app.assumptions.only_differing;
    follow(app, kept);
}

fn follow(app: &mut App, kept: Option<Entry>) {
    let place = kept.and_then(|kept| entries(app).iter().position(|one| *one == kept));
    app.assumptions.at = place.unwrap_or(0);
}
