//! Drawing a widget and comparing it with the picture that is kept.

use foretree::look::{Depth, GlyphSet, Look, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

pub(crate) fn mono(glyphs: GlyphSet) -> Look {
    Look {
        theme: Theme::Mono,
        glyphs,
        depth: Depth::Mono,
    }
}

pub(crate) fn looks() -> [Look; 3] {
    GlyphSet::ALL.map(mono)
}

pub(crate) fn drawn(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    draw(area, &mut buffer);
    buffer
}

/// The text of a buffer, without spaces at the ends of lines.
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut lines = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut covered = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if covered == 0 {
                line.push_str(symbol);
                covered = symbol.width().max(1);
            }
            covered -= 1;
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// What stands in reversed cells, line by line.
pub(crate) fn reversed(buffer: &Buffer) -> String {
    marked(buffer, Modifier::REVERSED)
}

pub(crate) fn marked(buffer: &Buffer, modifier: Modifier) -> String {
    let cells = buffer.content.iter();
    cells
        .filter(|cell| cell.modifier.contains(modifier))
        .map(|cell| cell.symbol())
        .collect()
}

/// Compares with `tests/snapshots/widgets/NAME.txt`; with `UPDATE_SNAPSHOTS` set, writes it.
pub(crate) fn expected(name: &str, buffer: &Buffer) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/widgets");
    let path = format!("{folder}/{name}.txt");
    let text = text(buffer);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        before, text,
        "{name}: set UPDATE_SNAPSHOTS=1 if the new picture is better"
    );
}
