//! Builds the tree of values from tokens, within limits.

use super::lexer::{Bracket, Kind, Lexer, Token};
use super::{Field, Form, Position, Span, Value, atom, position};
use crate::files::{Problem, Trouble};
use crate::scenario::Step;

/// Deeper files are not scenarios: a scenario needs twelve levels.
const DEEPEST: usize = 64;

/// More values than any scenario can hold; bounds the memory that a hostile file can take.
const MOST_VALUES: usize = 1_000_000;

/// A file's form, or why it has none.
#[derive(Debug)]
pub struct Parsed {
    /// The top value.
    pub value: Result<Value, Trouble>,
    /// True if the file has comments, as far as it was read.
    pub had_comments: bool,
    /// The number in the top field `format`, even if the rest of the file could not be read.
    pub format: Option<u64>,
}

/// Reads the outer form of a file. Never panics; time and memory grow with the text at most.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        text,
        lexer: Lexer::new(text),
        ahead: None,
        depth: 0,
        values: 0,
        format: None,
    };
    let value = parser.file();
    Parsed {
        value,
        had_comments: parser.lexer.saw_comment,
        format: parser.format,
    }
}

struct Parser<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    ahead: Option<Token>,
    depth: usize,
    values: usize,
    format: Option<u64>,
}

type Outcome<T> = Result<T, Trouble>;

impl Parser<'_> {
    fn file(&mut self) -> Outcome<Value> {
        let first = self.peek()?;
        if first.kind == Kind::Attribute {
            return Err(Trouble::new(Problem::Attribute, first.span));
        }
        let value = self.value()?;
        let after = self.take()?;
        match after.kind {
            Kind::End => Ok(value),
            _ => Err(Trouble::new(Problem::TextAfterEnd, after.span)),
        }
    }

    fn value(&mut self) -> Outcome<Value> {
        let token = self.take()?;
        self.value_from(token)
    }

    /// The value that begins with this token.
    fn value_from(&mut self, token: Token) -> Outcome<Value> {
        self.values += 1;
        if self.values > MOST_VALUES {
            let most = MOST_VALUES;
            return Err(Trouble::new(Problem::TooManyValues { most }, token.span));
        }
        let atom = |form| {
            let span = token.span;
            Ok(Value { span, form })
        };
        match token.kind {
            Kind::Number => atom(Form::Number),
            Kind::Text => atom(Form::Text),
            Kind::Word => match self.peek()?.kind {
                Kind::Open(Bracket::Round) => {
                    self.take()?;
                    self.within(Some(token.span), token, Bracket::Round)
                }
                _ => atom(Form::Word),
            },
            Kind::Open(bracket) => self.within(None, token, bracket),
            _ => Err(self.unexpected(token, "a value")),
        }
    }

    /// The rest of a value in brackets; `first` is where the value starts.
    fn within(&mut self, name: Option<Span>, first: Token, bracket: Bracket) -> Outcome<Value> {
        if self.depth >= DEEPEST {
            let most = DEEPEST;
            return Err(Trouble::new(Problem::TooDeep { most }, first.span));
        }
        self.depth += 1;
        let form = match bracket {
            Bracket::Square => Form::List(self.items(first, bracket)?),
            Bracket::Curly => Form::Map(self.entries(first)?),
            Bracket::Round => self.round(name, first)?,
        };
        self.depth -= 1;
        let end = self.take()?.span.end;
        let start = first.span.start;
        let span = Span { start, end };
        Ok(Value { span, form })
    }

    /// Round brackets hold fields if a colon follows the first word.
    fn round(&mut self, name: Option<Span>, open: Token) -> Outcome<Form> {
        let mut fields = Vec::new();
        while !self.at_close(open, Bracket::Round)? {
            let field = self.take()?;
            let named = field.kind == Kind::Word && self.peek()?.kind == Kind::Colon;
            if named {
                self.take()?;
                let value = self.value().map_err(|trouble| {
                    trouble.within(Step::Field(field.span.of(self.text).to_owned()))
                })?;
                self.note_format(field.span, &value);
                fields.push(Field {
                    name: field.span,
                    value,
                });
                self.separator(open, Bracket::Round)?;
            } else if fields.is_empty() {
                let items = self.items_from(field, open)?;
                return Ok(Form::Tuple(name, items));
            } else {
                return Err(self.unexpected(field, "`field: value`"));
            }
        }
        Ok(match fields.is_empty() {
            true => Form::Tuple(name, Vec::new()),
            false => Form::Struct(name, fields),
        })
    }

    /// Items of a tuple whose first token has been taken already.
    fn items_from(&mut self, first: Token, open: Token) -> Outcome<Vec<Value>> {
        let mut items = vec![self.value_from(first)?];
        self.separator(open, Bracket::Round)?;
        while !self.at_close(open, Bracket::Round)? {
            let index = items.len();
            let item = self.value();
            items.push(item.map_err(|trouble| trouble.within(Step::Index(index)))?);
            self.separator(open, Bracket::Round)?;
        }
        Ok(items)
    }

    fn items(&mut self, open: Token, bracket: Bracket) -> Outcome<Vec<Value>> {
        let mut items = Vec::new();
        while !self.at_close(open, bracket)? {
            let index = items.len();
            let item = self.value();
            items.push(item.map_err(|trouble| trouble.within(Step::Index(index)))?);
            self.separator(open, bracket)?;
        }
        Ok(items)
    }

    fn entries(&mut self, open: Token) -> Outcome<Vec<(Value, Value)>> {
        let mut entries = Vec::new();
        while !self.at_close(open, Bracket::Curly)? {
            let key = self.value()?;
            let colon = self.take()?;
            if colon.kind != Kind::Colon {
                return Err(self.unexpected(colon, "`:` after the key"));
            }
            let step = match atom::text(self.text, &key) {
                Ok(name) => Step::Key(name),
                Err(_) => Step::Index(entries.len()),
            };
            let value = self.value().map_err(|trouble| trouble.within(step))?;
            entries.push((key, value));
            self.separator(open, Bracket::Curly)?;
        }
        Ok(entries)
    }

    /// True if the brackets close here; an error if they never will.
    fn at_close(&mut self, open: Token, bracket: Bracket) -> Outcome<bool> {
        let next = self.peek()?;
        match next.kind {
            Kind::Close(closing) if closing == bracket => Ok(true),
            Kind::End | Kind::Close(_) => Err(self.unclosed(open, bracket, next)),
            _ => Ok(false),
        }
    }

    /// A comma, or the closing bracket next.
    fn separator(&mut self, open: Token, bracket: Bracket) -> Outcome<()> {
        let next = self.peek()?;
        match next.kind {
            Kind::Comma => self.take().map(|_| ()),
            Kind::Close(closing) if closing == bracket => Ok(()),
            Kind::End | Kind::Close(_) => Err(self.unclosed(open, bracket, next)),
            _ => {
                let problem = Problem::MissingComma {
                    found: self.shown(next),
                    close: bracket.close(),
                    bracket: bracket.open(),
                    opened: self.opening(open),
                };
                Err(Trouble::new(problem, next.span))
            }
        }
    }

    fn unclosed(&self, open: Token, bracket: Bracket, found: Token) -> Trouble {
        let problem = Problem::UnclosedBracket {
            bracket: bracket.open(),
            opened: self.opening(open),
            found: self.shown(found),
        };
        Trouble::new(problem, found.span)
    }

    fn opening(&self, open: Token) -> Position {
        position(self.text, open.span.start)
    }

    fn unexpected(&self, found: Token, expected: &str) -> Trouble {
        let problem = Problem::Unexpected {
            found: self.shown(found),
            expected: expected.to_owned(),
        };
        Trouble::new(problem, found.span)
    }

    /// The token as it can be quoted in a message; none at the end of the file.
    fn shown(&self, token: Token) -> Option<String> {
        let written = token.span.of(self.text);
        (token.kind != Kind::End).then(|| written.chars().take(40).collect())
    }

    fn note_format(&mut self, name: Span, value: &Value) {
        if self.depth == 1 && self.format.is_none() && name.of(self.text) == "format" {
            self.format = atom::number(self.text, value);
        }
    }

    fn peek(&mut self) -> Outcome<Token> {
        if let Some(token) = self.ahead {
            return Ok(token);
        }
        let token = self.lex()?;
        self.ahead = Some(token);
        Ok(token)
    }

    fn take(&mut self) -> Outcome<Token> {
        match self.ahead.take() {
            Some(token) => Ok(token),
            None => self.lex(),
        }
    }

    fn lex(&mut self) -> Outcome<Token> {
        let lexed = self.lexer.next();
        lexed.map_err(|(problem, span)| Trouble::new(problem, span))
    }
}
