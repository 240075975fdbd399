//! What lies over a screen: forms, lists, questions, pages.

mod confirm;
mod form;
mod page;
mod pick;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Borders, Clear};
use unicode_width::UnicodeWidthStr;

use crate::app::{App, Overlay};
use crate::look::{Look, Role};

/// Draws the overlay on top, above the hint bar.
pub(super) fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let above = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    match app.overlays.last() {
        Some(Overlay::Form(form)) => form::draw(app, form, above, frame),
        Some(Overlay::Pick(pick)) => pick::draw(app, pick, above, frame),
        Some(Overlay::Confirm(confirm)) => confirm::draw(app, confirm, above, frame),
        Some(Overlay::Page(page)) => page::draw(app, page, above, frame),
        None => {}
    }
}

/// A wide letter that a box would cut in half goes altogether: terminals draw no halves, and the
/// box would shift.
fn uncover(place: Rect, frame: &mut Frame<'_>) {
    let Some(before) = place.x.checked_sub(1) else {
        return;
    };
    for y in place.top()..place.bottom() {
        if let Some(cell) = frame.buffer_mut().cell_mut((before, y))
            && cell.symbol().width() > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// Clears a box of this size in the middle, frames it, and gives what is inside.
fn boxed(app: &App, title: &str, size: (u16, u16), area: Rect, frame: &mut Frame<'_>) -> Rect {
    let width = size.0.min(area.width);
    let height = size.1.min(area.height);
    let place = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let block = Block::new()
        .borders(Borders::ALL)
        .border_set(border(app.look))
        .border_style(app.look.style(Role::Focus))
        .style(app.look.style(Role::Text))
        .title(format!(" {title} "))
        .title_style(app.look.style(Role::Title));
    let inner = block.inner(place);
    uncover(place, frame);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    Rect {
        x: inner.x.saturating_add(1),
        width: inner.width.saturating_sub(2),
        ..inner
    }
    .intersection(frame.area())
}

fn border(look: Look) -> border::Set<'static> {
    let glyphs = look.glyphs();
    border::Set {
        top_left: glyphs.top_left,
        top_right: glyphs.top_right,
        bottom_left: glyphs.bottom_left,
        bottom_right: glyphs.bottom_right,
        vertical_left: glyphs.vertical,
        vertical_right: glyphs.vertical,
        horizontal_top: glyphs.horizontal,
        horizontal_bottom: glyphs.horizontal,
    }
}
