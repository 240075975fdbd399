//! Every screen as people see it, kept as text: three sizes, in ASCII without colour and in colour.
//!
//! A picture in colour has a second half: one letter for each cell says which style it has, and
//! below stands what each letter means. `UPDATE_SNAPSHOTS=1` writes them; look at them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use foretree::app::Screen;
use foretree::look::Look;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;

use crate::support::{LOOK, Room, drawn};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

#[test]
fn every_screen_looks_as_it_was_last_approved() {
    let mut room = Room::tiny();
    for screen in Screen::ALL.into_iter().filter(|s| *s != Screen::Room) {
        room.command(&format!("go-{}", screen.id()));
        pictures(&room, screen.id());
    }
}

#[test]
fn setbacks_with_an_answer_look_as_they_were_last_approved() {
    let mut room = crate::setbacks::room();
    crate::setbacks::about_use(&mut room);
    room.sees("of 100 setbacks lie there");
    pictures(&room, "setbacks-found");
}

/// The screen at every size, plain and in colour.
fn pictures(room: &Room, name: &str) {
    let mut app = room.app().clone();
    // The folder has another name each time.
    app.library.listing.folder = "scenarios".into();
    app.flash = None;
    for (columns, rows) in SIZES {
        for (look, depth) in [(Look::PLAINEST, "ascii"), (LOOK, "colour")] {
            app.look = look;
            app.size = (columns, rows);
            let buffer = drawn(&app, columns, rows);
            let file = format!("{name}-{columns}x{rows}-{depth}.txt");
            keep(&file, &buffer, depth == "colour");
        }
    }
}

/// Holds a screen to its picture, with its styles where they matter.
#[track_caller]
pub fn keep(name: &str, buffer: &Buffer, with_styles: bool) {
    let mut picture = letters(buffer);
    if with_styles {
        picture.push_str(&styles(buffer));
    }
    compare(name, &picture);
}

/// What stands in each cell.
fn letters(buffer: &Buffer) -> String {
    rows(buffer, |cell| cell.symbol().to_owned())
}

/// How each cell looks.
fn styles(buffer: &Buffer) -> String {
    let mut known: BTreeMap<String, char> = BTreeMap::new();
    let plain = format!("{:?}", buffer.content[0].style());
    let letters = rows(buffer, |cell| {
        let style: Style = cell.style();
        let name = format!("{style:?}");
        if name == plain {
            return " ".to_owned();
        }
        let next = char::from(b'a' + u8::try_from(known.len() % 26).unwrap());
        known.entry(name).or_insert(next).to_string()
    });
    let mut text = format!("---- styles\n{letters}---- letters\n");
    let mut legend: Vec<_> = known.into_iter().collect();
    legend.sort_by_key(|(_, letter)| *letter);
    for (style, letter) in legend {
        let _ = writeln!(text, "{letter} {style}");
    }
    text
}

fn rows(buffer: &Buffer, mut write: impl FnMut(&Cell) -> String) -> String {
    let width = usize::from(buffer.area.width);
    let lines = buffer.content.chunks(width).map(|row| {
        let line: String = row.iter().map(&mut write).collect();
        line.trim_end().to_owned() + "\n"
    });
    lines.collect()
}

fn compare(name: &str, picture: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/workbench/screens");
    let path = folder.join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, picture).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == picture, "{name} differs; it is now\n{picture}");
}
