//! Texts of strangers: what may not reach another person's terminal is taken out at the door.

/// Longest name of a table or a person, in characters.
pub const MOST_NAME: usize = 40;
/// Longest remark, reason or announcement, in characters.
pub const MOST_REMARK: usize = 600;
/// More marks than this on one letter are no writing.
const MOST_MARKS: usize = 3;

/// One line of at most `most` characters without control characters, escape sequences, and marks
/// that turn the direction of the text around. White space is one blank each, none at the ends.
#[must_use]
pub fn plain_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let (mut count, mut marks) = (0, 0);
    for letter in without_escapes(text).chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if is_harmful(letter) || (letter == ' ' && (line.is_empty() || line.ends_with(' '))) {
            continue;
        }
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        if marks > MOST_MARKS {
            continue;
        }
        if count == most {
            break;
        }
        line.push(letter);
        count += 1;
    }
    line.truncate(line.trim_end().len());
    line
}

/// The text without terminals' escape sequences, so that nothing of them is left over as letters.
fn without_escapes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1b}' => match letters.next() {
                // A control sequence ends with its first letter, a string of the system with a
                // bell or an escape.
                Some('[') => while letters.next().is_some_and(|l| !('@'..='~').contains(&l)) {},
                Some(']' | 'P' | 'X' | '^' | '_') => {
                    while letters
                        .next_if(|l| !matches!(l, '\u{7}' | '\u{1b}' | '\u{9c}'))
                        .is_some()
                    {}
                }
                _ => {}
            },
            '\u{9b}' => while letters.next().is_some_and(|l| !('@'..='~').contains(&l)) {},
            other => kept.push(other),
        }
    }
    kept
}

/// Characters that control a terminal or hide what is written.
#[must_use]
pub fn is_harmful(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            // Turning the direction around, invisible operators.
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            // Separators of lines, byte-order mark, annotations, private use, tags.
            | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}')
}

fn is_mark(letter: char) -> bool {
    unicode_width::UnicodeWidthChar::width(letter) == Some(0)
}

/// The text of a scenario file without harmful characters, whether they stand there as they are or
/// as an escape (`\u{1b}`, `\x1b`). Line feeds stay.
#[must_use]
pub fn plain_file(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some((meant, length)) = escape(rest) {
            let (written, after) = rest.split_at(length);
            if !is_harmful(meant) || matches!(meant, '\n' | '\t') {
                kept.push_str(written);
            }
            rest = after;
            continue;
        }
        if letter == '\n' || !is_harmful(letter) {
            kept.push(letter);
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    kept
}

/// The character that an escape at the beginning of the text means, and its length in bytes.
fn escape(text: &str) -> Option<(char, usize)> {
    let after = text.strip_prefix('\\')?;
    let (digits, length) = match after.chars().next()? {
        'u' => {
            let inside = after.strip_prefix("u{")?;
            let end = inside.find('}')?;
            (inside.get(..end)?, end + 4)
        }
        'x' => (after.get(1..3)?, 4),
        'n' => return Some(('\n', 2)),
        other => return Some((other, 1 + other.len_utf8())).filter(|_| !other.is_control()),
    };
    let meant = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some((meant, length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_keep_their_letters_and_lose_what_commands_a_terminal() {
        assert_eq!(
            plain_line("Blue \u{1b}[31mtable\u{1b}[0m", 40),
            "Blue table"
        );
        assert_eq!(plain_line("a\u{1b}]0;title\u{7}b\u{9b}2Jc", 40), "abc");
        assert_eq!(plain_line("ab\u{202e}dc\u{2066}", 40), "abdc");
        assert_eq!(plain_line("  two\r\n lines\t", 40), "two lines");
        assert_eq!(plain_line("Zoé 马拉维 ثمانية", 40), "Zoé 马拉维 ثمانية");
        assert_eq!(plain_line("aaaaaa", 3), "aaa");
        assert_eq!(
            plain_line(&format!("o{}", "\u{301}".repeat(50)), 40)
                .chars()
                .count(),
            4
        );
    }

    #[test]
    fn a_file_loses_harmful_characters_also_where_they_are_escaped() {
        assert_eq!(plain_file("a \"\\u{1b}[2Jb\\n\\x07\"\n"), "a \"[2Jb\\n\"\n");
        assert_eq!(plain_file("\"C:\\\\u{1b}\""), "\"C:\\\\u{1b}\"");
        assert_eq!(plain_file("\"a\\\"b\u{202e}\""), "\"a\\\"b\"");
    }

    proptest! {
        #[test]
        fn nothing_harmful_is_left_of_any_text(text in any::<String>()) {
            let line = plain_line(&text, 40);
            prop_assert!(!line.chars().any(is_harmful));
            prop_assert!(line.chars().count() <= 40);
            prop_assert_eq!(plain_line(&line, 40), line);
            prop_assert!(plain_file(&text).chars().all(|l| l == '\n' || !is_harmful(l)));
        }
    }
}
