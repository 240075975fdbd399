//! One connection: what the protocol asks, and our answer. Everything that is not named here is
//! refused: forwarding, agents, subsystems such as sftp, and whatever else there may be.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use russh::keys::HashAlg;
use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg as Wire, PublicKeyOffer, Response, Session,
    VerifiedPublicKey,
};
use russh::{Channel, ChannelId, MethodKind, MethodSet, Pty, Sig};

use super::caps::{Caps, Window};
use super::command::Order;
use super::door::{Counted, Farewell, Hall};
use super::house::{Caller, Knock, Prompt, Seat};
use super::input::Input;
use super::limits::Bucket;
use super::line::{self, Parcel, Post};
use super::log::News;
use super::session::{Sitting, run};
use super::watched::Line;
use crate::app::Msg;
use crate::tell;

/// Letters of an answer at the door.
const LONGEST_ANSWER: usize = 128;
/// Letters of the name before the `@`.
const LONGEST_USER: usize = 64;
/// Questions at the door before a caller is sent away.
const MOST_QUESTIONS: usize = 4;
/// A key that came in pieces is complete after so long: Escape alone waits for it, and must not be
/// felt.
const SETTLES: Duration = Duration::from_millis(25);

/// One connection.
pub(super) struct Client {
    hall: Arc<Hall>,
    line: Arc<Line>,
    stranger: Option<Counted>,
    inside: Option<Counted>,
    caller: Caller,
    seat: Option<Arc<dyn Seat>>,
    caps: Caps,
    window: Arc<Window>,
    terminal: bool,
    channel: Option<ChannelId>,
    keys: Option<Keys>,
}

/// What carries keys to the workbench.
struct Keys {
    input: Arc<Mutex<Input>>,
    out: Sender<Msg>,
    bucket: Bucket,
    /// Counts what came in, so that a moment's silence can be told.
    came: Arc<AtomicU64>,
}

impl Client {
    pub(super) fn new(hall: Arc<Hall>, line: Arc<Line>, stranger: Counted) -> Self {
        let window = Arc::new(Window::new(hall.limits.window));
        let caller = Caller {
            user: String::new(),
            address: line.address,
            key: None,
            answers: Vec::new(),
        };
        Self {
            hall,
            line,
            stranger: Some(stranger),
            inside: None,
            caller,
            seat: None,
            caps: Caps::default(),
            window,
            terminal: false,
            channel: None,
            keys: None,
        }
    }

    fn called(&mut self, user: &str) {
        self.caller.user = user.chars().take(LONGEST_USER).collect();
    }

    /// Knocks at the door. With something to show, that counts as an attempt.
    async fn knock(&mut self, shows: bool) -> Auth {
        let address = self.line.address;
        if shows && !self.hall.may_try(address) {
            self.hall.log_noise(News::TooMany(address));
            return Auth::reject();
        }
        let asked = self.caller.answers.len() < MOST_QUESTIONS;
        match self.answered().await {
            Knock::In(seat) => {
                self.seat = Some(seat);
                self.right(shows);
                Auth::Accept
            }
            Knock::Ask(prompt) if asked => {
                self.right(shows);
                question(prompt)
            }
            Knock::Ask(_) | Knock::Refused => {
                self.caller.answers.clear();
                if shows {
                    let user = self.caller.user.clone();
                    self.hall.log_noise(News::Wrong { address, user });
                }
                Auth::reject()
            }
        }
    }

    /// Codes are made slow to guess, so they are slow to check: others must not wait for that.
    async fn answered(&self) -> Knock {
        let (hall, caller) = (Arc::clone(&self.hall), self.caller.clone());
        let checked = tokio::task::spawn_blocking(move || hall.house.knock(&caller));
        checked.await.unwrap_or(Knock::Refused)
    }

    fn right(&self, shows: bool) {
        if shows {
            self.hall.was_right(self.line.address);
        }
    }

    /// A way to the client on its channel.
    fn post(&self, channel: ChannelId, session: &Session) -> Post {
        let (cut, patience) = (self.line.cut.clone(), self.hall.limits.stalled);
        line::open(session.handle(), channel, cut, patience)
    }

    /// Says why nothing begins here, and ends.
    fn refuse(&self, channel: ChannelId, session: &Session, words: String) {
        let post = self.post(channel, session);
        let said = Parcel::Complaint((words + "\r\n").into_bytes());
        let _ = post.parcel(said);
        let _ = post.parcel(Parcel::End(1));
    }

    /// What would be in the way of anything that is asked for.
    fn hindrance(&self) -> Option<String> {
        match (&self.inside, &self.seat) {
            (None, _) | (_, None) => {
                self.hall.log(News::Full(self.line.address));
                Some(tell!("serve-full"))
            }
            _ if self.line.busy.load(Ordering::SeqCst) => Some(tell!("serve-one-thing")),
            _ => None,
        }
    }

    fn sit(&mut self, channel: ChannelId, session: &Session) -> Option<String> {
        if !self.terminal {
            return Some(tell!("serve-no-terminal"));
        }
        let hindrance = self.hindrance();
        let (None, Some(seat)) = (&hindrance, self.seat.clone()) else {
            return hindrance;
        };
        let ((out, inbox), farewell) = (std::sync::mpsc::channel(), Farewell::default());
        self.keys = Some(Keys::new(out.clone(), self.hall.limits.keys));
        self.line.busy.store(true, Ordering::SeqCst);
        self.line.key_pressed();
        let mut sits = self
            .line
            .sitting
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *sits = Some((out.clone(), Arc::clone(&farewell)));
        drop(sits);
        let counted = self.hall.sitting(out.clone(), Arc::clone(&farewell));
        self.hall.log(News::Came {
            address: self.line.address,
            name: seat.name(),
        });
        let sitting = Sitting {
            hall: Arc::clone(&self.hall),
            seat,
            caps: self.caps.clone(),
            window: Arc::clone(&self.window),
            post: self.post(channel, session),
            out,
            inbox,
            farewell,
            share: self.hall.gate.share(),
        };
        let builder = std::thread::Builder::new().name("client".to_owned());
        let begun = builder.spawn(move || run(sitting, counted));
        begun.err().map(|error| error.to_string())
    }

    fn order(&mut self, channel: ChannelId, line: &[u8], session: &Session) -> Option<String> {
        let hindrance = self.hindrance();
        let (None, Some(seat)) = (&hindrance, self.seat.clone()) else {
            return hindrance;
        };
        self.line.busy.store(true, Ordering::SeqCst);
        let share = self.hall.gate.share();
        let (clock, time) = (share.clone(), self.hall.limits.command);
        tokio::spawn(async move {
            tokio::time::sleep(time).await;
            clock.stop();
        });
        let order = Order {
            hall: Arc::clone(&self.hall),
            seat,
            line: line.to_vec(),
            post: self.post(channel, session),
            share,
            counted: self.hall.command(),
        };
        order.begin().err().map(|error| error.to_string())
    }

    /// The client is gone, or wants to go.
    fn gone(&mut self) {
        if let Some(keys) = self.keys.take() {
            let _ = keys.out.send(Msg::Terminate);
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.gone();
    }
}

impl Keys {
    fn new(out: Sender<Msg>, a_second: u32) -> Self {
        Self {
            input: Arc::default(),
            out,
            bucket: Bucket::new(4 * a_second, a_second.into(), Instant::now()),
            came: Arc::default(),
        }
    }

    /// Passes on what came in, as fast as a client may press keys; a flood waits here, and with it
    /// whoever sends it.
    async fn take(&mut self, bytes: &[u8]) {
        let mut told = Vec::new();
        let open = {
            let mut input = self.input.lock().unwrap_or_else(PoisonError::into_inner);
            input.take(bytes, |msg| told.push(msg));
            input.is_open()
        };
        let number = self.came.fetch_add(1, Ordering::SeqCst) + 1;
        for msg in told {
            self.pass(msg).await;
        }
        if open {
            self.settle(number);
        }
    }

    async fn pass(&mut self, msg: Msg) {
        let cost = match &msg {
            Msg::Paste(text) => 1.0 + text.len() as f64 / 256.0,
            _ => 1.0,
        };
        while let Some(wait) = self.bucket.take(cost, Instant::now()) {
            tokio::time::sleep(wait).await;
        }
        let _ = self.out.send(msg);
    }

    fn settle(&self, number: u64) {
        let (input, came) = (Arc::clone(&self.input), Arc::clone(&self.came));
        let out = self.out.clone();
        tokio::spawn(async move {
            tokio::time::sleep(SETTLES).await;
            if came.load(Ordering::SeqCst) == number {
                let mut input = input.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(msg) = input.settle() {
                    let _ = out.send(msg);
                }
            }
        });
    }
}

/// A question as the protocol asks it.
fn question(prompt: Prompt) -> Auth {
    Auth::Partial {
        name: Cow::Borrowed(""),
        instructions: Cow::Owned(prompt.words),
        prompts: Cow::Owned(vec![(Cow::Owned(prompt.label), prompt.shown)]),
    }
}

impl Handler for Client {
    type Error = russh::Error;

    async fn auth_none(&mut self, user: &str) -> Result<Auth, Self::Error> {
        self.called(user);
        Ok(Auth::reject())
    }

    async fn auth_publickey_offered(
        &mut self,
        user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        self.called(user);
        let fingerprint = offer.public_key.fingerprint(HashAlg::Sha256).to_string();
        Ok(match self.hall.house.knows_key(&fingerprint) {
            true => Auth::Accept,
            false => Auth::reject(),
        })
    }

    async fn auth_publickey(
        &mut self,
        user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        self.called(user);
        self.caller.answers.clear();
        let fingerprint = key.public_key.fingerprint(HashAlg::Sha256);
        self.caller.key = Some(fingerprint.to_string());
        // Whatever else is asked is asked by keyboard.
        Ok(match self.knock(true).await {
            Auth::Partial { .. } => Auth::Reject {
                proceed_with_methods: Some(MethodSet::from(&[MethodKind::KeyboardInteractive][..])),
                partial_success: true,
            },
            other => other,
        })
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        user: &str,
        _submethods: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        self.called(user);
        let Some(mut response) = response else {
            self.caller.answers.clear();
            return Ok(self.knock(false).await);
        };
        let answer = response.next().unwrap_or_default();
        let answer = String::from_utf8_lossy(&answer);
        let answer: String = answer.trim().chars().take(LONGEST_ANSWER).collect();
        self.caller.answers.push(answer);
        Ok(self.knock(true).await)
    }

    async fn auth_succeeded(&mut self, _: &mut Session) -> Result<(), Self::Error> {
        self.line.known.store(true, Ordering::SeqCst);
        self.line.key_pressed();
        self.stranger = None;
        self.inside = self.hall.inside();
        Ok(())
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Wire>,
        reply: ChannelOpenHandle,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        if self.channel.is_none() {
            self.channel = Some(channel.id());
            reply.accept().await;
        }
        Ok(())
    }

    async fn pty_request(
        &mut self,
        channel: ChannelId,
        term: &str,
        columns: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.caps.set("TERM", term);
        self.window.set(columns, rows);
        self.terminal = true;
        session.channel_success(channel)
    }

    async fn env_request(
        &mut self,
        channel: ChannelId,
        name: &str,
        value: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        match name != "TERM" && self.caps.set(name, value) {
            true => session.channel_success(channel),
            false => session.channel_failure(channel),
        }
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_success(channel)?;
        if let Some(words) = self.sit(channel, session) {
            self.refuse(channel, session, words);
        }
        Ok(())
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        line: &[u8],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_success(channel)?;
        if let Some(words) = self.order(channel, line, session) {
            self.refuse(channel, session, words);
        }
        Ok(())
    }

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(channel)
    }

    async fn x11_request(
        &mut self,
        channel: ChannelId,
        _: bool,
        _: &str,
        _: &str,
        _: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(channel)
    }

    async fn window_change_request(
        &mut self,
        _: ChannelId,
        columns: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        let (columns, rows) = self.window.set(columns, rows);
        if let Some(keys) = &mut self.keys {
            keys.pass(Msg::Resize(columns, rows)).await;
        }
        Ok(())
    }

    async fn data(
        &mut self,
        _: ChannelId,
        bytes: &[u8],
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        if let Some(keys) = &mut self.keys {
            self.line.key_pressed();
            keys.take(bytes).await;
        }
        Ok(())
    }

    async fn signal(&mut self, _: ChannelId, _: Sig, _: &mut Session) -> Result<(), Self::Error> {
        Ok(())
    }

    async fn channel_eof(&mut self, _: ChannelId, _: &mut Session) -> Result<(), Self::Error> {
        self.gone();
        Ok(())
    }

    async fn channel_close(&mut self, _: ChannelId, _: &mut Session) -> Result<(), Self::Error> {
        self.gone();
        Ok(())
    }
}
