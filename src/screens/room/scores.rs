//! Scores: how this round's answers did, and how well the day's ranges held.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{below, paragraph};
use crate::app::App;
use crate::look::Role;
use crate::tell;
use crate::widgets::bar::Bar;
use crate::words::ranked::percent;
use crate::words::rounds;
use crate::workshop::{Calibration, RoundView};

/// Columns of a bar.
const BAR: usize = 30;

/// Draws the scores in words, and the day's calibration as bars.
pub(super) fn draw(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) {
    let mut left = area;
    if let Some(truth) = &round.truth {
        let text = rounds::truth(&round.question, truth);
        left = paragraph(app, &text, Role::Answer, left, frame);
    }
    let told = rounds::scores(round);
    if told.is_empty() {
        left = paragraph(app, &tell!("round-no-scores"), Role::Muted, left, frame);
    }
    for text in told {
        left = paragraph(app, &text, Role::Text, left, frame);
    }
    left = own(app, round, left, frame);
    let day = app.room.as_ref().and_then(|room| room.calibration.as_ref());
    if let Some(day) = day {
        left = below(left, 1);
        left = paragraph(app, &tell!("round-day"), Role::Title, left, frame);
        left = bars(app, day, left, frame);
        for text in rounds::day(day) {
            left = paragraph(app, &text, Role::Text, left, frame);
        }
    }
}

/// How this table's own answers did.
fn own(app: &App, round: &RoundView, area: Rect, frame: &mut Frame<'_>) -> Rect {
    let told = round.scores.iter().filter_map(|score| {
        let (name, held) = (score.mine.as_ref()?, score.held?);
        let name = match name.as_str() {
            "" => tell!("round-this-table"),
            name => name.to_owned(),
        };
        Some(match held {
            true => tell!("round-mine-held", name = name),
            false => tell!("round-mine-missed", name = name),
        })
    });
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => area,
        false => paragraph(app, &told.join(" "), Role::Text, area, frame),
    }
}

/// For each confidence: what people said, and how often it came true.
fn bars(app: &App, day: &Calibration, area: Rect, frame: &mut Frame<'_>) -> Rect {
    for (row, bin) in area.rows().zip(&day.bins) {
        let bar = Bar {
            share: bin.came,
            pinned: false,
            role: Role::Middle,
            look: app.look,
        };
        let text = tell!(
            "round-bin",
            said = percent(bin.said),
            came = percent(bin.came),
            count = bin.count
        );
        let line = Line::from(vec![
            Span::styled(format!(" {text:<44} "), app.look.style(Role::Text)),
            Span::styled(bar.text(BAR), app.look.style(Role::Middle)),
        ]);
        frame.render_widget(line, row);
    }
    below(area, u16::try_from(day.bins.len()).unwrap_or(area.height))
}
