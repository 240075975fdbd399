//! `foretree workshop`: setting up, the record from outside, paper cards.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may end here")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use foretree::files::Clock;
use foretree::workshop::host::{Host, Member, Proof, SeatWish};
use foretree::workshop::{Question, Role, RoomAct};
use serde_json::Value;

use crate::support::{Desk, SMALL};

/// A workshop that was just set up, and its folder.
fn set_up(desk: &Desk) -> PathBuf {
    fs::write(desk.path("small.ron"), SMALL).unwrap();
    desk.said(&[
        "workshop",
        "new",
        "day",
        "--title",
        "Malawi day",
        "--scenario",
        "small.ron",
    ]);
    desk.path("day")
}

fn sit(folder: &Path, role: Role, table: &str) -> Member {
    let host = Host::join(folder, Clock::System).unwrap();
    let wish = SeatWish {
        role,
        table: table.to_owned(),
        proof: Proof::Folder,
    };
    host.enter(host.seat(&wish).unwrap(), channel().0).unwrap()
}

/// Some things that happen on a day.
fn a_day(folder: &Path) {
    let trainer = sit(folder, Role::Trainer, "");
    let blue = sit(folder, Role::Table, "Blue");
    blue.act(RoomAct::Park("mobile money charges".to_owned()));
    blue.act(RoomAct::Missing("rural women".to_owned()));
    trainer.act(RoomAct::OpenRound(Question::Probability {
        of: "Do operators pass the cut on?".to_owned(),
        target: None,
    }));
}

#[test]
fn every_command_of_a_workshop_explains_itself_within_eighty_columns() {
    let desk = Desk::new();
    for command in [
        "new", "codes", "verify", "replay", "report", "cards", "join",
    ] {
        let text = desk.said(&["workshop", command, "--help"]);
        assert!(
            text.contains(&format!("foretree workshop {command}")),
            "{text}"
        );
        assert!(
            text.contains("Example") && !text.contains("help-"),
            "{text}"
        );
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
    }
}

#[test]
fn a_new_workshop_shows_its_codes_once_and_is_never_made_again() {
    let desk = Desk::new();
    fs::write(desk.path("small.ron"), SMALL).unwrap();
    let new = [
        "workshop",
        "new",
        "day",
        "--title",
        "Malawi day",
        "--scenario",
        "small.ron",
    ];
    let text = desk.said(&[&new[..], &["--format", "json"]].concat());
    let made: Value = serde_json::from_str(&text).unwrap();
    let join = made["join_code"].as_str().unwrap();
    assert_eq!(join.len(), 9);
    let kept = fs::read_to_string(desk.path("day/keys/codes.json")).unwrap();
    assert!(!kept.contains(join) && !kept.contains(&join.replace('-', "")));
    desk.foretree(&new).assert().code(3);
    let codes = desk.said(&["workshop", "codes", "day"]);
    assert!(!codes.contains(join));
    desk.foretree(&["workshop", "codes", "nowhere"])
        .assert()
        .code(3);
    desk.foretree(&[
        "workshop",
        "new",
        "other",
        "--title",
        " ",
        "--scenario",
        "small.ron",
    ])
    .assert()
    .code(2);
    desk.foretree(&[
        "workshop",
        "new",
        "other",
        "--title",
        "x",
        "--scenario",
        "gone.ron",
    ])
    .assert()
    .code(3);
}

#[test]
fn a_record_that_was_touched_is_found_and_a_noted_hash_tells_what_is_missing() {
    let desk = Desk::new();
    let folder = set_up(&desk);
    a_day(&folder);
    let found: Value =
        serde_json::from_str(&desk.said(&["workshop", "verify", "day", "--format", "json"]))
            .unwrap();
    assert_eq!(found["holds"], true);
    let head = found["head"].as_str().unwrap();
    desk.said(&["workshop", "verify", "day", "--head", &head[..8]]);
    desk.foretree(&["workshop", "verify", "day", "--head", "12"])
        .assert()
        .code(2);
    let record = folder.join("record.log");
    let whole = fs::read_to_string(&record).unwrap();
    let cut: Vec<&str> = whole.lines().take(2).collect();
    fs::write(&record, format!("{}\n", cut.join("\n"))).unwrap();
    desk.said(&["workshop", "verify", "day"]);
    desk.foretree(&["workshop", "verify", "day", "--head", head])
        .assert()
        .code(1);
    fs::write(&record, whole.replace("rural women", "rural mayor")).unwrap();
    desk.foretree(&["workshop", "verify", "day"])
        .assert()
        .code(1);
    desk.foretree(&["workshop", "replay", "day"])
        .assert()
        .code(1);
    desk.foretree(&["workshop", "report", "day"])
        .assert()
        .code(1);
    desk.foretree(&["workshop", "verify", "nowhere"])
        .assert()
        .code(3);
}

#[test]
fn the_course_is_told_entry_by_entry_and_the_summary_begins_with_what_was_not_shared() {
    let desk = Desk::new();
    let folder = set_up(&desk);
    a_day(&folder);
    let course = desk.said(&["workshop", "replay", "day"]);
    assert!(
        course.contains("Blue set an idea aside: mobile money charges"),
        "{course}"
    );
    let json: Value =
        serde_json::from_str(&desk.said(&["workshop", "replay", "day", "--format", "json"]))
            .unwrap();
    assert_eq!(json["tables"][0]["name"], "Blue");
    assert_eq!(json["entries"][0]["do"]["opened"]["title"], "Malawi day");
    let summary = desk.said(&["workshop", "report", "day"]);
    let place = |text: &str| {
        summary
            .find(text)
            .unwrap_or_else(|| panic!("{text}: {summary}"))
    };
    assert!(place("## Dissent") < place("mobile money charges"));
    assert!(place("mobile money charges") < place("rural women"));
    assert!(place("rural women") < place("## Rounds"));
    desk.said(&["workshop", "report", "day", "-o", "day.md"]);
    assert_eq!(fs::read_to_string(desk.path("day.md")).unwrap(), summary);
}

#[test]
fn paper_cards_go_into_the_open_round_all_or_none() {
    let desk = Desk::new();
    let folder = set_up(&desk);
    a_day(&folder);
    fs::write(
        desk.path("cards.csv"),
        "card,percent,reason\n1,35,half was kept\n2,60,\n",
    )
    .unwrap();
    fs::write(desk.path("bad.csv"), "card,percent\n3,35\n4,350\n").unwrap();
    let cards = |round, csv| {
        desk.foretree(&["workshop", "cards", "day", "--round", round, "--csv", csv])
            .assert()
    };
    cards("1", "bad.csv").code(1);
    cards("2", "cards.csv").code(2);
    cards("1", "gone.csv").code(3);
    cards("1", "cards.csv").code(0);
    let trainer = sit(&folder, Role::Trainer, "");
    assert_eq!(trainer.view().open_round().unwrap().answered, 2);
    desk.said(&["workshop", "verify", "day"]);
}

/// A limit on the size of files stands for a full disk: the system refuses every byte, just as then.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_told_and_nothing_that_was_there_is_lost() {
    let desk = Desk::new();
    let folder = set_up(&desk);
    a_day(&folder);
    desk.file("cards.csv", "card,percent\n1,35\n2,60\n");
    let cards = [
        "workshop",
        "cards",
        "day",
        "--round",
        "1",
        "--csv",
        "cards.csv",
    ];
    let record = folder.join("record.log");
    let before = fs::read(&record).unwrap();
    let full = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""])
        .arg(assert_cmd::cargo::cargo_bin("foretree"))
        .args(cards)
        .current_dir(desk.path(""))
        .env_clear()
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap();
    let said = String::from_utf8(full.stderr).unwrap();
    assert_eq!(full.status.code(), Some(3), "{said}");
    assert!(said.contains("record"), "{said}");
    assert!(fs::read(&record).unwrap().starts_with(&before));
    desk.said(&["workshop", "verify", "day"]);
    // With room again, the same cards go in.
    desk.said(&cards);
    let trainer = sit(&folder, Role::Trainer, "");
    assert_eq!(trainer.view().open_round().unwrap().answered, 2);
}
