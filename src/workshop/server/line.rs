//! What goes to a client: bytes are collected frame by frame and handed to the network, which may
//! be slow. Whoever writes never waits longer than the client is given.

use std::io::{self, ErrorKind, Write};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use russh::ChannelId;
use russh::server::Handle;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::timeout;

use super::door::Cut;

/// Parcels that may wait for the network.
const WAITING: usize = 4;

/// Something for the client.
pub(super) enum Parcel {
    /// Bytes for its screen, or the output of a command.
    Bytes(Vec<u8>),
    /// What a command complains about.
    Complaint(Vec<u8>),
    /// That was all; the exit code.
    End(u32),
}

/// Collects what is written until it is posted. Copies collect in the same place.
#[derive(Clone, Debug, Default)]
pub(super) struct Pen(Arc<Mutex<Vec<u8>>>);

impl Pen {
    fn take(&self) -> Vec<u8> {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut collected = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        collected.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing goes out before it is posted: a frame is one parcel.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where parcels are posted, from a thread that is not the network's.
#[derive(Clone)]
pub(super) struct Post {
    pub(super) pen: Pen,
    parcels: Sender<Parcel>,
    network: tokio::runtime::Handle,
    patience: Duration,
}

impl Post {
    /// Posts what the pen has written.
    pub(super) fn send(&self) -> io::Result<()> {
        match self.pen.take() {
            bytes if bytes.is_empty() => Ok(()),
            bytes => self.parcel(Parcel::Bytes(bytes)),
        }
    }

    /// Posts a parcel.
    pub(super) fn parcel(&self, parcel: Parcel) -> io::Result<()> {
        let parcel = match self.parcels.try_send(parcel) {
            Ok(()) => return Ok(()),
            Err(TrySendError::Full(parcel)) => parcel,
            Err(TrySendError::Closed(_)) => return Err(ErrorKind::BrokenPipe.into()),
        };
        let waiting = async { timeout(self.patience, self.parcels.send(parcel)).await };
        match self.network.block_on(waiting) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(ErrorKind::BrokenPipe.into()),
            Err(_) => Err(ErrorKind::TimedOut.into()),
        }
    }
}

/// A post for a channel, and the task of the network that carries its parcels. A client that takes
/// nothing for as long as `patience` is cut off.
pub(super) fn open(handle: Handle, channel_id: ChannelId, cut: Cut, patience: Duration) -> Post {
    let (parcels, queue) = channel(WAITING);
    let network = tokio::runtime::Handle::current();
    network.spawn(carry(queue, handle, channel_id, cut, patience));
    Post {
        pen: Pen::default(),
        parcels,
        network,
        patience,
    }
}

async fn carry(
    mut queue: Receiver<Parcel>,
    handle: Handle,
    channel: ChannelId,
    cut: Cut,
    patience: Duration,
) {
    while let Some(parcel) = queue.recv().await {
        let carried = match parcel {
            Parcel::Bytes(bytes) => timeout(patience, handle.data(channel, bytes)).await.is_ok(),
            Parcel::Complaint(bytes) => {
                let sent = handle.extended_data(channel, 1, bytes);
                timeout(patience, sent).await.is_ok()
            }
            Parcel::End(code) => {
                let _ = timeout(patience, end(&handle, channel, code)).await;
                break;
            }
        };
        if !carried {
            cut.now();
            break;
        }
    }
    // A client that has heard the end goes by itself.
    queue.close();
    tokio::time::sleep(PARTING).await;
    cut.now();
}

/// How long a client may take to go.
const PARTING: Duration = Duration::from_secs(5);

async fn end(handle: &Handle, channel: ChannelId, code: u32) -> Result<(), ()> {
    handle.exit_status_request(channel, code).await?;
    handle.eof(channel).await?;
    handle.close(channel).await
}
