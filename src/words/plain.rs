//! Texts for terminals that show nothing but ASCII.

/// The text in ASCII: marks and accented Latin letters get their nearest plain form, anything
/// else a question mark. Line breaks stay.
#[must_use]
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    // A range between signed numbers would be full of strokes.
    let text = text.replace("–−", " to −").replace("–+", " to +");
    for letter in text.chars() {
        match letter {
            _ if letter.is_ascii() => plain.push(letter),
            _ => plain.push_str(substitute(letter)),
        }
    }
    plain
}

fn substitute(letter: char) -> &'static str {
    match letter {
        '–' | '−' | '‑' | '‐' | '─' | '━' => "-",
        '—' => "--",
        '’' | '‘' | '′' => "'",
        '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '…' => "...",
        '·' | '•' => ".",
        '×' => "x",
        '→' | '▸' => "->",
        '↓' | '▼' => "v",
        '↑' | '▲' => "^",
        '≥' => ">=",
        '≤' => "<=",
        '≈' => "~",
        '±' => "+/-",
        '□' => "[]",
        '◇' => "<>",
        '│' => "|",
        '°' => "deg",
        '²' => "2",
        '³' => "3",
        '½' => "1/2",
        '€' => "EUR",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        '\u{200b}'..='\u{200f}' | '\u{2068}' | '\u{2069}' | '\u{feff}' => "",
        _ => latin(letter),
    }
}

fn latin(letter: char) -> &'static str {
    match letter {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'Æ' => "AE",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Č' => "C",
        'ç' | 'ć' | 'č' => "c",
        'Ð' | 'Ď' | 'Đ' => "D",
        'ð' | 'ď' | 'đ' => "d",
        'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'Ğ' => "G",
        'ğ' => "g",
        'Ì'..='Ï' | 'Ī' | 'İ' => "I",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'Ł' => "L",
        'ł' => "l",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ñ' | 'ń' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Š' | 'Ş' | 'Ș' => "S",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'Ţ' | 'Ț' => "T",
        'ţ' | 'ț' => "t",
        'Þ' => "Th",
        'þ' => "th",
        'Ù'..='Ü' | 'Ū' | 'Ű' => "U",
        'ù'..='ü' | 'ū' | 'ű' => "u",
        'Ý' => "Y",
        'ý' | 'ÿ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn marks_and_accents_become_plain_and_only_strange_scripts_become_question_marks() {
        assert_eq!(
            ascii("Côte d’Ivoire: −9–22 × 3 …"),
            "Cote d'Ivoire: -9-22 x 3 ..."
        );
        assert_eq!(ascii("São Tomé\nTürkiye"), "Sao Tome\nTurkiye");
        assert_eq!(ascii("中"), "?");
    }
}
