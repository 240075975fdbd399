//! `foretree serve`: a workshop over SSH.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

#[cfg(not(feature = "workshop"))]
use super::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[arg(value_name = "DIR", default_value = "workshop")]
    pub folder: PathBuf,
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub listen: IpAddr,
    #[arg(long, value_name = "PORT", default_value_t = 2222)]
    pub port: u16,
    #[arg(long, value_name = "N", default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub clients: u16,
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    #[arg(long, value_name = "MINUTES", default_value_t = 120, value_parser = clap::value_parser!(u16).range(1..=1440))]
    pub idle: u16,
}

/// Serves until somebody ends it.
///
/// # Errors
/// A program without the server, a folder, key or port that cannot be had.
#[cfg(not(feature = "workshop"))]
pub(crate) fn serve(_: &Serve) -> Result<(), Failure> {
    Err(Failure::usage(crate::tell!("serve-not-built-in")))
}

#[cfg(feature = "workshop")]
pub(crate) use with_server::serve;

#[cfg(feature = "workshop")]
mod with_server {
    use std::net::{IpAddr, SocketAddr};
    use std::path::Path;
    use std::sync::Arc;
    use std::time::Duration;

    use super::Serve;
    use crate::cli::failure::{Failure, Kind};
    use crate::cli::output;
    use crate::files::Clock;
    use crate::tell;
    use crate::term::signals::{Signal, Signals};
    use crate::words::faults::of_terminal;
    use crate::words::serving::{self, of_key, of_serve};
    use crate::words::workshop::{of_access, of_host};
    use crate::workshop::access::{Key, read_keys};
    use crate::workshop::host::Host;
    use crate::workshop::server::{HostKey, Hosted, Limits, Log, News, ServeFault, Server, Stop};

    /// Serves until somebody ends it.
    ///
    /// # Errors
    /// A folder, key or port that cannot be had.
    pub(crate) fn serve(asked: &Serve) -> Result<(), Failure> {
        let failed = |words: String| Failure::new(Kind::File, words);
        let host = Host::open(&asked.folder, Clock::System);
        let host = host.map_err(|fault| failed(of_host(&fault)))?;
        let key =
            HostKey::of(&asked.folder.join("keys")).map_err(|fault| failed(of_key(&fault)))?;
        let keys = asked.keys.as_deref().map_or(Ok(Vec::new()), more_keys)?;
        let house = Arc::new(Hosted::new(host, keys));
        let refused = |fault: ServeFault| failed(of_serve(&fault));
        let address = SocketAddr::new(asked.listen, asked.port);
        let server = Server::open(address, &key, house, limits(asked), log()).map_err(refused)?;
        let address = server.address().map_err(|error| refused(error.into()))?;
        let stop = Stop::default();
        let ended = stop.clone();
        let signals = Signals::listen(move |signal| {
            if signal != Signal::Suspend && signal != Signal::Continue {
                ended.now();
            }
        });
        let _signals = signals.map_err(|fault| failed(of_terminal(&fault)))?;
        let folder = asked.folder.display().to_string();
        say(&tell!(
            "serve-open",
            folder = folder,
            address = address.to_string(),
            fingerprint = key.fingerprint(),
            command = command(address)
        ))?;
        server.run(&stop).map_err(refused)?;
        say(&tell!("serve-ended"))
    }

    /// The keys of a file, one on a line, with roles and tables as in the workshop's own list.
    fn more_keys(file: &Path) -> Result<Vec<Key>, Failure> {
        let path = || file.display().to_string();
        let told = |reason: String| {
            let words = tell!("serve-key-system", path = path(), reason = reason);
            Failure::new(Kind::File, words)
        };
        let text = std::fs::read_to_string(file).map_err(|error| told(error.to_string()))?;
        read_keys(&text).map_err(|fault| told(of_access(&fault.into())))
    }

    fn limits(asked: &Serve) -> Limits {
        Limits {
            clients: asked.clients.into(),
            idle: Duration::from_secs(60 * u64::from(asked.idle)),
            ..Limits::default()
        }
    }

    /// What participants type.
    fn command(address: SocketAddr) -> String {
        let host = match address.ip() {
            ip if ip.is_unspecified() => own_name(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => ip.to_string(),
        };
        let table = tell!("serve-table");
        match address.port() {
            22 => format!("ssh {table}@{host}"),
            port => format!("ssh -p {port} {table}@{host}"),
        }
    }

    #[cfg(unix)]
    fn own_name() -> String {
        let system = rustix::system::uname();
        system.nodename().to_string_lossy().into_owned()
    }

    #[cfg(not(unix))]
    fn own_name() -> String {
        std::env::var("COMPUTERNAME").unwrap_or_else(|_| "localhost".to_owned())
    }

    fn say(text: &str) -> Result<(), Failure> {
        let written = output::write(&format!("{text}\n"));
        written.map_err(|error| Failure::new(Kind::File, error.to_string()))
    }

    /// Everything that happens at the door, one line each, with the time.
    fn log() -> Log {
        Arc::new(|news: News| {
            let at = Clock::System.minute();
            output::complain(&format!("{at} {}", serving::news(&news)));
        })
    }
}
