//! A problem on its way up from where it was found, collecting its place.

use super::Problem;
use super::syntax::Span;
use crate::scenario::{Place, Step};
use serde::de::{Error, Expected, Unexpected};
use std::fmt;

/// A problem, the bytes it is about and the steps that led there.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// What is wrong.
    pub problem: Problem,
    span: Option<Span>,
    /// From the innermost outwards.
    steps: Vec<Step>,
}

impl Trouble {
    /// A problem with these bytes.
    #[must_use]
    pub fn new(problem: Problem, span: Span) -> Self {
        Self {
            problem,
            span: Some(span),
            steps: Vec::new(),
        }
    }

    /// The same, one step further out.
    #[must_use]
    pub fn within(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Says where, unless something further in has said so already.
    #[must_use]
    pub fn or_at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    /// The bytes it is about.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.unwrap_or_default()
    }

    /// The place in the scenario.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::of(self.steps.iter().rev().cloned().collect())
    }

    fn unplaced(problem: Problem) -> Self {
        Self {
            problem,
            span: None,
            steps: Vec::new(),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place(), self.problem)
    }
}

impl std::error::Error for Trouble {}

impl Error for Trouble {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::unplaced(Problem::Other(message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        Self::unplaced(Problem::WrongCount { expected, found })
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        let name = name.to_owned();
        Self::unplaced(Problem::UnknownWord { name, known })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        let name = name.to_owned();
        Self::unplaced(Problem::UnknownField { name, known })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::unplaced(Problem::MissingField { name })
    }

    fn duplicate_field(name: &'static str) -> Self {
        let name = name.to_owned();
        Self::unplaced(Problem::RepeatedField { name })
    }
}
