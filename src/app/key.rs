//! A key press, whatever library it came from, and how it is written: `a`, `<C-s>`, `<Esc>`.
//!
//! The same notation stands in the table of keys, in recorded sessions, in documents and tests.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, upper case if shift made it so.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Tabulator with shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Start of line.
    Home,
    /// End of line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Function key.
    F(u8),
}

/// A key with its modifiers. Shift is part of a character, so it counts only for named keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, for named keys only.
    pub shift: bool,
}

/// Names of keys in angle brackets.
const NAMES: [(&str, Code); 18] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("BackTab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Space", Code::Char(' ')),
    ("Less", Code::Char('<')),
    ("Greater", Code::Char('>')),
];

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character without modifiers.
    #[must_use]
    pub const fn char(letter: char) -> Self {
        Self::plain(Code::Char(letter))
    }

    /// The character that this key types into a text, if it types one.
    #[must_use]
    pub fn typed(&self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Reads several keys written one after the other: `jj<Enter>`; spaces between are skipped.
    ///
    /// # Errors
    /// The part that is no key.
    pub fn sequence(text: &str) -> Result<Vec<Key>, String> {
        let mut keys = Vec::new();
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match rest.find('>') {
                Some(end) if first == '<' => end + 1,
                _ => first.len_utf8(),
            };
            let (one, after) = rest.split_at(length);
            keys.push(one.parse()?);
            rest = after.trim_start();
        }
        Ok(keys)
    }
}

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Ok(Key::char(letter));
        }
        let unknown = || text.to_owned();
        let mut name = text
            .strip_prefix('<')
            .and_then(|t| t.strip_suffix('>'))
            .ok_or_else(unknown)?;
        let mut key = Key::plain(Code::Esc);
        while let Some((modifier, rest)) = name.split_once('-').filter(|(m, _)| m.len() == 1) {
            match modifier {
                "C" => key.ctrl = true,
                "A" => key.alt = true,
                "S" => key.shift = true,
                _ => return Err(unknown()),
            }
            name = rest;
        }
        key.code = code(name).ok_or_else(unknown)?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(Code::Char(letter));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix('F')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, code)| *code == self.code);
        let plain = !self.ctrl && !self.alt && !self.shift;
        if let (Code::Char(letter), None, true) = (self.code, name, plain) {
            return write!(out, "{letter}");
        }
        out.write_str("<")?;
        for (held, modifier) in [(self.ctrl, "C-"), (self.alt, "A-"), (self.shift, "S-")] {
            if held {
                out.write_str(modifier)?;
            }
        }
        match (name, self.code) {
            (Some((name, _)), _) => out.write_str(name)?,
            (None, Code::Char(letter)) => write!(out, "{letter}")?,
            (None, Code::F(number)) => write!(out, "F{number}")?,
            (None, other) => write!(out, "{other:?}")?,
        }
        out.write_str(">")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for text in [
            "a", "A", "é", "<C-s>", "<Esc>", "<S-Tab>", "<F10>", "<Space>", "<A-<>",
        ] {
            let key: Key = text.parse().unwrap();
            assert_eq!(key.to_string().parse::<Key>().unwrap(), key, "{text}");
        }
        assert_eq!("<C-s>".parse::<Key>().unwrap().to_string(), "<C-s>");
        assert!("<Nonsense>".parse::<Key>().is_err());
    }

    #[test]
    fn keys_follow_each_other_in_one_text() {
        let keys = Key::sequence("jj<Enter> <C-s>x").unwrap();
        let written: Vec<String> = keys.iter().map(Key::to_string).collect();
        assert_eq!(written, ["j", "j", "<Enter>", "<C-s>", "x"]);
    }
}
