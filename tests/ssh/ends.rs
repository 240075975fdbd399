//! How a workshop ends, in order and otherwise, and how it goes on afterwards.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use foretree::files::Clock;
use foretree::workshop::server::Limits;
use foretree::workshop::setup::{NewWorkshop, make};

use crate::stage::{READY, Stage, ssh};
use crate::terminal::Terminal;

#[test]
fn everybody_is_told_when_the_workshop_is_closed() {
    let mut stage = Stage::new();
    let mut tables = ["blue", "red"].map(|name| stage.enter(name));
    stage.end();
    for table in &mut tables {
        table.end();
        table.assert_given_back();
        assert!(
            table.text().contains("The workshop is closed"),
            "{}",
            table.text()
        );
    }
}

#[test]
fn whoever_presses_no_key_for_long_is_told_and_sent_home() {
    let limits = Limits {
        idle: Duration::from_secs(2),
        grace: Duration::from_secs(1),
        ..Limits::default()
    };
    let stage = Stage::with(limits);
    let mut blue = stage.enter("blue");
    blue.end();
    blue.assert_given_back();
    assert!(
        blue.text().contains("Nobody pressed a key"),
        "{}",
        blue.text()
    );
}

/// The program itself as a server.
struct Program {
    child: Child,
    port: u16,
    code: String,
    key: String,
}

impl Program {
    /// Makes the workshop and serves it.
    fn new(folder: &Path) -> Self {
        let wish = NewWorkshop {
            folder: folder.to_owned(),
            title: "Spring".to_owned(),
            scenarios: Vec::new(),
            shared: false,
        };
        let codes = make(&wish, Clock::System).unwrap();
        Self::start(folder, &codes.join.to_string())
    }

    fn start(folder: &Path, code: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_foretree"))
            .args(["serve", "--port", "0"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut after = |mark: &str| loop {
            let line = lines.next().unwrap().unwrap();
            if let Some((_, after)) = line.split_once(mark) {
                break after.trim().to_owned();
            }
        };
        let port = after("ssh -p ").split(' ').next().unwrap().parse().unwrap();
        let key = after("first time:");
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            port,
            code: code.to_owned(),
            key,
        }
    }

    /// Shows the code of the workshop.
    fn knock(&self, folder: &Path, user: &str) -> Terminal {
        let client = ssh(folder, [127, 0, 0, 1].into(), self.port, user, &[]).open();
        client.wait_for("Code of the workshop:");
        client.press(&format!("{}\r", self.code));
        client
    }

    fn enter(&self, folder: &Path, user: &str) -> Terminal {
        let client = self.knock(folder, user);
        to_library(&client);
        client.wait_for(READY);
        client
    }
}

/// From the Workshop, which is what a table sees first.
fn to_library(client: &Terminal) {
    client.wait_for("F3");
    client.press("1");
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The key that goes to the right.
const RIGHT: &str = "\x1b[C";

#[test]
fn a_killed_server_goes_on_with_the_same_key_and_everybodys_work() {
    let folder = tempfile::tempdir().unwrap();
    let workshop = folder.path().join("spring");
    let mut first = Program::new(&workshop);
    let blue = first.enter(folder.path(), "blue");
    blue.press("\r");
    blue.wait_for("Decided open");
    blue.press(&RIGHT.repeat(3));
    blue.wait_for("Probability");
    blue.press("+");
    let journals = workshop.join("tables/blue/data/journal");
    // What is still being written is hidden, and not kept yet.
    let whole = |name: std::ffi::OsString| {
        let name = name.to_string_lossy();
        !name.starts_with('.') && name.ends_with(".ron")
    };
    let kept = || {
        let all = std::fs::read_dir(&journals).into_iter().flatten().flatten();
        all.map(|entry| entry.file_name()).any(whole)
    };
    let until = Instant::now() + Duration::from_secs(30);
    while !kept() {
        assert!(Instant::now() < until, "{}", blue.text());
        std::thread::sleep(Duration::from_millis(20));
    }
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    drop(blue);
    let second = Program::start(&workshop, &first.code);
    assert_eq!(second.key, first.key);
    let again = second.knock(folder.path(), "blue");
    // The table has been here before, so its own code is asked for.
    again.wait_for("Code of the table:");
    let own = std::fs::read_to_string(workshop.join("tables/blue/code")).unwrap();
    again.press(&format!("{}\r", own.trim()));
    to_library(&again);
    again.wait_for("Work found again");
}

#[test]
fn the_program_ends_in_order_when_the_system_asks() {
    let folder = tempfile::tempdir().unwrap();
    let workshop = folder.path().join("spring");
    let mut server = Program::new(&workshop);
    let mut blue = server.enter(folder.path(), "blue");
    let id = rustix::process::Pid::from_child(&server.child);
    rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
    blue.end();
    blue.assert_given_back();
    assert!(server.child.wait().unwrap().success());
}
