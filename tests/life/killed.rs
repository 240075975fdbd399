//! Power cuts: a program that is killed at any moment leaves the old file or the new one.
#![cfg(unix)]

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use foretree::files::journal::{Work, unfinished, write};
use foretree::files::lock::{self, Grip, acquire};
use foretree::files::{Homes, load, save};
use foretree::scenario::Scenario;

use crate::{Home, MALAWI, NOON, titled};

/// Where the program that will be killed works.
const AT: &str = "FORETREE_TEST_WORKS_AT";

#[test]
#[ignore = "a program for other tests"]
fn work_for_ever() {
    let Some(root) = env::var_os(AT) else { return };
    let homes = Homes::under(PathBuf::from(root));
    let path = homes.scenarios.join("malawi.ron");
    let work = Work::File(path.clone());
    let _lock = acquire(&homes, &path, NOON).unwrap();
    for scenario in [short(), long()].iter().cycle() {
        save(&path, scenario).unwrap();
        write(&homes, &work, None, scenario, NOON).unwrap();
    }
}

fn short() -> Scenario {
    titled("Short")
}

/// Large enough that writing it takes a while.
fn long() -> Scenario {
    let mut scenario = titled("Long");
    scenario.notes = "all that was said. ".repeat(20_000);
    scenario
}

fn worker(home: &Home) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "killed::work_for_ever", "--ignored"])
        .env(AT, &home.homes.config)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn wait_until(is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !is_so() {
        assert!(Instant::now() < end, "the worker does not work");
        thread::sleep(Duration::from_millis(2));
    }
}

fn is_one_of_both(scenario: &Scenario) -> bool {
    *scenario == short() || *scenario == long()
}

#[test]
fn a_program_that_is_killed_leaves_whole_files_and_lets_go_of_them() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let journal = Work::File(path.clone()).journal(&home.homes);
    for round in 0..25 {
        let mut worker = worker(&home);
        wait_until(|| lock::holder(&home.homes, &path).is_some_and(|h| h.process == worker.id()));
        wait_until(|| journal.exists());
        // Another moment each time.
        thread::sleep(Duration::from_micros(1_700 * round));
        worker.kill().unwrap();
        worker.wait().unwrap();
        assert!(is_one_of_both(&load(&path).unwrap().scenario));
        assert_journal_is_whole(&home, &path, &journal);
        let grip = acquire(&home.homes, &path, NOON).unwrap();
        assert!(matches!(grip, Grip::Ours(_)), "{grip:?}");
    }
}

fn assert_journal_is_whole(home: &Home, path: &Path, journal: &Path) {
    if let Ok(kept) = load(journal) {
        assert!(is_one_of_both(&kept.scenario));
    } else {
        panic!("half a journal");
    }
    // The file may say what the journal says; then nothing is offered.
    for found in unfinished(&home.homes) {
        assert_eq!(found.work, Work::File(path.to_owned()));
        assert!(is_one_of_both(&found.scenario.unwrap()));
    }
}
