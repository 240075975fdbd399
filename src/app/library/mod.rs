//! State of the Library: files, examples, recent files, unfinished work.

mod create;
mod listing;

pub use listing::{Line, Listing, Section, lines};

use std::collections::HashSet;
use std::path::Path;

use super::keys::LibraryAction;
use super::{App, Confirm, Effect, Field, Form, Item, Pick, Source, Way};
use crate::files::journal::Work;
use crate::tell;

/// What the Library remembers.
#[derive(Clone, Debug, Default)]
pub struct LibraryState {
    /// The marked line.
    pub at: usize,
    /// What there is.
    pub listing: Listing,
    /// Lines that are to be opened together, by what they open.
    pub marked: HashSet<String>,
}

/// Does an action of the Library.
pub(super) fn act(app: &mut App, action: LibraryAction) -> Vec<Effect> {
    use LibraryAction as L;
    let last = lines(app).len().saturating_sub(1);
    let page = usize::from(app.size.1).saturating_sub(8).max(1);
    match action {
        L::Up => app.library.at = app.library.at.saturating_sub(1),
        L::Down => app.library.at = (app.library.at + 1).min(last),
        L::PageUp => app.library.at = app.library.at.saturating_sub(page),
        L::PageDown => app.library.at = (app.library.at + page).min(last),
        L::Open => return open(app, false),
        L::View => return open(app, true),
        L::Create => create::begin(app),
        L::Find => find(app),
        L::Mark => mark(app),
        L::OpenPath => open_path(app),
        L::Duplicate => duplicate(app),
        L::Rename => rename(app),
        L::Delete => delete(app),
        L::Restore => return vec![Effect::Restore],
        L::Refresh => return vec![Effect::ListLibrary],
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: LibraryAction) -> Option<String> {
    use LibraryAction as L;
    let lines = lines(app);
    let line = lines.get(app.library.at);
    match action {
        L::Open | L::View | L::Mark | L::Duplicate | L::Rename | L::Delete if line.is_none() => {
            Some(tell!("library-nothing-marked"))
        }
        L::Rename | L::Delete if line.is_some_and(|l| l.section == Section::Example) => {
            Some(tell!("library-example-stays"))
        }
        L::Rename if line.is_some_and(|l| l.section == Section::Unfinished) => {
            Some(tell!("library-open-first"))
        }
        _ => None,
    }
}

/// Takes what there is.
pub(super) fn take(app: &mut App, listing: Listing) {
    app.library.listing = listing;
    let last = lines(app).len().saturating_sub(1);
    app.library.at = app.library.at.min(last);
}

/// A scenario could not be opened: the reason is long, so it gets a page.
pub(super) fn not_opened(app: &mut App, _source: &Source, reason: String) {
    app.show_page(tell!("library-not-opened"), reason);
}

fn marked_line(app: &App) -> Option<Line> {
    lines(app).into_iter().nth(app.library.at)
}

/// Opens the lines that are marked for it, or else the one where one is.
fn open(app: &mut App, read_only: bool) -> Vec<Effect> {
    let all = lines(app);
    let chosen: Vec<&Line> = all
        .iter()
        .filter(|l| app.library.marked.contains(&l.key))
        .collect();
    let here = all.get(app.library.at).into_iter();
    let chosen = if chosen.is_empty() {
        here.collect()
    } else {
        chosen
    };
    let effects: Vec<Effect> = chosen
        .into_iter()
        .map(|line| App::open(line.source.clone(), read_only))
        .collect();
    app.library.marked.clear();
    effects
}

fn mark(app: &mut App) {
    let Some(line) = marked_line(app) else { return };
    if !app.library.marked.remove(&line.key) {
        app.library.marked.insert(line.key);
    }
    let last = lines(app).len().saturating_sub(1);
    app.library.at = (app.library.at + 1).min(last);
}

fn find(app: &mut App) {
    let all = lines(app);
    let items = all
        .iter()
        .map(|line| Item::new(line.title.clone()).detail(line.detail.clone()));
    let title = tell!("library-find");
    app.pick(Pick::new(title, items.collect(), move |app, place| {
        app.library.at = place;
        open(app, false)
    }));
}

fn open_path(app: &mut App) {
    let field = Field::text(tell!("library-path"), "").hint(tell!("library-path-hint"));
    let title = tell!("library-open-path");
    app.ask(Form::line(title, field, |_, path| match path {
        "" => Err(tell!("save-as-empty")),
        path => Ok(vec![App::open(Source::File(path.into()), false)]),
    }));
}

fn duplicate(app: &mut App) {
    let Some(line) = marked_line(app) else { return };
    let Source::File(path) = line.source else {
        app.say(tell!("library-open-to-copy"));
        return;
    };
    let title = tell!("library-copy-title", title = line.title);
    let field = Field::text(tell!("library-title"), &title);
    let form = Form::line(tell!("library-duplicate"), field, move |_, title| {
        let title = must_have_title(title)?;
        Ok(vec![Effect::Duplicate(path.clone(), title)])
    });
    app.ask(form);
}

fn rename(app: &mut App) {
    let Some(line) = marked_line(app) else { return };
    let Source::File(path) = line.source else {
        return;
    };
    let field = Field::text(tell!("library-title"), &line.title);
    let form = Form::line(tell!("library-rename"), field, move |app, title| {
        let title = must_have_title(title)?;
        if is_open(app, &path) {
            return Err(tell!("library-open-now"));
        }
        Ok(vec![Effect::Rename(path.clone(), title)])
    });
    app.ask(form);
}

fn must_have_title(typed: &str) -> Result<String, String> {
    match typed {
        "" => Err(tell!("library-title-missing")),
        title => Ok(title.to_owned()),
    }
}

fn is_open(app: &App, path: &Path) -> bool {
    app.documents
        .iter()
        .any(|d| d.path.as_deref() == Some(path))
}

fn delete(app: &mut App) {
    let Some(line) = marked_line(app) else { return };
    let (question, effect) = match line.source {
        Source::File(path) => {
            if is_open(app, &path) {
                app.trouble(tell!("library-open-now"));
                return;
            }
            (
                tell!("library-delete", title = line.title),
                Effect::Trash(path),
            )
        }
        Source::Journal(work) => (
            tell!("library-forget", title = line.title),
            Effect::DropJournal(work),
        ),
        Source::Example(_) => return,
    };
    let yes = Way::new(tell!("library-delete-yes"), move |_| vec![effect.clone()]);
    app.confirm(Confirm::new(
        question,
        vec![Way::nothing(tell!("library-delete-no")), yes],
    ));
}

/// What a piece of unfinished work is called in lists.
#[must_use]
pub fn name_of(work: &Work) -> String {
    match work {
        Work::File(path) => path.display().to_string(),
        Work::Untitled(_) => tell!("library-never-saved"),
    }
}
