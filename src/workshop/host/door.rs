//! Who is let in, and to which seat.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::desk::make_code;
use super::{Host, Inner, Member, Presence, Refused, Seated};
use crate::app::Msg;
use crate::tell;
use crate::workshop::access::{Code, Key, same};
use crate::workshop::sandbox::table_id;
use crate::workshop::{Event, Me, MemberId, Role, Seating, TableId, Who};

/// More tables than this are no workshop.
const MOST_TABLES: usize = 100;

/// What somebody shows at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Codes that were typed.
    Codes {
        /// The join code, or the trainer's.
        code: String,
        /// The table's own code, for coming back.
        table: Option<String>,
    },
    /// A public key of [`Access::keys`](crate::workshop::access::Access), whose owner has proved to have it.
    Key(Key),
    /// A program on this machine that can read and write the workshop's folder.
    Folder,
}

/// Where somebody wants to sit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatWish {
    /// As what.
    pub role: Role,
    /// Name of the table; for tables only.
    pub table: String,
    /// What is shown at the door.
    pub proof: Proof,
}

/// A seat that somebody may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// As what.
    pub role: Role,
    /// Id and name of the table; for tables only.
    pub table: Option<(TableId, String)>,
}

impl Host {
    /// Looks whether somebody may sit where they want to. Takes some milliseconds for codes, and
    /// counts no tries: whoever lets strangers ask limits how often.
    ///
    /// # Errors
    /// Why not. A table that has come before needs its own code too: ask for it after
    /// [`Refused::TableCodeNeeded`].
    pub fn seat(&self, wish: &SeatWish) -> Result<Seat, Refused> {
        let table = self.table_wished(wish)?;
        self.check_role(wish)?;
        if let Some((id, _)) = &table {
            self.check_table(id, wish)?;
        }
        Ok(Seat {
            role: wish.role,
            table,
        })
    }

    fn table_wished(&self, wish: &SeatWish) -> Result<Option<(TableId, String)>, Refused> {
        if wish.role != Role::Table {
            return Ok(None);
        }
        let keyed = match &wish.proof {
            Proof::Key(key) => key.table.as_deref(),
            _ => None,
        };
        let name = keyed.unwrap_or(&wish.table);
        table_id(name).map(Some).ok_or(Refused::Name)
    }

    fn check_role(&self, wish: &SeatWish) -> Result<(), Refused> {
        let let_in = match (&wish.proof, &self.access) {
            (Proof::Folder, _) => self.seating == Seating::Folder,
            (_, None) => false,
            (Proof::Key(key), Some(_)) => wish.role <= key.role,
            (Proof::Codes { code, .. }, Some(access)) => {
                let code = Code::typed(code);
                match wish.role {
                    Role::Trainer => access.is_trainer(&code),
                    _ => access.is_join(&code),
                }
            }
        };
        if let_in { Ok(()) } else { Err(Refused::Code) }
    }

    fn check_table(&self, id: &TableId, wish: &SeatWish) -> Result<(), Refused> {
        let inner = self.lock();
        if !inner.room.tables.contains_key(id) {
            let full = inner.room.tables.len() >= MOST_TABLES;
            return if full {
                Err(Refused::TooManyTables)
            } else {
                Ok(())
            };
        }
        match &wish.proof {
            Proof::Folder => Ok(()),
            // Whoever leads may sit down at any table.
            Proof::Key(key) if key.table.is_some() || key.role == Role::Trainer => Ok(()),
            Proof::Key(_) | Proof::Codes { table: None, .. } => Err(Refused::TableCodeNeeded),
            Proof::Codes {
                table: Some(typed), ..
            } => {
                let code = inner.codes.get(id).map(|code| Code::typed(code));
                let typed = Code::typed(typed);
                let right = code.is_some_and(|code| {
                    same(code.letters().as_bytes(), typed.letters().as_bytes())
                });
                if right {
                    Ok(())
                } else {
                    Err(Refused::TableCode)
                }
            }
        }
    }

    /// Takes a seat. Messages of the room go to `out`, a first view at once. Whoever sat at the
    /// table before is told so and sent away.
    ///
    /// # Errors
    /// If the table's folder or the record cannot be written.
    pub fn enter(self: &Arc<Self>, seat: Seat, out: Sender<Msg>) -> Result<Member, Refused> {
        let unkept = |error: std::io::Error| Refused::Unkept(error.to_string());
        let lock = match &seat.table {
            Some((id, _)) => {
                self.folder.make_table(id).map_err(unkept)?;
                self.take_table(id)?
            }
            None if seat.role == Role::Trainer => {
                self.folder.make_trainer().map_err(unkept)?;
                None
            }
            None => None,
        };
        let mut inner = self.lock();
        if let Some((id, _)) = &seat.table {
            inner.lay_table(self, id).map_err(unkept)?;
        }
        inner.send_away(seat.table.as_ref().map(|(id, _)| id));
        let by = who(&seat);
        let is_new = seat
            .table
            .as_ref()
            .is_some_and(|(id, _)| !inner.room.tables.contains_key(id));
        let name = seat.table.as_ref().map(|(_, name)| name.clone());
        let role = seat.role;
        let joined = inner.keep(&self.now(), by, |_| Ok(Event::Joined { role, name }));
        if let (Err(refusal), true) = (joined, is_new) {
            return Err(Refused::Unkept(refusal.to_string()));
        }
        let member = MemberId(inner.next_member);
        inner.next_member += 1;
        let me = Me {
            member,
            role: seat.role,
            table: seat.table.map(|(id, _)| id),
            seating: self.seating,
        };
        let seated = Seated {
            me: me.clone(),
            out,
            let_go: false,
            view: None,
        };
        inner.seats.insert(member, seated);
        inner.publish(self);
        if let (Some(shown), true) = (inner.mirror.clone(), role != Role::Trainer) {
            inner.send(member, Msg::Mirror(Some(shown)));
        }
        Ok(Member::new(Arc::clone(self), me, lock))
    }

    /// Somebody has gone.
    pub(super) fn leave(&self, me: &Me) {
        let mut inner = self.lock();
        if inner.seats.shift_remove(&me.member).is_none() {
            return;
        }
        let role = me.role;
        let by = by(me);
        // If it cannot be written the room goes on without it.
        let _ = inner.keep(&self.now(), by, |_| Ok(Event::Left { role }));
        if let Some(table) = &me.table {
            inner.presence.shift_remove(table);
        }
        let leads = inner
            .seats
            .values()
            .any(|seat| seat.me.role == Role::Trainer);
        if me.role == Role::Trainer && !leads && inner.room.leading {
            let _ = inner.stop_leading(self);
        }
        inner.publish(self);
    }
}

impl Inner {
    /// The newest connection of a table has the keyboard.
    fn send_away(&mut self, table: Option<&TableId>) {
        let Some(table) = table else { return };
        let sits = |seat: &Seated| seat.me.table.as_ref() == Some(table);
        let gone: Vec<MemberId> = self
            .seats
            .iter()
            .filter(|(_, seat)| sits(seat))
            .map(|(id, _)| *id)
            .collect();
        for member in gone {
            self.send(member, Msg::Trouble(tell!("workshop-taken-over")));
            self.send(member, Msg::Terminate);
            self.seats.shift_remove(&member);
        }
    }

    /// Everything that a table needs: its code, and copies of what the workshop starts from.
    fn lay_table(&mut self, host: &Host, id: &TableId) -> std::io::Result<()> {
        if !self.codes.contains_key(id) {
            let code = make_code(&host.folder.table(id))?;
            self.codes.insert(id.clone(), code);
        }
        let library = host.folder.homes(id).scenarios;
        std::fs::create_dir_all(&library)?;
        for (file, scenario) in &self.starts {
            let text = crate::files::to_ron(scenario);
            match crate::files::write_new(&library.join(file), text.as_bytes()) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                other => other?,
            }
        }
        self.presence.insert(id.clone(), Presence::default());
        Ok(())
    }
}

fn who(seat: &Seat) -> Who {
    match (&seat.table, seat.role) {
        (Some((id, _)), _) => Who::Table(id.clone()),
        (None, Role::Trainer) => Who::Trainer,
        (None, _) => Who::Observer,
    }
}

/// Who a member is in the record.
pub(super) fn by(me: &Me) -> Who {
    match (&me.table, me.role) {
        (Some(id), _) => Who::Table(id.clone()),
        (None, Role::Trainer) => Who::Trainer,
        (None, _) => Who::Observer,
    }
}
