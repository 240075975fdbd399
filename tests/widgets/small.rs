//! Bars, strips, gauges, grids, paragraphs and scroll bars.

use foretree::look::{GlyphSet, Look, Role};
use foretree::widgets::bar::Bar;
use foretree::widgets::gauge::Gauge;
use foretree::widgets::grid::{Grid, GridItem};
use foretree::widgets::lines::Lines;
use foretree::widgets::scroll::{Scrollbar, keep_in_view};
use foretree::widgets::strip::Strip;
use foretree::widgets::text::{fit, width};
use ratatui::widgets::Widget;

use crate::picture::{drawn, expected, looks, mono, reversed, text};

fn bar(share: f64, look: Look) -> Bar {
    Bar {
        share,
        pinned: false,
        role: Role::Text,
        look,
    }
}

#[test]
fn a_bar_is_as_long_as_its_share_and_never_vanishes_unless_it_is_nothing() {
    let blocks = mono(GlyphSet::Blocks);
    assert_eq!(bar(0.35, blocks).text(20), "███████");
    assert_eq!(bar(0.36, blocks).text(20), "███████▎");
    assert_eq!(bar(1.0, blocks).text(20), "█".repeat(20));
    assert_eq!(bar(7.0, blocks).text(3), "███");
    assert_eq!(bar(f64::NAN, blocks).text(3), "");
    assert_eq!(bar(0.0, blocks).text(20), "");
    for look in looks() {
        assert!(!bar(0.0001, look).text(20).is_empty());
    }
    assert_eq!(bar(0.5, mono(GlyphSet::Ascii)).text(8), "####");
}

#[test]
fn a_pin_stands_at_the_end_of_the_line() {
    for look in looks() {
        let pinned = Bar {
            pinned: true,
            ..bar(1.0, look)
        };
        let buffer = drawn(10, 1, |area, buffer| (&pinned).render(area, buffer));
        assert_eq!(buffer[(9, 0)].symbol(), look.glyphs().pin);
        assert_eq!(buffer[(8, 0)].symbol(), " ");
    }
}

#[test]
fn a_strip_gathers_many_heights_into_few_columns_and_leaves_gaps() {
    let strip = |heights: &[f64], columns: usize, set: GlyphSet| {
        let strip = Strip {
            heights,
            most: None,
            role: Role::Text,
            look: mono(set),
        };
        strip.text(columns)
    };
    assert_eq!(
        strip(&[1.0, 0.5, f64::NAN, 0.0], 4, GlyphSet::Blocks),
        "█▄  "
    );
    assert_eq!(strip(&[1.0, 0.5, 0.25], 3, GlyphSet::Ascii), "#-.");
    let many: Vec<f64> = (0..100).map(f64::from).collect();
    assert_eq!(strip(&many, 8, GlyphSet::Blocks), "▁▂▃▄▅▆▇█");
    assert_eq!(strip(&[], 8, GlyphSet::Blocks), "");
}

#[test]
fn a_gauge_keeps_its_words_when_there_is_no_room_for_the_bar() {
    for look in looks() {
        let gauge = Gauge {
            share: 0.43,
            words: "43 %, 12 s left",
            look,
        };
        let shown = |columns| {
            text(&drawn(columns, 1, |area, buffer| {
                (&gauge).render(area, buffer)
            }))
        };
        assert!(shown(60).contains("43 %, 12 s left"));
        assert!(shown(60).starts_with(look.glyphs().bars[8]));
        assert_eq!(shown(16).trim_end(), "43 %, 12 s left");
    }
}

pub(crate) fn items() -> Vec<GridItem> {
    let item = |across, up, letter: &str| GridItem {
        across,
        up,
        letter: letter.to_owned(),
        role: Role::Text,
    };
    vec![
        item(5, 5, "A"),
        item(5, 5, "B"),
        item(4, 5, "C"),
        item(2, 3, "D"),
        item(1, 1, "E"),
    ]
}

#[test]
fn drivers_stand_where_their_impact_and_uncertainty_put_them() {
    let items = items();
    for look in looks() {
        let grid = Grid {
            items: &items,
            selected: Some((5, 5)),
            across: "uncertainty",
            up: "impact",
            look,
        };
        let buffer = drawn(42, 13, |area, buffer| (&grid).render(area, buffer));
        expected(&format!("grid-{}", look.glyphs.name()), &buffer);
        assert!(reversed(&buffer).contains("A B"));
        assert!(!reversed(&buffer).contains('C'));
    }
}

#[test]
fn paragraphs_break_at_the_edge_and_know_their_height() {
    let look = mono(GlyphSet::Blocks);
    let paragraphs = [
        ("our range is 22 to 73".to_owned(), Role::Answer),
        (String::new(), Role::Text),
        ("expect surprises".to_owned(), Role::Muted),
    ];
    let lines = Lines {
        paragraphs: &paragraphs,
        top: 0,
        look,
    };
    assert_eq!(lines.height(12), 5);
    let shown = text(&drawn(12, 5, |area, buffer| (&lines).render(area, buffer)));
    assert_eq!(shown, "our range is\n22 to 73\n\nexpect\nsurprises\n");
    let later = Lines { top: 3, ..lines };
    let shown = text(&drawn(12, 2, |area, buffer| (&later).render(area, buffer)));
    assert_eq!(shown, "expect\nsurprises\n");
}

#[test]
fn a_selection_is_kept_in_view_with_the_least_movement() {
    assert_eq!(keep_in_view(0, 3, 5, 20), 0);
    assert_eq!(keep_in_view(0, 5, 5, 20), 1);
    assert_eq!(keep_in_view(10, 3, 5, 20), 3);
    assert_eq!(keep_in_view(18, 19, 5, 20), 15);
    assert_eq!(keep_in_view(3, 0, 0, 0), 0);
}

#[test]
fn a_scroll_bar_shows_which_part_is_in_view_and_only_if_there_is_more() {
    let look = mono(GlyphSet::Ascii);
    let shown = |top, count| {
        let bar = Scrollbar { top, count, look };
        text(&drawn(1, 4, |area, buffer| (&bar).render(area, buffer)))
    };
    assert_eq!(shown(0, 4), "\n\n\n\n");
    assert_eq!(shown(0, 16), "#\n|\n|\n|\n");
    assert_eq!(shown(12, 16), "|\n|\n|\n#\n");
}

#[test]
fn a_text_is_shortened_by_its_columns() {
    let blocks = mono(GlyphSet::Blocks);
    assert_eq!(fit("masts first", 7, blocks), "masts…");
    assert_eq!(fit("中文字", 5, blocks), "中文…");
    assert_eq!(fit("e\u{301}e\u{301}", 2, blocks), "e\u{301}e\u{301}");
    assert_eq!(fit("masts first", 7, mono(GlyphSet::Ascii)), "masts..");
    assert_eq!(fit("masts", 0, blocks), "");
    assert_eq!(width("中e\u{301}", blocks), 3);
}
