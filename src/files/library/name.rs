//! Names of files.

use std::path::{Path, PathBuf};

use crate::files::LifeFault;
use crate::words::plain;

/// Longer names are cut.
const LONGEST: usize = 60;

/// A title as the name of a file without its ending: `malawi-tax-power-or-masts`. `None` if no
/// letter or digit is left in ASCII.
#[must_use]
pub fn slug(title: &str) -> Option<String> {
    let mut name = String::new();
    for letter in plain::ascii(title).to_ascii_lowercase().chars() {
        if name.len() >= LONGEST {
            break;
        }
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            // “Côte d’Ivoire's” is one word.
            '\'' => {}
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

/// The name for a title, or a plain one for titles in other scripts.
///
/// # Errors
/// [`LifeFault::NoName`] if the title has no letter or digit in any script.
pub(super) fn stem(title: &str) -> Result<String, LifeFault> {
    let named = title.chars().any(char::is_alphanumeric);
    match (named, slug(title)) {
        (false, _) => Err(LifeFault::NoName),
        (true, name) => Ok(name.unwrap_or_else(|| "scenario".to_owned())),
    }
}

/// Paths for a name: `name.ron`, `name-2.ron` and so on.
pub(super) fn candidates(folder: &Path, stem: &str) -> impl Iterator<Item = PathBuf> {
    (1..=9999).map(move |number| match number {
        1 => folder.join(format!("{stem}.ron")),
        _ => folder.join(format!("{stem}-{number}.ron")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_plain_name() {
        let name = |title| slug(title).unwrap_or_default();
        assert_eq!(
            name("Malawi: tax, power or masts?"),
            "malawi-tax-power-or-masts"
        );
        assert_eq!(name("  Côte d’Ivoire & São Tomé "), "cote-divoire-sao-tome");
        assert_eq!(name("../../etc/passwd"), "etc-passwd");
        assert!(name(&"long ".repeat(100)).len() <= LONGEST);
        assert_eq!(slug("«…»"), None);
    }

    #[test]
    fn a_title_in_another_script_gets_a_plain_name_and_an_empty_one_none() {
        assert_eq!(stem("马拉维").as_deref(), Ok("scenario"));
        assert_eq!(stem(" … "), Err(LifeFault::NoName));
    }
}
