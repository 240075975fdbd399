//! Commands that come over the network: a few of our own, on scenarios of the caller's own folder,
//! within budgets.

use std::path::{Path, PathBuf};

use super::arguments::{Command, How};
use super::failure::{Failure, Kind};
use super::{command, output, parse, wants_json};
use crate::files::examples::example;
use crate::tell;

/// How a caller's commands are carried out.
pub(crate) struct Remote<'a> {
    /// The file that a name means; `None` for what the caller may not read.
    pub inside: &'a dyn Fn(&Path) -> Option<PathBuf>,
    /// The caller's folder, which is left out of every text.
    pub folder: &'a Path,
    /// The most memory that results may take, in MiB.
    pub memory: u32,
    /// The most draws that can be asked for.
    pub draws: u32,
}

/// What comes of a command.
pub(crate) struct Reply {
    /// The exit code.
    pub code: u8,
    /// For standard output.
    pub text: String,
    /// For standard error.
    pub complaint: String,
}

impl Remote<'_> {
    /// Carries out a command; its words are those after `foretree`. `report` is another word for
    /// `run`.
    pub(crate) fn answer(&self, words: &[String]) -> Reply {
        let mut typed = vec!["foretree".to_owned()];
        typed.extend(words.iter().cloned());
        if let Some(first) = typed.get_mut(1).filter(|word| *word == "report") {
            "run".clone_into(first);
        }
        if !typed
            .get(1)
            .is_some_and(|word| KNOWN.contains(&word.as_str()))
        {
            return Reply::failed(&Failure::usage(tell!("serve-no-command")), false);
        }
        let arguments = match parse(&typed.iter().map(Into::into).collect::<Vec<_>>()) {
            Ok(arguments) => arguments,
            Err(error) if !error.use_stderr() => return self.said(&error.render().to_string()),
            Err(error) => {
                let text = error.render().to_string();
                let text = text.strip_prefix("error: ").unwrap_or(&text);
                return Reply::failed(&Failure::usage(text), false);
            }
        };
        let json = wants_json(arguments.command.as_ref());
        let bounded = arguments
            .command
            .ok_or_else(nothing)
            .and_then(|asked| self.bounded(asked));
        match bounded.and_then(|asked| command(Some(asked))) {
            Ok(text) => self.said(&text),
            Err(failure) => {
                let reply = Reply::failed(&failure, json);
                Reply {
                    complaint: self.without_folder(&reply.complaint),
                    ..reply
                }
            }
        }
    }

    /// The command with its files looked up and its wishes within the budgets.
    fn bounded(&self, asked: Command) -> Result<Command, Failure> {
        Ok(match asked {
            Command::Check(mut asked) => {
                asked.files = self.files(asked.files)?;
                Command::Check(asked)
            }
            Command::Compare(mut asked) => {
                asked.files = self.files(asked.files)?;
                self.bound(&mut asked.how);
                Command::Compare(asked)
            }
            Command::Run(mut asked) => {
                if asked.save.is_some() || asked.until_precise.is_some() {
                    return Err(Failure::usage(tell!("serve-not-here")));
                }
                asked.file = self.file(&asked.file)?;
                self.bound(&mut asked.how);
                Command::Run(asked)
            }
            _ => return Err(nothing()),
        })
    }

    fn bound(&self, how: &mut How) {
        let memory = how.memory.unwrap_or(self.memory);
        how.memory = Some(memory.min(self.memory).max(16));
        how.draws = how.draws.map(|draws| draws.min(self.draws));
        how.threads = None;
    }

    fn files(&self, files: Vec<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
        files.iter().map(|file| self.file(file)).collect()
    }

    /// The caller's own file, else a built-in example of that name.
    fn file(&self, named: &Path) -> Result<PathBuf, Failure> {
        let outside = || tell!("serve-outside", path = named.display().to_string());
        let inside = (self.inside)(named);
        let file = inside.ok_or_else(|| Failure::new(Kind::File, outside()))?;
        let built_in = named.to_str().and_then(example).is_some();
        // A file of the server's own that has the name of an example is not meant.
        let example = built_in && !file.exists() && !named.exists();
        Ok(if example { named.to_owned() } else { file })
    }

    fn said(&self, text: &str) -> Reply {
        Reply {
            code: 0,
            text: output::harmless(&self.without_folder(text)),
            complaint: String::new(),
        }
    }

    /// Where the server keeps things is none of the caller's business.
    fn without_folder(&self, text: &str) -> String {
        let folders = [
            self.folder.canonicalize().ok(),
            Some(self.folder.to_owned()),
        ];
        let mut text = text.to_owned();
        for folder in folders.into_iter().flatten() {
            let folder = format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR);
            text = text.replace(&folder, "");
        }
        text
    }
}

/// What may be asked for.
const KNOWN: [&str; 3] = ["run", "check", "compare"];

fn nothing() -> Failure {
    Failure::usage(tell!("serve-no-command"))
}

impl Reply {
    fn failed(failure: &Failure, json: bool) -> Self {
        let complaint = failure.text(json, output::look());
        Self {
            code: failure.kind.exit_code(),
            text: String::new(),
            complaint: output::harmless(complaint.trim_end()) + "\n",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(folder: &Path, words: &[&str]) -> Reply {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let bare = |path: &Path| {
            let name = path.file_name().filter(|name| Path::new(name) == path)?;
            Some(folder.join(name))
        };
        Remote {
            inside: &bare,
            folder,
            memory: 32,
            draws: 200,
        }
        .answer(&words)
    }

    #[test]
    fn own_scenarios_and_examples_are_run_and_the_folder_is_not_told() {
        let folder = tempfile::tempdir().unwrap();
        let text = include_str!("../../scenarios/malawi-mast-or-phone.ron");
        std::fs::write(folder.path().join("mine.ron"), text).unwrap();
        let own = answered(folder.path(), &["report", "mine.ron", "--draws", "9999999"]);
        assert_eq!(own.code, 0, "{}", own.complaint);
        assert!(own.text.contains("200"), "{}", own.text);
        let folder_name = folder.path().to_str().unwrap();
        assert!(!own.text.contains(folder_name));
        let missing = answered(folder.path(), &["check", "none.ron"]);
        assert_eq!(missing.code, 3);
        assert!(
            !missing.complaint.contains(folder_name),
            "{}",
            missing.complaint
        );
        let built_in = answered(folder.path(), &["check", "malawi-mast-or-phone.ron"]);
        assert_eq!(built_in.code, 0);
    }

    #[test]
    fn nothing_else_is_carried_out() {
        let folder = tempfile::tempdir().unwrap();
        for line in [
            &["sh"][..],
            &["new", "--country", "MWI", "-o", "x.ron"],
            &["open", "x.ron"],
            &["serve"],
            &["replay", "x"],
            &["run", "../x.ron"],
            &["run", "/etc/passwd"],
            &["run", "malawi-mast-or-phone.ron", "--save", "x.json"],
            &[],
        ] {
            let reply = answered(folder.path(), line);
            assert!(reply.code > 0 && reply.text.is_empty(), "{line:?}");
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
