//! What is marked is seen without colour; ASCII is ASCII; wide letters shift nothing.

use foretree::app::{App, Screen};
use foretree::look::{Depth, GlyphSet, Look, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::support::{OVERLAYS, Room, TINY, drawn, on_every_screen};

/// Rows of the body and what lies over it in which something is reversed.
fn marked_rows(buffer: &Buffer) -> Vec<u16> {
    let area = buffer.area;
    let is_marked =
        |y: &u16| (0..area.width).any(|x| buffer[(x, *y)].modifier.contains(Modifier::REVERSED));
    (1..area.height - 1).filter(is_marked).collect()
}

/// Every state worth looking at, each with a name.
fn states(room: &mut Room) -> Vec<(String, App)> {
    let mut all = Vec::new();
    on_every_screen(room, |room, screen| {
        all.push((screen.id().to_owned(), room.app().clone()));
    });
    for (name, keys) in OVERLAYS {
        room.command("go-tree").keys("<Home>").keys(keys);
        all.push((name.to_owned(), room.app().clone()));
        room.session.app.overlays.clear();
    }
    all
}

// 14
#[test]
fn without_colour_the_shown_screen_and_the_marked_line_are_reversed() {
    for theme in Theme::ALL {
        let mut room = Room::tiny();
        for (name, mut app) in states(&mut room) {
            app.look = Look {
                theme,
                glyphs: GlyphSet::Blocks,
                depth: Depth::Mono,
            };
            let buffer = drawn(&app, 80, 24);
            for cell in &buffer.content {
                assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{name}");
            }
            if OVERLAYS.iter().any(|(over, _)| *over == name) {
                // A tall one covers the first line.
                continue;
            }
            let tab = (0..80).any(|x| buffer[(x, 0)].modifier.contains(Modifier::REVERSED));
            assert!(tab, "{name}: no tab is marked");
        }
        for (name, mut app) in states(&mut room) {
            let has_marks = [
                "library",
                "tree",
                "guide",
                "the keys",
                "the commands",
                "a list",
            ];
            if has_marks.contains(&name.as_str()) {
                app.look = Look {
                    theme,
                    glyphs: GlyphSet::Ascii,
                    depth: Depth::Mono,
                };
                let rows = marked_rows(&drawn(&app, 80, 24));
                assert!(!rows.is_empty(), "{name} in {}", theme.name());
            }
        }
    }
}

// 14
#[test]
fn the_field_in_hand_is_known_without_colour() {
    let mut room = Room::tiny();
    room.command("go-tree").keys("<Right>e<Enter>");
    let mut app = room.app().clone();
    app.look = Look::PLAINEST;
    let one = drawn(&app, 80, 24);
    app.update(foretree::app::Msg::Key("<Tab>".parse().unwrap()));
    let other = drawn(&app, 80, 24);
    let marks = |buffer: &Buffer| -> Vec<usize> {
        let strong = |n: &usize| {
            buffer.content[*n]
                .modifier
                .intersects(Modifier::REVERSED | Modifier::UNDERLINED)
        };
        (0..buffer.content.len()).filter(strong).collect()
    };
    assert!(!marks(&one).is_empty());
    assert_ne!(marks(&one), marks(&other));
}

// 14, 15
#[test]
fn no_colour_above_the_depth_of_the_terminal_leaks_out() {
    let mut room = Room::tiny();
    for (name, mut app) in states(&mut room) {
        for theme in Theme::ALL {
            for depth in [Depth::Sixteen, Depth::Indexed] {
                app.look = Look {
                    theme,
                    glyphs: GlyphSet::Braille,
                    depth,
                };
                for cell in &drawn(&app, 120, 36).content {
                    for colour in [cell.fg, cell.bg] {
                        let above = match colour {
                            Color::Rgb(..) => true,
                            Color::Indexed(_) => depth == Depth::Sixteen,
                            _ => false,
                        };
                        assert!(!above, "{name}: {colour:?}");
                    }
                }
            }
        }
    }
}

// 16
#[test]
fn ascii_is_ascii_on_every_screen_whatever_the_titles_say() {
    let file = TINY
        .replace("Tiny", "Où vont les 木 — “premiers”?")
        .replace("Masts", "Pylônes 📡");
    let mut room = Room::with(&[("tiny.ron", &file)]);
    room.open("tiny.ron");
    for (name, mut app) in states(&mut room) {
        app.look = Look::PLAINEST;
        for (columns, rows) in [(80, 24), (120, 36), (200, 60), (20, 5)] {
            for cell in &drawn(&app, columns, rows).content {
                assert!(cell.symbol().is_ascii(), "{name}: {:?}", cell.symbol());
            }
        }
    }
}

/// The rows of a buffer, with what a wide letter covers left out.
fn rows(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width);
    buffer
        .content
        .chunks(width)
        .map(|row| {
            let mut line = String::new();
            let mut covered = 0;
            for cell in row {
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                covered = cell.symbol().width().saturating_sub(1);
                line.push_str(cell.symbol());
            }
            line
        })
        .collect()
}

/// Columns in which lines of boxes stand.
fn edges(line: &str) -> Vec<usize> {
    let edge = |(place, _): (usize, &str)| line[..place].width();
    let edges = "│┌└┐┘"
        .chars()
        .map(|c| line.match_indices(c).map(&edge).collect::<Vec<_>>());
    edges.flatten().collect()
}

/// A line without the fingerprint of the scenario, which differs with its names.
fn unmarked(line: &str) -> String {
    let fingerprint = |word: &str| word.len() == 16 && word.chars().all(|c| c.is_ascii_hexdigit());
    let word = |word: &str| word.replace(|_: char| fingerprint(word), "#");
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

// 17
#[test]
fn wide_and_combined_letters_in_names_shift_no_column() {
    // Names of the same width: six columns each.
    for (wide, plain) in [
        ("木木木", "wwwwww"),
        ("📡📡📡", "mmmmmm"),
        ("a\u{301}bcde\u{308}f", "abcdef"),
    ] {
        assert_eq!(wide.width(), plain.width());
        let file = |name: &str| {
            TINY.replace("Power", name)
                .replace("Masts", name)
                .replace("Tiny", name)
        };
        let of = |name: &str| {
            let mut room = Room::with(&[("tiny.ron", &file(name))]);
            room.open("tiny.ron");
            states(&mut room)
        };
        let (one, other) = (of(wide), of(plain));
        for ((name, one), (_, other)) in one.iter().zip(&other) {
            if name == Screen::Library.id() {
                // The folder has another name there.
                continue;
            }
            for (columns, height) in [(80, 24), (120, 36)] {
                let (one, other) = (
                    rows(&drawn(one, columns, height)),
                    rows(&drawn(other, columns, height)),
                );
                for (one, other) in one.iter().zip(&other) {
                    assert_eq!(one.width(), usize::from(columns), "{name}: {one}");
                    if OVERLAYS.iter().any(|(over, _)| *over == name) {
                        // A letter that the box would cut in half is gone.
                        assert_eq!(edges(one), edges(other), "{name}\n{one}\n{other}");
                        continue;
                    }
                    let one = one.replace(wide, plain);
                    assert_eq!(unmarked(&one), unmarked(other), "{name}");
                }
            }
        }
    }
}
