//! A workshop with a server, and clients for it.

use std::ffi::OsString;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use foretree::workshop::server::{HostKey, House, Limits, News, Server, Stop};

use crate::plain::Plain;
use crate::terminal::{Start, Terminal};

pub const CODE: &str = "right code";
/// What the first screen shows once it knows what there is.
pub const READY: &str = "Malawi: a mast";

/// A workshop whose server runs in this process. Dropping it ends the server.
pub struct Stage {
    pub folder: tempfile::TempDir,
    pub address: SocketAddr,
    pub news: Arc<Mutex<Vec<News>>>,
    pub stop: Stop,
    thread: Option<JoinHandle<()>>,
}

impl Stage {
    pub fn new() -> Self {
        Self::with(Limits::default())
    }

    pub fn with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = Plain::new(folder.path(), CODE, Vec::new());
        Self::of(folder, Arc::new(house), limits)
    }

    pub fn of(folder: tempfile::TempDir, house: Arc<dyn House>, limits: Limits) -> Self {
        let (news, stop) = (Arc::new(Mutex::new(Vec::new())), Stop::default());
        let heard = Arc::clone(&news);
        let log = Arc::new(move |one| heard.lock().unwrap().push(one));
        let key = HostKey::of(&folder.path().join("keys")).unwrap();
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let server = Server::open(any, &key, house, limits, log).unwrap();
        let address = server.address().unwrap();
        let ended = stop.clone();
        let thread = std::thread::spawn(move || server.run(&ended).unwrap());
        Self {
            folder,
            address,
            news,
            stop,
            thread: Some(thread),
        }
    }

    /// Ends the server and waits until it has ended.
    pub fn end(&mut self) {
        self.stop.now();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    /// The folder of a table.
    pub fn table(&self, name: &str) -> PathBuf {
        self.folder.path().join("tables").join(name)
    }

    pub fn count(&self, which: impl Fn(&News) -> bool) -> usize {
        self.news
            .lock()
            .unwrap()
            .iter()
            .filter(|news| which(news))
            .count()
    }

    /// What to start as OpenSSH's client of this server.
    pub fn ssh(&self, user: &str, more: &[&str]) -> Start {
        ssh(
            self.folder.path(),
            self.address.ip(),
            self.address.port(),
            user,
            more,
        )
    }

    /// A client of a table in the workbench.
    pub fn enter(&self, user: &str) -> Terminal {
        enter(self.ssh(user, &[]))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.stop.now();
    }
}

/// OpenSSH's client; `more` are options, and after `--` a command.
pub fn ssh(folder: &Path, host: IpAddr, port: u16, user: &str, more: &[&str]) -> Start {
    let known = folder.join("known_hosts");
    let (options, command) = match more.iter().position(|word| *word == "--") {
        Some(at) => (&more[..at], &more[at + 1..]),
        None => (more, &[][..]),
    };
    let mut words: Vec<OsString> = Vec::new();
    let mut option = |text: String| words.extend(["-o".into(), text.into()]);
    option(format!("UserKnownHostsFile={}", known.display()));
    for text in [
        "StrictHostKeyChecking=accept-new",
        "PreferredAuthentications=publickey,keyboard-interactive",
        "NumberOfPasswordPrompts=1",
        "IdentitiesOnly=yes",
        "IdentityAgent=none",
        "LogLevel=ERROR",
    ] {
        option(text.to_owned());
    }
    words.extend(["-F", "/dev/null", "-p", &port.to_string()].map(OsString::from));
    words.extend(options.iter().map(OsString::from));
    words.extend(["-l".into(), user.into(), host.to_string().into()]);
    words.extend(command.iter().map(OsString::from));
    // Nothing of the home of whoever runs the tests.
    Start::program("ssh")
        .arguments(words)
        .variable("HOME", folder)
}

/// Types the code and waits for the workbench.
#[track_caller]
pub fn enter(client: Start) -> Terminal {
    let terminal = client.open();
    terminal.wait_for("Code of the workshop:");
    terminal.press(&format!("{CODE}\r"));
    terminal.wait_for(READY);
    terminal
}
