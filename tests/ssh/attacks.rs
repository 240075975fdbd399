//! Clients that mean no good: the others notice nothing.

use std::io::Read;
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use foretree::app::{App, Msg, Screen};
use foretree::files::Homes;
use foretree::workshop::RoomAct;
use foretree::workshop::server::{Caller, Guest, House, Knock, Limits, News, Seat};

use crate::plain::Plain;
use crate::stage::{CODE, Stage};
use crate::wire::{Wire, connect, now, type_code};

const TERMINAL: (u32, u32) = (80, 24);

#[test]
fn thousands_of_attempts_are_not_looked_at_and_the_right_code_still_opens() {
    let limits = Limits {
        burst: 20,
        burst_per_address: 10,
        ..Limits::default()
    };
    let stage = Stage::with(limits);
    let address = stage.address;
    let guess = |number: usize| async move {
        let Ok(mut session) = connect(address).await else {
            return 0;
        };
        let mut guesses = 0;
        for attempt in 0..10 {
            let code = format!("{number}-{attempt}");
            match type_code(&mut session, "blue", &code).await {
                Ok(right) => assert!(!right),
                // So many on one connection are enough.
                Err(_) => break,
            }
            guesses += 1;
        }
        guesses
    };
    let guesses: usize = now(async {
        let all: Vec<_> = (0..40).map(|number| tokio::spawn(guess(number))).collect();
        let mut guesses = 0;
        for one in all {
            guesses += one.await.unwrap();
        }
        guesses
    });
    assert!((100..=40 * 5).contains(&guesses), "{guesses}");
    // Ten, and one more every two seconds; the news of them are fewer still.
    let looked_at = stage.count(|news| matches!(news, News::Wrong { .. }));
    assert!(looked_at <= 10 + 30, "{looked_at}");
    let opened = now(async {
        for _ in 0..20 {
            let mut session = connect(address).await.unwrap();
            if type_code(&mut session, "blue", CODE).await.unwrap_or(false) {
                return true;
            }
        }
        false
    });
    assert!(opened);
}

#[test]
fn connections_that_say_nothing_keep_nobody_out_and_are_dropped() {
    let limits = Limits {
        grace: Duration::from_secs(3),
        strangers: 40,
        strangers_per_address: 20,
        ..Limits::default()
    };
    let stage = Stage::with(limits);
    let mut silent: Vec<TcpStream> = (0..200)
        .map(|_| TcpStream::connect(stage.address).unwrap())
        .collect();
    std::thread::sleep(Duration::from_secs(4));
    let began = Instant::now();
    for one in &mut silent {
        one.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut rest = Vec::new();
        // Sooner or later there is nothing more to read.
        let _ = one.read_to_end(&mut rest);
    }
    assert!(began.elapsed() < Duration::from_secs(10));
    now(async {
        Wire::open(stage.address, "blue", CODE, TERMINAL)
            .await
            .shows("Malawi: a mast")
            .await
    });
}

#[test]
fn floods_of_input_hold_up_only_whoever_sends_them() {
    let stage = Stage::new();
    now(async {
        let flood = Wire::open(stage.address, "red", CODE, TERMINAL).await;
        flood.shows("Malawi: a mast").await;
        let channel = Arc::clone(&flood.channel);
        let pouring = tokio::spawn(async move {
            let garbage: Vec<u8> = (0..4_000_u32)
                .map(|n| (n.wrapping_mul(31) >> 3) as u8)
                .collect();
            for piece in 0..500 {
                let start: &[u8] = if piece == 0 { b"\x1b[200~" } else { b"\x1b]" };
                let bytes = [start, &garbage].concat();
                if channel.data_bytes(bytes).await.is_err() {
                    break;
                }
            }
        });
        let blue = Wire::open(stage.address, "blue", CODE, TERMINAL).await;
        blue.shows("Malawi: a mast").await;
        let began = Instant::now();
        blue.press("?").await;
        blue.shows("Esc").await;
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "{:?}",
            began.elapsed()
        );
        pouring.abort();
    });
}

#[test]
fn a_giant_window_is_drawn_as_far_as_anybody_can_see() {
    let stage = Stage::new();
    now(async {
        let wall = Wire::open(stage.address, "blue", CODE, (10_000, 10_000)).await;
        wall.shows("Malawi: a mast").await;
        let before = wall.look(|screen| screen.bytes);
        assert!(before < 400_000, "{before}");
        for size in [u32::MAX, 0, 1, 70_000] {
            wall.channel.window_change(size, size, 0, 0).await.unwrap();
        }
        wall.channel.window_change(80, 24, 0, 0).await.unwrap();
        wall.press("?").await;
        wall.shows("Esc").await;
    });
}

#[test]
fn no_name_reaches_a_terminal_or_the_disk_as_it_was_typed() {
    let stage = Stage::new();
    for name in [
        "\u{1b}]0;x\u{7}blue",
        "../../etc",
        "a/b",
        "\u{202e}eulb",
        "..",
        "x\ny",
    ] {
        now(async {
            let mut session = connect(stage.address).await.unwrap();
            if type_code(&mut session, name, CODE).await.unwrap_or(false) {
                drop(session);
                let client = Wire::open(stage.address, name, CODE, TERMINAL).await;
                client.shows("Malawi: a mast").await;
            }
        });
    }
    let tables = std::fs::read_dir(stage.folder.path().join("tables")).unwrap();
    for table in tables {
        let name = table.unwrap().file_name().into_string().unwrap();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(name.chars().all(plain), "{name:?}");
    }
    assert!(!stage.folder.path().join("etc").exists());
}

#[test]
fn a_client_too_many_is_told_so() {
    let limits = Limits {
        clients: 1,
        ..Limits::default()
    };
    let stage = Stage::with(limits);
    let _blue = stage.enter("blue");
    let mut red = stage.ssh("red", &[]).open();
    red.wait_for("Code of the workshop:");
    red.press(&format!("{CODE}\r"));
    assert_eq!(red.end().exit_code(), 1);
    assert!(red.text().contains("full"), "{}", red.text());
}

#[test]
fn a_client_that_stops_reading_holds_up_nobody() {
    let stage = Stage::new();
    let red = stage.enter("red");
    red.signal(rustix::process::Signal::STOP);
    red.press(&"?\x1b".repeat(200));
    now(async {
        let blue = Wire::open(stage.address, "blue", CODE, TERMINAL).await;
        blue.shows("Malawi: a mast").await;
        blue.press("?").await;
        blue.shows("Esc").await;
    });
    red.signal(rustix::process::Signal::CONT);
}

/// A workshop in which looking at anything but the Library is fatal.
struct Fragile(Plain);

impl House for Fragile {
    fn knock(&self, caller: &Caller) -> Knock {
        match self.0.knock(caller) {
            Knock::In(seat) => Knock::In(Arc::new(FragileSeat(seat))),
            other => other,
        }
    }

    fn knows_key(&self, fingerprint: &str) -> bool {
        self.0.knows_key(fingerprint)
    }
}

struct FragileSeat(Arc<dyn Seat>);

impl Seat for FragileSeat {
    fn name(&self) -> String {
        self.0.name()
    }

    fn homes(&self) -> Option<Homes> {
        self.0.homes()
    }

    fn sit(&self, out: std::sync::mpsc::Sender<Msg>) -> Result<Box<dyn Guest>, String> {
        Ok(Box::new(FragileGuest(self.0.sit(out)?)))
    }
}

struct FragileGuest(Box<dyn Guest>);

impl Guest for FragileGuest {
    fn homes(&self) -> Homes {
        self.0.homes()
    }

    fn act(&mut self, act: RoomAct) {
        self.0.act(act);
    }

    fn shown(&mut self, app: &App) {
        assert!(app.screen == Screen::Library, "of this test");
    }
}

#[test]
fn the_panic_of_one_client_is_told_to_it_and_harms_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let house = Fragile(Plain::new(folder.path(), CODE, Vec::new()));
    let stage = Stage::of(folder, Arc::new(house), Limits::default());
    let blue = stage.enter("blue");
    let mut red = stage.enter("red");
    red.press("0");
    assert_eq!(red.end().exit_code(), 1);
    red.assert_given_back();
    assert!(
        red.text().contains("The program failed here"),
        "{}",
        red.text()
    );
    assert_eq!(stage.count(|news| matches!(news, News::Panicked { .. })), 1);
    blue.press("?");
    blue.wait_for("Esc");
    stage.enter("red");
}
