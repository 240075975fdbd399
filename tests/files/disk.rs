//! Files on the disk: what cannot be read or written, and what a crash may leave.

use foretree::files::{self, Fault, Problem};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const MALAWI: &str = include_str!("../fixtures/scenarios/malawi.ron");

fn directory() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary directory")
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_file_that_is_not_there_is_out_of_reach() {
    let fault = files::load(directory().path().join("no.ron")).expect_err("no such file");
    assert!(matches!(fault, Fault::NotFound(_)));
    assert_eq!(fault.exit_code(), 3);
}

#[test]
fn a_directory_cannot_be_read() {
    let directory = directory();
    let fault = files::load(directory.path()).expect_err("a directory");
    assert!(matches!(fault, Fault::Unreadable(..)), "{fault}");
    assert_eq!(fault.exit_code(), 3);
}

#[test]
fn a_file_over_16_mib_is_refused() {
    let directory = directory();
    let path = directory.path().join("large.ron");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(files::MOST_BYTES + 1).expect("a size");
    let fault = files::load(&path).expect_err("too large");
    assert!(matches!(fault, Fault::TooLarge { .. }), "{fault}");
    assert_eq!(fault.exit_code(), 1);
}

#[test]
fn bytes_that_are_no_text_are_shown_where_they_stand() {
    let mut bytes = b"(\n  format: 1,\n  title: \"a".to_vec();
    bytes.extend([0xFF, 0xFE]);
    let Err(Fault::Refused(refusal)) = files::parse_bytes(&bytes, "f.ron") else {
        panic!("no UTF-8");
    };
    let located = &refusal.located[0];
    assert_eq!(located.problem, Problem::NotUtf8);
    assert_eq!(
        (located.mark.position.line, located.mark.position.column),
        (3, 12)
    );
}

#[test]
fn a_byte_order_mark_is_skipped_and_not_counted() {
    let with_mark = format!("\u{feff}{MALAWI}");
    assert!(files::parse(&with_mark, "f.ron").is_ok());
    let Err(Fault::Refused(refusal)) = files::parse("\u{feff}(format: x)", "f.ron") else {
        panic!("x is no number");
    };
    assert_eq!(refusal.located[0].mark.position.column, 10);
}

#[test]
fn a_saved_file_is_whole_and_alone() {
    let directory = directory();
    let path = directory.path().join("new.ron");
    let scenario = files::parse(MALAWI, "m.ron").expect("a good file").scenario;
    files::save(&path, &scenario).expect("saved");
    assert_eq!(
        fs::read_to_string(&path).expect("read"),
        files::to_ron(&scenario)
    );
    assert_eq!(names(directory.path()), ["new.ron"]);
}

#[test]
fn a_canonical_file_saved_unchanged_keeps_its_bytes() {
    let directory = directory();
    let path = directory.path().join("same.ron");
    let scenario = files::parse(MALAWI, "m.ron").expect("a good file").scenario;
    files::save(&path, &scenario).expect("saved");
    let before = fs::read(&path).expect("read");
    let loaded = files::load(&path).expect("loaded");
    files::save(&path, &loaded.scenario).expect("saved again");
    assert_eq!(fs::read(&path).expect("read"), before);
}

#[test]
fn saving_where_nothing_can_be_written_is_a_fault() {
    let directory = directory();
    let scenario = files::parse(MALAWI, "m.ron").expect("a good file").scenario;
    let path = directory.path().join("missing").join("new.ron");
    let fault = files::save(path, &scenario).expect_err("no directory");
    assert!(matches!(fault, Fault::Unwritable(..)), "{fault}");
    assert_eq!(fault.exit_code(), 3);
    // A directory in the way stays as it is, and nothing is left beside it.
    let way = directory.path().join("way.ron");
    fs::create_dir(&way).expect("a directory");
    assert!(files::save(&way, &scenario).is_err());
    assert_eq!(names(directory.path()), ["way.ron"]);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_survive_a_save() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let directory = directory();
    let (path, link) = (
        directory.path().join("real.ron"),
        directory.path().join("link.ron"),
    );
    fs::write(&path, MALAWI).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("real.ron", &link).expect("a link");
    let scenario = files::load(&link).expect("loaded").scenario;
    files::save(&link, &scenario).expect("saved");
    let kind = fs::symlink_metadata(&link).expect("a link").file_type();
    assert!(kind.is_symlink());
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(
        fs::read_to_string(&path).expect("read"),
        files::to_ron(&scenario)
    );
}

/// Name of the variable that turns the next test into a program that saves without end.
const TARGET: &str = "FORETREE_TEST_SAVE_WITHOUT_END";

#[test]
fn saving_without_end() {
    let Some(path) = std::env::var_os(TARGET) else {
        return;
    };
    let mut scenario = files::parse(MALAWI, "m.ron").expect("a good file").scenario;
    for round in 0_u64.. {
        scenario.notes = "x".repeat(100_000) + &round.to_string();
        files::save(&path, &scenario).expect("saved");
    }
}

#[test]
fn a_killed_save_leaves_a_whole_file() {
    let directory = directory();
    let path = directory.path().join("kill.ron");
    let scenario = files::parse(MALAWI, "m.ron").expect("a good file").scenario;
    files::save(&path, &scenario).expect("saved");
    let program = std::env::current_exe().expect("this test");
    for milliseconds in [40, 55, 70, 85, 100, 115] {
        let mut child = Command::new(&program)
            .args(["--exact", "disk::saving_without_end"])
            .env(TARGET, &path)
            .stdout(Stdio::null())
            .spawn()
            .expect("started");
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().expect("killed");
        child.wait().expect("gone");
        assert!(
            files::load(&path).is_ok(),
            "half a file after {milliseconds} ms"
        );
    }
    let saved = files::load(&path).expect("a whole file").scenario.notes;
    assert!(!saved.is_empty(), "the other program never saved");
}
