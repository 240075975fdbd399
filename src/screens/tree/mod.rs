//! The Tree: the picture along its time axis, and the inspector of what is marked.

mod inspector;
mod picture;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::app::{App, Screen};
use crate::look::Role;
use crate::tell;
use crate::widgets::tree::{Scroll, TreeCanvas, TreeLayout};
use crate::words::paragraph::wrap;

/// From this width on the inspector stands beside the tree.
const WIDE: u16 = 116;

/// Draws the Tree.
pub fn draw(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    if document.scenario.tree.nodes.is_empty() {
        empty(app, area, frame);
        return;
    }
    let (tree, inspector) = parts(app, area);
    picture(app, tree, frame);
    if !inspector.is_empty() {
        inspector::draw(app, inspector, frame);
    }
}

/// Where the tree and the inspector go: beside each other, or one above the other. On a small
/// screen the inspector comes up from below only while it is asked for.
fn parts(app: &App, area: Rect) -> (Rect, Rect) {
    if area.width >= WIDE {
        let least = (area.width * 3 / 10).clamp(38, 60);
        let columns = [Constraint::Fill(1), Constraint::Length(least)];
        let [tree, inspector] = Layout::horizontal(columns).spacing(1).areas(area);
        return (tree, inspector);
    }
    let lines = match app.tree.inspecting {
        Some(_) => (area.height * 11 / 20).max(6),
        None if area.height >= 24 => 9,
        None => 4,
    };
    let rows = [
        Constraint::Fill(1),
        Constraint::Length(lines.min(area.height / 2 + 2)),
    ];
    let [tree, inspector] = Layout::vertical(rows).areas(area);
    (tree, inspector)
}

fn picture(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let Some(document) = app.shown() else { return };
    let tree = picture::of(app, document);
    let layout = TreeLayout::new(&tree, &app.tree.folded, area.width, app.look);
    let spot = picture::spot(&document.scenario.tree, &app.tree.mark);
    // The scroll follows from the mark alone, so that drawing needs no memory: the picture stays
    // at the start as long as the mark is in sight there.
    let scroll = layout.scroll_to(&spot, area, Scroll::default());
    let canvas = TreeCanvas {
        layout: &layout,
        selected: Some(&spot),
        focused: app.tree.inspecting.is_none() && app.screen == Screen::Tree,
        scroll,
        look: app.look,
    };
    frame.render_widget(&canvas, area);
}

fn empty(app: &App, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width.saturating_sub(4)).min(70);
    let lines = wrap(&tell!("tree-empty"), width);
    for (row, line) in area.rows().skip(1).zip(lines) {
        let line = Line::styled(format!("  {line}"), app.look.style(Role::Text));
        frame.render_widget(line, row);
    }
}
