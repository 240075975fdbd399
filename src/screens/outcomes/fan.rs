//! The fan chart over the years.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::ranges::{axis_label, unit_above, values_of};
use crate::app::outcomes::{Asked, guess_of};
use crate::app::{App, Document};
use crate::live::{Group, NoAiLine, Outlook};
use crate::scenario::BASE_YEAR;
use crate::tell;
use crate::widgets::fan::{Fan, FanPoint, FanWords};
use crate::words::numbers::Scale;
use crate::words::subjects;

/// Draws our range over the years, with what stands beside it.
pub(super) fn draw(app: &App, asked: &Asked, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.outlook_of(app) else {
        return;
    };
    let points = points(found);
    let no_ai = no_ai(found);
    let reference = reference(found);
    let guess = guess_of(app, asked).map(|guess| (guess.low, guess.high));
    let scale = subjects::scale(&found.subject, &values_of(found));
    let area = unit_above(app, scale, area, frame);
    let label = |value: f64| axis_label(scale, value);
    let words = words(found);
    let mut fan = Fan {
        years: ends(found),
        points: &points,
        no_ai: &no_ai,
        reference: &reference,
        threshold: asked.threshold,
        guess,
        scale: None,
        label: &label,
        words: &words,
        look: app.look,
    };
    fan.scale = common(app, asked, &fan);
    frame.render_widget(&fan, area);
}

/// One of several charts side by side: our range alone, on a common axis.
pub(super) fn small(
    app: &App,
    asked: &Asked,
    ends: Option<(f64, f64)>,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(found) = asked.outlook_of(app) else {
        return;
    };
    let points = points(found);
    let scale = subjects::scale(&found.subject, &values_of(found));
    let label = |value: f64| axis_label(scale, value);
    let fan = Fan {
        years: self::ends(found),
        points: &points,
        no_ai: &[],
        reference: &[],
        threshold: None,
        guess: None,
        scale: ends,
        label: &label,
        words: &FanWords::default(),
        look: app.look,
    };
    frame.render_widget(&fan, area);
}

/// The ends of the axis that suit several charts.
pub(super) fn ends_of_all(app: &App, all: &[Asked]) -> Option<(f64, f64)> {
    let first = all.first()?;
    if is_part_of_people(first) {
        return Some((0.0, 1.0));
    }
    let found = all.iter().filter_map(|one| one.outlook_of(app));
    let points: Vec<FanPoint> = found.flat_map(points).collect();
    let label = |_: f64| String::new();
    Fan {
        years: (0, 1),
        points: &points,
        no_ai: &[],
        reference: &[],
        threshold: None,
        guess: None,
        scale: None,
        label: &label,
        words: &FanWords::default(),
        look: app.look,
    }
    .range()
}

/// Whether values lie between nobody and everybody, so that the axis shows all of it.
fn is_part_of_people(asked: &Asked) -> bool {
    let share = asked.subject.unit() == "share" && !subjects::is_change(&asked.subject);
    share && asked.subject.group() == Group::Connectivity
}

/// Axes without anything in them: what is covered until somebody guesses.
pub(super) fn empty(app: &App, document: &Document, area: Rect, frame: &mut Frame<'_>) {
    let unit = app.subject.unit();
    if unit != "share" || app.subject.group() != Group::Connectivity {
        return;
    }
    let scale = Scale::of(&unit, &[]);
    let label = |value: f64| axis_label(scale, value);
    let fan = Fan {
        years: (BASE_YEAR, document.scenario.setting.horizon.1),
        points: &[],
        no_ai: &[],
        reference: &[],
        threshold: None,
        guess: None,
        scale: Some((0.0, 1.0)),
        label: &label,
        words: &FanWords::default(),
        look: app.look,
    };
    frame.render_widget(&fan, super::inset(area));
}

fn ends(found: &Outlook) -> (i32, i32) {
    let first = found.years.first().copied().unwrap_or(BASE_YEAR);
    (first, found.years.last().copied().unwrap_or(first))
}

/// Our range by year; where only an average is known, a line.
fn points(found: &Outlook) -> Vec<FanPoint> {
    let single = subjects::is_share_of_runs(&found.subject);
    let years = found.years.iter().zip(&found.bands);
    let point = |(year, band): (&i32, &crate::analysis::summary::Moments)| {
        let unknown = band.levels.iter().any(|level| !level.is_finite());
        FanPoint {
            year: *year,
            five: if single || unknown {
                [band.mean; 5]
            } else {
                band.levels
            },
        }
    };
    years.map(point).collect()
}

fn no_ai(found: &Outlook) -> Vec<(i32, f64)> {
    match &found.no_ai {
        NoAiLine::Zero => found.years.iter().map(|year| (*year, 0.0)).collect(),
        NoAiLine::Line(values) => found
            .years
            .iter()
            .copied()
            .zip(values.iter().copied())
            .collect(),
        NoAiLine::Same | NoAiLine::Unknown => Vec::new(),
    }
}

fn reference(found: &Outlook) -> Vec<(i32, f64)> {
    let bands = found.reference.iter().flat_map(|r| &r.bands);
    let years = found.years.iter().copied();
    years.zip(bands.map(|band| band.levels[2])).collect()
}

fn words(found: &Outlook) -> FanWords {
    let single = subjects::is_share_of_runs(&found.subject);
    let unless = |text: String| if single { String::new() } else { text };
    let reference = found.reference.as_ref().map(|r| match r.everyone {
        true => tell!("outcomes-legend-everyone", country = r.name.clone()),
        false => tell!("outcomes-legend-reference", country = r.name.clone()),
    });
    FanWords {
        band: unless(tell!("outcomes-legend-band")),
        inner: unless(tell!("outcomes-legend-inner")),
        middle: unless(tell!("outcomes-legend-middle")),
        no_ai: tell!("outcomes-legend-no-ai"),
        reference: reference.unwrap_or_default(),
        threshold: tell!("outcomes-legend-threshold"),
        guess: tell!("outcomes-legend-guess"),
    }
}

/// The ends of the value axis: the same under every option, so that turning them moves the fan
/// and never the axis.
fn common(app: &App, asked: &Asked, fan: &Fan<'_>) -> Option<(f64, f64)> {
    if is_part_of_people(asked) {
        return Some((0.0, 1.0));
    }
    let others = asked.others();
    let found = others.iter().filter_map(|other| other.outlook_of(app));
    let mut all: Vec<FanPoint> = fan.points.to_vec();
    all.extend(found.flat_map(points));
    Fan {
        points: &all,
        ..fan.clone()
    }
    .range()
}
