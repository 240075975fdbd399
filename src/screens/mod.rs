//! Drawing: one file per screen. Reads the state of the app, changes nothing.

#![deny(clippy::indexing_slicing)]

mod answer;
pub mod assumptions;
pub mod choices;
pub mod compare;
pub mod density;
pub mod frame;
pub mod guide;
mod head;
mod hints;
pub mod library;
pub mod matters;
pub mod outcomes;
mod overlay;
pub mod room;
pub mod run;
pub mod setbacks;
pub mod tree;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph, Wrap};

use crate::app::{App, Screen};
use crate::look::{self, Role};
use crate::tell;

/// The smallest terminal that shows everything that is needed: columns, rows.
pub const LEAST: (u16, u16) = (60, 16);

/// Draws the whole workbench, or the trainer's while that is followed.
pub fn view(app: &App, frame: &mut Frame<'_>) {
    let followed = app.mirrored();
    let app = followed.as_ref().unwrap_or(app);
    let area = frame.area();
    frame.buffer_mut().set_style(area, app.look.ground());
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(app, area, frame);
    } else {
        whole(app, area, frame);
    }
    look::finish(frame.buffer_mut(), app.look);
}

fn whole(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let answer = answer::height(app, area.width);
    let news = room::line(app, area.width);
    let rows = [
        Constraint::Length(1),
        Constraint::Length(answer),
        Constraint::Fill(1),
        Constraint::Length(u16::from(news.is_some())),
        Constraint::Length(1),
    ];
    let [top, line, body, said, foot] = Layout::vertical(rows).areas(area);
    head::draw(app, top, frame);
    answer::draw(app, line, frame);
    screen(app, body, frame);
    if let Some(news) = news {
        frame.render_widget(news, said);
    }
    hints::draw(app, foot, frame);
    overlay::draw(app, area, frame);
}

fn screen(app: &App, area: Rect, frame: &mut Frame<'_>) {
    match app.screen {
        Screen::Library => library::draw(app, area, frame),
        Screen::Frame => frame::draw(app, area, frame),
        Screen::Tree => tree::draw(app, area, frame),
        Screen::Assumptions => assumptions::draw(app, area, frame),
        Screen::Outcomes => outcomes::draw(app, area, frame),
        Screen::Compare => compare::draw(app, area, frame),
        Screen::Matters => matters::draw(app, area, frame),
        Screen::Setbacks => setbacks::draw(app, area, frame),
        Screen::Choices => choices::draw(app, area, frame),
        Screen::Run => run::draw(app, area, frame),
        Screen::Guide => guide::draw(app, area, frame),
        Screen::Room => room::draw(app, area, frame),
    }
}

/// Below the least size: says so and keeps everything as it is.
fn too_small(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let text = tell!(
        "too-small",
        columns = u32::from(LEAST.0),
        rows = u32::from(LEAST.1),
        have_columns = u32::from(area.width),
        have_rows = u32::from(area.height),
    );
    let text = Paragraph::new(Line::styled(text, app.look.style(Role::Text)));
    frame.render_widget(Clear, area);
    frame.render_widget(text.wrap(Wrap { trim: true }), area);
}
