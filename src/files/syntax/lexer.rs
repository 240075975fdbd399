//! Cuts a text into tokens and steps over blanks and comments.

use super::Span;
use crate::files::Problem;

/// The three pairs of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// `( )`
    Round,
    /// `[ ]`
    Square,
    /// `{ }`
    Curly,
}

impl Bracket {
    /// The opening sign.
    pub(crate) fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    /// The closing sign.
    pub(crate) fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    Word,
    Number,
    Text,
    Attribute,
    End,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// Reads one token after the other.
pub(crate) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// True once a comment has been stepped over.
    pub(crate) saw_comment: bool,
}

/// A token, or why there is none and where.
pub(crate) type Lexed = Result<Token, (Problem, Span)>;

impl<'t> Lexer<'t> {
    /// Starts at the beginning.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            saw_comment: false,
        }
    }

    /// The next token; `End` for ever after the last.
    pub(crate) fn next(&mut self) -> Lexed {
        self.skip_blanks()?;
        let start = self.at;
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return Ok(self.token(Kind::End, start));
        };
        let kind = match first {
            '(' => Kind::Open(Bracket::Round),
            '[' => Kind::Open(Bracket::Square),
            '{' => Kind::Open(Bracket::Curly),
            ')' => Kind::Close(Bracket::Round),
            ']' => Kind::Close(Bracket::Square),
            '}' => Kind::Close(Bracket::Curly),
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '#' => Kind::Attribute,
            _ => return self.longer_token(first),
        };
        self.at += first.len_utf8();
        Ok(self.token(kind, start))
    }

    fn longer_token(&mut self, first: char) -> Lexed {
        let start = self.at;
        let rest = self.rest();
        let kind = match first {
            '"' => {
                self.at += self.quoted(rest, start)?;
                Kind::Text
            }
            'r' if rest.starts_with("r\"")
                || rest.starts_with("r#\"")
                || rest.starts_with("r##") =>
            {
                self.at += self.raw(rest, start)?;
                Kind::Text
            }
            '0'..='9' | '+' | '-' | '.' => {
                self.at += number_length(rest);
                Kind::Number
            }
            _ if is_word_start(first) => {
                self.at += word_length(rest);
                Kind::Word
            }
            _ => return Err((Problem::StrayCharacter(first), self.one_char(start))),
        };
        Ok(self.token(kind, start))
    }

    /// Length of `"…"` with its quotes.
    fn quoted(&self, rest: &str, start: usize) -> Result<usize, (Problem, Span)> {
        let mut escaped = false;
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return Ok(at + 1),
                _ => {}
            }
        }
        Err((Problem::UnclosedText, self.one_char(start)))
    }

    /// Length of `r#"…"#` with its quotes and hashes.
    fn raw(&self, rest: &str, start: usize) -> Result<usize, (Problem, Span)> {
        let hashes = rest
            .bytes()
            .skip(1)
            .take_while(|byte| *byte == b'#')
            .count();
        let body = hashes + 2;
        let close = format!("\"{}", "#".repeat(hashes));
        match rest.get(body..).and_then(|text| text.find(&close)) {
            Some(end) if rest.as_bytes().get(hashes + 1) == Some(&b'"') => {
                Ok(body + end + close.len())
            }
            _ => Err((Problem::UnclosedText, self.one_char(start))),
        }
    }

    fn skip_blanks(&mut self) -> Result<(), (Problem, Span)> {
        loop {
            let rest = self.rest();
            let blanks = rest.find(|c| !is_blank(c)).unwrap_or(rest.len());
            self.at += blanks;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += self.block_comment(rest)?;
            } else {
                return Ok(());
            }
            self.saw_comment = true;
        }
    }

    /// Length of `/* … */`, which may hold others.
    fn block_comment(&self, rest: &str) -> Result<usize, (Problem, Span)> {
        let (mut depth, mut at) = (0_usize, 0);
        while let Some(pair) = rest.as_bytes().get(at..at + 2) {
            match pair {
                b"/*" => (depth, at) = (depth + 1, at + 2),
                b"*/" => (depth, at) = (depth - 1, at + 2),
                _ => at += 1,
            }
            if depth == 0 {
                return Ok(at);
            }
        }
        let span = Span {
            start: self.at,
            end: self.at + 2,
        };
        Err((Problem::UnclosedComment, span))
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn token(&self, kind: Kind, start: usize) -> Token {
        let end = self.at;
        Token {
            kind,
            span: Span { start, end },
        }
    }

    fn one_char(&self, start: usize) -> Span {
        let first = self.text.get(start..).and_then(|rest| rest.chars().next());
        Span {
            start,
            end: start + first.map_or(0, char::len_utf8),
        }
    }
}

/// The characters that the `ron` crate steps over.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

fn is_word_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn word_length(rest: &str) -> usize {
    rest.find(|c: char| c != '_' && !c.is_alphanumeric())
        .unwrap_or(rest.len())
}

/// Everything that could belong to a number; whether it is one is decided when it is decoded.
fn number_length(rest: &str) -> usize {
    let mut previous = '+';
    for (at, c) in rest.char_indices() {
        let sign = matches!(c, '+' | '-') && (at == 0 || matches!(previous, 'e' | 'E'));
        if !(sign || c == '.' || c == '_' || c.is_alphanumeric()) {
            return at;
        }
        previous = c;
    }
    rest.len()
}
