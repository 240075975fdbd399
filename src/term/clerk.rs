//! Files, one order after the other: opening, saving, journals, the library.
//!
//! Every order is answered with a message; a fault is told in words and ends nothing.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::app::library::Listing;
use crate::app::{DocumentId, Effect, Msg, Opened, ReadOnly, Settings, Source};
use crate::files::examples::{EXAMPLES, example};
use crate::files::journal::{self, Work};
use crate::files::library::{self, Ran, Summary};
use crate::files::lock::{self, Grip, Lock};
use crate::files::watch::{self, Change, Stamp};
use crate::files::{self, Clock, Homes, LifeFault};
use crate::scenario::Scenario;
use crate::tell;
use crate::words::faults;

/// A file that is open here.
struct Held {
    stamp: Stamp,
    /// Kept so that nobody else writes the file; none while it is only read.
    _lock: Option<Lock>,
}

/// Looks after files.
pub(super) struct Clerk {
    homes: Homes,
    clock: Clock,
    out: Sender<Msg>,
    held: HashMap<PathBuf, Held>,
    /// Names of work that has no file yet.
    untitled: HashMap<DocumentId, (Work, Option<Lock>)>,
    examples: Vec<(String, Summary)>,
}

impl Clerk {
    /// A clerk that answers to `out`.
    pub(super) fn new(homes: Homes, clock: Clock, out: Sender<Msg>) -> Self {
        library::sweep(&homes.scenarios);
        let summary = |(name, text): &(&str, &str)| {
            let loaded = files::parse(text, name).ok()?;
            Some(((*name).to_owned(), Summary::of(&loaded.scenario)))
        };
        Clerk {
            homes,
            clock,
            out,
            held: HashMap::new(),
            untitled: HashMap::new(),
            examples: EXAMPLES.iter().filter_map(summary).collect(),
        }
    }

    /// Carries one order out.
    pub(super) fn carry_out(&mut self, order: Effect) {
        match order {
            Effect::ListLibrary => self.list(),
            Effect::Open { source, read_only } => self.open(source, read_only),
            Effect::Save {
                document,
                path,
                scenario,
                force,
            } => self.save(document, path, &scenario, force),
            Effect::Journal {
                document,
                path,
                scenario,
            } => self.keep(document, path.as_deref(), &scenario),
            Effect::Adopt(document, work) => {
                self.untitled.insert(document, (work, None));
            }
            Effect::Forget { document, path } => self.forget(document, path.as_deref()),
            Effect::DropJournal(work) => self.drop_journal(&work),
            Effect::Duplicate(path, title) => {
                let done = library::duplicate(&self.homes, &path, &title);
                self.told(done, |path| {
                    tell!("clerk-copied", path = path.display().to_string())
                });
            }
            Effect::Rename(path, title) => {
                let done = library::rename(&self.homes, &path, &title);
                self.told(done, |path| {
                    tell!("clerk-renamed", path = path.display().to_string())
                });
            }
            Effect::Trash(path) => {
                let at = self.clock.minute();
                let done = library::delete(&self.homes, &path, &at);
                self.told(done, |_| tell!("clerk-trashed"));
            }
            Effect::Restore => self.restore(),
            Effect::LookAtDisk(files) => self.look(files),
            Effect::Ran {
                path,
                draws,
                answer,
            } => self.remember_run(&path, draws, answer),
            Effect::WriteText { name, text } => self.write_text(&name, &text),
            Effect::Keep(settings) => self.keep_settings(&settings),
            // Everything else is carried out elsewhere.
            _ => {}
        }
    }

    fn send(&self, msg: Msg) {
        // Whoever left does not hear the answer; that is no fault.
        let _ = self.out.send(msg);
    }

    fn told<T>(&self, done: Result<T, LifeFault>, words: impl FnOnce(T) -> String) {
        self.send(match done {
            Ok(done) => Msg::Done(words(done)),
            Err(fault) => Msg::Trouble(faults::of_life(&fault)),
        });
    }

    fn list(&self) {
        let (found, trouble) = match library::list(&self.homes) {
            Ok(found) => (found, None),
            Err(fault) => (library::Listing::default(), Some(faults::of_life(&fault))),
        };
        let open: Vec<&Work> = self.untitled.values().map(|(work, _)| work).collect();
        let mut unfinished = journal::unfinished(&self.homes);
        unfinished.retain(|found| !open.contains(&&found.work));
        let listing = Listing {
            folder: self.homes.scenarios.clone(),
            entries: found.entries,
            left_out: found.left_out,
            recent: library::recent(&self.homes),
            unfinished,
            examples: self.examples.clone(),
            trouble,
        };
        self.send(Msg::Library(Box::new(listing)));
    }

    fn open(&mut self, source: Source, read_only: bool) {
        let opened = match &source {
            Source::Example(name) => self.open_example(name),
            Source::File(path) => self.open_file(path, read_only),
            Source::Journal(work) => self.open_journal(work),
        };
        self.send(match opened {
            Ok(opened) => Msg::Opened(Box::new(opened)),
            Err(reason) => Msg::NotOpened(source, reason),
        });
    }

    fn open_example(&self, name: &str) -> Result<Opened, String> {
        let (file, text) = example(name).ok_or_else(|| tell!("clerk-no-example", name = name))?;
        let loaded = files::parse(text, file).map_err(|fault| shown(&fault))?;
        Ok(Opened {
            source: Source::Example(name.to_owned()),
            path: None,
            scenario: loaded.scenario,
            read_only: None,
            has_comments: false,
            saved: None,
        })
    }

    fn open_file(&mut self, path: &Path, read_only: bool) -> Result<Opened, String> {
        if let (false, Some((name, _))) = (path.exists(), path.to_str().and_then(example)) {
            return self.open_example(name);
        }
        let path = files::canonical_path(path);
        let (loaded, stamp) = watch::load(&path).map_err(|fault| shown(&fault))?;
        let (lock, why) = self.lock(&path, read_only)?;
        let _ = library::remember(&self.homes, &path);
        let found = lock
            .is_some()
            .then(|| journal::unfinished_of(&self.homes, &path));
        self.held.insert(path.clone(), Held { stamp, _lock: lock });
        let mut opened = Opened {
            source: Source::File(path.clone()),
            path: Some(path),
            scenario: loaded.scenario,
            read_only: why,
            has_comments: loaded.had_comments,
            saved: None,
        };
        // Work that was never saved is newer than the file. It becomes an edit that can be undone.
        if let Some(found) = found.flatten()
            && let Ok(scenario) = found.scenario
        {
            opened.saved = Some(std::mem::replace(&mut opened.scenario, scenario));
            opened.source = Source::Journal(found.work);
        }
        Ok(opened)
    }

    /// The lock of a file, or why there is none.
    fn lock(
        &self,
        path: &Path,
        read_only: bool,
    ) -> Result<(Option<Lock>, Option<ReadOnly>), String> {
        if read_only {
            return Ok((None, Some(ReadOnly::Wished)));
        }
        if let Some(own) = self.held.get(path).and_then(|held| held._lock.as_ref()) {
            let _ = own;
            return Ok((None, None));
        }
        match lock::acquire(&self.homes, path, &self.clock.minute()) {
            Ok(Grip::Ours(lock)) => Ok((Some(lock), None)),
            Ok(Grip::Held(by)) => Ok((None, Some(ReadOnly::Held(faults::of_holder(&by))))),
            Err(fault) => Err(faults::of_life(&fault)),
        }
    }

    fn open_journal(&mut self, work: &Work) -> Result<Opened, String> {
        if let Work::File(path) = work
            && path.exists()
        {
            return self.open_file(path, false);
        }
        let found = journal::unfinished(&self.homes);
        let found = found.into_iter().find(|found| found.work == *work);
        let found = found.ok_or_else(|| tell!("clerk-no-journal"))?;
        let scenario = found.scenario.map_err(|fault| shown(&fault))?;
        Ok(Opened {
            source: Source::Journal(work.clone()),
            path: None,
            scenario,
            read_only: None,
            has_comments: false,
            saved: None,
        })
    }

    fn save(
        &mut self,
        document: DocumentId,
        path: Option<PathBuf>,
        scenario: &Arc<Scenario>,
        force: bool,
    ) {
        let done = match path {
            None => library::create(&self.homes, scenario).and_then(|path| self.take(path)),
            Some(path) => self.save_to(self.in_library(path), scenario, force),
        };
        let answer = match done {
            Ok(path) => {
                let _ = library::remember(&self.homes, &path);
                let _ = journal::forget(&self.homes, &Work::File(path.clone()));
                if let Some((work, _)) = self.untitled.remove(&document) {
                    let _ = journal::forget(&self.homes, &work);
                }
                Msg::Saved(document, path, Arc::clone(scenario))
            }
            Err(fault) => Msg::NotSaved(document, faults::of_life(&fault)),
        };
        self.send(answer);
    }

    /// A bare name lies in the library; every name ends in `.ron`.
    fn in_library(&self, path: PathBuf) -> PathBuf {
        let path = match path.extension() {
            Some(ending) if ending == "ron" => path,
            _ => PathBuf::from(format!("{}.ron", path.display())),
        };
        match path.parent() {
            Some(parent) if parent.as_os_str().is_empty() => self.homes.scenarios.join(path),
            _ => path,
        }
    }

    fn save_to(
        &mut self,
        path: PathBuf,
        scenario: &Scenario,
        force: bool,
    ) -> Result<PathBuf, LifeFault> {
        let path = files::canonical_path(&path);
        if let Some(held) = self.held.get_mut(&path) {
            held.stamp = watch::save(&path, scenario, (!force).then_some(held.stamp))?;
            return Ok(path);
        }
        if path.exists() {
            return Err(LifeFault::Exists(path));
        }
        if let Some(folder) = path.parent() {
            let system = |error: std::io::Error| LifeFault::System(path.clone(), error.to_string());
            fs::create_dir_all(folder).map_err(system)?;
        }
        watch::save(&path, scenario, None)?;
        self.take(path)
    }

    /// Takes hold of a file that was written just now.
    fn take(&mut self, path: PathBuf) -> Result<PathBuf, LifeFault> {
        let path = files::canonical_path(&path);
        let (_, stamp) = watch::load(&path)?;
        let lock = match lock::acquire(&self.homes, &path, &self.clock.minute())? {
            Grip::Ours(lock) => Some(lock),
            Grip::Held(_) => None,
        };
        self.held.insert(path.clone(), Held { stamp, _lock: lock });
        Ok(path)
    }

    fn keep(&mut self, document: DocumentId, path: Option<&Path>, scenario: &Scenario) {
        let (work, base) = match path {
            Some(path) => {
                let base = self.held.get(path).map(|held| held.stamp);
                (Work::File(path.to_owned()), base)
            }
            None => (self.work_of(document), None),
        };
        let at = self.clock.minute();
        if let Err(fault) = journal::write(&self.homes, &work, base, scenario, &at) {
            let reason = faults::of_life(&fault);
            self.send(Msg::Trouble(tell!("clerk-not-kept", reason = reason)));
        }
    }

    /// The name of work without a file; its lock keeps others from offering it as unfinished.
    fn work_of(&mut self, document: DocumentId) -> Work {
        let (homes, since) = (&self.homes, self.clock.minute());
        let (work, lock) = self
            .untitled
            .entry(document)
            .or_insert_with(|| (Work::new(), None));
        if lock.is_none()
            && let Ok(Grip::Ours(own)) = lock::acquire(homes, &work.to_lock(homes), &since)
        {
            *lock = Some(own);
        }
        work.clone()
    }

    fn forget(&mut self, document: DocumentId, path: Option<&Path>) {
        let work = match path {
            Some(path) => {
                self.held.remove(path);
                Some(Work::File(path.to_owned()))
            }
            None => self.untitled.remove(&document).map(|(work, _)| work),
        };
        if let Some(work) = work {
            let _ = journal::forget(&self.homes, &work);
        }
        self.list();
    }

    fn drop_journal(&self, work: &Work) {
        let found = journal::unfinished(&self.homes);
        let found = found.into_iter().find(|found| found.work == *work);
        if let Some(found) = found {
            let done = journal::set_aside(&self.homes, &found);
            self.told(done, |_| tell!("clerk-set-aside"));
        }
    }

    fn restore(&self) {
        match library::in_trash(&self.homes).first() {
            None => self.send(Msg::Trouble(tell!("clerk-trash-empty"))),
            Some(last) => {
                let done = library::restore(last);
                self.told(done, |path| {
                    tell!("clerk-restored", path = path.display().to_string())
                });
            }
        }
    }

    fn look(&self, files: Vec<(DocumentId, PathBuf)>) {
        for (document, path) in files {
            let stamp = self.held.get(&path).map(|held| held.stamp);
            let change = stamp.map(|stamp| watch::change(&path, stamp));
            if matches!(change, Some(Change::Changed(_) | Change::Gone)) {
                self.send(Msg::ChangedOnDisk(document));
            }
        }
    }

    fn remember_run(&self, path: &Path, draws: u32, answer: String) {
        if let Some(held) = self.held.get(path) {
            let ran = Ran::new(self.clock.minute(), draws, answer, held.stamp);
            let _ = library::remember_run(&self.homes, path, &ran);
        }
    }

    /// Writes a text into a new file in the folder of scenarios.
    fn write_text(&self, name: &str, text: &str) {
        let folder = &self.homes.scenarios;
        let at = self.clock.minute().replace([' ', ':'], "-");
        let names = (0..1_000).map(|number| match number {
            0 => folder.join(format!("{name}-{at}.txt")),
            _ => folder.join(format!("{name}-{at}-{number}.txt")),
        });
        let free = names.into_iter().find(|path| !path.exists());
        let Some(path) = free else { return };
        let written =
            fs::create_dir_all(folder).and_then(|()| files::write_new(&path, text.as_bytes()));
        self.send(match written {
            Ok(()) => Msg::Done(tell!("clerk-written", path = path.display().to_string())),
            Err(error) => {
                Msg::Trouble(faults::of_life(&LifeFault::System(path, error.to_string())))
            }
        });
    }

    fn keep_settings(&self, settings: &Settings) {
        let (mut kept, _) = files::Settings::load(&self.homes);
        kept.theme = Some(settings.look.theme.name().to_owned());
        kept.glyphs = Some(settings.look.glyphs.name().to_owned());
        kept.tutorial.clone_from(&settings.tutorial);
        if let Err(fault) = kept.save(&self.homes) {
            self.send(Msg::Trouble(faults::of_life(&fault)));
        }
    }
}

/// Everything that is wrong with a file, with its places.
fn shown(fault: &files::Fault) -> String {
    let findings = faults::of_file(fault)
        .into_iter()
        .map(|finding| finding.shown);
    findings.collect::<Vec<_>>().join("\n")
}
