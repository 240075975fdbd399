//! Behind the answers: the distribution fitted to each range, and ways to put them together.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{below, paragraph};
use crate::app::App;
use crate::app::room::closed_stage;
use crate::look::Role;
use crate::tell;
use crate::widgets::marks::{ends, whisker};
use crate::widgets::scroll::keep_in_view;
use crate::widgets::strip::Strip;
use crate::words::rounds::Unit;
use crate::words::workshop::method;
use crate::workshop::{Pool, Results, RoundView};

/// One line: its name, its quantiles, and whether it is a pool.
struct Fitted {
    name: String,
    quantiles: [f64; 5],
    pooled: bool,
}

/// Draws pools first, then everybody's fit.
pub(super) fn draw(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) {
    let Some(stage) = closed_stage(round) else {
        return;
    };
    let results = &stage.results;
    let all = fitted(results);
    if all.is_empty() {
        paragraph(app, &tell!("round-no-fits"), Role::Muted, area, frame);
        return;
    }
    let unit = Unit::of(&round.question);
    let mut left = paragraph(app, &tell!("round-fits-help"), Role::Muted, area, frame);
    let axis = ends(all.iter().flat_map(|one| one.quantiles));
    if let Some(pool) = results.pools.first().filter(|pool| pool.curve.len() > 2) {
        left = curve(app, (pool, axis), below(left, 1), frame);
    }
    let left = below(left, 1);
    let names = all.iter().map(|one| one.name.width()).max().unwrap_or(0);
    let names = names.min(28);
    let wide = (usize::from(left.width) / 3).clamp(8, 44);
    let height = usize::from(left.height).max(1);
    let top = keep_in_view(0, app.seat.line, height, all.len());
    for (row, (place, one)) in left.rows().zip(all.iter().enumerate().skip(top)) {
        let [low, _, middle, _, high] = one.quantiles;
        let picture = axis
            .map(|axis| whisker((low, middle, high), axis, wide, app.look))
            .unwrap_or_default();
        let role = match (place == app.seat.line, one.pooled) {
            (true, _) => Role::Selected,
            (false, true) => Role::Answer,
            (false, false) => Role::Text,
        };
        let largest = low.abs().max(high.abs());
        let told = tell!(
            "value-range",
            middle = unit.number(middle, largest),
            low = unit.number(low, largest),
            high = unit.number(high, largest)
        );
        let name = crate::widgets::shorten(&one.name, names, app.look.glyphs().ellipsis);
        let gap = " ".repeat(names.saturating_sub(name.width()) + 1);
        let line = Line::from(vec![
            Span::styled(format!(" {name}{gap}"), app.look.style(role)),
            Span::styled(picture, app.look.style(Role::Text)),
            Span::styled(
                format!(" {told} {}", unit.words),
                app.look.style(Role::Text),
            ),
        ]);
        frame.render_widget(line, row);
    }
}

fn fitted(results: &Results) -> Vec<Fitted> {
    let pools = results.pools.iter().map(|pool| Fitted {
        name: method(pool.method),
        quantiles: pool.quantiles,
        pooled: true,
    });
    let fits = results.fits.iter().map(|fit| Fitted {
        name: format!("{} {}", fit.expert, fit.family),
        quantiles: fit.quantiles,
        pooled: false,
    });
    pools.chain(fits).collect()
}

/// How dense the proposed pool is, in one line on the axis of the ranges below.
fn curve(
    app: &App,
    (pool, axis): (&Pool, Option<(f64, f64)>),
    area: Rect,
    frame: &mut Frame<'_>,
) -> Rect {
    let Some((low, high)) = axis else { return area };
    let columns = usize::from(area.width.saturating_sub(2)).clamp(1, 100);
    let share = |value: f64| share_below(&pool.curve, value);
    let at = |column: usize| low + (high - low) * column as f64 / columns as f64;
    let heights = (0..columns).map(|c| (share(at(c + 1)) - share(at(c))).max(0.0));
    let heights: Vec<f64> = heights.collect();
    let strip = Strip {
        heights: &heights,
        most: None,
        role: Role::Middle,
        look: app.look,
    };
    let line = Rect {
        x: area.x.saturating_add(1),
        width: u16::try_from(columns).unwrap_or(area.width),
        height: area.height.min(1),
        ..area
    };
    frame.render_widget(&strip, line);
    let name = tell!("round-curve", method = method(pool.method));
    paragraph(app, &name, Role::Muted, below(area, 1), frame)
}

/// The share below a value on a curve of points (value, share), rising.
fn share_below(curve: &[(f64, f64)], value: f64) -> f64 {
    let after = curve.partition_point(|point| point.0 < value);
    match (
        after.checked_sub(1).and_then(|p| curve.get(p)),
        curve.get(after),
    ) {
        (Some((x0, y0)), Some((x1, y1))) if x1 > x0 => y0 + (y1 - y0) * (value - x0) / (x1 - x0),
        (Some((_, share)), _) => *share,
        (None, _) => 0.0,
    }
}
