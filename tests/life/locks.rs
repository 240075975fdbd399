//! One writer for each file.

use foretree::files::lock::{self, Grip, acquire, holder};

use crate::{Home, MALAWI, NOON, names};

#[test]
fn the_second_who_opens_a_file_learns_who_has_it() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let Grip::Ours(lock) = acquire(&home.homes, &path, NOON).unwrap() else {
        panic!("nobody else has it");
    };
    let roundabout = home.homes.scenarios.join("../scenarios/malawi.ron");
    let Grip::Held(other) = acquire(&home.homes, &roundabout, NOON).unwrap() else {
        panic!("it is held");
    };
    assert_eq!(other.process, std::process::id());
    assert_eq!(other.since, NOON);
    assert!(!other.host.is_empty());
    assert_eq!(holder(&home.homes, &path), Some(other));
    drop(lock);
    assert_eq!(holder(&home.homes, &path), None);
    assert!(matches!(
        acquire(&home.homes, &path, NOON).unwrap(),
        Grip::Ours(_)
    ));
}

#[test]
fn locks_leave_nothing_behind_and_nothing_beside_the_scenario() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let grip = acquire(&home.homes, &path, NOON).unwrap();
    assert_eq!(names(&home.homes.scenarios), ["malawi.ron"]);
    drop(grip);
    assert_eq!(names(&home.homes.data.join("locks")), Vec::<String>::new());
}

#[test]
fn a_file_that_a_dead_program_left_locked_is_free() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let grip = acquire(&home.homes, &path, NOON).unwrap();
    let folder = home.homes.data.join("locks");
    let left = folder.join(&names(&folder)[0]);
    let text = std::fs::read_to_string(&left).unwrap();
    drop(grip);
    std::fs::write(&left, text).unwrap();
    assert_eq!(holder(&home.homes, &path), None);
    assert!(matches!(
        acquire(&home.homes, &path, NOON).unwrap(),
        Grip::Ours(_)
    ));
}

#[test]
fn a_file_never_has_two_writers_however_they_hurry() {
    let home = Home::new();
    let path = home.file("malawi.ron", MALAWI);
    let inside = std::sync::atomic::AtomicU32::new(0);
    let entered = std::sync::atomic::AtomicU32::new(0);
    let order = std::sync::atomic::Ordering::SeqCst;
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..300 {
                    if let Grip::Ours(_lock) = lock::acquire(&home.homes, &path, NOON).unwrap() {
                        assert_eq!(inside.fetch_add(1, order), 0);
                        entered.fetch_add(1, order);
                        std::thread::yield_now();
                        inside.fetch_sub(1, order);
                    }
                }
            });
        }
    });
    assert!(entered.load(order) > 0);
}
