//! A client that speaks the protocol itself, for what no well-meant client does, and for measuring.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use russh::client::{self, Handle, KeyboardInteractiveAuthResponse as Answer, Msg};
use russh::keys::PublicKeyOrCertificate;
use russh::{Channel, ChannelMsg, ChannelReadHalf, ChannelWriteHalf};
use tokio::sync::Notify;

/// Longer than anything takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Takes any server.
pub struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, russh::Error> {
        Ok(true)
    }
}

/// Runs something on a network of its own.
pub fn now<T>(work: impl Future<Output = T>) -> T {
    let network = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    network.block_on(work)
}

/// A connection that has shown nothing yet.
pub async fn connect(address: SocketAddr) -> Result<Handle<Trusting>, russh::Error> {
    let config = client::Config {
        nodelay: true,
        ..client::Config::default()
    };
    client::connect(Arc::new(config), address, Trusting).await
}

/// Types a code; whether it was right.
pub async fn type_code(
    session: &mut Handle<Trusting>,
    user: &str,
    code: &str,
) -> Result<bool, russh::Error> {
    let asked = session.authenticate_keyboard_interactive_start(user, None::<String>);
    let mut answer = asked.await?;
    if let Answer::InfoRequest { .. } = answer {
        let typed = vec![code.to_owned()];
        answer = session
            .authenticate_keyboard_interactive_respond(typed)
            .await?;
    }
    Ok(matches!(answer, Answer::Success))
}

/// What a client's terminal shows.
pub struct Screen {
    pub parser: vt100::Parser,
    pub bytes: usize,
    pub frames: usize,
    pub ended: bool,
}

/// A client at a workbench. Its terminal tells what it has shown, as terminals do.
pub struct Wire {
    pub session: Handle<Trusting>,
    pub channel: Arc<ChannelWriteHalf<Msg>>,
    pub screen: Arc<Mutex<Screen>>,
    changed: Arc<Notify>,
}

impl Wire {
    /// Comes in with a code and asks for a workbench.
    pub async fn open(address: SocketAddr, user: &str, code: &str, size: (u32, u32)) -> Self {
        let mut session = connect(address).await.unwrap();
        assert!(
            type_code(&mut session, user, code).await.unwrap(),
            "the code is right"
        );
        let channel = session.channel_open_session().await.unwrap();
        let (columns, rows) = size;
        channel.set_env(false, "LANG", "C.UTF-8").await.unwrap();
        let terminal = channel.request_pty(false, "xterm-256color", columns, rows, 0, 0, &[]);
        terminal.await.unwrap();
        channel.request_shell(false).await.unwrap();
        Self::watch(session, channel, size)
    }

    fn watch(
        session: Handle<Trusting>,
        channel: Channel<Msg>,
        (columns, rows): (u32, u32),
    ) -> Self {
        let some = |count: u32| std::num::NonZeroU16::new(count.clamp(1, 500) as u16).unwrap();
        let screen = Screen {
            parser: vt100::Parser::new(some(rows), some(columns), 0),
            bytes: 0,
            frames: 0,
            ended: false,
        };
        let (screen, changed) = (Arc::new(Mutex::new(screen)), Arc::new(Notify::new()));
        let (read, write) = channel.split();
        let channel = Arc::new(write);
        let shown = (Arc::clone(&screen), Arc::clone(&changed));
        tokio::spawn(show(read, Arc::clone(&channel), shown.0, shown.1));
        Self {
            session,
            channel,
            screen,
            changed,
        }
    }

    pub async fn press(&self, keys: &str) {
        let _ = self.channel.data_bytes(keys.as_bytes().to_vec()).await;
    }

    pub fn look<T>(&self, see: impl FnOnce(&Screen) -> T) -> T {
        see(&self.screen.lock().unwrap())
    }

    /// Waits until the screen is as wanted; whether it ever was.
    pub async fn is(&self, wanted: impl Fn(&Screen) -> bool) -> bool {
        let wait = async {
            loop {
                let changed = self.changed.notified();
                if self.look(&wanted) {
                    return;
                }
                changed.await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.is_ok()
    }

    /// Goes from the Workshop, which is what a table sees first, to the Library.
    pub async fn shows_library(&self) {
        self.shows("F3").await;
        self.press("1").await;
        self.shows("Malawi: a mast").await;
    }

    pub async fn shows(&self, text: &str) {
        let found = self
            .is(|screen| screen.parser.screen().contents().contains(text))
            .await;
        let contents = self.look(|screen| screen.parser.screen().contents());
        assert!(found, "waited for {text}; the screen shows:\n{contents}");
    }
}

async fn show(
    mut read: ChannelReadHalf,
    write: Arc<ChannelWriteHalf<Msg>>,
    screen: Arc<Mutex<Screen>>,
    changed: Arc<Notify>,
) {
    while let Some(msg) = read.wait().await {
        if let ChannelMsg::Data { data } = msg {
            let probes = data.windows(4).filter(|bytes| bytes == b"\x1b[6n").count();
            {
                let mut screen = screen.lock().unwrap();
                screen.parser.process(&data);
                screen.bytes += data.len();
                screen.frames += 1;
            }
            changed.notify_waiters();
            for _ in 0..probes {
                let _ = write.data_bytes(&b"\x1b[1;1R"[..]).await;
            }
        }
    }
    screen.lock().unwrap().ended = true;
    changed.notify_waiters();
}
