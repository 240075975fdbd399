//! Every edit is one step that can be taken back and done again.

use crate::support::Room;

/// Edits by the lines that do them, from the root of the tree.
const EDITS: [(&str, &str); 17] = [
    ("more likely", "keys <Right><Right><Right>+"),
    ("less likely", "keys <Right><Right><Right>-"),
    (
        "a typed probability",
        "keys <Right><Right><Right>%<Tab><Tab><C-u>\ntype 0.55\nkeys <Enter>",
    ),
    (
        "another option",
        "keys a<Enter>\ntype A third way\nkeys <Enter>",
    ),
    (
        "a chance after an option",
        "keys <Right>a<Down><Enter>\ntype Rain?\nkeys <Tab>\ntype Enough; Too little\nkeys <Enter>",
    ),
    ("an effect", "keys <Right>e<Enter><Enter>"),
    ("a measure", "keys <Right>m<Down><Down><Enter>"),
    ("an option chosen", "keys <Right>c"),
    ("an option removed", "keys <Right>x<Down><Enter>"),
    ("a part pasted", "keys <Right>y<Left>p"),
    ("an option moved down", "keys <Right>J"),
    ("a shared part parted", "keys <Right>O"),
    ("a branch led elsewhere", "keys <Right>o<Enter>"),
    (
        "another view",
        "keys <Right>d\ntype The ministry doubts it\nkeys <Enter>",
    ),
    ("a wildcard", "keys W<Enter>\ntype Flood\nkeys <Enter><Esc>"),
    (
        "a title",
        "keys <Enter><Enter><C-u>\ntype Another question\nkeys <Enter>",
    ),
    ("locked probabilities", "keys BB"),
];

// 22
#[test]
fn every_edit_can_be_taken_back_and_done_again() {
    for (name, lines) in EDITS {
        let mut room = Room::tiny();
        let before = room.document().scenario.clone();
        room.command("go-tree")
            .play(lines)
            .session
            .settle()
            .unwrap();
        assert!(room.app().overlays.is_empty(), "{name}:\n{}", room.screen());
        let after = room.document().scenario.clone();
        let steps = room.document().past.len();
        assert!(
            steps > 0 && before != after,
            "{name} changed nothing:\n{}",
            room.screen()
        );
        (0..steps).for_each(|_| {
            room.command("undo");
        });
        assert_eq!(room.document().scenario, before, "{name} taken back");
        assert!(!room.document().is_unsaved(), "{name}");
        (0..steps).for_each(|_| {
            room.command("redo");
        });
        assert_eq!(room.document().scenario, after, "{name} done again");
    }
}

// 22
#[test]
fn nothing_left_to_take_back_is_said() {
    let mut room = Room::tiny();
    room.then("u").sees("nothing to take back");
    room.then("U").sees("nothing to do again");
}

// 22
#[test]
fn a_new_edit_ends_what_could_be_done_again() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+u-U");
    assert_eq!(room.document().past.len(), 1);
}

// issue: fields keep what was typed
#[test]
fn a_field_that_is_refused_says_why_beside_it_and_keeps_what_was_typed() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>%<Tab><Tab>")
        .play("keys <C-u>\ntype 1.4\nkeys <Enter>");
    assert_eq!(room.app().overlays.len(), 1);
    room.sees("1.4");
    assert!(room.document().past.is_empty());
    let Some(foretree::app::Overlay::Form(form)) = room.app().overlays.last() else {
        panic!("the form is gone");
    };
    let reason = form.refusal.clone().unwrap().reason;
    room.sees(reason.split_whitespace().next().unwrap());
}
