//! Members, the record and the disk together.

mod any;
mod rounds;

use std::fs;
use std::sync::mpsc::{Receiver, channel};

use tempfile::{TempDir, tempdir};

use super::*;
use crate::workshop::access::Codes;
use crate::workshop::record::read_file;
use crate::workshop::setup::{NewWorkshop, make};
use crate::workshop::{Answer, Follow, Piece, Question, RoomAct};

struct Day {
    folder: TempDir,
    codes: Codes,
    host: Arc<Host>,
}

fn clock() -> Clock {
    Clock::frozen("2026-11-22 09:30:15").unwrap()
}

fn scenario() -> Scenario {
    let (_, text) = files::examples::example("malawi-tax-power-masts").unwrap();
    files::parse(text, "example").unwrap().scenario
}

fn day() -> Day {
    let folder = tempdir().unwrap();
    let start = folder.path().join("start.ron");
    files::save(&start, &scenario()).unwrap();
    let wish = NewWorkshop {
        folder: folder.path().join("day"),
        title: "Malawi day".to_owned(),
        scenarios: vec![start],
        shared: false,
    };
    let codes = make(&wish, clock()).unwrap();
    let host = Host::open(&wish.folder, clock()).unwrap();
    Day {
        folder,
        codes,
        host,
    }
}

impl Day {
    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("day")
    }

    fn enter(
        &self,
        role: Role,
        table: &str,
        table_code: Option<String>,
    ) -> Result<(Member, Receiver<Msg>), Refused> {
        let code = match role {
            Role::Trainer => &self.codes.trainer,
            _ => &self.codes.join,
        };
        let seat = self.host.seat(&SeatWish {
            role,
            table: table.to_owned(),
            proof: Proof::Codes {
                code: code.to_string(),
                table: table_code,
            },
        })?;
        let (out, inbox) = channel();
        self.host.enter(seat, out).map(|member| (member, inbox))
    }

    fn trainer(&self) -> (Member, Receiver<Msg>) {
        self.enter(Role::Trainer, "", None).unwrap()
    }

    fn table(&self, name: &str) -> (Member, Receiver<Msg>) {
        self.enter(Role::Table, name, None).unwrap()
    }

    fn again(self) -> Self {
        let Day {
            folder,
            codes,
            host,
        } = self;
        drop(host);
        let host = Host::open(&folder.path().join("day"), clock()).unwrap();
        Day {
            folder,
            codes,
            host,
        }
    }
}

fn likely() -> Question {
    Question::Probability {
        of: "operators pass the cut on".to_owned(),
        target: None,
    }
}

fn says(p: f64) -> Answer {
    Answer::Probability {
        p,
        low: None,
        high: None,
    }
}

fn answer(round: u32, stage: u32, person: &str, p: f64) -> RoomAct {
    RoomAct::Answer {
        round,
        stage,
        person: person.to_owned(),
        answer: says(p),
        reason: "because".to_owned(),
    }
}

fn texts(inbox: &Receiver<Msg>) -> Vec<String> {
    let said = inbox.try_iter().filter_map(|msg| match msg {
        Msg::Done(text) | Msg::Trouble(text) => Some(text),
        Msg::Terminate => Some("terminate".to_owned()),
        _ => None,
    });
    said.collect()
}

#[test]
fn only_right_codes_open_the_door_and_a_table_needs_its_own_to_come_back() {
    let day = day();
    let wish = |role, code: String, table: Option<&str>| {
        day.host.seat(&SeatWish {
            role,
            table: "Blue".to_owned(),
            proof: Proof::Codes {
                code,
                table: table.map(str::to_owned),
            },
        })
    };
    let (join, trainer) = (day.codes.join.to_string(), day.codes.trainer.to_string());
    assert_eq!(
        wish(Role::Table, "wrong".to_owned(), None),
        Err(Refused::Code)
    );
    assert_eq!(wish(Role::Trainer, join.clone(), None), Err(Refused::Code));
    assert!(wish(Role::Trainer, trainer, None).is_ok());
    let (blue, _inbox) = day.table("Blue");
    let code = blue.view().my_table().unwrap().code.clone().unwrap();
    assert_eq!(
        wish(Role::Table, join.clone(), None),
        Err(Refused::TableCodeNeeded)
    );
    assert_eq!(
        wish(Role::Table, join.clone(), Some("zzz-zzz")),
        Err(Refused::TableCode)
    );
    assert!(wish(Role::Table, join, Some(&code.to_uppercase())).is_ok());
}

#[test]
fn the_newest_connection_of_a_table_has_the_keyboard() {
    let day = day();
    let (first, old) = day.table("Blue");
    let code = first.view().my_table().unwrap().code.clone();
    let (second, _new) = day.enter(Role::Table, "blue", code).unwrap();
    assert_eq!(texts(&old).last().map(String::as_str), Some("terminate"));
    first.act(RoomAct::Park("not heard".to_owned()));
    drop(first);
    assert!(second.view().my_table().unwrap().online);
    assert!(second.view().parked.is_empty());
}

#[test]
fn a_hand_in_is_a_copy_that_the_trainer_sees_and_others_do_not() {
    let day = day();
    let (trainer, inbox) = day.trainer();
    let (blue, _b) = day.table("Blue");
    let (red, red_inbox) = day.table("Red");
    let mut changed = scenario();
    changed.title = "Ours \u{1b}[2J\u{202e}".to_owned();
    changed.simulation.seed += 1;
    crate::scenario::edit::nudge(
        &mut changed,
        "passed_on",
        "mostly",
        None,
        0.1,
        &Default::default(),
    )
    .unwrap();
    blue.act(RoomAct::HandIn {
        scenario: Arc::new(changed),
        comment: "see \u{1b}]0;x\u{7} this".to_owned(),
    });
    let handed = trainer.view().tables[0].handed.clone();
    assert_eq!(
        (handed[0].number, handed[0].comment.as_str()),
        (1, "see this")
    );
    assert_eq!(handed[0].changes.len(), 1);
    assert!(red.view().tables[0].handed.is_empty());
    assert_eq!(red.view().tables[0].times_handed, 1);
    let piece = Piece::Handed {
        table: trainer.view().tables[0].id.clone(),
        number: 1,
    };
    trainer.act(RoomAct::Open(piece.clone()));
    let opened = inbox.try_iter().find_map(|msg| match msg {
        Msg::Opened(opened) => Some(opened),
        _ => None,
    });
    let title = opened.unwrap().scenario.title;
    assert!(
        !title.contains('\u{1b}') && !title.contains('\u{202e}'),
        "{title:?}"
    );
    red.act(RoomAct::Open(piece));
    assert!(
        !red_inbox
            .try_iter()
            .any(|msg| matches!(msg, Msg::Opened(_)))
    );
    trainer.act(RoomAct::HandBack {
        table: trainer.view().tables[0].id.clone(),
        number: 1,
        comment: "look at the third branch".to_owned(),
    });
    let back = blue.view().my_table().unwrap().handed[0].answer.clone();
    assert_eq!(back.as_deref(), Some("look at the third branch"));
}

#[test]
fn a_hand_in_that_was_changed_on_disk_is_not_opened() {
    let day = day();
    let (blue, inbox) = day.table("Blue");
    blue.act(RoomAct::HandIn {
        scenario: Arc::new(scenario()),
        comment: String::new(),
    });
    fs::write(day.path().join("handed/blue-1.ron"), "()").unwrap();
    let _ = texts(&inbox);
    blue.act(RoomAct::Open(Piece::Handed {
        table: blue.view().tables[0].id.clone(),
        number: 1,
    }));
    assert_eq!(texts(&inbox).len(), 1);
}

#[test]
fn tables_do_not_lead_and_observers_do_nothing() {
    let day = day();
    let (blue, inbox) = day.table("Blue");
    let (observer, seen) = day.enter(Role::Observer, "", None).unwrap();
    let before = day.host.head();
    blue.act(RoomAct::Lock(true));
    blue.act(RoomAct::OpenRound(likely()));
    observer.act(RoomAct::Park("idea".to_owned()));
    assert_eq!((texts(&inbox).len(), texts(&seen).len()), (2, 1));
    assert_eq!(day.host.head(), before);
}

#[test]
fn a_killed_server_finds_the_room_as_it_was() {
    let day = day();
    let (trainer, _t) = day.trainer();
    let (blue, _b) = day.table("Blue");
    trainer.act(RoomAct::Announce("Welcome".to_owned()));
    trainer.act(RoomAct::OpenRound(likely()));
    blue.act(answer(1, 1, "", 0.2));
    blue.act(RoomAct::HandIn {
        scenario: Arc::new(scenario()),
        comment: String::new(),
    });
    let code = blue.view().my_table().unwrap().code.clone();
    let room = day.host.room();
    // Killed: nobody says good-bye, and the last line is not whole.
    std::mem::forget((trainer, blue));
    let mut bytes = fs::read(day.path().join("record.log")).unwrap();
    bytes.extend_from_slice(b"0123 {\"n\":");
    fs::write(day.path().join("record.log"), bytes).unwrap();
    let day = day.again();
    assert_eq!(day.host.room(), room);
    let (blue, _b) = day.enter(Role::Table, "Blue", code).unwrap();
    let mine = &blue.view().rounds[0].mine[0];
    assert_eq!(
        mine.answer,
        Some(says(0.2)),
        "the table still knows its own answer"
    );
    blue.act(answer(1, 1, "", 0.3));
    assert_eq!(blue.view().rounds[0].answered, 1);
}

#[test]
fn a_hand_in_whose_line_was_not_written_is_found_again() {
    let day = day();
    let (blue, _b) = day.table("Blue");
    blue.act(RoomAct::HandIn {
        scenario: Arc::new(scenario()),
        comment: String::new(),
    });
    drop(blue);
    let path = day.path().join("record.log");
    let text = fs::read_to_string(&path).unwrap();
    let kept: Vec<&str> = text
        .lines()
        .take_while(|line| !line.contains("handed_in"))
        .collect();
    fs::write(&path, format!("{}\n", kept.join("\n"))).unwrap();
    let day = day.again();
    let room = day.host.room();
    let handed = &room.tables[0].handed;
    assert_eq!((handed.len(), handed[0].what.number), (1, 1));
}

#[test]
fn every_beginning_of_a_record_is_a_room_that_goes_on() {
    let day = day();
    let (trainer, _t) = day.trainer();
    let (blue, _b) = day.table("Blue");
    trainer.act(RoomAct::OpenRound(likely()));
    blue.act(answer(1, 1, "", 0.2));
    trainer.act(RoomAct::CloseStage);
    trainer.act(RoomAct::Announce("Break".to_owned()));
    drop((trainer, blue));
    let path = day.path().join("record.log");
    let text = fs::read_to_string(&path).unwrap();
    let folder = day.path();
    let Day {
        folder: _keep,
        codes: _codes,
        host,
    } = day;
    drop(host);
    for lines in 1..=text.lines().count() {
        let part: Vec<&str> = text.lines().take(lines).collect();
        fs::write(&path, format!("{}\n", part.join("\n"))).unwrap();
        let host = Host::open(&folder, clock()).unwrap();
        assert_eq!(host.room().entries, lines as u64);
        drop(host);
        assert_eq!(read_file(&path).unwrap().broken, None);
    }
}

#[test]
fn the_trainers_screen_is_shown_without_what_only_the_trainer_may_see() {
    let day = day();
    let (trainer, _t) = day.trainer();
    let (blue, inbox) = day.table("Blue");
    trainer.act(RoomAct::Lead(true));
    assert_eq!(blue.view().follow, Follow::Following);
    let app = shown_app(&trainer);
    trainer.show(&app);
    let last = inbox.try_iter().filter_map(|msg| match msg {
        Msg::Mirror(shown) => Some(shown),
        _ => None,
    });
    let shown = last.last().unwrap().unwrap();
    assert!(shown.room.as_ref().unwrap().tables[0].code.is_none());
    blue.act(RoomAct::Follow(false));
    trainer.show(&app);
    let mirrors: Vec<bool> = inbox
        .try_iter()
        .filter_map(|msg| match msg {
            Msg::Mirror(shown) => Some(shown.is_some()),
            _ => None,
        })
        .collect();
    assert_eq!(mirrors, [false], "who let go sees no more");
    drop(trainer);
    assert!(
        !day.host.room().leading,
        "a trainer who is gone shows nothing"
    );
}

#[test]
fn programs_that_share_a_folder_see_each_other_and_one_sits_at_a_table() {
    let day = day();
    let path = day.path();
    let one = Host::join(&path, clock()).unwrap();
    let other = Host::join(&path, clock()).unwrap();
    let wish = |name: &str| SeatWish {
        role: Role::Table,
        table: name.to_owned(),
        proof: Proof::Folder,
    };
    let (out, _inbox) = channel();
    let blue = one
        .enter(one.seat(&wish("Blue")).unwrap(), out.clone())
        .unwrap();
    let red = other
        .enter(other.seat(&wish("Red")).unwrap(), out.clone())
        .unwrap();
    let taken = other.enter(other.seat(&wish("Blue")).unwrap(), out);
    assert!(matches!(taken, Err(Refused::Taken)));
    red.act(RoomAct::Park("idea".to_owned()));
    one.look();
    assert_eq!(blue.view().parked.len(), 1);
    assert!(matches!(
        day.host.seat(&SeatWish {
            proof: Proof::Folder,
            ..wish("Green")
        }),
        Err(Refused::Code)
    ));
}

#[cfg(unix)]
#[test]
fn a_record_that_cannot_be_written_is_told_and_the_room_goes_on() {
    let day = day();
    let (trainer, inbox) = day.trainer();
    let before = day.host.head();
    {
        let mut inner = day.host.lock();
        inner.is_in_trouble(&RecordFault::DiskFull("record.log".into()));
    }
    assert_eq!(trainer.view().trouble, Some(Trouble::DiskFull));
    let said =
        crate::words::workshop::refused(&ActRefusal::Unkept(RecordFault::DiskFull("x".into())));
    assert!(!said.is_empty());
    trainer.act(RoomAct::Announce("There is room again".to_owned()));
    assert_eq!(trainer.view().trouble, None);
    assert_ne!(day.host.head(), before);
    let _ = texts(&inbox);
}

fn shown_app(trainer: &Member) -> App {
    let look = crate::look::Look::PLAINEST;
    let mut app = App::new(look, (80, 24), "2026-11-22".to_owned());
    app.room = Some(trainer.view());
    app
}
