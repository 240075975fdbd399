//! Everything can be drawn at any size, in every set of glyphs, and never outside its area.

use std::collections::HashSet;

use foretree::look::{GlyphSet, Look, Role, finish};
use foretree::widgets::bar::Bar;
use foretree::widgets::distribution::Shape;
use foretree::widgets::fan::Fan;
use foretree::widgets::gauge::Gauge;
use foretree::widgets::grid::Grid;
use foretree::widgets::lines::Lines;
use foretree::widgets::scroll::Scrollbar;
use foretree::widgets::strip::Strip;
use foretree::widgets::table::Table;
use foretree::widgets::tree::{Scroll, Spot, TreeCanvas, TreeLayout};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::{distribution, fan, picture, small, table, tree};

/// Draws every widget into its own copy of an empty screen.
fn each(area: Rect, screen: Rect, look: Look, mut check: impl FnMut(&str, &Buffer)) {
    let mut draw = |name: &str, draw: &dyn Fn(&mut Buffer)| {
        let mut buffer = Buffer::empty(screen);
        draw(&mut buffer);
        check(name, &buffer);
    };
    let (points, words) = (fan::points(), fan::words());
    let line = [(2025, 90.0), (2040, 20.0)];
    let full = Fan {
        no_ai: &line,
        reference: &line,
        threshold: Some(50.0),
        guess: Some((30.0, 60.0)),
        ..fan::simple(&points, &words, look)
    };
    draw("fan", &|buffer| (&full).render(area, buffer));
    let bins = distribution::bins();
    for shape in [Shape::Density, Shape::Cumulative] {
        let picture = distribution::distribution(&bins, shape, look);
        draw("distribution", &|buffer| (&picture).render(area, buffer));
    }
    let (columns, rows) = (table::columns(), table::rows());
    let picture = Table {
        columns: &columns,
        rows: &rows,
        selected: Some(9),
        column: Some(3),
        focused: true,
        top: 2,
        look,
    };
    draw("table", &|buffer| (&picture).render(area, buffer));
    let tree = tree::malawi();
    let layout = TreeLayout::new(&tree, &HashSet::new(), area.width, look);
    for spot in layout.spots().iter().step_by(3).chain([&Spot::root()]) {
        let picture = TreeCanvas {
            layout: &layout,
            selected: Some(spot),
            focused: true,
            scroll: layout.scroll_to(spot, area, Scroll { x: 3, y: 1 }),
            look,
        };
        draw("tree", &|buffer| (&picture).render(area, buffer));
    }
    let items = small::items();
    let picture = Grid {
        items: &items,
        selected: Some((4, 5)),
        across: "uncertainty",
        up: "impact",
        look,
    };
    draw("grid", &|buffer| (&picture).render(area, buffer));
    little(area, look, &mut draw);
}

/// Draws something into a buffer under a name.
type Draw<'a> = &'a mut dyn FnMut(&str, &dyn Fn(&mut Buffer));

fn little(area: Rect, look: Look, draw: Draw<'_>) {
    let bar = Bar {
        share: 0.43,
        pinned: true,
        role: Role::Text,
        look,
    };
    draw("bar", &|buffer| (&bar).render(area, buffer));
    let heights = [0.0, 3.0, f64::NAN, 7.0, 2.0];
    let strip = Strip {
        heights: &heights,
        most: None,
        role: Role::Band,
        look,
    };
    draw("strip", &|buffer| (&strip).render(area, buffer));
    let gauge = Gauge {
        share: 0.5,
        words: "50 %, 3 s left",
        look,
    };
    draw("gauge", &|buffer| (&gauge).render(area, buffer));
    let bar = Scrollbar {
        top: 7,
        count: 50,
        look,
    };
    draw("scrollbar", &|buffer| (&bar).render(area, buffer));
    let paragraphs = [("our range is 22 to 73 — 中文".to_owned(), Role::Text)];
    let lines = Lines {
        paragraphs: &paragraphs,
        top: 0,
        look,
    };
    draw("lines", &|buffer| (&lines).render(area, buffer));
}

#[test]
fn everything_can_be_drawn_at_any_size() {
    for look in picture::looks() {
        for width in (1..=12).chain((15..=120).step_by(7)) {
            for height in (1..=12).chain((15..=40).step_by(5)) {
                let area = Rect::new(0, 0, width, height);
                each(area, area, look, |_, _| {});
            }
        }
    }
}

#[test]
fn nothing_is_written_outside_its_area() {
    let screen = Rect::new(0, 0, 60, 24);
    for look in picture::looks() {
        for area in [
            Rect::new(5, 3, 40, 12),
            Rect::new(20, 10, 7, 3),
            Rect::new(50, 20, 30, 30),
        ] {
            each(area, screen, look, |name, buffer| {
                for y in 0..screen.height {
                    for x in 0..screen.width {
                        let inside = area.contains((x, y).into());
                        let symbol = buffer[(x, y)].symbol();
                        assert!(inside || symbol == " ", "{name} wrote {symbol} at {x} {y}");
                    }
                }
            });
        }
    }
}

#[test]
fn ascii_is_ascii_whatever_the_texts_are() {
    let area = Rect::new(0, 0, 90, 20);
    let look = picture::mono(GlyphSet::Ascii);
    each(area, area, look, |name, buffer| {
        let mut buffer = buffer.clone();
        let before = picture::text(&buffer);
        assert!(before.is_ascii(), "{name}: {before}");
        finish(&mut buffer, look);
        assert_eq!(before, picture::text(&buffer), "{name}");
    });
}
