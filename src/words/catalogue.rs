//! Looking up and filling in messages.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The catalogue in English, one file per part of the program.
pub(super) const ENGLISH: [(&str, &str); 36] = [
    ("common", include_str!("en/common.ftl")),
    ("commands", include_str!("en/commands.ftl")),
    ("help", include_str!("en/help.ftl")),
    ("faults", include_str!("en/faults.ftl")),
    ("findings", include_str!("en/findings.ftl")),
    ("run", include_str!("en/run.ftl")),
    ("running", include_str!("en/running.ftl")),
    ("compare", include_str!("en/compare.ftl")),
    ("inputs", include_str!("en/inputs.ftl")),
    ("attribution", include_str!("en/attribution.ftl")),
    ("backcast", include_str!("en/backcast.ftl")),
    ("ranked", include_str!("en/ranked.ftl")),
    ("data", include_str!("en/data.ftl")),
    ("keys", include_str!("en/keys.ftl")),
    ("workbench", include_str!("en/workbench.ftl")),
    ("library", include_str!("en/library.ftl")),
    ("frame", include_str!("en/frame.ftl")),
    ("tree", include_str!("en/tree.ftl")),
    ("assumptions", include_str!("en/assumptions.ftl")),
    ("outcomes", include_str!("en/outcomes.ftl")),
    ("matters", include_str!("en/matters.ftl")),
    ("setbacks", include_str!("en/setbacks.ftl")),
    ("choices", include_str!("en/choices.ftl")),
    ("sentences", include_str!("en/sentences.ftl")),
    ("gains", include_str!("en/gains.ftl")),
    ("room", include_str!("en/room.ftl")),
    ("rounds", include_str!("en/rounds.ftl")),
    ("guide", include_str!("en/guide.ftl")),
    ("backtest", include_str!("en/backtest.ftl")),
    ("subjects", include_str!("en/subjects.ftl")),
    ("edits", include_str!("en/edits.ftl")),
    ("life", include_str!("en/life.ftl")),
    ("serve", include_str!("en/serve.ftl")),
    ("filter", include_str!("en/filter.ftl")),
    ("workshop", include_str!("en/workshop.ftl")),
    ("course", include_str!("en/course.ftl")),
];

/// One value of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// A whole number, shown with spaces between thousands; chooses singular or plural.
    Count(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

macro_rules! counts {
    ($($kind:ty),+) => { $(impl From<$kind> for Value<'_> {
        fn from(count: $kind) -> Self {
            Self::Count(i64::from(count))
        }
    })+ };
}
counts!(i32, u32, i64, u8);

/// The text of message `id` with `values` filled in.
///
/// An unknown id comes back as it is: a strange word on the screen is better than no program.
#[must_use]
pub fn tell(id: &str, values: &[(&str, Value<'_>)]) -> String {
    let bundle = english();
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        debug_assert!(false, "no message is called {id}");
        return id.to_owned();
    };
    let args: FluentArgs<'_> = values
        .iter()
        .map(|(name, value)| (*name, fluent(value)))
        .collect();
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    debug_assert!(errors.is_empty(), "message {id}: {errors:?}");
    text
}

/// Whether the catalogue holds a message of this id.
#[must_use]
pub fn known_message(id: &str) -> bool {
    english().has_message(id)
}

fn fluent<'a>(value: &'a Value<'_>) -> FluentValue<'a> {
    match value {
        Value::Text(text) => FluentValue::from(text.as_ref()),
        Value::Count(count) => FluentValue::from(*count),
    }
}

fn english() -> &'static FluentBundle<FluentResource> {
    static BUNDLE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent("en".parse().into_iter().collect::<Vec<_>>());
        // Marks that isolate left-to-right values would show as garbage in many terminals.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(whole_numbers));
        for (_, text) in ENGLISH {
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) => resource,
                Err((usable_part, _)) => usable_part,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// Numbers in messages are whole; thousands are set apart.
fn whole_numbers<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(super::numbers::whole(number.value)),
        _ => None,
    }
}
