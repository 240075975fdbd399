//! State of Compare: which columns stand beside each other, and against which they are measured.

mod columns;
pub mod made;
mod pages;

pub use columns::{columns, title_of};

use super::keys::CompareAction;
use super::{App, ColumnWish, Effect, Item, Need, Pick, Screen};
use crate::live::{Answer, CohortMeasure, Comparison, Depth, Subject};
use crate::report::gains::{Gains, RowKind};
use crate::tell;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Who gains, who loses, who pays.
    #[default]
    Gains,
    /// Every indicator.
    Indicators,
    /// What made the difference between the marked column and the base.
    Made,
}

/// What Compare remembers.
#[derive(Clone, Debug, Default)]
pub struct CompareState {
    /// Columns that were chosen; empty = those that come of themselves.
    pub chosen: Vec<ColumnWish>,
    /// Place of the base column; `None` = the last that does nothing, else the first.
    pub base: Option<usize>,
    /// The marked column.
    pub column: usize,
    /// The marked row.
    pub at: usize,
    /// Which rows are shown.
    pub view: View,
    /// Somebody asked how weak each effect alone may be.
    pub every_effect: bool,
    /// The wildcard that is switched on in all columns.
    pub stress: Option<String>,
}

/// Most columns.
pub const MOST: usize = 4;

/// Does an action of Compare.
pub(super) fn act(app: &mut App, action: CompareAction) -> Vec<Effect> {
    use CompareAction as C;
    let last = columns(app).len().saturating_sub(1);
    match action {
        C::Up => app.compare.at = app.compare.at.saturating_sub(1),
        C::Down => app.compare.at = (app.compare.at + 1).min(rows(app).saturating_sub(1)),
        C::Left => app.compare.column = app.compare.column.saturating_sub(1),
        C::Right => app.compare.column = (app.compare.column + 1).min(last),
        C::Open => open(app),
        C::Base => app.compare.base = Some(app.compare.column),
        C::AddColumn => columns::add(app),
        C::RemoveColumn => columns::remove(app),
        C::View => {
            app.compare.at = 0;
            app.compare.view = match app.compare.view {
                View::Gains | View::Made => View::Indicators,
                View::Indicators => View::Gains,
            };
        }
        C::Made => {
            app.compare.at = 0;
            app.compare.view = match app.compare.view {
                View::Made => View::Gains,
                View::Gains | View::Indicators => View::Made,
            };
        }
        C::Differs => pages::differs(app),
        C::Stress => stress(app),
        C::BreakEven => pages::break_even(app),
        C::ResetColumns => app.compare = CompareState::default(),
        C::AlignDraws => return align_draws(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: CompareAction) -> Option<String> {
    use CompareAction as C;
    let count = columns(app).len();
    match action {
        C::AddColumn if count >= MOST => Some(tell!("compare-most-columns")),
        C::RemoveColumn if count < 2 => Some(tell!("compare-last-column")),
        C::Stress if wildcards(app).is_empty() => Some(tell!("compare-no-wildcards")),
        C::BreakEven if gains(app).is_none() => Some(tell!("compare-waiting")),
        _ => None,
    }
}

/// What Compare wants to know.
pub(super) fn needs(app: &App) -> Vec<Need> {
    let visible = app
        .shown()
        .is_some_and(|d| d.shows_consequences() && !d.covered);
    if !visible {
        return Vec::new();
    }
    match app.compare.view {
        View::Gains => {
            let depth = search_depth(app);
            vec![gains_need(app, Depth::Plain), gains_need(app, depth)]
        }
        View::Indicators => vec![indicators_need(app)],
        View::Made => {
            // The base is the one of the first view, where no other was chosen.
            let mut needs = vec![gains_need(app, Depth::Plain)];
            needs.extend(made::need(app));
            needs
        }
    }
}

/// What Compare says in words.
pub(super) fn words(app: &App) -> Option<String> {
    if app.compare.view == View::Made {
        return made::words(app);
    }
    let gains = gains(app)?;
    Some(crate::report::gains_text::in_words(gains).join("\n\n"))
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    let open: Vec<_> = app.documents.iter().map(|d| d.id).collect();
    let mut chosen = std::mem::take(&mut app.compare.chosen);
    chosen.retain(|column| open.contains(&column.document));
    app.compare.chosen = chosen;
    let last = columns(app).len().saturating_sub(1);
    app.compare.column = app.compare.column.min(last);
    app.compare.base = app.compare.base.filter(|base| *base <= last);
}

/// The need behind the first view.
fn gains_need(app: &App, depth: Depth) -> Need {
    Need::Gains {
        columns: columns(app),
        base: app.compare.base,
        depth,
    }
}

/// Each effect alone is searched only for those who ask.
fn search_depth(app: &App) -> Depth {
    if app.compare.every_effect {
        Depth::EveryEffect
    } else {
        Depth::Together
    }
}

fn indicators_need(app: &App) -> Need {
    let base = app.compare.base.unwrap_or(0);
    Need::Compare(columns(app), base, subjects(app))
}

/// Who gains, who loses, who pays; with break-even points once they are found.
#[must_use]
pub fn gains(app: &App) -> Option<&Gains> {
    let found = |depth: Depth| {
        let need = gains_need(app, depth);
        // A search about an earlier edit must not stand beside newer numbers.
        if depth != Depth::Plain && !app.is_fresh(&need) {
            return None;
        }
        match app.known(&need).map(|answer| &**answer) {
            Some(Answer::Gains(Some(gains))) => Some(&**gains),
            _ => None,
        }
    };
    found(Depth::EveryEffect)
        .or_else(|| found(Depth::Together))
        .or_else(|| found(Depth::Plain))
}

/// Is what is shown about the scenarios as they stand?
#[must_use]
pub fn is_fresh(app: &App) -> bool {
    match app.compare.view {
        View::Gains => app.is_fresh(&gains_need(app, Depth::Plain)),
        View::Indicators => app.is_fresh(&indicators_need(app)),
        View::Made => made::need(app).is_some_and(|need| app.is_fresh(&need)),
    }
}

/// Escape: from what made the difference back to the first view, and its search with it; false if
/// there was nothing to leave.
pub(super) fn escape(app: &mut App) -> bool {
    let leaves = app.screen == Screen::Compare && app.compare.view == View::Made;
    if leaves {
        app.compare.view = View::Gains;
        app.compare.at = 0;
    }
    leaves
}

/// Every indicator, column beside column.
#[must_use]
pub fn comparison(app: &App) -> Option<&Comparison> {
    match app.known(&indicators_need(app)).map(|answer| &**answer) {
        Some(Answer::Compare(comparison)) => Some(comparison),
        _ => None,
    }
}

/// Rows of the view.
fn rows(app: &App) -> usize {
    match app.compare.view {
        View::Gains => gains(app).map_or(0, |gains| gains.rows.len()),
        View::Indicators => subjects(app).len(),
        // Lines of text, most of them sentences.
        View::Made => match made::known(app) {
            made::Known::Found(report) => report.changes.len() + 16,
            _ => 0,
        },
    }
}

/// Subjects of the second view: those of the first column's setting.
#[must_use]
pub fn subjects(app: &App) -> Vec<Subject> {
    let first = columns(app).into_iter().next();
    let results = first.and_then(|c| app.document(c.document)?.results.clone());
    let Some(results) = results else {
        return Vec::new();
    };
    let groups = crate::live::subjects(&results.ensemble.plan);
    groups
        .into_iter()
        .flat_map(|group| group.subjects)
        .collect()
}

/// The subject behind a row of the first view.
fn subject_of(kind: RowKind, cohort: &str) -> Subject {
    let indicator = |key: &str| Subject::Indicator(key.to_owned());
    match kind {
        RowKind::Offline | RowKind::OfflineBadTail => {
            Subject::Cohort(CohortMeasure::Offline, cohort.to_owned())
        }
        RowKind::PoorGap => indicator("poor_gap_pp"),
        RowKind::GenderGap => indicator("gender_gap"),
        RowKind::CountryGap => indicator("usage_gap_between"),
        RowKind::IncomeOfPoor | RowKind::IncomeDollars | RowKind::IncomeBadTail => {
            indicator("income_poor_vs_noai")
        }
        RowKind::SetbackIncome => indicator("setback_vs_noai"),
        RowKind::SetbackOnline => indicator("setback_online"),
        RowKind::SetbackGap => indicator("setback_gap"),
        RowKind::HarmedBadTail => indicator("harmed_poor_peak"),
    }
}

/// Enter: the marked row and column over the years.
fn open(app: &mut App) {
    let subject = match app.compare.view {
        View::Gains => gains(app).and_then(|gains| {
            let row = gains.rows.get(app.compare.at)?;
            Some(subject_of(row.kind, &gains.cohort))
        }),
        View::Indicators => subjects(app).into_iter().nth(app.compare.at),
        View::Made => Some(app.subject.clone()),
    };
    let column = columns(app).into_iter().nth(app.compare.column);
    let (Some(subject), Some(column)) = (subject, column) else {
        return;
    };
    app.current = Some(column.document);
    app.look_at(subject);
    super::outcomes::point_at(app, column.selection);
    app.screen = Screen::Outcomes;
}

fn wildcards(app: &App) -> Vec<(String, String)> {
    let documents = columns(app)
        .into_iter()
        .filter_map(|c| app.document(c.document));
    let mut found: Vec<(String, String)> = Vec::new();
    for document in documents {
        for wildcard in &document.scenario.wildcards {
            if found.iter().all(|(id, _)| *id != wildcard.id) {
                found.push((wildcard.id.clone(), wildcard.title.clone()));
            }
        }
    }
    found
}

/// Lets the room switch a wildcard on in all columns, or off.
fn stress(app: &mut App) {
    let all = wildcards(app);
    let mut items = vec![Item::new(tell!("compare-no-stress"))];
    items.extend(all.iter().map(|(_, title)| Item::new(title.clone())));
    app.pick(Pick::new(
        tell!("compare-stress"),
        items,
        move |app, place| {
            let wildcard = place.checked_sub(1).and_then(|place| all.get(place));
            app.compare.stress = wildcard.map(|(id, _)| id.clone());
            app.simulate_stressed()
        },
    ));
}

/// One number of draws, one seed and one way of drawing for all open scenarios.
fn align_draws(app: &mut App) -> Vec<Effect> {
    let Some(document) = app.shown() else {
        return Vec::new();
    };
    let simulation = document.scenario.simulation.clone();
    app.run.wish.draws = Some(simulation.draws);
    app.run.wish.seed = Some(simulation.seed);
    app.run.wish.sampling = Some(simulation.sampling);
    app.say(tell!("compare-aligned"));
    let ids: Vec<_> = app.documents.iter().map(|d| d.id).collect();
    ids.into_iter().flat_map(|id| app.simulate(id)).collect()
}
