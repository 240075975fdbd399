//! What matters: the answer, every key of the screen, the way to what stands behind a line.

#![allow(clippy::unwrap_used, reason = "a test may end here")]

use foretree::app::Screen;
use foretree::live::Stage;
use ratatui::buffer::Buffer;

use crate::support::{Room, TINY, drawn};

/// The tiny scenario with enough draws for a ranking.
fn room() -> Room {
    let text = TINY.replace("draws: 200", "draws: 1000");
    let mut room = Room::with(&[("tiny.ron", &text)]);
    room.open("tiny.ron");
    room.command("go-matters");
    room
}

#[test]
fn the_answer_says_what_is_strongest_and_whether_chance_is_stronger() {
    let mut room = room();
    room.sees("Offline, poor women, 2032, with “Masts”.");
    room.sees("The strongest single thing");
    room.sees("Chance alone makes more:");
}

#[test]
fn lines_that_cannot_be_told_apart_are_said_to_be_about_the_same() {
    room().sees("About the same, since their intervals");
}

#[test]
fn arrows_mark_a_line_and_what_stands_behind_it_is_told_below() {
    let mut room = room();
    let first = room.screen();
    assert!(first.contains("where it is low"), "{first}");
    room.then("<Down>");
    assert_ne!(first, room.screen());
    room.then("<Up><Up>");
    assert_eq!(first, room.screen());
}

#[test]
fn the_other_methods_stand_behind_a_key_in_columns_that_do_not_touch() {
    let mut room = room();
    room.misses("PAWN").then("m").sees("PAWN").sees("Delta");
    let screen = room.screen();
    let touching = screen.split(']').skip(1).any(|after| {
        let next = after.chars().next();
        next.is_some_and(|next| !next.is_whitespace())
    });
    assert!(!touching, "{screen}");
    room.then("m").misses("PAWN");
}

#[test]
fn the_next_option_has_a_ranking_of_its_own() {
    let mut room = room();
    room.then("o").sees("with “As now”.");
    room.then("o").sees("with “Masts”.");
}

#[test]
fn what_is_no_more_than_chance_is_listed_only_when_asked_for() {
    let mut room = room();
    room.sees("more cannot");
    room.then("a").sees("Also what is mere chance");
    room.misses("more cannot");
}

#[test]
fn the_indicator_can_be_changed_here() {
    let mut room = room();
    room.then("i");
    room.play("type poor people online\nkeys <Enter>\nsettle");
    room.sees("Poor people online, 2032");
}

#[test]
fn enter_goes_to_the_assumption_behind_a_line() {
    let mut room = room();
    room.sees("use_growth").then("<Enter>");
    assert_eq!(room.app().screen, Screen::Assumptions);
    room.sees("use_growth")
        .then("<Enter>")
        .sees("What does this room assume for use_growth?");
}

#[test]
fn enter_goes_to_the_place_in_the_tree_behind_a_line() {
    let mut room = room();
    let mut left = 60;
    while !room.screen().contains("(power, in the tree)") && left > 0 {
        room.then("<Down>");
        left -= 1;
    }
    room.sees("(power, in the tree)").then("<Enter>");
    assert_eq!(room.app().screen, Screen::Tree);
    let tree = &room.document().scenario.tree;
    let marked = room.app().tree.mark.node(tree).map(|(id, _)| id);
    assert_eq!(marked, Some("power"));
}

#[test]
fn the_screen_can_be_read_aloud() {
    let mut room = room();
    room.then("w").sees("1. ").sees("of the spread");
}

#[test]
fn nothing_is_told_while_the_room_is_blind_and_enter_says_why() {
    let mut room = room();
    room.command("blind");
    room.sees("hidden").misses("where it is low");
    room.then("<Enter>");
    assert_eq!(room.app().screen, Screen::Matters);
    assert!(!room.flash().is_empty());
}

#[test]
fn a_small_window_says_that_the_numbers_are_a_preview() {
    let mut room = room();
    let mut app = room.app().clone();
    let document = &mut app.documents[0];
    let mut few = (**document.results.as_ref().unwrap()).clone();
    few.stage = Stage::Preview;
    document.results = Some(few.into());
    let screen = letters(&drawn(&app, 80, 24));
    assert!(
        screen.contains("A preview from 1000 model runs"),
        "{screen}"
    );
    room.misses("A preview from");
}

fn letters(buffer: &Buffer) -> String {
    let cells = buffer.content.iter().map(|cell| cell.symbol());
    cells.collect()
}
