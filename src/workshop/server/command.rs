//! Commands without a terminal, such as `ssh blue@host run mine.ron`: our own, on scenarios of the
//! caller's own sandbox, within budgets. There is no shell and no other program.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use super::door::{Counted, Hall};
use super::fence::Fence;
use super::house::Seat;
use super::line::{Parcel, Post};
use super::log::News;
use super::session::reason;
use crate::cli::{Remote, Reply};
use crate::jobs::Share;
use crate::tell;

/// Bytes of the longest command.
const LONGEST: usize = 4_096;

/// One command.
pub(super) struct Order {
    pub(super) hall: Arc<Hall>,
    pub(super) seat: Arc<dyn Seat>,
    pub(super) line: Vec<u8>,
    pub(super) post: Post,
    pub(super) share: Share,
    pub(super) counted: Option<Counted>,
}

impl Order {
    /// Carries it out in a thread of its own.
    pub(super) fn begin(self) -> std::io::Result<()> {
        let builder = thread::Builder::new().name("command".to_owned());
        builder.spawn(move || self.carry_out()).map(drop)
    }

    fn carry_out(self) {
        // What the command computes is paid for by the caller, and ends when time is up.
        crate::jobs::gate::work_for(Some(&self.share));
        let replied = catch_unwind(AssertUnwindSafe(|| self.reply()));
        let reply = replied.unwrap_or_else(|panic| {
            let (name, reason) = (self.seat.name(), reason(&*panic));
            self.hall.log(News::Panicked { name, reason });
            refused(tell!("serve-panicked"))
        });
        let _ = self.post.parcel(Parcel::Bytes(reply.text.into_bytes()));
        if !reply.complaint.is_empty() {
            let complaint = Parcel::Complaint(reply.complaint.into_bytes());
            let _ = self.post.parcel(complaint);
        }
        let _ = self.post.parcel(Parcel::End(reply.code.into()));
    }

    fn reply(&self) -> Reply {
        let line = String::from_utf8_lossy(&self.line);
        let Some(words) = words(&line).filter(|_| self.line.len() <= LONGEST) else {
            return refused(tell!("serve-no-command"));
        };
        let Some(homes) = self.seat.homes() else {
            return refused(tell!("serve-no-sandbox"));
        };
        if self.counted.is_none() {
            return refused(tell!("serve-busy"));
        }
        self.hall.log(News::Command {
            name: self.seat.name(),
            line: line.chars().take(200).collect(),
        });
        let fence = Fence::around(&homes.scenarios);
        Remote {
            inside: &|path| fence.inside(path),
            folder: &homes.scenarios,
            memory: u32::try_from(self.hall.limits.memory >> 20).unwrap_or(u32::MAX),
            draws: self.hall.limits.draws,
        }
        .answer(&words)
    }
}

fn refused(words: String) -> Reply {
    Reply {
        code: 2,
        text: String::new(),
        complaint: words + "\n",
    }
}

/// The words of a line; quotes keep words together. `None` if a quote does not end.
fn words(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None::<char>);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(end), _) if letter == end => quote = None,
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, _) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_into_words_and_nothing_in_it_is_carried_out() {
        let cut = |line| words(line).map(|words| words.join("|"));
        assert_eq!(
            cut("run  'my own.ron' --draws 5").unwrap(),
            "run|my own.ron|--draws|5"
        );
        assert_eq!(cut("run $(id); `id` > x").unwrap(), "run|$(id);|`id`|>|x");
        assert_eq!(cut("run ''").unwrap(), "run|");
        assert_eq!(cut("run 'a"), None);
        assert_eq!(cut("").unwrap(), "");
    }
}
