//! The spread at the horizon: how dense, or how many up to each value.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::ranges::{axis_label, unit_above};
use crate::app::App;
use crate::app::outcomes::Asked;
use crate::live::{Distribution, Group};
use crate::look::Role;
use crate::report::run::Better;
use crate::tell;
use crate::widgets::distribution::{Bins, Distribution as Picture, Shape, Threshold};
use crate::widgets::shorten;
use crate::words::{answers, subjects};

/// Runs of one bin are spread evenly over so many points, so that the picture has no comb.
const POINTS: usize = 24;

/// Draws the spread with a title above it.
pub(super) fn draw(app: &App, asked: &Asked, cumulative: bool, area: Rect, frame: &mut Frame<'_>) {
    let Some(found) = asked.spread_of(app) else {
        return;
    };
    let year = found.year.to_string();
    let title = match (subjects::is_share_of_runs(&found.subject), cumulative) {
        (true, _) => tell!("outcomes-no-spread"),
        _ if found.density.is_empty() => tell!("outcomes-no-value"),
        (false, true) => tell!("outcomes-cumulative-title", year = year),
        (false, false) => tell!("outcomes-density-title", year = year),
    };
    let dots = app.look.glyphs().ellipsis;
    let title = shorten(&title, usize::from(area.width), dots);
    let line = Line::styled(title, app.look.style(Role::Muted));
    frame.render_widget(
        line,
        Rect {
            height: 1.min(area.height),
            ..area
        },
    );
    if subjects::is_share_of_runs(&found.subject) || area.height < 3 {
        return;
    }
    let below = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    picture(app, asked, found, cumulative, below, frame);
}

fn picture(
    app: &App,
    asked: &Asked,
    found: &Distribution,
    cumulative: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let range = answers::range(&found.moments);
    let scale = subjects::scale(&found.subject, &[range]);
    let area = unit_above(app, scale, area, frame);
    let Some(bins) = Bins::new(runs(found).into_iter(), ends(app, asked)) else {
        return;
    };
    let label = |value: f64| axis_label(scale, value);
    let [p5, _, p50, _, p95] = found.moments.levels;
    let picture = Picture {
        bins: &bins,
        shape: if cumulative {
            Shape::Cumulative
        } else {
            Shape::Density
        },
        range: Some([p5, p50, p95]),
        threshold: asked.threshold.map(|at| Threshold {
            at,
            above: found.subject.better() != Better::Down,
            // How many runs lie beyond it stands in a sentence already.
            words: "",
        }),
        label: &label,
        look: app.look,
    };
    frame.render_widget(&picture, area);
}

/// The bins of an answer as runs with weights.
fn runs(found: &Distribution) -> Vec<(f64, f64)> {
    if found.width <= 0.0 {
        return vec![(found.low, 1.0)];
    }
    let bins = found.density.iter().enumerate();
    bins.flat_map(|(bin, share)| {
        let left = found.low + bin as f64 * found.width;
        let step = found.width / POINTS as f64;
        let point = move |n: usize| left + (n as f64 + 0.5) * step;
        (0..POINTS).map(move |n| (point(n), share / POINTS as f64))
    })
    .collect()
}

/// Ends of the axis: the same under every option.
fn ends(app: &App, asked: &Asked) -> Option<(f64, f64)> {
    let share = asked.subject.unit() == "share" && !subjects::is_change(&asked.subject);
    if share && asked.subject.group() == Group::Connectivity {
        return Some((0.0, 1.0));
    }
    let all = asked.headline();
    let found = all.iter().filter_map(|one| one.spread_of(app));
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for one in found.chain(asked.spread_of(app)) {
        low = low.min(one.low);
        high = high.max(one.low + one.width * one.density.len() as f64);
    }
    if let Some(threshold) = asked.threshold {
        (low, high) = (low.min(threshold), high.max(threshold));
    }
    (low < high).then_some((low, high))
}
