//! From the bytes of a client to messages, within bounds.
//!
//! Keys are told apart by `termina`; its parser keeps what it has not understood yet, so whatever
//! grows too long is thrown away here. Pastes are collected here and cut off.

use termina::escape::csi::{Csi, Cursor};
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers};
use termina::{Event, Parser};

use crate::app::{Code, Key, Msg};

/// Bytes of a paste that are kept; the rest is thrown away.
pub const MOST_PASTED: usize = 64 << 10;
/// No key takes more bytes.
const LONGEST_KEY: usize = 64;
const ESCAPE: u8 = 0x1b;
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// What has come in and is not understood yet.
#[derive(Debug, Default)]
pub struct Input {
    parser: Parser,
    /// Bytes since the last key, at most [`LONGEST_KEY`].
    begun: Vec<u8>,
    paste: Option<Paste>,
}

#[derive(Debug, Default)]
struct Paste {
    kept: Vec<u8>,
    /// The last bytes, to find the end.
    last: Vec<u8>,
}

impl Input {
    /// Takes bytes in and hands what they mean to `tell`.
    pub fn take(&mut self, bytes: &[u8], mut tell: impl FnMut(Msg)) {
        for byte in bytes {
            let msg = match &mut self.paste {
                Some(paste) => paste.take(*byte),
                None => self.key(*byte),
            };
            if let Some(msg) = msg {
                self.paste = None;
                tell(msg);
            }
        }
    }

    /// Nothing came for a moment: what has begun is all there is, such as Escape.
    pub fn settle(&mut self) -> Option<Msg> {
        if self.begun.is_empty() || self.paste.is_some() {
            return None;
        }
        self.parser.parse(&[], false);
        let msg = self.parser.pop().and_then(|event| message(&event));
        self.forget();
        msg
    }

    /// Whether something has begun that a moment's silence would end.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.begun.is_empty() && self.paste.is_none()
    }

    fn key(&mut self, byte: u8) -> Option<Msg> {
        // Every key that is longer begins with Escape, so what had begun before has ended. The
        // terminal answers our questions all the time: such an answer often follows Escape itself.
        if byte == ESCAPE && !self.begun.is_empty() {
            let alone = self.begun == [ESCAPE];
            self.forget();
            self.key(byte);
            return alone.then(|| Msg::Key(Key::plain(Code::Esc)));
        }
        self.begun.push(byte);
        if self.begun.ends_with(PASTE_BEGINS) {
            self.forget();
            self.paste = Some(Paste::default());
            return None;
        }
        self.parser.parse(&[byte], true);
        let event = self.parser.pop();
        if event.is_some() {
            self.begun.clear();
        } else if self.begun.len() >= LONGEST_KEY {
            self.forget();
        }
        event.and_then(|event| message(&event))
    }

    fn forget(&mut self) {
        self.parser = Parser::default();
        self.begun.clear();
    }
}

impl Paste {
    /// The paste, once it has ended.
    fn take(&mut self, byte: u8) -> Option<Msg> {
        self.last.push(byte);
        if self.last.len() > PASTE_ENDS.len() {
            let first = self.last.remove(0);
            if self.kept.len() < MOST_PASTED {
                self.kept.push(first);
            }
        }
        let ended = self.last == PASTE_ENDS;
        ended.then(|| Msg::Paste(String::from_utf8_lossy(&self.kept).into_owned()))
    }
}

/// What an event means to us. Ctrl-Z means nothing: there is no shell to go to.
fn message(event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(*key).map(Msg::Key),
        Event::FocusIn => Some(Msg::Focus),
        Event::Csi(Csi::Cursor(Cursor::ActivePositionReport { .. })) => Some(Msg::Shown),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let held = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        KeyCode::Char('z') if held(Modifiers::CONTROL) => return None,
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(number) => Code::F(number),
        _ => return None,
    };
    let named = !matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        ctrl: held(Modifiers::CONTROL),
        alt: held(Modifiers::ALT),
        shift: held(Modifiers::SHIFT) && named,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(pieces: &[&[u8]]) -> Vec<String> {
        let (mut input, mut told) = (Input::default(), Vec::new());
        let mut tell = |msg: Msg| {
            told.push(match msg {
                Msg::Key(key) => key.to_string(),
                Msg::Paste(text) => format!("paste {}", text.len()),
                other => format!("{other:?}"),
            });
        };
        for piece in pieces {
            input.take(piece, &mut tell);
        }
        input.settle().map(&mut tell);
        told
    }

    #[test]
    fn keys_are_named_as_in_the_table() {
        let typed = b"jA\x13\x1b[A\x1bOR\x1b[15~\x1b[Z\r\x7f\t\xc3\xa9";
        let named = [
            "j",
            "A",
            "<C-s>",
            "<Up>",
            "<F3>",
            "<F5>",
            "<BackTab>",
            "<Enter>",
            "<Backspace>",
            "<Tab>",
            "é",
        ];
        assert_eq!(told(&[typed]), named);
    }

    #[test]
    fn a_key_that_comes_in_pieces_is_one_key() {
        assert_eq!(
            told(&[b"\x1b", b"[", b"B", b"\xc3", b"\xa9"]),
            ["<Down>", "é"]
        );
    }

    #[test]
    fn escape_alone_is_a_key_after_a_moment() {
        assert_eq!(told(&[b"\x1b"]), ["<Esc>"]);
    }

    #[test]
    fn what_ends_in_the_middle_of_a_key_does_not_swallow_the_next() {
        let mut input = Input::default();
        input.take(b"\x1b[", |_| {});
        assert!(input.is_open() && input.settle().is_none() && !input.is_open());
        let mut keys = 0;
        input.take(b"j", |_| keys += 1);
        assert_eq!(keys, 1);
    }

    #[test]
    fn the_answer_about_the_cursor_permits_a_frame() {
        assert_eq!(told(&[b"\x1b[24;80R"]), ["Shown"]);
    }

    #[test]
    fn an_answer_right_behind_escape_is_not_typed() {
        assert_eq!(told(&[b"\x1b\x1b[1;1R"]), ["<Esc>", "Shown"]);
        assert_eq!(
            told(&[b"\x1b", b"\x1b[1;1R\x1b"]),
            ["<Esc>", "Shown", "<Esc>"]
        );
        assert_eq!(told(&[b"\x1b[1\x1b[B"]), ["<Down>"]);
    }

    #[test]
    fn there_is_no_shell_to_go_to() {
        assert_eq!(told(&[b"\x1az"]), ["z"]);
    }

    #[test]
    fn pastes_are_cut_off_and_nothing_of_them_is_typed() {
        let long = vec![b'q'; 10 * MOST_PASTED];
        let pieces: [&[u8]; 4] = [PASTE_BEGINS, &long, PASTE_ENDS, b"j"];
        assert_eq!(
            told(&pieces),
            [format!("paste {MOST_PASTED}"), "j".to_owned()]
        );
        assert_eq!(told(&[b"\x1b[200~\x1b[201~"]), ["paste 0"]);
    }

    #[test]
    fn a_sequence_without_end_is_thrown_away() {
        let mut input = Input::default();
        for start in [&b"\x1b["[..], b"\x1b]", b"\x1bP", b"\x1b[<"] {
            input.take(start, |_| {});
            input.take(&vec![b'1'; 1 << 20], |_| {});
            assert!(input.begun.len() <= LONGEST_KEY);
        }
        let mut keys = 0;
        input.settle();
        input.take(b"\x1b[B", |_| keys += 1);
        assert_eq!(keys, 1);
    }

    proptest! {
        #[test]
        fn whatever_comes_in_never_harms_and_pieces_do_not_matter(
            bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0_usize..400,
        ) {
            let cut = cut.min(bytes.len());
            let (front, back) = bytes.split_at(cut);
            prop_assert_eq!(told(&[&bytes]), told(&[front, back]));
        }
    }
}
