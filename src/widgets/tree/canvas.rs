//! Drawing a tree that has been laid out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Spot;
use super::layout::{Item, NodePlace, OutcomePlace, Scroll, TreeLayout, header};
use crate::look::{Look, Role};
use crate::widgets::pen::Pen;

/// A tree on the screen.
#[derive(Clone, Copy, Debug)]
pub struct TreeCanvas<'a> {
    /// The tree, laid out.
    pub layout: &'a TreeLayout,
    /// Where the reader is.
    pub selected: Option<&'a Spot>,
    /// Whether keys go to the tree.
    pub focused: bool,
    /// How far it is scrolled.
    pub scroll: Scroll,
    /// How it looks.
    pub look: Look,
}

impl Widget for &TreeCanvas<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        if self.layout.nodes.is_empty() {
            return;
        }
        let mut pen = Pen::new(buffer, area, self.look);
        let (width, height) = (pen.width(), pen.height());
        let above = header(height);
        self.years(&mut pen.part(0, 0, width, above), above);
        let mut body = pen.part(0, above, width, height - above);
        self.base(&mut body);
        for node in &self.layout.nodes {
            self.node(&mut body, node);
        }
        self.more(&mut pen, above);
    }
}

impl TreeCanvas<'_> {
    fn x(&self, x: i32) -> i32 {
        x - i32::from(self.scroll.x)
    }

    fn y(&self, row: i32) -> i32 {
        row - i32::from(self.scroll.y)
    }

    /// The role of lines: those that lead to the selection stand out.
    fn line(&self, spot: &Spot) -> Role {
        let leads = self.selected.is_some_and(|selected| {
            let way = spot.next().path;
            selected.next().path.starts_with(&way)
        });
        if leads { Role::Title } else { Role::Muted }
    }

    fn years(&self, pen: &mut Pen<'_>, above: i32) {
        let dot = self.look.glyphs().dot;
        for (year, x) in &self.layout.years {
            let label = year.to_string();
            let wide = i32::try_from(label.len()).unwrap_or(4);
            let left = self.x(*x).min(self.x(self.layout.width) - wide);
            if left >= 0 && left + wide <= pen.width() {
                pen.text(left, 0, &label, Role::Muted);
            }
            if above > 1 {
                pen.text(self.x(*x), 1, dot, Role::Muted);
            }
        }
    }

    /// The base year, and the line to the first node.
    fn base(&self, pen: &mut Pen<'_>) {
        let glyphs = self.look.glyphs();
        let role = self.line(&Spot::root());
        let to = self.layout.nodes.first().map_or(0, |node| node.x);
        pen.text(self.x(0), self.y(0), glyphs.start, role);
        let line = glyphs.horizontal;
        pen.across(self.x(1), self.x(to), self.y(0), line, role);
    }

    fn node(&self, pen: &mut Pen<'_>, node: &NodePlace) {
        let outcomes = self.layout.outcomes.get(node.outcomes.clone());
        let outcomes = outcomes.unwrap_or(&[]);
        self.trunk(pen, node, outcomes);
        for outcome in outcomes {
            self.outcome(pen, outcome);
        }
        let y = self.y(node.row);
        let mut x = self.x(node.x);
        for (text, role) in &node.words.pieces {
            x = pen.text(x, y, text, *role);
        }
        if self.selected == Some(&node.spot) {
            pen.restyle(self.x(node.x), x, y, self.selection());
        }
    }

    /// What joins a node and its outcomes.
    fn trunk(&self, pen: &mut Pen<'_>, node: &NodePlace, outcomes: &[OutcomePlace]) {
        let glyphs = self.look.glyphs();
        let (Some(first), Some(last)) = (outcomes.first(), outcomes.last()) else {
            return;
        };
        let x = self.x(node.trunk);
        let from = self.x(node.x + node.words.width + 1);
        let (top, bottom) = (self.y(first.row), self.y(last.row));
        let leading = outcomes
            .iter()
            .find(|outcome| self.line(&outcome.spot) == Role::Title);
        let before = leading.map_or(Role::Muted, |_| Role::Title);
        pen.across(from, x, top, glyphs.horizontal, before);
        pen.down(x, top, bottom, glyphs.vertical, Role::Muted);
        if let Some(leading) = leading {
            let to = self.y(leading.row);
            pen.down(x, top, to, glyphs.vertical, Role::Title);
        }
        for outcome in outcomes {
            let glyph = if outcomes.len() == 1 {
                glyphs.horizontal
            } else if outcome.row == first.row {
                glyphs.branch_down
            } else if outcome.row == last.row {
                glyphs.bottom_left
            } else {
                glyphs.branch_right
            };
            let passed = leading.is_some_and(|leading| outcome.row <= leading.row);
            let role = if passed { Role::Title } else { Role::Muted };
            pen.text(x, self.y(outcome.row), glyph, role);
        }
    }

    fn outcome(&self, pen: &mut Pen<'_>, outcome: &OutcomePlace) {
        let glyphs = self.look.glyphs();
        let (y, role) = (self.y(outcome.row), self.line(&outcome.spot));
        let (label, to) = (self.x(outcome.label), self.x(outcome.to));
        let start = self.x(outcome.trunk) + 1;
        pen.across(start, label - 1, y, glyphs.horizontal, role);
        let odds = if role == Role::Title {
            Role::Answer
        } else {
            Role::Text
        };
        pen.ending(start + 1 + outcome.odds_width, y, &outcome.odds, odds);
        let mut x = label;
        for (text, role) in &outcome.words.pieces {
            x = pen.text(x, y, text, *role);
        }
        pen.across(x + 1, to, y, glyphs.horizontal, role);
        if outcome.ends {
            pen.text(to, y, glyphs.end, role);
        }
        if self.selected == Some(&outcome.spot) {
            pen.restyle(label - 1, x + 1, y, self.selection());
        }
    }

    fn selection(&self) -> Role {
        if self.focused {
            Role::Selected
        } else {
            Role::Focus
        }
    }

    /// Arrows where the tree goes on out of sight.
    fn more(&self, pen: &mut Pen<'_>, above: i32) {
        let glyphs = self.look.glyphs();
        let (right, bottom) = (pen.width() - 1, pen.height() - 1);
        let lines = pen.height() - above;
        if self.scroll.x > 0 {
            pen.text(0, (above - 1).max(0), glyphs.left, Role::Key);
        }
        if self.x(self.layout.width) > pen.width() {
            pen.text(right, (above - 1).max(0), glyphs.right, Role::Key);
        }
        if self.scroll.y > 0 {
            pen.text(right, above, glyphs.up, Role::Key);
        }
        if self.y(self.layout.rows) > lines {
            pen.text(right, bottom, glyphs.down, Role::Key);
        }
    }
}

impl TreeLayout {
    /// What is drawn at a place of the area, so that it can be pointed at.
    #[must_use]
    pub fn at(&self, column: u16, line: u16, area: Rect, scroll: Scroll) -> Option<Spot> {
        let x = i32::from(column) - i32::from(area.x) + i32::from(scroll.x);
        let lines = header(i32::from(area.height));
        let row = i32::from(line) - i32::from(area.y) - lines + i32::from(scroll.y);
        let found = self.spots().into_iter().find(|spot| {
            let place = self.find(spot).map(|item: Item| self.place(item));
            place.is_some_and(|(from, wide, at)| at == row && (from..from + wide).contains(&x))
        });
        found.filter(|_| line >= area.y && column >= area.x)
    }
}
