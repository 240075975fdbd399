//! Reading scenario files.

use super::canonical::quoted;
use super::syntax::{self, Lines, Span, Value};
use super::{Fault, Located, Mark, Problem, Refusal, Trouble, recover};
use crate::scenario::{FORMAT, Place, Scenario};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// No scenario is larger; the rest of a larger file is not even read.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// A scenario with the text it was read from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What the file says.
    pub scenario: Scenario,
    /// Name of the file, for messages.
    pub file: String,
    /// The text without a byte-order mark.
    pub text: String,
    /// True if the file has RON comments, which a save would lose.
    pub had_comments: bool,
    form: Value,
    lines: Lines,
}

impl Loaded {
    /// Marks a place of the scenario in its text, for findings of a check.
    #[must_use]
    pub fn mark(&self, place: &Place) -> Mark {
        let span = self.form.locate(&self.text, place);
        Mark::new(&self.text, &self.lines, span, place.clone())
    }

    /// The text with another title; comments and layout stay.
    #[must_use]
    pub fn retitled(&self, title: &str) -> String {
        let span = self.form.locate(&self.text, &Place::top().field("title"));
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        format!("{before}{}{after}", quoted(title))
    }
}

/// Reads a file.
///
/// # Errors
/// If the file is out of reach, too large or no scenario.
pub fn load(path: impl AsRef<Path>) -> Result<Loaded, Fault> {
    let path = path.as_ref();
    let bytes = read_bytes(path)?;
    parse_bytes(&bytes, &path.display().to_string())
}

/// Reads bytes as a scenario; `name` is the file's name in messages.
///
/// # Errors
/// If the bytes are too many or no scenario.
pub fn parse_bytes(bytes: &[u8], name: &str) -> Result<Loaded, Fault> {
    let most = MOST_BYTES;
    if bytes.len() as u64 > most {
        let file = name.to_owned();
        return Err(Fault::TooLarge { file, most });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse_bounded(text, name),
        Err(error) => {
            let start = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes);
            let end = start + 1;
            let trouble = Trouble::new(Problem::NotUtf8, Span { start, end });
            Err(refused(&text, name, None, vec![trouble]))
        }
    }
}

/// Reads a text as a scenario; `name` is the file's name in messages.
///
/// # Errors
/// If the text is too long or no scenario.
pub fn parse(text: &str, name: &str) -> Result<Loaded, Fault> {
    parse_bytes(text.as_bytes(), name)
}

pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Fault::NotFound(path.to_owned()),
        _ => Fault::Unreadable(path.to_owned(), error.to_string()),
    };
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large without reading all of it.
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

fn parse_bounded(text: &str, name: &str) -> Result<Loaded, Fault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let parsed = syntax::parse(text);
    let form = parsed.value.as_ref().ok();
    if let Some(trouble) = wrong_format(text, parsed.format, form) {
        return Err(refused(text, name, form, vec![trouble]));
    }
    let form = match parsed.value {
        Ok(form) => form,
        Err(trouble) => return Err(refused(text, name, None, vec![trouble])),
    };
    match recover::scenario(text, &form) {
        Ok(scenario) => Ok(Loaded {
            scenario,
            file: name.to_owned(),
            text: text.to_owned(),
            had_comments: parsed.had_comments,
            form,
            lines: Lines::new(text),
        }),
        Err(troubles) => Err(refused(text, name, Some(&form), troubles)),
    }
}

/// Another format is said first: nothing else in such a file can be judged.
fn wrong_format(text: &str, format: Option<u64>, form: Option<&Value>) -> Option<Trouble> {
    let format = format.filter(|format| *format != u64::from(FORMAT))?;
    let problem = match format {
        0 => Problem::NoSuchFormat { format },
        _ => Problem::Newer { format },
    };
    let place = Place::top().field("format");
    let span = match form {
        Some(form) => form.locate(text, &place),
        None => Span { start: 0, end: 1 },
    };
    Some(Trouble::new(problem, span))
}

/// A bomb of brackets has no place worth telling.
fn shallow(place: Place) -> Place {
    match place.steps().len() > 16 {
        true => Place::top(),
        false => place,
    }
}

fn refused(text: &str, file: &str, form: Option<&Value>, troubles: Vec<Trouble>) -> Fault {
    let lines = Lines::new(text);
    let located = troubles.into_iter().map(|trouble| {
        let place = match form {
            Some(form) => form.place(text, trouble.span()),
            None => shallow(trouble.place()),
        };
        let mark = Mark::new(text, &lines, trouble.span(), place);
        let problem = trouble.problem;
        Located { problem, mark }
    });
    Fault::Refused(Refusal {
        file: file.to_owned(),
        located: located.collect(),
    })
}
