//! A workshop with its room, as the server sees it: who may come in as what, and what a seat is.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use tempfile::TempDir;

use super::house::{Caller, Guest, House, Knock, Prompt, Seat};
use crate::app::{App, Msg};
use crate::files::Homes;
use crate::tell;
use crate::words::workshop::of_door;
use crate::workshop::access::Key;
use crate::workshop::host::{Host, Member, Proof, Refused, Seat as Place, SeatWish};
use crate::workshop::{Role, RoomAct};

/// A workshop that people come to over a network.
pub struct Hosted {
    host: Arc<Host>,
    keys: Vec<Key>,
}

impl Hosted {
    /// The workshop of a host, open to the keys of its folder and to `more` of them.
    #[must_use]
    pub fn new(host: Arc<Host>, more: Vec<Key>) -> Self {
        let own = host.access().map(|access| access.keys.clone());
        let mut keys = own.unwrap_or_default();
        keys.extend(more);
        Self { host, keys }
    }

    fn key(&self, fingerprint: &str) -> Option<&Key> {
        self.keys
            .iter()
            .find(|key| key.fingerprint() == fingerprint)
    }

    /// What a caller has shown; `None` = nothing yet.
    fn proof(&self, caller: &Caller) -> Option<Proof> {
        match caller.answers.as_slice() {
            [] => {
                let fingerprint = caller.key.as_deref()?;
                self.key(fingerprint).cloned().map(Proof::Key)
            }
            [code, more @ ..] => Some(Proof::Codes {
                code: code.clone(),
                table: more.first().cloned(),
            }),
        }
    }

    fn seat(&self, role: Role, place: Place) -> Knock {
        Knock::In(Arc::new(Reserved {
            host: Arc::clone(&self.host),
            role,
            place: Ok(place),
        }))
    }

    /// The code was right, but there is no place: that is said inside.
    fn sorry(&self, role: Role, refused: Refused) -> Knock {
        Knock::In(Arc::new(Reserved {
            host: Arc::clone(&self.host),
            role,
            place: Err(refused),
        }))
    }
}

/// Two names mean a role; every other is the name of a table.
fn role_of(user: &str) -> Role {
    match user {
        "trainer" => Role::Trainer,
        "observer" => Role::Observer,
        _ => Role::Table,
    }
}

impl House for Hosted {
    fn knock(&self, caller: &Caller) -> Knock {
        let role = role_of(&caller.user);
        let Some(proof) = self.proof(caller) else {
            return Knock::Ask(code_of(role));
        };
        let by_key = matches!(proof, Proof::Key(_));
        let wish = SeatWish {
            role,
            table: caller.user.clone(),
            proof,
        };
        match self.host.seat(&wish) {
            Ok(place) => self.seat(role, place),
            Err(Refused::TableCodeNeeded) if by_key => Knock::Ask(code_of(role)),
            Err(Refused::TableCodeNeeded) => Knock::Ask(Prompt {
                words: tell!("serve-table-came-before"),
                label: tell!("serve-table-code"),
                shown: false,
            }),
            Err(full @ Refused::TooManyTables) => self.sorry(role, full),
            Err(_) => Knock::Refused,
        }
    }

    fn knows_key(&self, fingerprint: &str) -> bool {
        self.key(fingerprint).is_some()
    }
}

fn code_of(role: Role) -> Prompt {
    let label = match role {
        Role::Trainer => tell!("serve-code-trainer"),
        _ => tell!("serve-code"),
    };
    Prompt {
        words: String::new(),
        label,
        shown: false,
    }
}

/// A place that somebody may take.
struct Reserved {
    host: Arc<Host>,
    role: Role,
    place: Result<Place, Refused>,
}

impl Seat for Reserved {
    fn name(&self) -> String {
        match (&self.place, self.role) {
            (
                Ok(Place {
                    table: Some((id, _)),
                    ..
                }),
                _,
            ) => id.to_string(),
            (_, Role::Trainer) => "trainer".to_owned(),
            _ => "observer".to_owned(),
        }
    }

    fn homes(&self) -> Option<Homes> {
        let folder = self.host.folder();
        match self.place.as_ref().ok()? {
            Place {
                table: Some((id, _)),
                ..
            } => Some(folder.homes(id)),
            Place {
                role: Role::Trainer,
                ..
            } => Some(folder.trainer_homes()),
            Place { .. } => None,
        }
    }

    fn sit(&self, out: Sender<Msg>) -> Result<Box<dyn Guest>, String> {
        let place = self.place.clone().map_err(|refused| of_door(&refused))?;
        let member = self.host.enter(place, out);
        let member = member.map_err(|refused| of_door(&refused))?;
        let (homes, own) = match member.homes() {
            Some(homes) => (homes, None),
            // What an observer writes is thrown away.
            None => {
                let own = TempDir::new().map_err(|error| error.to_string())?;
                (Homes::under(own.path()), Some(own))
            }
        };
        Ok(Box::new(Seated {
            member,
            homes,
            _own: own,
        }))
    }
}

/// Somebody in a seat.
struct Seated {
    member: Member,
    homes: Homes,
    _own: Option<TempDir>,
}

impl Guest for Seated {
    fn homes(&self) -> Homes {
        self.homes.clone()
    }

    fn act(&mut self, act: RoomAct) {
        self.member.act(act);
    }

    fn shown(&mut self, app: &App) {
        self.member.show(app);
    }
}
