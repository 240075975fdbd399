//! State of the Frame and what can be done there: why this room met, drivers of change, signposts.

mod drivers;
mod edits;
pub mod lines;
mod records;

use self::lines::{Part, Section, SheetLine, lines};
use super::keys::FrameAction;
use super::{App, Effect, Screen};
use crate::tell;

/// What the Frame remembers.
#[derive(Clone, Debug, Default)]
pub struct FrameState {
    /// The marked line.
    pub at: usize,
    /// The arrows move the marked driver of change on the grid.
    pub grid: bool,
}

/// Asks the room to complete a signpost that another screen proposes.
pub(super) fn ask_signpost(app: &mut App, filled: &crate::scenario::Signpost) {
    records::filled_signpost(app, None, Some(filled));
}

/// Does an action of the Frame.
pub(super) fn act(app: &mut App, action: FrameAction) -> Vec<Effect> {
    use FrameAction as F;
    match action {
        F::Up if app.frame.grid => return drivers::shift(app, 1, 0),
        F::Down if app.frame.grid => return drivers::shift(app, -1, 0),
        F::Left => return drivers::shift(app, 0, -1),
        F::Right => return drivers::shift(app, 0, 1),
        F::Up | F::Before => step(app, -1),
        F::Down | F::After => step(app, 1),
        F::NextSection => turn(app, 1),
        F::PreviousSection => turn(app, -1),
        F::Edit => edits::edit(app),
        F::Add => edits::add(app),
        F::Remove => return edits::remove(app),
        F::Raise => return edits::shift(app, -1),
        F::Lower => return edits::shift(app, 1),
        F::Grid => grid(app),
        F::MakeNode => drivers::make_node(app),
        F::Order => return drivers::order(app),
        F::Park => return drivers::park(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: FrameAction) -> Option<String> {
    use FrameAction as F;
    let scenario = &app.shown()?.scenario;
    let line = marked(app)?;
    let kept = matches!(line.section, Section::Guesses | Section::Blind);
    let item = matches!(line.part, Part::Item(_));
    let driver = line.driver().is_some();
    match action {
        F::Left | F::Right if !app.frame.grid => Some(tell!("frame-grid-first")),
        F::Grid | F::Order if scenario.frame.drivers.is_empty() => Some(tell!("frame-no-drivers")),
        F::MakeNode | F::Park if !driver => Some(tell!("frame-mark-driver")),
        F::Add | F::Remove if line.section == Section::Guesses => Some(tell!("frame-guesses-stay")),
        F::Edit | F::Add | F::Remove if line.section == Section::Blind => {
            Some(tell!("frame-blind-stays"))
        }
        F::Edit if line.section == Section::Guesses && !item => Some(tell!("frame-guesses-stay")),
        F::Add if line.section.texts().is_none() && !line.section.has_records() => {
            Some(tell!("frame-one-line"))
        }
        F::Remove if line.section == Section::Title => Some(tell!("frame-title-stays")),
        F::Remove if line.part == Part::Empty => Some(tell!("frame-nothing-here")),
        F::Raise | F::Lower if kept || !item => Some(tell!("frame-mark-item")),
        _ => None,
    }
}

/// The whole frame as text, without what is empty.
pub(super) fn words(app: &App) -> Option<String> {
    let scenario = &app.shown()?.scenario;
    let mut text = String::new();
    let mut before = None;
    for line in lines(scenario)
        .into_iter()
        .filter(|l| l.part != Part::Empty)
    {
        let told = line.text(scenario);
        let several = matches!(line.part, Part::Item(_));
        if several && before != Some(line.section) {
            text.push_str(&format!("{}\n", line.section.label()));
        }
        match several {
            true => text.push_str(&format!("- {told}\n")),
            false => text.push_str(&format!("{}: {told}\n", line.section.label())),
        }
        before = Some(line.section);
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Puts the mark back where something is.
pub(super) fn settle(app: &mut App) {
    let Some(document) = app.shown() else {
        app.frame = FrameState::default();
        return;
    };
    let last = lines(&document.scenario).len().saturating_sub(1);
    app.frame.at = app.frame.at.min(last);
    let driver = marked(app).is_some_and(|line| line.driver().is_some());
    app.frame.grid &= driver;
}

/// Escape on the Frame: leaves the grid; false if it was not open.
pub(super) fn escape(app: &mut App) -> bool {
    app.screen == Screen::Frame && std::mem::take(&mut app.frame.grid)
}

/// The marked line.
#[must_use]
pub fn marked(app: &App) -> Option<SheetLine> {
    let lines = lines(&app.shown()?.scenario);
    let last = lines.len().saturating_sub(1);
    lines.get(app.frame.at.min(last)).copied()
}

/// Marks an item of a section, or its last line.
fn mark(app: &mut App, section: Section, item: usize) {
    let Some(document) = app.shown() else { return };
    let lines = lines(&document.scenario);
    let exact = |l: &SheetLine| l.section == section && l.part == Part::Item(item);
    let place = lines.iter().position(exact);
    let place = place.or_else(|| lines.iter().rposition(|l| l.section == section));
    if let Some(place) = place {
        app.frame.at = place;
    }
}

/// One line on; on the grid, one driver on.
fn step(app: &mut App, by: isize) {
    let Some(document) = app.shown() else { return };
    let lines = lines(&document.scenario);
    let Some(place) = app.frame.at.checked_add_signed(by) else {
        return;
    };
    let stays = |l: &SheetLine| !app.frame.grid || l.driver().is_some();
    if lines.get(place).is_some_and(stays) {
        app.frame.at = place;
    }
}

/// To the first line of the next section, or of this one or that before.
fn turn(app: &mut App, by: isize) {
    let Some(document) = app.shown() else { return };
    let lines = lines(&document.scenario);
    let first = |at: usize| {
        at == 0 || lines.get(at).map(|l| l.section) != lines.get(at - 1).map(|l| l.section)
    };
    let mut at = app.frame.at;
    while let Some(next) = at.checked_add_signed(by).filter(|next| *next < lines.len()) {
        at = next;
        if first(at) {
            break;
        }
    }
    app.frame.grid = false;
    app.frame.at = at;
}

/// Gives the arrows to the grid, or back.
fn grid(app: &mut App) {
    app.frame.grid = !app.frame.grid;
    if app.frame.grid && marked(app).is_none_or(|line| line.driver().is_none()) {
        mark(app, Section::Drivers, 0);
    }
}
