//! Listens, watches over connections, and ends everything in order.

use std::net::{IpAddr, SocketAddr, TcpListener as Listener, TcpStream as Socket};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};
use std::time::Duration;

use russh::server::{Config, run_stream};
use russh::{Limits as Rekey, MethodKind, MethodSet, Preferred};
use thiserror::Error;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::door::{Cut, Hall};
use super::handler::Client;
use super::house::House;
use super::key::HostKey;
use super::limits::Limits;
use super::log::{Log, News};
use super::watched::Line;
use crate::tell;
use crate::term::colour;

/// How long people may take to go when the server ends.
const PARTING: Duration = Duration::from_secs(6);

/// Why there is no server.
#[derive(Debug, Error)]
pub enum ServeFault {
    /// The address and port cannot be had.
    #[error("{0}: {1}")]
    Address(SocketAddr, String),
    /// The system refuses.
    #[error(transparent)]
    System(#[from] std::io::Error),
}

/// A server that listens.
pub struct Server {
    listener: Listener,
    hall: Arc<Hall>,
    config: Arc<Config>,
}

/// Ends a server from any thread.
#[derive(Clone, Debug)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Stop {
    /// Ends it: nobody new is let in, everybody is told, and their work is kept.
    pub fn now(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Listens at an address; port 0 takes any.
    ///
    /// # Errors
    /// If the address cannot be had.
    pub fn open(
        address: SocketAddr,
        key: &HostKey,
        house: Arc<dyn House>,
        limits: Limits,
        log: Log,
    ) -> Result<Self, ServeFault> {
        let refused = |error: std::io::Error| ServeFault::Address(address, error.to_string());
        let listener = Listener::bind(address).map_err(refused)?;
        listener.set_nonblocking(true)?;
        let config = Arc::new(config(key, &limits));
        let hall = Hall::new(house, limits, log);
        Ok(Self {
            listener,
            hall,
            config,
        })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until it is stopped.
    ///
    /// # Errors
    /// If the system gives no network.
    pub fn run(self, stop: &Stop) -> Result<(), ServeFault> {
        colour::ours();
        let mut builder = tokio::runtime::Builder::new_current_thread();
        let network = builder.enable_all().build()?;
        let mut stopped = stop.0.subscribe();
        network.block_on(async {
            let listener = TcpListener::from_std(self.listener)?;
            let (hall, config) = (Arc::clone(&self.hall), self.config);
            let taking = tokio::spawn(async move { accept(&listener, &hall, &config).await });
            // Nobody who could stop it is left: that, too, is the end.
            let _ = stopped.wait_for(|stop| *stop).await;
            taking.abort();
            let _ = timeout(PARTING, everybody_gone(&self.hall)).await;
            // The last words are on their way.
            sleep(Duration::from_millis(200)).await;
            Ok::<_, ServeFault>(())
        })?;
        network.shutdown_timeout(Duration::from_secs(1));
        Ok(())
    }
}

fn config(key: &HostKey, limits: &Limits) -> Config {
    let methods = [MethodKind::PublicKey, MethodKind::KeyboardInteractive];
    Config {
        methods: MethodSet::from(&methods[..]),
        keys: vec![key.private()],
        auth_rejection_time: Duration::from_secs(1),
        auth_rejection_time_initial: Some(Duration::ZERO),
        max_auth_attempts: limits.attempts,
        inactivity_timeout: None,
        keepalive_interval: Some(Duration::from_secs(60)),
        keepalive_max: 3,
        nodelay: true,
        // What a client sends before it is read stays small.
        window_size: 1 << 16,
        maximum_packet_size: 1 << 13,
        channel_buffer_size: 16,
        limits: Rekey::default(),
        preferred: Preferred::default(),
        ..Config::default()
    }
}

async fn accept(listener: &TcpListener, hall: &Arc<Hall>, config: &Arc<Config>) {
    loop {
        match listener.accept().await {
            Ok((socket, peer)) => greet(socket, peer.ip(), hall, config),
            // Too many files are open, for example: others will close theirs.
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
    }
}

/// A new connection; one too many is closed at once.
fn greet(socket: TcpStream, address: IpAddr, hall: &Arc<Hall>, config: &Arc<Config>) {
    let Some(stranger) = hall.stranger(address) else {
        return hall.log_noise(News::Crowded(address));
    };
    let Ok((socket, cut)) = held_twice(socket) else {
        return;
    };
    let line = Line::new(Cut::of(cut), address);
    let client = Client::new(Arc::clone(hall), Arc::clone(&line), stranger);
    tokio::spawn(watch_over(Arc::downgrade(&line), Arc::clone(hall)));
    let config = Arc::clone(config);
    tokio::spawn(async move {
        if let Ok(running) = run_stream(config, socket, client).await {
            // How it ended is no news: people go in many ways.
            let _ = running.await;
        }
        line.cut.now();
    });
}

fn held_twice(socket: TcpStream) -> std::io::Result<(TcpStream, Socket)> {
    let socket = socket.into_std()?;
    socket.set_nodelay(true)?;
    let cut = socket.try_clone()?;
    Ok((TcpStream::from_std(socket)?, cut))
}

/// Ends a connection that shows nothing, begins nothing, is idle or lasts too long.
async fn watch_over(line: Weak<Line>, hall: Arc<Hall>) {
    let limits = &hall.limits;
    sleep(limits.grace).await;
    let idle_words = || tell!("serve-idle");
    let pause = (limits.idle.min(limits.total) / 4).clamp(SHORTEST, LONGEST);
    loop {
        let Some(line) = line.upgrade() else { return };
        let busy = line.busy.load(Ordering::SeqCst);
        if !line.known.load(Ordering::SeqCst) {
            hall.log_noise(News::Silent(line.address));
            return line.cut.now();
        }
        let over = line.lasted() > limits.total;
        if !busy || over || line.idle() > limits.idle {
            let words = if over {
                tell!("serve-over")
            } else {
                idle_words()
            };
            line.part(&words);
            sleep(PARTING).await;
            return line.cut.now();
        }
        drop(line);
        sleep(pause).await;
    }
}

/// How often a connection is looked at.
const SHORTEST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(30);

async fn everybody_gone(hall: &Hall) {
    hall.send_home(&tell!("serve-closed"));
    while hall.sitters() > 0 {
        sleep(Duration::from_millis(20)).await;
    }
}
