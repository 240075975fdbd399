//! A recording gives the same screen again.

use std::fs;

use foretree::term::ReplayFault;

use crate::support::{Room, TINY};

/// The recording that was written last.
fn recording(room: &Room) -> String {
    let mut found: Vec<_> = fs::read_dir(&room.homes.scenarios)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("session")
        })
        .collect();
    found.sort();
    fs::read_to_string(found.last().expect("a recording")).unwrap()
}

fn replayed(text: &str, files: &[(&str, &str)]) -> String {
    let mut room = Room::with(files);
    room.play(text);
    room.session.settle().unwrap();
    room.screen()
}

// issue, Replay
#[test]
fn a_session_recorded_from_an_empty_desk_gives_the_same_screen_again() {
    let mut room = Room::empty();
    room.command("record");
    room.then("c")
        .play("type zambia")
        .then("<Enter>")
        .then("<Enter>");
    room.then("<Right><Right><Right>+").then("2").then("3");
    room.session.resize(100, 30);
    room.command("record");
    let text = recording(&room);
    room.keys("j").keys("k");
    let shown = room.screen();
    assert!(shown.contains("Zambia"), "{shown}");
    assert_eq!(replayed(&format!("{text}keys jk\n"), &[]), shown, "{text}");
}

// issue, Replay
#[test]
fn a_recording_begun_while_an_example_is_open_opens_it_again() {
    let mut room = Room::empty();
    room.play("open malawi-mast-or-phone\nsettle\ndo go-outcomes\nsettle");
    room.play("keys :\ntype record\nkeys <Enter>");
    room.then("3").then("<Right><Right><Right>");
    room.play("keys :\ntype record\nkeys <Enter>\nsettle");
    let text = recording(&room);
    assert!(
        !text.contains(":record"),
        "what ended it is no part of it: {text}"
    );
    room.then("jk");
    let shown = room.screen();
    assert_eq!(replayed(&format!("{text}keys jk\n"), &[]), shown, "{text}");
}

// issue, Replay
#[test]
fn pasted_text_comes_back_letter_for_letter() {
    let mut room = Room::with(&[("tiny.ron", TINY)]);
    room.open("tiny.ron");
    room.command("record").keys("<Enter><Enter><C-u>");
    let pasted = "  Qui paie « l'été » ?\nC:\\masts \u{1F4E1}";
    room.session
        .send(foretree::app::Msg::Paste(pasted.to_owned()));
    room.then("<Enter>");
    let title = room.document().scenario.clone();
    room.command("record");
    let text = recording(&room);
    let mut again = Room::with(&[("tiny.ron", TINY)]);
    let text = text.replace(
        &room.homes.scenarios.display().to_string(),
        &again.homes.scenarios.display().to_string(),
    );
    again.play(&text).session.settle().unwrap();
    assert_eq!(again.document().scenario.tree, title.tree, "{text}");
}

// issue, Replay
#[test]
fn a_line_that_cannot_be_played_is_named_by_its_number() {
    let play = |text: &str| Room::empty().session.play(text).unwrap_err();
    let command = ReplayFault::Command("dance".to_owned());
    assert_eq!(play("foretree-session 1\nkeys j\ndance"), (3, command));
    assert_eq!(play("foretree-session 9"), (1, ReplayFault::Head));
    assert!(matches!(play("see Atlantis"), (1, ReplayFault::NotSeen(_))));
    assert!(matches!(play("miss Library"), (1, ReplayFault::Seen(_))));
    assert!(matches!(play("size 0 24"), (1, ReplayFault::Argument(_))));
    assert!(matches!(
        play("keys <Nonsense>"),
        (1, ReplayFault::Argument(_))
    ));
    assert!(matches!(
        play("do nothing-at-all"),
        (1, ReplayFault::Argument(_))
    ));
}
