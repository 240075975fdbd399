//! Carries the effects of one client's workbench out: as on somebody's own machine, but only inside
//! the client's own folder, and within its budgets.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use super::fence::Fence;
use super::house::Guest;
use super::limits::Limits;
use super::line::Post;
use crate::app::{App, Effect, Msg, Source};
use crate::files::journal::Work;
use crate::tell;
use crate::term::credit::PROBE;
use crate::term::{Office, World};

/// The world of one client.
pub(super) struct Desk {
    pub(super) office: Office,
    pub(super) guest: Box<dyn Guest>,
    pub(super) post: Post,
    pub(super) fence: Fence,
    pub(super) limits: Limits,
    pub(super) out: Sender<Msg>,
    /// Scenarios that are open, as far as they were opened here.
    pub(super) open: usize,
}

impl Desk {
    fn say(&self, words: String) {
        // Whoever left does not hear it.
        let _ = self.out.send(Msg::Trouble(words));
    }

    fn open(&mut self, source: Source, read_only: bool) {
        let refused = match &source {
            Source::File(path) if !self.may(path) => Some(outside(path)),
            Source::Journal(Work::File(path)) if !self.may(path) => Some(outside(path)),
            _ if self.open >= self.limits.scenarios => {
                Some(tell!("serve-too-many-open", count = self.limits.scenarios))
            }
            _ => None,
        };
        match refused {
            Some(words) => _ = self.out.send(Msg::NotOpened(source, words)),
            None => {
                self.open += 1;
                self.office.carry_out(Effect::Open { source, read_only });
            }
        }
    }

    /// A run within the budgets. The same wish is always cut in the same way, so new weights find
    /// the numbers that belong to them.
    fn simulate(&mut self, mut effect: Effect) {
        if let Effect::Simulate { scenario, wish, .. } = &mut effect {
            wish.budget = wish.budget.min(self.limits.memory);
            let draws = wish.draws.unwrap_or(scenario.simulation.draws);
            if draws > self.limits.draws {
                wish.draws = Some(self.limits.draws);
                self.say(tell!("serve-too-many-draws", count = self.limits.draws));
            }
        }
        self.office.carry_out(effect);
    }

    fn may(&self, path: &Path) -> bool {
        self.fence.inside(path).is_some()
    }

    /// The first path of an effect that leads out of the folder.
    fn astray(&self, effect: &Effect) -> Option<PathBuf> {
        let named: Vec<&Path> = match effect {
            Effect::Save { path, .. } | Effect::Journal { path, .. } => {
                path.iter().map(PathBuf::as_path).collect()
            }
            Effect::Forget { path, .. } => path.iter().map(PathBuf::as_path).collect(),
            Effect::Ran { path, .. }
            | Effect::Duplicate(path, _)
            | Effect::Rename(path, _)
            | Effect::Trash(path)
            | Effect::Adopt(_, Work::File(path))
            | Effect::DropJournal(Work::File(path)) => vec![path],
            Effect::LookAtDisk(files) => files.iter().map(|(_, path)| path.as_path()).collect(),
            Effect::WriteText { name, .. } => vec![Path::new(name)],
            _ => Vec::new(),
        };
        let stray = named.into_iter().find(|path| !self.may(path));
        stray.map(Path::to_owned)
    }
}

fn outside(path: &Path) -> String {
    tell!("serve-outside", path = path.display().to_string())
}

impl World for Desk {
    fn carry_out(&mut self, effect: Effect) {
        if let Some(path) = self.astray(&effect) {
            let words = outside(&path);
            return match effect {
                Effect::Save { document, .. } => {
                    _ = self.out.send(Msg::NotSaved(document, words));
                }
                _ => self.say(words),
            };
        }
        match effect {
            Effect::Open { source, read_only } => self.open(source, read_only),
            Effect::Simulate { .. } => self.simulate(effect),
            Effect::Room(act) => self.guest.act(act),
            Effect::Forget { .. } => {
                self.open = self.open.saturating_sub(1);
                self.office.carry_out(effect);
            }
            other => self.office.carry_out(other),
        }
    }

    fn bytes_written(&self) -> u64 {
        self.office.bytes_written()
    }

    fn release(&mut self, probe: bool) -> io::Result<()> {
        if probe {
            self.post.pen.write_all(PROBE)?;
        }
        self.post.send()
    }

    fn shown(&mut self, app: &App) {
        self.guest.shown(app);
    }
}
