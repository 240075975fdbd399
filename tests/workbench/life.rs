//! Files: broken ones, two programs on one, changes from outside, crashes; copying and writing.

use std::fs;

use foretree::app::Msg;
use foretree::files;

use crate::support::{Room, TINY, send};

// 23
#[test]
fn a_broken_file_is_listed_with_its_fault_and_the_others_open() {
    let broken = TINY.replace("probability: 0.3", "probabilty: 0.3");
    let mut room = Room::with(&[("broken.ron", &broken), ("tiny.ron", TINY)]);
    room.session.resize(120, 36);
    room.sees("cannot be read");
    while !room.screen().contains("probabilty") {
        let at = room.app().library.at;
        room.keys("j");
        assert!(
            room.app().library.at > at,
            "the fault is never shown:\n{}",
            room.screen()
        );
    }
    room.sees("broken.ron:")
        .then("<Enter>")
        .sees("This cannot be opened")
        .sees("probability");
    room.keys("<Esc>").open("tiny.ron");
    assert_eq!(room.document().scenario.title, "Tiny");
}

// 22
#[test]
fn a_save_writes_what_is_on_the_screen_and_a_second_one_needs_no_question() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+s").sees("Saved to");
    assert!(!room.document().is_unsaved());
    let kept = files::load(room.file("tiny.ron")).unwrap().scenario;
    assert_eq!(kept, *room.document().scenario);
}

// 22
#[test]
fn work_that_was_not_saved_is_offered_back_after_a_crash() {
    let mut room = Room::tiny();
    room.then("<Right><Right><Right>+");
    let edited = room.document().scenario.clone();
    assert_ne!(edited.tree, files::parse(TINY, "").unwrap().scenario.tree);
    let left = room.dies();
    let mut after = Room::at(left.homes.clone());
    after.finds_work_again();
    after.then("<Enter>").sees("Unsaved work was found");
    assert_eq!(after.document().scenario, edited);
    assert!(after.document().is_unsaved());
    after.then("u");
    assert_eq!(after.document().scenario.title, "Tiny");
    assert_ne!(after.document().scenario, edited);
}

// 22
#[test]
fn work_that_never_had_a_file_is_offered_back_too() {
    let mut room = Room::empty();
    room.play("do create\ntype zambia\nkeys <Enter><Enter>\nsettle");
    room.then("<Right>")
        .play("do add-effect\nkeys <Enter><Enter>\nsettle");
    assert!(room.document().is_unsaved());
    let edited = room.document().scenario.clone();
    let left = room.dies();
    let mut after = Room::at(left.homes.clone());
    after.finds_work_again();
    after.then("<Enter>");
    assert_eq!(after.document().scenario, edited);
}

// issue, Life
#[test]
fn a_second_program_is_told_who_has_the_file_and_can_only_read_it() {
    let mut first = Room::tiny();
    first.then("<Right><Right><Right>+");
    let mut second = Room::at(first.homes.clone());
    second.open("tiny.ron");
    second.sees("open elsewhere").then("<Right><Right><Right>+");
    assert!(second.document().past.is_empty());
    let said = second.flash();
    assert!(
        said.contains("another program") && said.contains("12:00"),
        "{said}"
    );
    second.then("s");
    assert!(!second.session.left);
    assert_eq!(fs::read_to_string(second.file("tiny.ron")).unwrap(), TINY);
    // The work of the first is not offered to the second.
    second.command("go-library").misses("Work found again");
}

// issue, Life
#[test]
fn a_read_only_copy_can_be_saved_under_another_name_and_changed_there() {
    let first = Room::tiny();
    let mut second = Room::at(first.homes.clone());
    second.open("tiny.ron");
    second
        .command("save-as")
        .play("keys <C-u>\ntype mine\nkeys <Enter>\nsettle");
    second.then("<Right><Right><Right>+s");
    let mine = files::load(second.file("mine.ron")).unwrap().scenario;
    assert_eq!(mine, *second.document().scenario);
    assert_eq!(fs::read_to_string(first.file("tiny.ron")).unwrap(), TINY);
}

#[test]
fn a_read_only_copy_that_could_not_be_saved_elsewhere_stays_read_only() {
    let first = Room::tiny();
    let mut second = Room::at(first.homes.clone());
    second.open("tiny.ron");
    second
        .command("save-as")
        .play("keys <C-u>\ntype /dev/null/mine\nkeys <Enter>\nsettle");
    second.then("<Esc><Right><Right><Right>+s");
    assert!(second.document().past.is_empty());
    assert_eq!(fs::read_to_string(first.file("tiny.ron")).unwrap(), TINY);
}

// issue, Life
#[test]
fn a_change_on_disk_is_noticed_when_the_window_is_looked_at_and_is_not_overwritten() {
    let mut room = Room::tiny();
    let outside = TINY.replace("Tiny", "Changed outside");
    fs::write(room.file("tiny.ron"), &outside).unwrap();
    send(&mut room, Msg::Focus);
    room.session.settle().unwrap();
    assert!(room.flash().contains("changed on disk"), "{}", room.flash());
    room.then("<Right><Right><Right>+s");
    assert!(room.document().is_unsaved());
    assert_eq!(fs::read_to_string(room.file("tiny.ron")).unwrap(), outside);
}

// 25
#[test]
fn what_a_screen_shows_can_be_copied_and_written_to_a_file() {
    for screen in ["tree", "outcomes", "compare"] {
        let mut room = Room::tiny();
        room.command(&format!("go-{screen}")).then("Y");
        let copied = room.session.copied.clone().unwrap_or_default();
        assert!(
            copied.contains("Masts") || copied.contains("offline"),
            "{screen}: {copied}"
        );
        room.command("write-text");
        let written = fs::read_dir(&room.homes.scenarios)
            .unwrap()
            .flatten()
            .find_map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                name.starts_with(screen)
                    .then(|| fs::read_to_string(entry.path()).unwrap())
            });
        assert_eq!(written, Some(copied), "{screen}");
        // A second one does not overwrite the first.
        room.command("write-text");
        let count = fs::read_dir(&room.homes.scenarios).unwrap().count();
        assert_eq!(count, 3, "{screen}");
    }
}

// 25
#[test]
fn a_page_of_words_can_be_copied_as_it_stands() {
    let mut room = Room::tiny();
    room.command("go-outcomes").then("w").keys("y");
    let copied = room.session.copied.clone().unwrap_or_default();
    assert!(copied.len() > 40, "{copied}");
}
