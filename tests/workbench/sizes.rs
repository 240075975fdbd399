//! Every screen at every size; below the least size it says so and forgets nothing.

use foretree::app::{App, Sight};
use foretree::look::GlyphSet;

use crate::support::{OVERLAYS, Room, drawn, on_every_screen};

/// Around every width at which a screen is laid out differently, and far beyond.
const WIDTHS: [u16; 16] = [
    1, 2, 5, 12, 33, 59, 60, 66, 79, 80, 110, 112, 121, 160, 200, 300,
];
const HEIGHTS: [u16; 10] = [1, 2, 5, 15, 16, 17, 24, 36, 60, 100];

/// States that draw differently: nothing open, results there, hidden, covered, unsound, over it all.
fn states() -> Vec<App> {
    let mut all = Vec::new();
    let mut empty = Room::empty();
    for screen in ["go-library", "go-guide"] {
        all.push(empty.command(screen).app().clone());
    }
    for glyphs in GlyphSet::ALL {
        let mut room = Room::tiny();
        room.session.app.look.glyphs = glyphs;
        on_every_screen(&mut room, |room, _| all.push(room.app().clone()));
        for (_, keys) in OVERLAYS {
            let mut over = Room::tiny();
            over.session.app.look.glyphs = glyphs;
            all.push(over.command("go-tree").keys(keys).app().clone());
        }
    }
    let mut hidden = Room::tiny();
    hidden.session.app.shown_mut().unwrap().sight = Sight::Blind;
    on_every_screen(&mut hidden, |room, _| all.push(room.app().clone()));
    let mut covered = Room::tiny();
    covered.session.app.shown_mut().unwrap().covered = true;
    on_every_screen(&mut covered, |room, _| all.push(room.app().clone()));
    let mut wall = Room::tiny();
    wall.command("presenter");
    on_every_screen(&mut wall, |room, _| all.push(room.app().clone()));
    all
}

// 1
#[test]
fn every_screen_draws_at_every_size() {
    for app in states() {
        for columns in WIDTHS {
            for rows in HEIGHTS {
                drawn(&app, columns, rows);
            }
        }
    }
}

// 1, to the last column and row
#[test]
#[ignore = "takes a minute"]
fn every_screen_draws_at_each_single_size() {
    let mut room = Room::tiny();
    let mut all = Vec::new();
    on_every_screen(&mut room, |room, _| all.push(room.app().clone()));
    for (_, keys) in OVERLAYS {
        let mut over = Room::tiny();
        all.push(over.command("go-tree").keys(keys).app().clone());
    }
    for app in all {
        for columns in 1..=200 {
            for rows in 1..=60 {
                drawn(&app, columns, rows);
            }
        }
    }
}

// 3
#[test]
fn too_small_a_window_says_what_is_needed_and_forgets_nothing() {
    let mut room = Room::tiny();
    room.command("go-tree").then("<Right><Right><Right>");
    let before = room.screen();
    for (columns, rows) in [(59, 24), (80, 15), (20, 6)] {
        room.session.resize(columns, rows);
        let screen = room.screen().replace('\n', " ");
        assert!(
            screen.contains("60 columns") && screen.contains("16 rows"),
            "{screen}"
        );
    }
    room.session.resize(80, 24);
    assert_eq!(room.screen(), before);
}

// 2
#[test]
fn at_eighty_by_twenty_four_no_line_is_cut_and_every_hint_is_whole() {
    let mut room = Room::tiny();
    on_every_screen(&mut room, |room, screen| {
        let shown = room.screen();
        let last = shown.lines().last().unwrap_or_default().trim_end();
        assert!(
            last.contains("? keys") && last.ends_with(": commands"),
            "{screen:?}: {last}"
        );
        for overlay in ["?", ":"] {
            room.keys(overlay);
            let cut: Vec<String> = room.screen().lines().map(str::to_owned).collect();
            assert!(cut.iter().all(|line| line.chars().count() <= 80), "{cut:?}");
            room.keys("<Esc>");
        }
    });
}
