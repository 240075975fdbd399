//! Runs: stopped when asked, what was finished stays and is labelled.

use std::time::{Duration, Instant};

use foretree::live::Stage;

use crate::support::{Room, TINY, wait_until};

/// Long enough to be stopped in the middle.
fn long() -> Room {
    let text = TINY
        .replace("draws: 200", "draws: 1000000")
        .replace("2032", "2040");
    let mut room = Room::with(&[("long.ron", &text)]);
    let path = room.file("long.ron");
    room.session
        .send(foretree::app::Msg::Key("3".parse().unwrap()));
    let effects = foretree::app::App::open(foretree::app::Source::File(path), false);
    room.session.carry(effects);
    wait_until("it runs", || {
        room.session.catch_up();
        room.app()
            .shown()
            .is_some_and(|d| d.progress.as_ref().is_some_and(|p| p.share > 0.0))
    });
    room
}

// 9
#[test]
fn escape_stops_a_run_and_what_was_finished_stays_labelled_with_its_draws() {
    for key in ["<Esc>", "<C-c>"] {
        let mut room = long();
        room.sees("running");
        let asked = Instant::now();
        room.keys(key);
        assert!(room.flash().contains("Stopped"), "{}", room.flash());
        room.session.settle().unwrap();
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "{:?}",
            asked.elapsed()
        );
        let document = room.document();
        assert!(document.progress.is_none());
        let results = document.results.clone().unwrap();
        assert_eq!(results.stage, Stage::Partial);
        assert!(results.draws() > 0 && results.draws() < 1_000_000);
        room.sees("stopped after").misses("running");
    }
}

// 9
#[test]
fn a_run_that_waits_for_another_can_be_stopped_too() {
    let mut room = long();
    let text = TINY
        .replace("Tiny", "Next")
        .replace("draws: 200", "draws: 1000000");
    std::fs::write(room.file("next.ron"), text).unwrap();
    let path = room.file("next.ron");
    room.session.carry(foretree::app::App::open(
        foretree::app::Source::File(path),
        false,
    ));
    wait_until("it is open", || {
        room.session.catch_up();
        room.document().scenario.title == "Next"
    });
    // Closing drops the run that waits; going on is possible at once.
    room.keys(":")
        .play("type close-scenario")
        .keys("<Enter>")
        .keys("<Esc>");
    room.session.settle().unwrap();
    assert_eq!(room.document().scenario.title, "Tiny");
}

// 9
#[test]
fn an_edit_during_a_run_starts_it_anew_and_the_old_numbers_never_come() {
    let mut room = long();
    room.keys("<Right><Right><Right>+");
    assert_eq!(room.document().past.len(), 1);
    wait_until("numbers of the new scenario", || {
        room.session.catch_up();
        room.document().is_current()
    });
    room.keys("<Esc>");
    room.session.settle().unwrap();
    assert!(room.document().is_current());
}

// 24
#[test]
fn the_same_seed_gives_the_same_answer_line() {
    let line = || Room::tiny().document().line.clone();
    assert!(line().is_some());
    assert_eq!(line(), line());
}
