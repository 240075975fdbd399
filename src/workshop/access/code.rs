//! Codes that people read to each other.

use std::fmt;

/// No letter or digit that looks like another: 31 of them.
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// What a code is for; that sets how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For everybody: 8 letters, 39 bits.
    Join,
    /// For coming back to a table: 6 letters, 29 bits.
    Table,
    /// For the trainer: 12 letters, 59 bits.
    Trainer,
}

/// A code such as `kfmr-27xp`.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A new code from the system's random numbers.
    ///
    /// # Errors
    /// If the system has none.
    pub fn new(kind: Kind) -> Result<Self, getrandom::Error> {
        let length = match kind {
            Kind::Join => 8,
            Kind::Table => 6,
            Kind::Trainer => 12,
        };
        let mut code = String::new();
        while code.len() < length {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes)?;
            // Every letter equally often: what lies beyond a multiple of 31 is drawn again.
            let fair = bytes.iter().filter(|byte| **byte < 248);
            let letters = fair.filter_map(|byte| LETTERS.get(usize::from(*byte) % LETTERS.len()));
            code.extend(
                letters
                    .map(|letter| char::from(*letter))
                    .take(length - code.len()),
            );
        }
        Ok(Self(code))
    }

    /// What was typed, as far as it can be a code: case, blanks and strokes do not matter.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        Self(letters.take(64).collect::<String>().to_ascii_lowercase())
    }

    /// The letters alone.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.0
    }
}

/// In groups of four letters (of three, if there are six).
impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let group = if self.0.len() == 6 { 3 } else { 4 };
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % group == 0 {
                out.write_str("-")?;
            }
            write!(out, "{letter}")?;
        }
        Ok(())
    }
}

/// Codes do not get into logs by accident.
impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Code(…)")
    }
}

/// Are two texts the same? Takes as long for wrong ones as for right ones of the same length.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let differ = one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_short_readable_and_never_the_same() {
        let code = Code::new(Kind::Join).unwrap();
        let shown = code.to_string();
        assert_eq!(shown.len(), 9);
        assert!(shown.bytes().all(|b| b == b'-' || LETTERS.contains(&b)));
        assert_ne!(code, Code::new(Kind::Join).unwrap());
        assert_eq!(Code::new(Kind::Trainer).unwrap().to_string().len(), 14);
        assert_eq!(Code::new(Kind::Table).unwrap().to_string().len(), 7);
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn a_code_may_be_typed_as_it_is_heard() {
        let code = Code::typed("kfmr27xp");
        assert_eq!(Code::typed(" KFMR-27xp \r\n"), code);
        assert_eq!(Code::typed("KFMR 27 XP"), code);
        assert!(same(b"abc", b"abc") && !same(b"abc", b"abd") && !same(b"abc", b"ab"));
    }

    #[test]
    fn every_letter_is_drawn_equally_often() {
        let mut counts = std::collections::HashMap::new();
        for _ in 0..2000 {
            for letter in Code::new(Kind::Trainer).unwrap().letters().bytes() {
                *counts.entry(letter).or_insert(0u32) += 1;
            }
        }
        // 24,000 letters, 774 of each expected, standard deviation 27: seven of them either way
        // come about once in 10^11.
        assert_eq!(counts.len(), LETTERS.len());
        assert!(counts.values().all(|count| (585..=963).contains(count)));
    }
}
