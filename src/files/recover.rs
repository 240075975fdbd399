//! Reads a scenario out of a file's form and finds as many problems as it can in one go.
//!
//! After a problem the offending entry is left out and reading starts again; what goes wrong
//! only because of that omission is not reported. The scenario is returned only without any.

use super::reader::Reader;
use super::syntax::{Form, Span, Value};
use super::{Problem, Trouble};
use crate::scenario::Scenario;
use serde::Deserialize;

/// More problems than anyone reads at once.
const MOST_TROUBLES: usize = 20;

/// How often reading starts again at most.
const MOST_ROUNDS: usize = 60;

/// Larger texts are read once only, so that time stays bounded.
const LARGEST_RETRIED: usize = 1 << 20;

/// The scenario, or everything that is wrong with its fields.
///
/// # Errors
/// At least one trouble, in the order of the file.
pub(super) fn scenario(text: &str, value: &Value) -> Result<Scenario, Vec<Trouble>> {
    let first = match read(text, value) {
        Ok(scenario) => return Ok(scenario),
        Err(trouble) => trouble,
    };
    let mut troubles = vec![first.clone()];
    if text.len() <= LARGEST_RETRIED {
        collect_more(text, value.clone(), first, &mut troubles);
    }
    troubles.sort_by_key(|trouble| trouble.span().start);
    Err(troubles)
}

fn read(text: &str, value: &Value) -> Result<Scenario, Trouble> {
    Scenario::deserialize(Reader { text, value }).map_err(|trouble| trouble.or_at(value.head()))
}

fn collect_more(text: &str, mut rest: Value, first: Trouble, troubles: &mut Vec<Trouble>) {
    let mut omitted: Vec<(Span, String)> = Vec::new();
    let mut last = first;
    for _ in 0..MOST_ROUNDS {
        let whole_struct = matches!(last.problem, Problem::MissingField { .. });
        let Some(left_out) = omit(text, &mut rest, last.span(), whole_struct) else {
            return;
        };
        // A misspelt field accounts for the one that it was meant to be.
        let misspelt = matches!(last.problem, Problem::UnknownField { .. });
        let meant = last
            .problem
            .nearest()
            .filter(|_| misspelt)
            .map(str::to_owned);
        omitted.extend(left_out.map(|(head, name)| (head, meant.unwrap_or(name))));
        last = match read(text, &rest) {
            Ok(_) => return,
            Err(trouble) => trouble,
        };
        if !follows_from(&omitted, &last) {
            troubles.push(last.clone());
        }
        if troubles.len() >= MOST_TROUBLES {
            return;
        }
    }
}

/// True if a field is missing only because it was left out.
fn follows_from(omitted: &[(Span, String)], trouble: &Trouble) -> bool {
    match trouble.problem {
        Problem::MissingField { name } => omitted
            .iter()
            .any(|(head, field)| *head == trouble.span() && field == name),
        _ => false,
    }
}

/// Removes the innermost entry that holds the span: the field, key or list item. With
/// `whole_struct` the span is the head of a struct which is itself to go. Returns the struct and
/// field that are gone (none for keys and items, which nothing requires); `None` if nothing can go.
fn omit(
    text: &str,
    value: &mut Value,
    span: Span,
    whole_struct: bool,
) -> Option<Option<(Span, String)>> {
    let head = value.head();
    if whole_struct && head == span {
        return None;
    }
    match &mut value.form {
        Form::Struct(_, fields) => {
            let at = fields
                .iter()
                .position(|field| field.name.holds(span) || field.value.span.holds(span))?;
            let field = fields.get_mut(at)?;
            omit(text, &mut field.value, span, whole_struct).or_else(|| {
                let name = fields.remove(at).name.of(text).to_owned();
                Some(Some((head, name)))
            })
        }
        Form::Map(entries) => {
            let at = entries
                .iter()
                .position(|(key, value)| key.span.holds(span) || value.span.holds(span))?;
            let (_, inner) = entries.get_mut(at)?;
            omit(text, inner, span, whole_struct).or_else(|| {
                entries.remove(at);
                Some(None)
            })
        }
        Form::List(items) => {
            let at = items.iter().position(|item| item.span.holds(span))?;
            let item = items.get_mut(at)?;
            omit(text, item, span, whole_struct).or_else(|| {
                items.remove(at);
                Some(None)
            })
        }
        Form::Tuple(_, items) => {
            let item = items.iter_mut().find(|item| item.span.holds(span))?;
            omit(text, item, span, whole_struct)
        }
        Form::Number | Form::Text | Form::Word => None,
    }
}
