//! One member's end of the room.

use std::fs::File;
use std::sync::Arc;

use super::Host;
use crate::app::App;
use crate::files::Homes;
use crate::workshop::{Me, Role, RoomAct, RoomView};

/// A member in its seat; leaves when it is dropped.
#[derive(Debug)]
pub struct Member {
    host: Arc<Host>,
    me: Me,
    /// Keeps other programs from the table, where folders are shared.
    _lock: Option<File>,
}

impl Member {
    pub(super) fn new(host: Arc<Host>, me: Me, lock: Option<File>) -> Self {
        Self {
            host,
            me,
            _lock: lock,
        }
    }

    /// Who this is.
    #[must_use]
    pub fn me(&self) -> &Me {
        &self.me
    }

    /// What this member may see now.
    #[must_use]
    pub fn view(&self) -> Arc<RoomView> {
        let inner = self.host.lock();
        let now = self.host.now();
        let seat = inner.seats.get(&self.me.member);
        let let_go = seat.is_some_and(|seat| seat.let_go);
        Arc::new(inner.view(&self.host, &self.me, let_go, &now))
    }

    /// Asks something of the room. What comes of it arrives as messages; a member that was sent
    /// away is not heard.
    pub fn act(&self, act: RoomAct) {
        self.host.act(&self.me, act);
    }

    /// Where this member's workbench keeps its files. Observers have none: theirs are thrown away.
    #[must_use]
    pub fn homes(&self) -> Option<Homes> {
        match (&self.me.table, self.me.role) {
            (Some(table), _) => Some(self.host.folder.homes(table)),
            (None, Role::Trainer) => Some(self.host.folder.trainer_homes()),
            (None, _) => None,
        }
    }

    /// The trainer's screen was drawn: those who follow see it too. Does nothing unless the trainer
    /// leads.
    pub fn show(&self, app: &App) {
        self.host.show(&self.me, app);
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.host.leave(&self.me);
    }
}
