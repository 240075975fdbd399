//! A workshop under load, on this machine only: `cargo bench --features workshop --bench workshop`.
//!
//! Prints what issue 5 promises, measured: 30 clients at 80 by 24, ten of them simulating; a slow line;
//! how fast somebody is in; what an idle client costs. Takes about two minutes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot go on should stop"
)]
#![allow(dead_code, reason = "the client is shared with the tests")]

#[path = "../tests/ssh/wire.rs"]
mod wire;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use foretree::files::Clock;
use foretree::workshop::setup::{NewWorkshop, make};
use tokio::time::sleep;
use wire::{Wire, now};

const CLIENTS: usize = 30;
const SIMULATING: usize = 10;
const SIZE: (u32, u32) = (80, 24);

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path());
    now(async {
        first_frames(&server).await;
        let clients = idle(&server).await;
        simulating(&server, &clients).await;
        slow_line(&server).await;
        small_run(&server).await;
    });
}

/// How fast somebody is in: from the first packet to the Workshop on the screen.
async fn first_frames(server: &Server) {
    let mut took = Vec::new();
    for number in 0..20 {
        let began = Instant::now();
        let client = server
            .enter(&format!("first-{number}"), server.address)
            .await;
        client.shows("F3").await;
        took.push(began.elapsed());
        client.press("q").await;
        client.is(|screen| screen.ended).await;
    }
    told("connect to first frame", took, "median under 150 ms");
}

/// What clients cost that do nothing.
async fn idle(server: &Server) -> Vec<Wire> {
    sleep(Duration::from_secs(2)).await;
    let (memory, mut clients) = (server.memory(), Vec::new());
    for number in 0..CLIENTS {
        let client = server
            .enter(&format!("table-{number}"), server.address)
            .await;
        client.shows_library().await;
        clients.push(client);
    }
    sleep(Duration::from_secs(3)).await;
    let each = (server.memory() - memory) / CLIENTS as f64;
    println!("memory per idle client: {each:.2} MiB (promised: under 8)");
    let bytes = || {
        clients
            .iter()
            .map(|client| client.look(|screen| screen.bytes))
            .sum::<usize>()
    };
    let (before, busy) = (bytes(), server.processor());
    sleep(Duration::from_secs(10)).await;
    println!(
        "to {CLIENTS} idle clients in 10 s: {} bytes (promised: 0), {:.2} s of processor time",
        bytes() - before,
        server.processor() - busy
    );
    clients
}

/// Keys of all while some simulate.
async fn simulating(server: &Server, clients: &[Wire]) {
    for client in &clients[..SIMULATING] {
        open_first(client).await;
    }
    sleep(Duration::from_secs(2)).await;
    let busy = server.processor();
    let began = Instant::now();
    let mut took = Vec::new();
    for round in 0..10 {
        for client in clients {
            took.push(key(client, if round % 2 == 0 { "?" } else { "\x1b" }).await);
            sleep(Duration::from_millis(20)).await;
        }
    }
    let share = (server.processor() - busy) / began.elapsed().as_secs_f64();
    let running = clients[..SIMULATING]
        .iter()
        .filter(|client| runs(client))
        .count();
    told(
        "key to screen, ten of thirty simulating",
        took,
        "95 % under 50 ms",
    );
    println!("  meanwhile {running} still simulated; {share:.2} processors were busy");
    println!("  memory of the server: {:.0} MiB", server.memory());
}

/// A line of 8 kB a second, 200 ms there and back, during a run.
async fn slow_line(server: &Server) {
    let client = server.enter("far", slowly(server.address)).await;
    client.shows_library().await;
    open_first(&client).await;
    sleep(Duration::from_secs(3)).await;
    let mut took = Vec::new();
    for round in 0..20_u64 {
        took.push(key(&client, if round % 2 == 0 { "j" } else { "k" }).await);
        sleep(Duration::from_millis(700 + 70 * (round % 7))).await;
    }
    let running = runs(&client);
    told(
        "key to screen, 8 kB/s and 200 ms, during a run",
        took,
        "median under 350 ms",
    );
    println!("  the run goes on: {running}");
}

/// A small run of one while ten others have a million draws each.
async fn small_run(server: &Server) {
    let client = server.enter("small", server.address).await;
    client.shows_library().await;
    let began = Instant::now();
    client.press("G\r").await;
    let all = |screen: &wire::Screen| screen.parser.screen().contents().contains("10 000 draws");
    let done = client.is(all).await;
    println!(
        "a small run beside ten large ones: {:.2} s (done: {done})",
        began.elapsed().as_secs_f64()
    );
}

/// Opens the first scenario of the Library, which has a million draws.
async fn open_first(client: &Wire) {
    client.press("\r").await;
    let opened = |screen: &wire::Screen| !screen.parser.screen().contents().contains("Library  ");
    assert!(client.is(opened).await);
}

fn runs(client: &Wire) -> bool {
    client.look(|screen| screen.parser.screen().contents().contains("running,"))
}

/// From a key to the screen that it changes.
async fn key(client: &Wire, keys: &str) -> Duration {
    let before = client.look(|screen| screen.parser.screen().contents());
    let pressed = Instant::now();
    client.press(keys).await;
    let changed = client
        .is(|screen| screen.parser.screen().contents() != before)
        .await;
    assert!(changed, "a key changes the screen");
    pressed.elapsed()
}

fn told(what: &str, mut took: Vec<Duration>, promised: &str) {
    took.sort();
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let (half, most, all) = (at(0.5), at(0.95), at(1.0));
    let count = took.len();
    println!(
        "{what}: median {half:.1} ms, 95 % {most:.1} ms, longest {all:.1} ms of {count} (promised: {promised})"
    );
}

/// The program as a server.
struct Server {
    child: Child,
    address: SocketAddr,
    code: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let large = folder.join("large.ron");
        let text = include_str!("../scenarios/malawi-mast-or-phone.ron");
        std::fs::write(&large, text.replacen("draws: 10000,", "draws: 1000000,", 1)).unwrap();
        let folder = folder.join("load");
        let wish = NewWorkshop {
            folder: folder.clone(),
            title: "Load".to_owned(),
            scenarios: vec![large],
            shared: false,
        };
        let code = make(&wish, Clock::System).unwrap().join.to_string();
        let mut child = Command::new(env!("CARGO_BIN_EXE_foretree"))
            .args(["serve", "--port", "0", "--clients", "100"])
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
        let port: u16 = after("ssh -p ").split(' ').next().unwrap().parse().unwrap();
        thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            address: ([127, 0, 0, 1], port).into(),
            code,
        }
    }

    async fn enter(&self, user: &str, address: SocketAddr) -> Wire {
        Wire::open(address, user, &self.code, SIZE).await
    }

    /// Memory that the server really uses, in MiB.
    fn memory(&self) -> f64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number.map_or(f64::NAN, |number| number.parse::<f64>().unwrap() / 1024.0)
    }

    /// Processor time so far, in seconds.
    fn processor(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()));
        let stat = stat.unwrap_or_default();
        let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
        let field = |number: usize| {
            let text = after.split_whitespace().nth(number - 3);
            text.map_or(f64::NAN, |text| text.parse().unwrap())
        };
        (field(14) + field(15)) / 100.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address of a slow line to a server: 8 kB a second towards the client, 100 ms each way.
fn slowly(server: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for near in listener.incoming().flatten() {
            let far = TcpStream::connect(server).unwrap();
            let (near_too, far_too) = (near.try_clone().unwrap(), far.try_clone().unwrap());
            carry(near, far, None);
            carry(far_too, near_too, Some(8_000.0));
        }
    });
    address
}

fn carry(mut from: TcpStream, mut to: TcpStream, rate: Option<f64>) {
    from.set_nodelay(true).unwrap();
    to.set_nodelay(true).unwrap();
    let (sender, queue) = channel::<(Instant, Vec<u8>)>();
    thread::spawn(move || {
        let mut buffer = [0; 1024];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            if sender
                .send((Instant::now(), buffer[..count].to_vec()))
                .is_err()
            {
                break;
            }
        }
    });
    thread::spawn(move || {
        let mut free = Instant::now();
        for (sent, bytes) in queue {
            for piece in bytes.chunks(128) {
                free = free.max(sent);
                if let Some(rate) = rate {
                    free += Duration::from_secs_f64(piece.len() as f64 / rate);
                }
                let arrives = free + Duration::from_millis(100);
                thread::sleep(arrives.saturating_duration_since(Instant::now()));
                if to.write_all(piece).is_err() {
                    return;
                }
            }
        }
    });
}
