//! The folder of scenario files.

use std::fs;
use std::time::{Duration, SystemTime};

use foretree::files::library::{
    MOST_RECENT, Ran, create, duplicate, last_run, list, recent, remember, remember_run, rename,
    sweep,
};
use foretree::files::watch::Stamp;
use foretree::files::{Fault, Homes, LifeFault, load, lock};

use crate::{Home, MALAWI, NOON, malawi, names, titled};

#[test]
fn a_listing_says_what_each_scenario_is_about() {
    let home = Home::new();
    home.file("malawi.ron", MALAWI);
    let listing = list(&home.homes).unwrap();
    let entry = &listing.entries[0];
    let summary = entry.read.as_ref().unwrap();
    let scenario = malawi();
    assert_eq!(summary.title, scenario.title);
    assert_eq!(summary.question, scenario.question);
    assert_eq!(summary.place, "Malawi");
    assert_eq!(summary.nodes, scenario.tree.nodes.len());
    assert!(summary.paths >= 2);
    assert!(entry.modified.is_some());
}

#[test]
fn a_file_that_cannot_be_read_is_listed_with_its_fault_beside_the_others() {
    let home = Home::new();
    home.file("broken.ron", "(format: 1, titel: \"x\")");
    home.file("good.ron", MALAWI);
    home.file("notes.txt", "not ours");
    home.file(".hidden.ron", MALAWI);
    let listing = list(&home.homes).unwrap();
    let read: Vec<_> = listing.entries.iter().map(|e| e.read.is_ok()).collect();
    assert_eq!(read.len(), 2);
    let broken = listing
        .entries
        .iter()
        .find(|e| e.path.ends_with("broken.ron"));
    let Err(Fault::Refused(refusal)) = &broken.unwrap().read else {
        panic!("{broken:?}");
    };
    assert_eq!(refusal.located[0].mark.position.line, 1);
}

#[test]
fn the_last_changed_comes_first() {
    let home = Home::new();
    let old = home.file("a.ron", MALAWI);
    home.file("b.ron", MALAWI);
    let past = SystemTime::now() - Duration::from_secs(60);
    let file = fs::File::options().write(true).open(old).unwrap();
    file.set_modified(past).unwrap();
    let listing = list(&home.homes).unwrap();
    let order: Vec<_> = listing
        .entries
        .iter()
        .map(|e| e.path.file_name().unwrap())
        .collect();
    assert_eq!(order, ["b.ron", "a.ron"]);
}

#[test]
fn a_library_that_does_not_exist_yet_is_empty_and_comes_with_the_first_scenario() {
    let root = tempfile::tempdir().unwrap();
    let homes = Homes::under(root.path().join("deep").join("down"));
    assert_eq!(list(&homes).unwrap().entries, []);
    let path = create(&homes, &malawi()).unwrap();
    assert_eq!(list(&homes).unwrap().entries[0].path, path);
}

#[test]
fn a_new_scenario_never_takes_the_place_of_another() {
    let home = Home::new();
    home.file("kenya-cables.ron", "precious");
    let path = create(&home.homes, &titled("Kenya: cables")).unwrap();
    assert!(path.ends_with("kenya-cables-2.ron"));
    assert_eq!(
        fs::read_to_string(home.homes.scenarios.join("kenya-cables.ron")).unwrap(),
        "precious"
    );
    assert_eq!(create(&home.homes, &titled("…")), Err(LifeFault::NoName));
}

#[test]
fn a_duplicate_has_another_title_and_keeps_comments() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let copy = duplicate(&home.homes, &path, "Malawi \"B\"").unwrap();
    assert!(copy.ends_with("malawi-b.ron"));
    let loaded = load(&copy).unwrap();
    assert_eq!(loaded.scenario, titled("Malawi \"B\""));
    assert!(loaded.had_comments);
    assert_eq!(fs::read_to_string(&path).unwrap(), MALAWI);
}

#[test]
fn a_file_that_cannot_be_read_as_a_scenario_can_still_be_copied() {
    let home = Home::new();
    let path = home.file("broken.ron", "(format: 1");
    let copy = duplicate(&home.homes, &path, "Again").unwrap();
    assert_eq!(fs::read_to_string(copy).unwrap(), "(format: 1");
}

#[test]
fn renaming_changes_title_and_file_and_the_list_of_recent_files() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    remember(&home.homes, &path).unwrap();
    home.file("masts.ron", "precious");
    let renamed = rename(&home.homes, &path, "Masts!").unwrap();
    assert!(renamed.ends_with("masts-2.ron"));
    assert!(!path.exists());
    assert_eq!(load(&renamed).unwrap().scenario, titled("Masts!"));
    let known = recent(&home.homes);
    assert_eq!(known.len(), 1);
    assert!(known[0].path.ends_with("masts-2.ron") && known[0].is_there);
    let same = rename(&home.homes, &renamed, "masts 2").unwrap();
    assert_eq!(same, renamed);
    assert_eq!(load(&same).unwrap().scenario.title, "masts 2");
}

#[test]
fn what_another_program_works_on_is_not_renamed() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let _lock = lock::acquire(&home.homes, &path, NOON).unwrap();
    let refused = rename(&home.homes, &path, "Other");
    assert!(matches!(refused, Err(LifeFault::Open(..))), "{refused:?}");
    assert_eq!(names(&home.homes.scenarios), ["malawi.ron"]);
}

#[test]
fn recent_files_are_few_and_those_that_are_gone_for_now_stay() {
    let home = Home::new();
    let kept = home.file("kept.ron", MALAWI);
    let gone = home.file("gone.ron", MALAWI);
    for number in 0..MOST_RECENT {
        let path = home.homes.scenarios.join(format!("{number}.ron"));
        remember(&home.homes, &path).unwrap();
    }
    remember(&home.homes, &gone).unwrap();
    remember(&home.homes, &kept).unwrap();
    remember(
        &home.homes,
        &home.homes.scenarios.join("../scenarios/kept.ron"),
    )
    .unwrap();
    fs::remove_file(&gone).unwrap();
    let known = recent(&home.homes);
    assert_eq!(known.len(), MOST_RECENT);
    assert!(known[0].path.ends_with("kept.ron") && known[0].is_there);
    assert!(known[1].path.ends_with("gone.ron") && !known[1].is_there);
}

#[test]
fn the_last_run_is_remembered_and_told_as_old_once_the_file_has_changed() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    assert_eq!(last_run(&home.homes, &path), None);
    let stamp = Stamp::of(MALAWI.as_bytes());
    let ran = Ran::new(NOON.to_owned(), 10_000, "46 % [22–73]".to_owned(), stamp);
    remember_run(&home.homes, &path, &ran).unwrap();
    assert_eq!(last_run(&home.homes, &path), Some(ran));
    fs::write(&path, MALAWI.replace("Malawi", "Mali")).unwrap();
    assert!(!last_run(&home.homes, &path).unwrap().is_current);
    let listed = list(&home.homes).unwrap();
    assert_eq!(
        listed.entries[0].ran.as_ref().map(|ran| ran.draws),
        Some(10_000)
    );
}

#[test]
fn what_a_killed_save_left_is_swept_away_and_nothing_else() {
    let home = Home::new();
    let old = home.file(".foretree-abc.tmp", "half");
    home.file(".foretree-new.tmp", "perhaps being written now");
    home.file("other.tmp", "not ours");
    let past = SystemTime::now() - Duration::from_secs(2 * 3600);
    for path in [&old, &home.homes.scenarios.join("other.tmp")] {
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(past).unwrap();
    }
    sweep(&home.homes.scenarios);
    assert_eq!(
        names(&home.homes.scenarios),
        [".foretree-new.tmp", "other.tmp"]
    );
}
