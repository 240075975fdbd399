//! State of the Outcomes and what can be done there.
//!
//! One question at a time: a subject under one option of the next open decision, or on one path.
//! Never an average over open decisions.

mod asked;
pub mod back;
mod history;
mod money;
mod paths;
mod picks;
mod titles;
mod words;

pub use asked::Asked;
pub use paths::{PathLine, path_columns, path_lines};
pub use titles::{BETWEEN, path_title, selection_title, who_of};
pub(crate) use words::{guess_of, headline, notes, spread_words, versus_cohort};
pub use words::{guess_words, small_words, tested_words, threshold_words, tidings};

pub(super) use picks::pick_subject;

use super::keys::OutcomesAction;
use super::{App, Effect, Need};
use crate::live::{CohortMeasure, Group, Selection, Subject, answer_line};
use crate::tell;

/// What the Outcomes remembers.
#[derive(Clone, Debug, Default)]
pub struct OutcomesState {
    /// The marked line of the table.
    pub at: usize,
    /// Option of the next open decision that is looked at; `None` = the first, or no decision is
    /// open.
    pub option: Option<usize>,
    /// A single path that is looked at instead, by its id.
    pub path: Option<String>,
    /// What is drawn.
    pub view: View,
    /// The marked column of the table of paths.
    pub column: usize,
    /// How that table is sorted.
    pub sort: Sort,
    /// Values that matter, by subject.
    pub thresholds: Vec<(Subject, f64)>,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Our range over the years.
    #[default]
    Years,
    /// How densely the runs lie at the horizon.
    Density,
    /// How many runs end up to each value.
    Cumulative,
    /// Poor beside rest, women beside men, country beside reference.
    Cohorts,
    /// Every path.
    Paths,
    /// The way back from the value that matters.
    Back,
}

/// How the table of paths is sorted: by a column, and which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column; the first is the order of the tree.
    pub column: usize,
    /// The largest first.
    pub largest_first: bool,
}

impl View {
    /// The views that follow each other; the way back is asked for by its own key, since it takes
    /// runs of its own.
    pub const ALL: [View; 5] = [
        View::Years,
        View::Density,
        View::Cumulative,
        View::Cohorts,
        View::Paths,
    ];

    fn turned(self, by: usize) -> View {
        let here = View::ALL.iter().position(|v| *v == self).unwrap_or(0);
        let next = (here + by) % View::ALL.len();
        View::ALL.get(next).copied().unwrap_or_default()
    }

    /// Whether it is one picture of one subject, so that left and right turn the options.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, View::Years | View::Density | View::Cumulative)
    }
}

/// Lines of the way back beside its years, about.
const BACK: usize = 24;

/// Looks at this part of the tree: another screen has pointed at it.
pub(super) fn point_at(app: &mut App, selection: Selection) {
    let results = app.shown().and_then(|d| d.results.clone());
    let path = match selection {
        Selection::Path(number) => {
            results.and_then(|r| Some(r.ensemble.plan.paths.get(number)?.id.clone()))
        }
        Selection::Everything | Selection::Option(_) => None,
    };
    app.outcomes.option = selection.option();
    app.outcomes.path = path;
    if !app.outcomes.view.is_picture() {
        show(app, View::Years);
    }
}

/// Does an action of the Outcomes.
pub(super) fn act(app: &mut App, action: OutcomesAction) -> Vec<Effect> {
    use OutcomesAction as O;
    match action {
        O::Up => app.outcomes.at = app.outcomes.at.saturating_sub(1),
        O::Down => app.outcomes.at = (app.outcomes.at + 1).min(lines(app).saturating_sub(1)),
        O::Left => sideways(app, false),
        O::Right => sideways(app, true),
        O::Option => turn_option(app, true),
        O::OptionOrPath => picks::pick_part(app),
        O::Cohort => next_cohort(app),
        O::Threshold => picks::ask_threshold(app),
        O::View => show(app, app.outcomes.view.turned(1)),
        O::ViewBefore => show(app, app.outcomes.view.turned(View::ALL.len() - 1)),
        O::Backcast if app.outcomes.view == View::Back => show(app, View::Years),
        O::Backcast => {
            show(app, View::Back);
            if Asked::of(app).is_some_and(|asked| asked.threshold.is_none()) {
                picks::ask_threshold(app);
            }
        }
        O::Paths if app.outcomes.view == View::Paths => show(app, View::Years),
        O::Paths => show(app, View::Paths),
        O::History => history::show(app),
        O::Filter => super::filter::ask(app),
        O::Sort => sort(app),
        O::Choose => choose(app),
    }
    Vec::new()
}

/// Why an action is not possible now.
pub(super) fn why_not(app: &App, action: OutcomesAction) -> Option<String> {
    use OutcomesAction as O;
    let document = app.shown()?;
    if !document.shows_consequences() {
        return Some(tell!("answer-blind"));
    }
    if document.covered {
        return Some(super::room::covered_words(app));
    }
    let Some(asked) = Asked::of(app) else {
        return Some(tell!("answer-waiting"));
    };
    match action {
        O::Option if asked.options < 2 => Some(tell!("outcomes-one-option")),
        O::Sort if app.outcomes.view != View::Paths => Some(tell!("outcomes-sort-where")),
        O::Choose if lines(app) == 0 => Some(tell!("outcomes-nothing-marked")),
        _ => None,
    }
}

/// What the Outcomes wants to know.
pub(super) fn needs(app: &App) -> Vec<Need> {
    let Some(asked) = Asked::of(app) else {
        return Vec::new();
    };
    let mut needs = vec![asked.outlook(), asked.spread()];
    match app.outcomes.view {
        View::Paths => needs.push(asked.paths()),
        View::Back => needs.extend(back::need(&asked)),
        View::Cohorts => {
            needs.extend([asked.cohorts(), asked.gaps()]);
            needs.extend(asked.each_cohort().iter().map(Asked::outlook));
        }
        _ => {
            needs.extend(
                asked
                    .others()
                    .iter()
                    .flat_map(|o| [o.outlook(), o.spread()]),
            );
            if asked.is_about_a_cohort() {
                needs.push(asked.cohorts());
            }
        }
    }
    needs
}

/// What the Outcomes says in words.
pub(super) fn words(app: &App) -> Option<String> {
    if app.outcomes.view == View::Back
        && let Some(asked) = Asked::of(app)
    {
        return back::words(app, &asked);
    }
    words::all(app)
}

/// Puts marks back where something is.
pub(super) fn settle(app: &mut App) {
    app.outcomes.at = 0;
}

/// Escape: from the way back, whose search ends with it, to the years; from one path back to the
/// option; false if there was neither.
pub(super) fn escape(app: &mut App) -> bool {
    if app.screen != super::Screen::Outcomes {
        return false;
    }
    if app.outcomes.view == View::Back {
        show(app, View::Years);
        return true;
    }
    app.outcomes.path.take().is_some()
}

/// The option that a guess is about: the one that is looked at.
pub(super) fn option(app: &App) -> Option<usize> {
    let document = app.shown()?;
    let plan = &document.results.as_ref()?.ensemble.plan;
    let count = plan.open.as_ref()?.options.len();
    Some(
        app.outcomes
            .option
            .unwrap_or(0)
            .min(count.saturating_sub(1)),
    )
}

fn show(app: &mut App, view: View) {
    app.outcomes.view = view;
    app.outcomes.at = 0;
}

/// Lines of the table below the picture.
fn lines(app: &App) -> usize {
    let Some(asked) = Asked::of(app) else {
        return 0;
    };
    match app.outcomes.view {
        View::Paths => asked.path_table(app).map_or(0, |table| table.rows.len()),
        // Lines of text and bars.
        View::Back => match back::way_back(app, &asked) {
            back::WayBack::Found(report) => BACK + report.years(),
            _ => 0,
        },
        view if view == View::Cohorts || asked.is_about_a_cohort() => {
            asked.cohort_table(app).map_or(0, |table| table.rows.len())
        }
        _ => asked.options,
    }
}

/// Left and right: the column of the table of paths, else the option.
fn sideways(app: &mut App, right: bool) {
    if app.outcomes.view != View::Paths {
        turn_option(app, right);
        return;
    }
    let Some(asked) = Asked::of(app) else { return };
    let last = path_columns(app, &asked).len() + 1;
    let here = app.outcomes.column;
    app.outcomes.column = match right {
        true => (here + 1).min(last),
        false => here.saturating_sub(1),
    };
}

pub(super) fn turn_option(app: &mut App, on: bool) {
    let Some(asked) = Asked::of(app) else { return };
    app.outcomes.path = None;
    if asked.options > 0 {
        let step = if on { 1 } else { asked.options - 1 };
        let here = option(app).unwrap_or(0);
        app.outcomes.option = Some((here + step) % asked.options);
    }
}

/// The same for the next group of people; from an indicator to what is measured for the poorest.
fn next_cohort(app: &mut App) {
    let Some(results) = app.shown().and_then(|d| d.results.clone()) else {
        return;
    };
    let cohorts = &results.ensemble.plan.country().cohorts;
    let (measure, next) = match &app.subject {
        Subject::Indicator(_) => (measure(&app.subject), 0),
        Subject::Cohort(measure, id) => {
            let here = cohorts.iter().position(|c| c.id == *id);
            (*measure, here.map_or(0, |here| here + 1))
        }
    };
    let count = cohorts.len().max(1);
    if let Some(cohort) = cohorts.get(next % count) {
        app.look_at(Subject::Cohort(measure, cohort.id.clone()));
    }
}

/// What is measured for every cohort that comes nearest to a subject.
#[must_use]
pub fn measure(subject: &Subject) -> CohortMeasure {
    match subject {
        Subject::Cohort(measure, _) => *measure,
        Subject::Indicator(_) => match subject.group() {
            Group::Connectivity | Group::Cost => CohortMeasure::Offline,
            Group::Work => CohortMeasure::Displaced,
            Group::Income | Group::Harm => CohortMeasure::IncomeVsNoai,
        },
    }
}

/// Sorts by the marked column; once more turns the order around.
fn sort(app: &mut App) {
    let column = app.outcomes.column;
    let before = app.outcomes.sort;
    app.outcomes.sort = Sort {
        column,
        largest_first: if before.column == column {
            !before.largest_first
        } else {
            column > 0
        },
    };
    app.outcomes.at = 0;
}

/// Looks at what is marked in the table: a path, a group of people, an option.
fn choose(app: &mut App) {
    let Some(asked) = Asked::of(app) else { return };
    let at = app.outcomes.at;
    match app.outcomes.view {
        View::Paths => {
            let line = path_lines(app, &asked).into_iter().nth(at);
            if let Some(line) = line {
                app.outcomes.path = Some(line.id);
                show(app, View::Years);
            }
        }
        View::Back => {}
        view if view == View::Cohorts || asked.is_about_a_cohort() => {
            let subject = asked
                .cohort_table(app)
                .and_then(|table| Some(table.rows.get(at)?.subject.clone()));
            if let Some(subject) = subject {
                app.look_at(subject);
            }
        }
        _ => {
            app.outcomes.path = None;
            app.outcomes.option = Some(at);
        }
    }
}

impl App {
    /// Looks at another subject: answer lines follow at once.
    pub fn look_at(&mut self, subject: Subject) {
        for document in &mut self.documents {
            document.before = None;
            document.line = document
                .results
                .as_ref()
                .filter(|results| results.has_at_hand(&subject))
                .map(|results| answer_line(results, &subject));
        }
        self.subject = subject;
    }
}

/// The selection that is looked at under these results; the option if the path is gone.
fn selection(state: &OutcomesState, plan: &crate::sim::Plan) -> Selection {
    let wanted = state.path.as_ref();
    let path = wanted.and_then(|id| plan.paths.iter().position(|path| path.id == *id));
    match (path, &plan.open) {
        (Some(path), _) => Selection::Path(path),
        (None, Some(open)) => {
            let last = open.options.len().saturating_sub(1);
            Selection::Option(state.option.unwrap_or(0).min(last))
        }
        (None, None) => Selection::Everything,
    }
}
