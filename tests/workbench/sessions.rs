//! Whole sessions, one text each: every task of the tutorial, and a long one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use foretree::app::guide::tasks::TASKS;

use crate::support::Room;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions")
}

fn session(name: &str) -> String {
    let path = folder().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_task_of_the_tutorial_is_done_by_its_session_and_ticks_itself_off() {
    for task in &TASKS {
        let mut room = Room::empty();
        room.play(&session(&format!("tutorial-{}.txt", task.id)));
        let done = room.app().guide.done.clone();
        assert!(
            done.iter().any(|id| id == task.id),
            "{}: {done:?}\n{}",
            task.id,
            room.screen()
        );
    }
}

#[test]
fn from_an_empty_machine_to_a_comparison_of_two_scenarios_for_a_country_without_example() {
    let mut room = Room::empty();
    room.play(&session("zambia-two-scenarios.txt"));
    assert!(room.app().documents.len() >= 2);
}

#[test]
fn a_whole_half_day_with_two_tables_is_played_and_its_record_holds() {
    let output = Command::new(env!("CARGO_BIN_EXE_foretree"))
        .args(["replay", "tests/workshops/half-day.session"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn every_session_is_played_by_the_command_too() {
    for entry in fs::read_dir(folder()).unwrap().flatten() {
        let output = Command::new(env!("CARGO_BIN_EXE_foretree"))
            .arg("replay")
            .arg(entry.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{}: {said}",
            entry.path().display()
        );
    }
}
