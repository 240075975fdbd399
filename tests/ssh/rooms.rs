//! A workshop with its room, entered with real clients.

use std::sync::Arc;

use foretree::files::Clock;
use foretree::workshop::host::Host;
use foretree::workshop::server::{Hosted, Limits};
use foretree::workshop::setup::{NewWorkshop, make};

use crate::stage::Stage;
use crate::terminal::Terminal;

/// What everybody sees first: the screen of the room.
const WORKSHOP: &str = "F3";

struct Room {
    stage: Stage,
    host: Arc<Host>,
    join: String,
    trainer: String,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let wish = NewWorkshop {
            folder: folder.path().to_owned(),
            title: "Spring".to_owned(),
            scenarios: Vec::new(),
            shared: false,
        };
        let codes = make(&wish, Clock::System).unwrap();
        let host = Host::open(folder.path(), Clock::System).unwrap();
        let house = Hosted::new(Arc::clone(&host), Vec::new());
        Self {
            stage: Stage::of(folder, Arc::new(house), Limits::default()),
            host,
            join: codes.join.to_string(),
            trainer: codes.trainer.to_string(),
        }
    }

    fn knock(&self, user: &str, code: &str) -> Terminal {
        let client = self.stage.ssh(user, &[]).open();
        client.wait_for("Code of the");
        client.press(&format!("{code}\r"));
        client
    }

    fn record(&self) -> String {
        std::fs::read_to_string(self.host.folder().record()).unwrap()
    }
}

#[test]
fn tables_trainers_and_observers_come_in_with_their_codes_and_the_record_says_so() {
    let room = Room::new();
    for (user, code) in [
        ("Blue", &room.join),
        ("observer", &room.join),
        ("trainer", &room.trainer),
    ] {
        room.knock(user, code).wait_for(WORKSHOP);
    }
    let record = room.record();
    assert_eq!(record.matches("\"joined\"").count(), 3, "{record}");
    let mut posing = room.knock("trainer", &room.join);
    assert_eq!(posing.end().exit_code(), 255);
}

#[test]
fn coming_back_to_a_table_needs_its_own_code() {
    let room = Room::new();
    room.knock("Blue", &room.join).wait_for(WORKSHOP);
    let mut posing = room.knock("blue", &room.join);
    posing.wait_for("Code of the table:");
    posing.press("wrong\r");
    assert_eq!(posing.end().exit_code(), 255);
    let own = room.host.folder().root().join("tables/blue/code");
    let own = std::fs::read_to_string(own).unwrap();
    let back = room.knock("blue", &room.join);
    back.wait_for("Code of the table:");
    back.press(&format!("{}\r", own.trim()));
    back.wait_for(WORKSHOP);
}
