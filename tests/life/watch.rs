//! Changes from outside.

use std::fs;

use foretree::files::watch::{Change, Stamp, change, load, save};
use foretree::files::{LifeFault, to_ron};

use crate::{Home, MALAWI, titled};

#[test]
fn a_file_that_somebody_changed_is_noticed_even_if_its_length_and_time_are_the_same() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let (_, stamp) = load(&path).unwrap();
    assert_eq!(change(&path, stamp), Change::Same);
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let other = MALAWI.replacen("Malawi", "Malawy", 1);
    assert_eq!(other.len(), MALAWI.len());
    fs::write(&path, &other).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(modified).unwrap();
    assert_eq!(
        change(&path, stamp),
        Change::Changed(Stamp::of(other.as_bytes()))
    );
    fs::remove_file(&path).unwrap();
    assert_eq!(change(&path, stamp), Change::Gone);
}

#[test]
fn touching_a_file_is_no_change() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let (_, stamp) = load(&path).unwrap();
    fs::write(&path, MALAWI).unwrap();
    assert_eq!(change(&path, stamp), Change::Same);
}

#[test]
fn saving_does_not_replace_what_somebody_else_wrote_unless_told_to() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let (_, stamp) = load(&path).unwrap();
    let theirs = MALAWI.replace("Malawi", "Mali");
    fs::write(&path, &theirs).unwrap();
    let refused = save(&path, &titled("Mine"), Some(stamp));
    assert_eq!(refused, Err(LifeFault::Changed(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let saved = save(&path, &titled("Mine"), None).unwrap();
    assert_eq!(change(&path, saved), Change::Same);
    assert_eq!(fs::read_to_string(&path).unwrap(), to_ron(&titled("Mine")));
}

#[test]
fn saving_again_and_again_is_no_change_from_outside() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let (_, mut stamp) = load(&path).unwrap();
    for title in ["One", "Two", "Three"] {
        stamp = save(&path, &titled(title), Some(stamp)).unwrap();
    }
    fs::remove_file(&path).unwrap();
    save(&path, &titled("Back"), Some(stamp)).unwrap();
    assert!(path.exists());
}
