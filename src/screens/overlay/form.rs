//! Fields to fill in, with the reason beside the one that was refused.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::boxed;
use crate::app::{App, Field, FieldKind, Form};
use crate::look::Role;
use crate::words::paragraph::wrap;

/// Rows of the picture of a quantity.
const PICTURE: u16 = 4;

pub(super) fn draw(app: &App, form: &Form, area: Rect, frame: &mut Frame<'_>) {
    let width = area.width.saturating_sub(4).min(84);
    let room = usize::from(width.saturating_sub(4)).max(1);
    let help = wrap(&form.help, room);
    let picture = if form.picture.is_some() {
        PICTURE + 1
    } else {
        0
    };
    let rows: usize = form
        .fields
        .iter()
        .enumerate()
        .map(|(n, f)| lines(form, n, f, room))
        .sum();
    let height = u16::try_from(rows + help.len() + 2).unwrap_or(u16::MAX);
    let height = height.saturating_add(picture).min(area.height);
    let inner = boxed(app, &form.title, (width, height), area, frame);
    let mut pen = Pen {
        app,
        inner,
        y: inner.y,
    };
    for line in help {
        pen.line(Line::styled(line, app.look.style(Role::Muted)), frame);
    }
    // A long form scrolls so that the field in hand is seen.
    let fits = usize::from(inner.height.saturating_sub(picture)).saturating_sub(1);
    let first = first_field(form, room, fits);
    for (place, field) in form.fields.iter().enumerate().skip(first) {
        draw_field(&mut pen, form, place, field, frame);
    }
    if form.picture.is_some() {
        draw_picture(&pen, form, frame);
    }
}

/// Writes line after line.
struct Pen<'a> {
    app: &'a App,
    inner: Rect,
    y: u16,
}

impl Pen<'_> {
    fn row(&mut self) -> Option<Rect> {
        let row = Rect {
            y: self.y,
            height: 1,
            ..self.inner
        };
        self.y = self.y.saturating_add(1);
        (row.y < self.inner.bottom()).then_some(row)
    }

    fn line(&mut self, line: Line<'_>, frame: &mut Frame<'_>) {
        if let Some(row) = self.row() {
            frame.render_widget(line, row);
        }
    }
}

/// Lines that a field takes.
fn lines(form: &Form, place: usize, field: &Field, room: usize) -> usize {
    let refused = form.refusal.as_ref().filter(|r| r.field == place);
    let reason = refused.map_or(0, |r| wrap(&r.reason, room).len());
    let hint = usize::from(place == form.focus && !field.hint.is_empty());
    2 + reason + hint * wrap(&field.hint, room).len()
}

fn first_field(form: &Form, room: usize, fits: usize) -> usize {
    let size = |n: usize| form.fields.get(n).map_or(0, |f| lines(form, n, f, room));
    let mut first = form.focus;
    let mut used = size(first);
    while let Some(before) = first.checked_sub(1) {
        used += size(before);
        if used > fits {
            break;
        }
        first = before;
    }
    first
}

fn draw_field(pen: &mut Pen<'_>, form: &Form, place: usize, field: &Field, frame: &mut Frame<'_>) {
    let look = pen.app.look;
    let focused = place == form.focus;
    let label = if focused { Role::Focus } else { Role::Muted };
    pen.line(Line::styled(field.label.clone(), look.style(label)), frame);
    draw_value(pen, field, focused, frame);
    let room = usize::from(pen.inner.width);
    if focused {
        for line in wrap(&field.hint, room) {
            pen.line(Line::styled(line, look.style(Role::Muted)), frame);
        }
    }
    if let Some(refusal) = form.refusal.as_ref().filter(|r| r.field == place) {
        for line in wrap(&refusal.reason, room) {
            pen.line(Line::styled(line, look.style(Role::Error)), frame);
        }
    }
}

fn draw_value(pen: &mut Pen<'_>, field: &Field, focused: bool, frame: &mut Frame<'_>) {
    let look = pen.app.look;
    let Some(row) = pen.row() else { return };
    let glyphs = look.glyphs();
    if let FieldKind::Choice(_) = field.kind {
        let value = field.input.value();
        let text = format!("{} {value} {}", glyphs.left, glyphs.right);
        let role = if focused { Role::Selected } else { Role::Text };
        frame.render_widget(Line::styled(text, look.style(role)), row);
        return;
    }
    let width = usize::from(row.width.saturating_sub(3)).max(1);
    let scroll = field.input.visual_scroll(width);
    let shown = cut(field.input.value(), scroll, width);
    let mark = if focused { glyphs.right } else { " " };
    let line = Line::from(vec![
        Span::styled(format!("{mark} "), look.style(Role::Key)),
        Span::styled(shown, look.style(Role::Text)),
    ]);
    frame.render_widget(line, row);
    if focused {
        let at = field.input.visual_cursor().saturating_sub(scroll) + 2;
        let x = row.x.saturating_add(u16::try_from(at).unwrap_or(u16::MAX));
        frame.set_cursor_position(Position::new(x.min(row.right().saturating_sub(1)), row.y));
    }
}

/// The part of a text that starts after `skip` columns and fits into `width`.
fn cut(text: &str, skip: usize, width: usize) -> String {
    let (mut before, mut out) = (0, String::new());
    for letter in text.chars() {
        let letter_width = unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0);
        if before >= skip && out.width() + letter_width <= width {
            out.push(letter);
        }
        before += letter_width;
    }
    out
}

/// The density of the quantity that is typed.
fn draw_picture(pen: &Pen<'_>, form: &Form, frame: &mut Frame<'_>) {
    let top = pen.y.saturating_add(1);
    let area = Rect {
        y: top,
        height: pen.inner.bottom().saturating_sub(top),
        ..pen.inner
    };
    if let (Some(quantity), Some(picture)) = (form.typed_quantity(), form.picture) {
        crate::screens::density::draw(pen.app.look, &quantity, picture.scale, area, frame);
    }
}
