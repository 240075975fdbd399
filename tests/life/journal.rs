//! Unsaved work is kept and offered back.

use std::fs;
use std::sync::{Arc, Mutex};

use foretree::files::journal::{
    Keeper, MOST_OLD, OnDisk, Work, forget, set_aside, unfinished, unfinished_of, write,
};
use foretree::files::lock::{self, Grip};
use foretree::files::watch::{self, Stamp};
use foretree::files::{Clock, Homes};

use crate::{Home, MALAWI, NOON, malawi, names, titled};

fn stamp() -> Option<Stamp> {
    Some(Stamp::of(MALAWI.as_bytes()))
}

#[test]
fn work_that_was_not_saved_is_offered_back() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let work = Work::File(path.clone());
    write(&home.homes, &work, stamp(), &titled("Edited"), NOON).unwrap();
    let found = unfinished(&home.homes);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].scenario, Ok(titled("Edited")));
    assert_eq!(found[0].on_disk, OnDisk::AsThen);
    assert_eq!(found[0].at, NOON);
    assert_eq!(found[0].base, stamp());
    assert_eq!(unfinished_of(&home.homes, &path), Some(found[0].clone()));
    assert_eq!(fs::read_to_string(path).unwrap(), MALAWI);
}

#[test]
fn work_on_a_file_that_somebody_changed_or_removed_meanwhile_says_so() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let work = Work::File(path.clone());
    write(&home.homes, &work, stamp(), &titled("Edited"), NOON).unwrap();
    fs::write(&path, MALAWI.replace("Malawi", "Mali")).unwrap();
    assert_eq!(unfinished(&home.homes)[0].on_disk, OnDisk::Changed);
    fs::remove_file(&path).unwrap();
    assert_eq!(unfinished(&home.homes)[0].on_disk, OnDisk::Gone);
}

#[test]
fn work_that_has_no_file_yet_is_offered_back_too() {
    let home = Home::new();
    let (one, other) = (Work::new(), Work::new());
    write(&home.homes, &one, None, &titled("One"), NOON).unwrap();
    write(&home.homes, &other, None, &titled("Other"), NOON).unwrap();
    let found = unfinished(&home.homes);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|found| found.on_disk == OnDisk::Never));
    forget(&home.homes, &one).unwrap();
    let left = unfinished(&home.homes);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].work, other);
}

#[test]
fn saved_work_is_not_offered_even_if_the_crash_came_before_it_was_forgotten() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let work = Work::File(path.clone());
    write(&home.homes, &work, stamp(), &titled("Edited"), NOON).unwrap();
    watch::save(&path, &titled("Edited"), stamp()).unwrap();
    assert_eq!(unfinished(&home.homes), []);
    assert!(!work.journal(&home.homes).exists());
}

#[test]
fn work_that_somebody_is_still_at_is_not_offered_to_others() {
    let home = Home::new();
    for work in [Work::File(home.file("a.ron", MALAWI)), Work::new()] {
        let to_lock = work.to_lock(&home.homes);
        let grip = lock::acquire(&home.homes, &to_lock, NOON).unwrap();
        assert!(matches!(grip, Grip::Ours(_)));
        write(&home.homes, &work, stamp(), &titled("Edited"), NOON).unwrap();
        assert_eq!(unfinished(&home.homes), []);
        drop(grip);
        assert_eq!(unfinished(&home.homes).len(), 1);
        forget(&home.homes, &work).unwrap();
    }
}

#[test]
fn declined_work_is_put_aside_and_old_work_goes_in_the_end() {
    let home = Home::new();
    let work = Work::File(home.file("malawi.ron", MALAWI));
    for number in 0..MOST_OLD + 5 {
        let edited = titled(&format!("Edit {number}"));
        write(&home.homes, &work, stamp(), &edited, NOON).unwrap();
        let aside = set_aside(&home.homes, &unfinished(&home.homes)[0]).unwrap();
        let text = fs::read_to_string(aside).unwrap();
        assert!(text.contains(&edited.title));
    }
    assert_eq!(unfinished(&home.homes), []);
    let old = home.homes.data.join("journal").join("old");
    assert_eq!(names(&old).len(), MOST_OLD);
}

#[test]
fn a_journal_is_a_scenario_file_that_people_can_rescue_by_hand() {
    let home = Home::new();
    let work = Work::new();
    write(&home.homes, &work, None, &malawi(), NOON).unwrap();
    let loaded = foretree::files::load(work.journal(&home.homes)).unwrap();
    assert_eq!(loaded.scenario, malawi());
}

#[test]
fn a_strange_file_among_the_journals_does_no_harm() {
    let home = Home::new();
    let folder = home.homes.data.join("journal");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("strange.ron"), "// foretree journal 1\n// {\n").unwrap();
    assert_eq!(unfinished(&home.homes), []);
    assert_eq!(names(&folder), ["strange.ron"]);
}

fn keeper(homes: &Homes) -> (Keeper, Arc<Mutex<usize>>) {
    let writes = Arc::new(Mutex::new(0));
    let count = Arc::clone(&writes);
    let clock = Clock::frozen(NOON).unwrap();
    let keeper = Keeper::start(homes.clone(), clock, move |kept| {
        assert_eq!(kept.result, Ok(()));
        *count.lock().unwrap() += 1;
    });
    (keeper.unwrap(), writes)
}

#[test]
fn the_last_of_many_edits_is_kept_and_forgotten_when_saved() {
    let home = Home::new();
    let work = Work::File(home.file("malawi.ron", MALAWI));
    let (keeper, writes) = keeper(&home.homes);
    for number in 0..200 {
        let edited = Arc::new(titled(&format!("Edit {number}")));
        keeper.keep(work.clone(), stamp(), edited);
    }
    keeper.wait();
    let found = unfinished(&home.homes);
    assert_eq!(found[0].scenario, Ok(titled("Edit 199")));
    assert_eq!(found[0].at, NOON);
    assert!(*writes.lock().unwrap() <= 200);
    keeper.forget(work);
    keeper.wait();
    assert_eq!(unfinished(&home.homes), []);
}

#[test]
fn what_waits_is_still_kept_when_the_program_ends() {
    let home = Home::new();
    let (keeper, _) = keeper(&home.homes);
    let work = Work::new();
    keeper.keep(work, None, Arc::new(titled("Last")));
    drop(keeper);
    assert_eq!(unfinished(&home.homes)[0].scenario, Ok(titled("Last")));
}
