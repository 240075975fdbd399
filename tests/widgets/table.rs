//! Tables.

use foretree::look::{GlyphSet, Look, Role};
use foretree::widgets::table::{Column, Row, Table};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use crate::picture::{drawn, expected, looks, marked, mono, reversed, text};

pub(crate) fn columns() -> Vec<Column> {
    let column = |title: &str, right: bool, least: Option<u16>| Column {
        title: title.to_owned(),
        right,
        least,
    };
    vec![
        column("cohort", false, Some(8)),
        column("2040", true, None),
        column("vs other men", true, None),
        column("vs South Africa", true, None),
        column("not counted", false, Some(6)),
    ]
}

pub(crate) fn rows() -> Vec<Row> {
    let row = |texts: [&str; 5]| Row::plain(texts.map(str::to_owned));
    let mut rows = vec![
        Row::Heading("Connectivity".to_owned()),
        row([
            "poor women",
            "46 % [22–73]",
            "+29 points",
            "+33 points",
            "surveillance",
        ]),
        row([
            "poor men",
            "38 % [17–66]",
            "+21 points",
            "+25 points",
            "conflict, energy use",
        ]),
        row(["中文 e\u{301} 😀", "9 % [2–30]", "=", "+1 point", "dignity"]),
        Row::Heading("Work".to_owned()),
    ];
    for number in 0..8 {
        let name = format!("cohort {number}");
        let share = format!("{} %", number * 7);
        rows.push(row([&name, &share, "+2 points", "+3 points", ""]));
    }
    rows
}

fn table<'a>(columns: &'a [Column], rows: &'a [Row], look: Look) -> Table<'a> {
    Table {
        columns,
        rows,
        selected: Some(1),
        column: None,
        focused: true,
        top: 0,
        look,
    }
}

fn shown(table: &Table<'_>, width: u16, height: u16) -> Buffer {
    drawn(width, height, |area, buffer| table.render(area, buffer))
}

#[test]
fn numbers_end_at_the_same_place_and_nothing_wraps() {
    let (columns, rows) = (columns(), rows());
    for look in looks() {
        let table = table(&columns, &rows, look);
        let name = look.glyphs.name();
        expected(&format!("table-{name}"), &shown(&table, 90, 10));
        expected(&format!("table-narrow-{name}"), &shown(&table, 60, 10));
    }
}

#[test]
fn wide_and_combining_letters_shift_no_column() {
    let (columns, rows) = (columns(), rows());
    let buffer = shown(&table(&columns, &rows, mono(GlyphSet::Blocks)), 90, 10);
    let ends = |row: u16| {
        let last = (0..90).rev().find(|x| buffer[(*x, row)].symbol() == "]");
        last.unwrap()
    };
    assert_eq!(ends(2), ends(4));
    assert_eq!(ends(2), ends(3));
}

#[test]
fn the_selection_stays_in_view_and_marks_say_where_there_is_more() {
    let (columns, rows) = (columns(), rows());
    let look = mono(GlyphSet::Blocks);
    for selected in 0..rows.len() {
        let table = Table {
            selected: Some(selected),
            ..table(&columns, &rows, look)
        };
        let buffer = shown(&table, 70, 6);
        assert!(!reversed(&buffer).is_empty(), "{selected}");
        let picture = text(&buffer);
        assert_eq!(picture.contains('↑'), table.scrolled(6) > 0);
        assert_eq!(
            picture.contains('↓'),
            table.scrolled(6) + 5 < rows.len(),
            "{picture}"
        );
        let area = Rect::new(0, 0, 70, 6);
        let line = (selected - table.scrolled(6)) as u16 + 1;
        assert_eq!(table.row_at(line, area), Some(selected));
        assert_eq!(table.row_at(0, area), None);
    }
}

#[test]
fn whole_columns_scroll_so_that_the_one_in_focus_is_seen() {
    let (columns, rows) = (columns(), rows());
    let look = mono(GlyphSet::Blocks);
    for column in 0..columns.len() {
        let table = Table {
            column: Some(column),
            ..table(&columns, &rows, look)
        };
        let buffer = shown(&table, 44, 6);
        let underlined = marked(&buffer, Modifier::UNDERLINED);
        assert!(underlined.contains(&columns[column].title), "{underlined}");
        assert!(text(&buffer).contains("poor women"));
    }
}

#[test]
fn a_table_without_focus_shows_its_row_otherwise() {
    let (columns, rows) = (columns(), rows());
    let table = Table {
        focused: false,
        ..table(&columns, &rows, mono(GlyphSet::Ascii))
    };
    let buffer = shown(&table, 70, 6);
    assert_eq!(reversed(&buffer), "");
    assert!(marked(&buffer, Modifier::UNDERLINED).contains("poor women"));
}

#[test]
fn a_selected_row_has_one_colour_whatever_its_cells_have() {
    use foretree::look::{Depth, Theme};
    let columns = columns();
    let rows = vec![Row::Cells(vec![
        ("a".to_owned(), Role::Good),
        ("b".to_owned(), Role::Muted),
    ])];
    let look = Look {
        theme: Theme::Terminal,
        glyphs: GlyphSet::Blocks,
        depth: Depth::Sixteen,
    };
    let table = Table {
        selected: Some(0),
        ..table(&columns, &rows, look)
    };
    let buffer = shown(&table, 70, 3);
    let styles: Vec<_> = (0..70).map(|x| buffer[(x, 1)].style()).collect();
    assert!(styles.iter().all(|style| *style == styles[0]));
}
