//! Damaged files: an answer with a place, at once, whatever the damage.

use crate::any;
use foretree::files::{self, Fault, Loaded, Problem};
use proptest::prelude::*;
use ron::extensions::Extensions;

const MALAWI: &str = include_str!("../fixtures/scenarios/malawi.ron");

/// Snippets that turn up where they should not.
const SNIPPETS: [&str; 34] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "//",
    "/*",
    "*/",
    "r#\"",
    "\"#",
    "#!",
    "NaN",
    "inf",
    "1e400",
    "-",
    "0x1F",
    "1_000",
    "Some(",
    "None",
    "Fixed(",
    "Beta(",
    "given: [",
    "probability:",
    "é",
    "\u{202e}",
    "\u{0}",
    "\r",
    "\n",
    "format: 2,",
];

/// One kind of damage to bytes.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize, usize),
    Double(usize, usize),
    Insert(usize, usize),
    Byte(usize, u8),
    Truncate(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<usize>;
    prop_oneof![
        (at(), 1_usize..60).prop_map(|(at, length)| Damage::Cut(at, length)),
        (at(), 1_usize..200).prop_map(|(at, length)| Damage::Double(at, length)),
        (at(), 0..SNIPPETS.len()).prop_map(|(at, which)| Damage::Insert(at, which)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        at().prop_map(Damage::Truncate),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    let length = bytes.len().max(1);
    match *damage {
        Damage::Cut(at, count) => {
            let start = at % length;
            bytes.drain(start.min(bytes.len())..(start + count).min(bytes.len()));
        }
        Damage::Double(at, count) => {
            let start = (at % length).min(bytes.len());
            let end = (start + count).min(bytes.len());
            let copy = bytes.get(start..end).unwrap_or_default().to_vec();
            bytes.splice(start..start, copy);
        }
        Damage::Insert(at, which) => {
            let start = (at % length).min(bytes.len());
            let snippet = SNIPPETS.get(which).copied().unwrap_or_default();
            bytes.splice(start..start, snippet.bytes());
        }
        Damage::Byte(at, byte) => {
            if let Some(place) = bytes.get_mut(at % length) {
                *place = byte;
            }
        }
        Damage::Truncate(at) => bytes.truncate(at % length),
    }
}

/// Reads damaged bytes and holds the answer against what is promised of every answer.
fn judge(bytes: &[u8]) -> Result<(), TestCaseError> {
    match files::parse_bytes(bytes, "damaged.ron") {
        Ok(loaded) => whole(&loaded),
        Err(Fault::Refused(refusal)) => {
            prop_assert!(!refusal.located.is_empty());
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
            for located in &refusal.located {
                let position = located.mark.position;
                prop_assert!((1..=lines).contains(&position.line), "{refusal}");
                prop_assert!(position.column >= 1);
                prop_assert!(!located.problem.to_string().is_empty());
            }
            let shown = refusal.to_string();
            prop_assert!(
                shown.lines().all(|line| line.chars().count() < 1_000),
                "{shown}"
            );
            let steers = shown.contains('\u{1b}');
            prop_assert!(!steers, "{}", shown);
            agrees_with_ron(bytes, &refusal.located[0].problem, &shown)
        }
        Err(other) => Err(TestCaseError::fail(format!("{other}"))),
    }
}

/// A file that is accepted is accepted in full.
fn whole(loaded: &Loaded) -> Result<(), TestCaseError> {
    prop_assert!(ron_accepts(&loaded.text).is_ok(), "{}", loaded.text);
    let saved = files::to_ron(&loaded.scenario);
    let again = files::parse(&saved, "again.ron");
    prop_assert_eq!(
        again.map(|again| again.scenario).ok(),
        Some(loaded.scenario.clone())
    );
    for finding in files::findings(&loaded.scenario) {
        let _ = loaded.mark(&finding.place);
    }
    Ok(())
}

fn ron_accepts(text: &str) -> Result<ron::Value, ron::error::SpannedError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text)
}

/// What we call bad RON must be bad RON for the `ron` crate as well, except for what scenario
/// files never hold.
fn agrees_with_ron(bytes: &[u8], problem: &Problem, shown: &str) -> Result<(), TestCaseError> {
    let is_form = matches!(
        problem,
        Problem::UnclosedText
            | Problem::UnclosedComment
            | Problem::UnclosedBracket { .. }
            | Problem::MissingComma { .. }
            | Problem::Unexpected { .. }
            | Problem::TextAfterEnd
            | Problem::BadText(_)
    );
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let foreign = text.contains(['\'', '#']) || text.contains("..") || text.contains("b\"");
    if is_form && !foreign {
        prop_assert!(ron_accepts(text).is_err(), "{shown}\n{text}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_example_with_one_damage_gets_an_answer(damage in damage()) {
        let mut bytes = MALAWI.as_bytes().to_vec();
        apply(&mut bytes, &damage);
        judge(&bytes)?;
    }

    #[test]
    fn the_example_with_many_damages_gets_an_answer(
        damages in proptest::collection::vec(damage(), 1..12)
    ) {
        let mut bytes = MALAWI.as_bytes().to_vec();
        damages.iter().for_each(|damage| apply(&mut bytes, damage));
        judge(&bytes)?;
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        judge(&bytes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_scenario_with_one_damage_gets_an_answer(
        scenario in any::scenario(),
        damage in damage(),
    ) {
        let mut bytes = files::to_ron(&scenario).into_bytes();
        apply(&mut bytes, &damage);
        judge(&bytes)?;
    }
}

/// Every way to break off the example.
#[test]
fn the_example_broken_off_anywhere_gets_an_answer() {
    for end in 0..MALAWI.len() {
        let bytes = MALAWI.as_bytes().get(..end).unwrap_or_default();
        if let Err(error) = judge(bytes) {
            panic!("broken off at {end}: {error}");
        }
    }
}
