//! Setbacks: the box in words, its search, signposts that are kept, what counts.

use crate::support::{Room, TINY};

/// The tiny scenario with enough draws for something to be found.
pub fn room() -> Room {
    let text = TINY.replace("draws: 200", "draws: 800");
    let mut room = Room::with(&[("tiny.ron", &text)]);
    room.open("tiny.ron");
    room.command("go-setbacks");
    room
}

/// Counts as a setback: fewer than 25 of 100 poor people online.
pub fn about_use(room: &mut Room) {
    room.then("t");
    room.play("type threshold\nkeys <Enter>\nsettle");
    room.play("type poor people online\nkeys <Enter>\nsettle");
    room.play("keys <Tab>\ntype 25\nkeys <Enter>\nsettle");
    room.sees("Poor people online below 25 %");
}

#[test]
fn the_answer_names_the_option_and_comes_first() {
    let mut room = room();
    room.sees("Masts: ")
        .sees("of 100 model runs end in a setback");
    room.then("o").sees("As now: ");
    room.then("o").sees("Masts: ");
}

#[test]
fn what_setbacks_share_is_told_and_searched_step_by_step() {
    let mut room = room();
    about_use(&mut room);
    room.sees("not causes in the world")
        .sees("Coverage (c), density (d)");
    room.sees("of 100 setbacks lie there");
    room.then("<Right>").sees("on the way of the search");
    let before = room.screen();
    room.then("<Left><Left>");
    assert_ne!(before, room.screen());
    room.then("r").misses("on the way of the search");
}

#[test]
fn a_signpost_can_be_kept_in_the_file_and_taken_back() {
    let mut room = room();
    about_use(&mut room);
    room.then("p").sees("hits");
    let before = room.document().scenario.signposts.len();
    room.then("a").sees("What is watched");
    room.then("<Enter>");
    let kept = &room.document().scenario.signposts;
    assert_eq!(kept.len(), before + 1, "{}", room.flash());
    let kept = kept.last().unwrap().clone();
    assert!(
        !kept.watch.is_empty() && kept.threshold.contains("20"),
        "{kept:?}"
    );
    room.then("u");
    assert_eq!(room.document().scenario.signposts.len(), before);
}

#[test]
fn paths_and_a_second_opinion_stand_behind_keys() {
    let mut room = room();
    about_use(&mut room);
    room.then("g").sees("Where setbacks lie").sees("Slow");
    room.then("e").sees("Second opinion");
    room.then("e").misses("Second opinion");
}

#[test]
fn a_threshold_that_nobody_crosses_is_said_with_what_would_help() {
    let mut room = room();
    room.then("t");
    room.play("type threshold\nkeys <Enter>\nsettle");
    room.play("type readiness\nkeys <Enter>\nsettle");
    room.play("keys <Tab>\ntype 0\nkeys <Enter>\nsettle");
    room.sees("No run ends in a setback")
        .sees("milder threshold");
}

#[test]
fn nothing_is_shown_while_the_room_is_blind() {
    let mut room = room();
    room.command("blind");
    room.misses("of 100 setbacks lie there");
}
