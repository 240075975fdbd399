//! Several people of one workshop, played by one text: who acts changes with `as`.
//!
//! Beside the commands of a [`Session`]:
//!
//! ```text
//! workshop TITLE | FILE, FILE   sets a workshop up in a folder of its own, from files or examples
//! workshop FOLDER               opens one that is there
//! as NAME                       goes on as the table of this name; it takes its seat the first time
//! as NAME trainer               the same as the trainer (or an observer)
//! leave                         the seat that acts is left; `as NAME` comes back to it
//! restart                       the program that serves ends, and another one opens the workshop
//! verify                        fails unless the record holds
//! ```

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::replay::{ReplayFault, Session};
use crate::app::RECORDING_HEAD;
use crate::files::examples::example;
use crate::files::{Clock, Homes};
use crate::look::Look;
use crate::words::workshop::{of_door, of_host, of_record};
use crate::workshop::Role;
use crate::workshop::access::Codes;
use crate::workshop::host::{Host, Proof, SeatWish};
use crate::workshop::record::read_file;
use crate::workshop::setup::{NewWorkshop, make};

/// Somebody who takes part.
struct Person {
    name: String,
    role: Role,
    /// What the table types to come back.
    code: Option<String>,
    session: Option<Session>,
}

/// A workshop that is on.
struct Workshop {
    folder: PathBuf,
    codes: Option<Codes>,
    host: Option<Arc<Host>>,
    people: Vec<Person>,
    at: usize,
}

/// One session, or the seats of a workshop.
pub struct Seats {
    alone: Session,
    workshop: Option<Workshop>,
    clock: Clock,
    look: Look,
    size: (u16, u16),
    spare: TempDir,
    printed: String,
}

impl Seats {
    /// One session without a workshop.
    ///
    /// # Errors
    /// If the system refuses threads or a folder.
    pub fn new(homes: Homes, clock: Clock, look: Look, size: (u16, u16)) -> io::Result<Self> {
        Ok(Seats {
            alone: Session::new(homes, clock, look, size)?,
            workshop: None,
            clock,
            look,
            size,
            spare: tempfile::tempdir()?,
            printed: String::new(),
        })
    }

    /// The session that acts.
    pub fn session(&mut self) -> &mut Session {
        let here = self.workshop.as_mut().and_then(|workshop| {
            let person = workshop.people.get_mut(workshop.at)?;
            person.session.as_mut()
        });
        match here {
            Some(session) => session,
            None => &mut self.alone,
        }
    }

    /// What was printed by `screen` since the last call.
    pub fn take_printed(&mut self) -> String {
        std::mem::take(&mut self.printed)
    }

    /// Plays a whole text.
    ///
    /// # Errors
    /// The number of the line, from 1, and what is wrong there.
    pub fn play(&mut self, text: &str) -> Result<(), (usize, ReplayFault)> {
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if number == 0 && line.starts_with("foretree-session") {
                if line != RECORDING_HEAD {
                    return Err((1, ReplayFault::Head));
                }
                continue;
            }
            self.line(line).map_err(|fault| (number + 1, fault))?;
            self.catch_up();
        }
        Ok(())
    }

    /// What somebody did reaches everybody.
    fn catch_up(&mut self) {
        let printed = self.session().take_printed();
        self.printed.push_str(&printed);
        self.alone.catch_up();
        if let Some(workshop) = &mut self.workshop {
            let sessions = workshop.people.iter_mut();
            sessions
                .filter_map(|person| person.session.as_mut())
                .for_each(Session::catch_up);
        }
    }

    fn line(&mut self, line: &str) -> Result<(), ReplayFault> {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        match command {
            "workshop" => self.open(rest.trim()),
            "as" => self.take_seat(rest.trim()),
            "leave" => self.leave(),
            "restart" => self.restart(),
            "verify" => self.verify(),
            _ => self.session().line(line),
        }
    }

    fn open(&mut self, rest: &str) -> Result<(), ReplayFault> {
        let there = Path::new(rest).join("record.log").exists();
        let (folder, codes) = match there {
            true => (PathBuf::from(rest), None),
            false => self.set_up(rest)?,
        };
        let host = open(&folder, codes.is_some(), self.clock)?;
        self.workshop = Some(Workshop {
            folder,
            codes,
            host: Some(host),
            people: Vec::new(),
            at: 0,
        });
        Ok(())
    }

    /// Sets a workshop up from files and examples, in a folder of this replay.
    fn set_up(&self, rest: &str) -> Result<(PathBuf, Option<Codes>), ReplayFault> {
        let refused = |reason: String| ReplayFault::Refused(reason);
        let (title, files) = rest.split_once('|').unwrap_or((rest, ""));
        let names = files
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let scenarios = names.map(|name| self.file(name));
        let folder = self.spare.path().join("workshop");
        let wish = NewWorkshop {
            folder: folder.clone(),
            title: title.trim().to_owned(),
            scenarios: scenarios.collect::<Result<_, _>>()?,
            shared: false,
        };
        let codes = make(&wish, self.clock).map_err(|fault| refused(fault.to_string()))?;
        Ok((folder, Some(codes)))
    }

    /// A file, or an example written to one.
    fn file(&self, name: &str) -> Result<PathBuf, ReplayFault> {
        let Some((file, text)) = example(name).filter(|_| !Path::new(name).exists()) else {
            return Ok(PathBuf::from(name));
        };
        let path = self.spare.path().join(file);
        let written = std::fs::write(&path, text);
        written.map_err(|error| ReplayFault::Refused(error.to_string()))?;
        Ok(path)
    }

    /// Goes on as somebody, who sits down first if need be.
    fn take_seat(&mut self, rest: &str) -> Result<(), ReplayFault> {
        let wrong = || ReplayFault::Argument(rest.to_owned());
        let (name, role) = match rest.rsplit_once(' ') {
            Some((name, "trainer")) => (name, Some(Role::Trainer)),
            Some((name, "observer")) => (name, Some(Role::Observer)),
            Some((name, "table")) => (name, Some(Role::Table)),
            _ => (rest, None),
        };
        let workshop = self.workshop.as_mut().ok_or_else(wrong)?;
        let place = workshop.people.iter().position(|p| p.name == name);
        workshop.at = place.unwrap_or(workshop.people.len());
        if place.is_none() {
            workshop.people.push(Person {
                name: name.to_owned(),
                role: role.unwrap_or(Role::Table),
                code: None,
                session: None,
            });
        }
        let host = workshop.host.clone().ok_or_else(wrong)?;
        let codes = workshop.codes.as_ref();
        let person = workshop.people.get_mut(workshop.at).ok_or_else(wrong)?;
        if person.session.is_some() {
            return Ok(());
        }
        let proof = match codes {
            None => Proof::Folder,
            Some(codes) => Proof::Codes {
                code: match person.role {
                    Role::Trainer => codes.trainer.to_string(),
                    _ => codes.join.to_string(),
                },
                table: person.code.clone(),
            },
        };
        let wish = SeatWish {
            role: person.role,
            table: person.name.clone(),
            proof,
        };
        let refused = |refused| ReplayFault::Refused(of_door(&refused));
        let seat = host.seat(&wish).map_err(refused)?;
        let spare = Homes::under(self.spare.path().join("observers"));
        let own = (self.clock, self.look, self.size);
        let mut session = Session::seated(&host, seat, spare, own)?;
        session.settle()?;
        let table = session.app.room.as_ref().and_then(|room| room.my_table());
        person.code = table
            .and_then(|table| table.code.clone())
            .or(person.code.take());
        person.session = Some(session);
        Ok(())
    }

    fn leave(&mut self) -> Result<(), ReplayFault> {
        let workshop = self.workshop.as_mut();
        let here = workshop.and_then(|workshop| workshop.people.get_mut(workshop.at));
        let here = here.ok_or_else(|| ReplayFault::Command("leave".to_owned()))?;
        here.session = None;
        Ok(())
    }

    /// Everybody is cut off; whoever acts next comes back to what was kept.
    fn restart(&mut self) -> Result<(), ReplayFault> {
        let clock = self.clock;
        let wrong = || ReplayFault::Command("restart".to_owned());
        let workshop = self.workshop.as_mut().ok_or_else(wrong)?;
        workshop
            .people
            .iter_mut()
            .for_each(|person| person.session = None);
        workshop.host = None;
        let host = open(&workshop.folder, workshop.codes.is_some(), clock)?;
        workshop.host = Some(host);
        Ok(())
    }

    fn verify(&self) -> Result<(), ReplayFault> {
        let wrong = || ReplayFault::Command("verify".to_owned());
        let workshop = self.workshop.as_ref().ok_or_else(wrong)?;
        let read = read_file(&workshop.folder.join("record.log"));
        let reading = read.map_err(|fault| ReplayFault::Refused(of_record(&fault)))?;
        let head = workshop.host.as_ref().map(|host| host.head());
        let holds = reading.broken.is_none() && reading.torn == 0;
        if holds && head.is_none_or(|head| head == reading.head) {
            return Ok(());
        }
        Err(ReplayFault::Refused(crate::tell!("replay-record-broken")))
    }
}

/// Opens a workshop: served where we have its codes, else as one who shares its folder.
fn open(folder: &Path, served: bool, clock: Clock) -> Result<Arc<Host>, ReplayFault> {
    let host = match served {
        true => Host::open(folder, clock),
        false => Host::join(folder, clock),
    };
    host.map_err(|fault| ReplayFault::Refused(of_host(&fault)))
}
