//! What is wrong with the text of a scenario file.

use super::Said;
use crate::files::Problem;
use crate::tell;
use crate::words::Value;

/// The sentence for a problem.
pub(super) fn of_problem(problem: &Problem) -> Said {
    let said =
        |code: &'static str, values: &[(&str, Value<'_>)]| Said::new("problem", code, values);
    let one = |code, name, value: &str| said(code, &[(name, Value::from(value))]);
    match problem {
        Problem::NotUtf8 => said("not-utf8", &[]),
        Problem::Newer { format } => said("newer", &formats(*format)),
        Problem::NoSuchFormat { format } => said("no-such-format", &formats(*format)),
        Problem::TooManyValues { most } => said("too-many-values", &[("most", Value::from(*most))]),
        Problem::TooDeep { most } => said("too-deep", &[("most", Value::from(*most))]),
        Problem::Attribute => said("attribute", &[]),
        Problem::TextAfterEnd => said("text-after-end", &[]),
        Problem::StrayCharacter(c) => {
            one("stray-character", "found", &c.escape_debug().to_string())
        }
        Problem::UnclosedText => said("unclosed-text", &[]),
        Problem::UnclosedComment => said("unclosed-comment", &[]),
        Problem::UnclosedBracket {
            bracket,
            opened,
            found,
        } => said(
            "unclosed-bracket",
            &[
                ("bracket", Value::from(bracket.to_string())),
                ("line", Value::from(opened.line)),
                ("column", Value::from(opened.column)),
                ("found", Value::from(shown(found.as_deref()))),
            ],
        ),
        Problem::MissingComma {
            found,
            close,
            bracket,
            opened,
        } => said(
            "missing-comma",
            &[
                ("found", Value::from(shown(found.as_deref()))),
                ("close", Value::from(close.to_string())),
                ("bracket", Value::from(bracket.to_string())),
                ("line", Value::from(opened.line)),
                ("column", Value::from(opened.column)),
            ],
        ),
        Problem::Unexpected { found, expected } => said(
            "unexpected",
            &[
                ("found", Value::from(shown(found.as_deref()))),
                ("expected", Value::from(expected)),
            ],
        ),
        Problem::BadText(reason) => one("bad-text", "reason", reason),
        _ => of_value(problem),
    }
}

/// The sentence for a value or name that does not fit its place.
fn of_value(problem: &Problem) -> Said {
    let said =
        |code: &'static str, values: &[(&str, Value<'_>)]| Said::new("problem", code, values);
    let one = |code, name, value: &str| said(code, &[(name, Value::from(value))]);
    match problem {
        Problem::ExpectedText => said("expected-text", &[]),
        Problem::BadNumber(found) => one("bad-number", "found", found),
        Problem::NotFinite(found) => one("not-finite", "found", found),
        Problem::Overflow(found) => one("overflow", "found", found),
        Problem::NotWhole { found, min, max } => said(
            "not-whole",
            &[
                ("found", Value::from(found)),
                ("min", Value::from(min.to_string())),
                ("max", Value::from(max.to_string())),
            ],
        ),
        Problem::WrongForm { expected, found } => said(
            "wrong-form",
            &[
                ("expected", Value::from(expected)),
                ("found", Value::from(*found)),
            ],
        ),
        Problem::NumberForQuantity(found) => one("number-for-quantity", "found", found),
        Problem::WordInQuotes(word) => one("word-in-quotes", "word", word),
        Problem::SingleBrackets(word) => one("single-brackets", "word", word),
        Problem::UnknownField { name, known } => {
            let values = [
                ("name", Value::from(name)),
                ("known", Value::from(listed(known))),
            ];
            said("unknown-field", &values).or_nearest(problem.nearest())
        }
        Problem::UnknownWord { name, known } => {
            let values = [
                ("name", Value::from(name)),
                ("known", Value::from(listed(known))),
            ];
            said("unknown-word", &values).or_nearest(problem.nearest())
        }
        Problem::MissingField { name } => one("missing-field", "name", name),
        Problem::RepeatedField { name } => one("repeated-field", "name", name),
        Problem::RepeatedKey { key } => one("repeated-key", "name", key),
        Problem::WrongCount { expected, found } => said(
            "wrong-count",
            &[
                ("expected", Value::from(expected)),
                ("found", Value::from(*found)),
            ],
        ),
        other => one("other", "reason", &other.to_string()),
    }
}

fn formats(format: u64) -> [(&'static str, Value<'static>); 3] {
    [
        ("format", Value::from(format.to_string())),
        ("known", Value::from(crate::scenario::FORMAT)),
        ("version", Value::from(env!("CARGO_PKG_VERSION"))),
    ]
}

fn shown(found: Option<&str>) -> String {
    found.map_or_else(|| tell!("end-of-file"), |text| format!("`{text}`"))
}

fn listed(known: &[&str]) -> String {
    let quoted: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
