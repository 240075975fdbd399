//! What people see who come as they were told.

use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use foretree::workshop::access::read_keys;
use foretree::workshop::server::News;

use crate::plain::Plain;
use crate::stage::{CODE, READY, Stage, enter};

#[test]
fn whoever_types_the_code_is_in_the_workbench_and_leaves_it_in_order() {
    let stage = Stage::new();
    let mut blue = stage.enter("blue");
    blue.press("?");
    blue.wait_for("Keys that work here");
    blue.press("\x1b");
    blue.wait("the Library", |screen| {
        !screen.contents().contains("Keys that work here")
    });
    blue.press("q");
    assert!(blue.end().success(), "{}", blue.text());
    blue.assert_given_back();
    assert!(blue.text().contains("Your work is kept"), "{}", blue.text());
    let came = |news: &News| matches!(news, News::Came { name, .. } if name == "blue");
    assert_eq!(stage.count(came), 1);
}

#[test]
fn several_clients_at_once_each_have_a_workbench_of_their_own() {
    let stage = Stage::new();
    let tables: Vec<_> = ["blue", "red", "green"]
        .map(|name| stage.enter(name))
        .into();
    let before = tables[1].text();
    tables[0].press("?");
    tables[0].wait_for("Esc");
    tables[2].resize(120, 40);
    tables[2].wait("forty rows", |screen| {
        let last = screen.contents_between(38, 0, 39, 120);
        !last.trim().is_empty()
    });
    assert_eq!(tables[1].text(), before);
}

#[test]
fn a_wrong_code_opens_nothing_and_is_told_to_the_server_alone() {
    let stage = Stage::new();
    let mut client = stage.ssh("blue", &[]).open();
    client.wait_for("Code of the workshop:");
    client.press("wrong\r");
    assert_eq!(client.end().exit_code(), 255);
    assert!(
        client.text().contains("Permission denied"),
        "{}",
        client.text()
    );
    let wrong = |news: &News| matches!(news, News::Wrong { user, .. } if user == "blue");
    assert_eq!(stage.count(wrong), 1);
    assert!(!stage.table("blue").exists());
}

fn new_key(folder: &std::path::Path, name: &str) -> (String, String) {
    let path = folder.join(name).display().to_string();
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f", &path])
        .status();
    assert!(made.unwrap().success());
    (path.clone(), format!("{path}.pub"))
}

#[test]
fn a_key_on_the_list_needs_no_code_and_another_key_is_asked_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (known, public) = new_key(folder.path(), "known");
    let (other, _) = new_key(folder.path(), "other");
    let keys = read_keys(&std::fs::read_to_string(public).unwrap()).unwrap();
    let list = keys.iter().map(|key| key.fingerprint()).collect();
    let house = Plain::new(folder.path(), CODE, list);
    let stage = Stage::of(folder, Arc::new(house), Default::default());
    let client = stage.ssh("blue", &["-i", &known]).open();
    client.wait_for(READY);
    let stranger = stage.ssh("red", &["-i", &other]).open();
    stranger.wait_for("Code of the workshop:");
}

#[test]
fn each_terminal_gets_what_it_can_show() {
    let stage = Stage::new();
    let poor = stage.ssh("blue", &["-o", "SendEnv=NO_COLOR"]);
    let poor = enter(poor.variable("TERM", "vt100").variable("LANG", "C"));
    assert!(poor.bytes().is_ascii());
    let rich = stage.ssh("red", &["-o", "SendEnv=LANG COLORTERM"]);
    let rich = enter(rich.variable("COLORTERM", "truecolor"));
    rich.wait("more than ASCII", |screen| !screen.contents().is_ascii());
}

#[test]
fn there_is_no_shell_behind_ctrl_z() {
    let stage = Stage::new();
    let blue = stage.enter("blue");
    blue.press("\x1a?");
    blue.wait_for("Esc");
}

#[test]
fn the_newest_client_of_a_table_has_the_keyboard() {
    let stage = Stage::new();
    let mut first = stage.enter("blue");
    let second = stage.enter("blue");
    first.end();
    first.assert_given_back();
    second.press("?");
    second.wait_for("Esc");
}

#[test]
fn what_is_copied_goes_to_the_clients_own_terminal() {
    let stage = Stage::new();
    let blue = stage.enter("blue");
    blue.press("\r");
    blue.wait_for("Decided open");
    // Copies what is shown.
    blue.press("Y");
    let deadline = Instant::now() + Duration::from_secs(30);
    while !blue.bytes().windows(5).any(|bytes| bytes == b"\x1b]52;") {
        assert!(Instant::now() < deadline, "{}", blue.text());
        std::thread::sleep(Duration::from_millis(20));
    }
}
