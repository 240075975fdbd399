//! The example scenarios that come with the program, so that it is useful without any file.

use indexmap::IndexMap;

use crate::scenario::{BaselineRef, Room, Scenario};

/// File name and text of an example.
macro_rules! example {
    ($name:literal) => {
        (
            concat!($name, ".ron"),
            include_str!(concat!("../../scenarios/", $name, ".ron")),
        )
    };
}

/// Name and text of each embedded example, the tutorial first. A new example is one line here.
pub const EXAMPLES: [(&str, &str); 11] = [
    example!("malawi-mast-or-phone"),
    example!("malawi-tax-power-masts"),
    example!("niger-who-connects"),
    example!("ethiopia-coders-or-first-users"),
    example!("rwanda-kinyarwanda-voice"),
    example!("togo-cash-by-algorithm"),
    example!("kenya-back-office-of-ai"),
    example!("bangladesh-after-graduation"),
    example!("haiti-what-still-works"),
    example!("vanuatu-one-cable"),
    example!("ldc-as-now"),
];

/// A small valid scenario for any country, from which a room can start.
pub const STARTER: &str = include_str!("starter.ron");

/// The example that a file name means: `malawi-mast-or-phone`, with or without `.ron` and with or
/// without `scenarios/` before it.
#[must_use]
pub fn example(name: &str) -> Option<(&'static str, &'static str)> {
    let name = name.strip_prefix("./").unwrap_or(name);
    let name = name.strip_prefix("scenarios/").unwrap_or(name);
    let stem = name.strip_suffix(".ron").unwrap_or(name);
    EXAMPLES
        .into_iter()
        .find(|(file, _)| file.strip_suffix(".ron") == Some(stem))
}

/// A scenario to start from: an example, or the starter, moved to another country.
///
/// Inputs and the reference country go, since they describe the country that the example is about;
/// so does who was in the room.
#[must_use]
pub fn moved_to(scenario: &Scenario, iso3: &str, title: String, notes: String) -> Scenario {
    let mut moved = scenario.clone();
    moved.title = title;
    moved.notes = notes;
    moved.room = Room::default();
    moved.dissent = Vec::new();
    moved.setting.baseline = BaselineRef::Country(iso3.to_owned());
    moved.setting.reference = None;
    moved.setting.inputs = IndexMap::new();
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_found_by_its_name_and_by_its_path() {
        for name in [
            "ldc-as-now",
            "ldc-as-now.ron",
            "scenarios/ldc-as-now.ron",
            "./scenarios/ldc-as-now.ron",
        ] {
            assert_eq!(
                example(name).map(|(file, _)| file),
                Some("ldc-as-now.ron"),
                "{name}"
            );
        }
        assert_eq!(example("other/ldc-as-now.ron"), None);
        assert_eq!(example("ldc"), None);
    }

    #[test]
    fn every_file_in_the_folder_of_examples_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
        let names = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let mut files: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        files.retain(|name| name.ends_with(".ron"));
        files.sort();
        let mut embedded: Vec<&str> = EXAMPLES.iter().map(|(file, _)| *file).collect();
        embedded.sort_unstable();
        assert_eq!(files, embedded);
    }

    #[test]
    fn every_embedded_text_can_be_read() {
        for (name, text) in EXAMPLES.into_iter().chain([("starter.ron", STARTER)]) {
            assert!(crate::files::parse(text, name).is_ok(), "{name}");
        }
    }
}
