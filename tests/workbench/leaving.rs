//! Leaving: a question only when work is unsaved, and always a way out.

use foretree::app::{Effect, Key, Msg};

use crate::support::{Room, TINY, effects};

// 10
#[test]
fn q_leaves_at_once_while_nothing_is_unsaved() {
    let mut room = Room::tiny();
    room.then("q");
    assert!(room.session.left);
}

// 10
#[test]
fn looking_around_is_no_unsaved_work() {
    let mut room = Room::empty();
    room.play("open malawi-mast-or-phone\nkeys jjlq\nsettle");
    assert!(room.session.left);
}

// 10
#[test]
fn q_asks_when_work_is_unsaved_and_can_save_it_on_the_way_out() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+q");
    assert!(!room.session.left);
    room.sees("Save, then leave").then("<Enter>");
    assert!(room.session.left);
    let kept = std::fs::read_to_string(room.file("tiny.ron")).unwrap();
    assert_ne!(kept, TINY);
    assert!(kept.contains("0.31") || kept.contains("0.35"), "{kept}");
}

// 10
#[test]
fn whoever_stays_stays_and_whoever_leaves_without_saving_finds_the_work_again() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+q<Down><Down><Enter>");
    assert!(!room.session.left && room.app().overlays.is_empty());
    room.then("q<Down><Enter>");
    assert!(room.session.left);
    let left = room.dies();
    Room::at(left.homes.clone()).finds_work_again();
}

// 10
#[test]
fn a_save_that_fails_on_the_way_out_keeps_the_program_open() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+");
    std::fs::write(
        room.file("tiny.ron"),
        TINY.replace("Tiny", "Changed outside"),
    )
    .unwrap();
    room.then("q<Enter>");
    assert!(!room.session.left, "the work would be gone");
    room.sees("changed");
    // A later save that works is no reason to leave.
    room.command("save-as")
        .play("keys <C-u>\ntype other\nkeys <Enter>\nsettle");
    assert!(!room.session.left);
    room.sees("Saved to");
}

// 10
#[test]
fn ctrl_c_twice_always_leaves() {
    for before in [
        "",
        "<Right><Right><Right>+",
        ":",
        "a<Enter>",
        "Gq",
        "<Right><Right><Right>+q",
    ] {
        let mut room = Room::tiny();
        room.then(before).keys("<C-c>");
        assert!(!room.session.left, "{before}");
        room.keys("<C-c>");
        assert!(room.session.left, "{before}");
    }
}

// 10
#[test]
fn ctrl_c_with_something_else_between_does_not_leave() {
    let mut room = Room::tiny();
    room.keys("<C-c>j<C-c>");
    assert!(!room.session.left);
}

// 11
#[test]
fn a_system_that_ends_the_program_is_not_asked_back() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+");
    let asked = effects(&mut room.session.app, Msg::Terminate);
    assert!(matches!(asked[..], [Effect::Quit]), "{asked:?}");
}

// 13
#[test]
fn ctrl_z_asks_the_world_to_suspend() {
    let mut room = Room::tiny();
    let key: Key = "<C-z>".parse().unwrap();
    let asked = effects(&mut room.session.app, Msg::Key(key));
    assert!(matches!(asked[..], [Effect::Suspend]), "{asked:?}");
}
