//! Deleting, and having it back.

use std::fs;

use foretree::files::library::{delete, in_trash, restore};
use foretree::files::{LifeFault, lock};

use crate::{Home, MALAWI, NOON, names};

#[test]
fn a_deleted_file_is_in_the_trash_and_comes_back_as_it_was() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let trashed = delete(&home.homes, &path, NOON).unwrap();
    assert!(!path.exists());
    assert_eq!(in_trash(&home.homes), std::slice::from_ref(&trashed));
    assert_eq!(trashed.at, NOON);
    let back = restore(&trashed).unwrap();
    assert!(back.ends_with("scenarios/malawi.ron"));
    assert_eq!(fs::read_to_string(&path).unwrap(), MALAWI);
    assert_eq!(in_trash(&home.homes), []);
}

#[test]
fn two_deleted_files_of_one_name_are_both_kept_the_last_first() {
    let home = Home::new();
    for text in ["first", "second"] {
        let path = home.file("a.ron", text);
        delete(&home.homes, &path, NOON).unwrap();
    }
    let all = in_trash(&home.homes);
    let texts: Vec<_> = all
        .iter()
        .map(|t| fs::read_to_string(&t.path).unwrap())
        .collect();
    assert_eq!(texts, ["second", "first"]);
}

#[test]
fn a_file_comes_back_beside_one_that_took_its_name() {
    let home = Home::new();
    let path = home.file("a.ron", "old");
    let trashed = delete(&home.homes, &path, NOON).unwrap();
    home.file("a.ron", "new");
    let back = restore(&trashed).unwrap();
    assert!(back.ends_with("a-2.ron"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(fs::read_to_string(&back).unwrap(), "old");
}

#[test]
fn what_another_program_works_on_is_not_deleted() {
    let home = Home::new();
    let path = home.file("a.ron", MALAWI);
    let _lock = lock::acquire(&home.homes, &path, NOON).unwrap();
    let refused = delete(&home.homes, &path, NOON);
    assert!(matches!(refused, Err(LifeFault::Open(..))), "{refused:?}");
    assert_eq!(names(&home.homes.scenarios), ["a.ron"]);
    assert_eq!(in_trash(&home.homes), []);
}

#[test]
fn a_file_that_is_not_there_leaves_nothing_in_the_trash() {
    let home = Home::new();
    let path = home.homes.scenarios.join("none.ron");
    assert!(delete(&home.homes, &path, NOON).is_err());
    assert_eq!(names(&home.homes.data.join("trash")), Vec::<String>::new());
}
