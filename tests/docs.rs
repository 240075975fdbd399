//! The documents keep their promises: examples can be read, links lead somewhere, names exist.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use foretree::files::{findings, parse};
use foretree::scenario::Severity;
use foretree::seeds::catalogue;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// The blocks of RON in the page about scenario files, without their indentation.
fn examples() -> Vec<String> {
    let page = document("docs/scenario-files.md");
    let blocks = page.split("```ron\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

fn assert_sound(text: &str) {
    let loaded = match parse(text, "docs/scenario-files.md") {
        Ok(loaded) => loaded,
        Err(fault) => panic!("{fault:?}"),
    };
    let errors: Vec<_> = findings(&loaded.scenario)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_scenario_in_the_page_about_the_format_is_sound() {
    assert_sound(&examples()[0]);
}

#[test]
fn the_made_up_place_in_the_page_about_the_format_is_sound() {
    let setting = &examples()[1];
    assert_sound(&format!(
        r#"(format: 1, title: "Made up", setting: ({setting}), tree: (root: "", nodes: {{}}))"#
    ));
}

#[test]
fn links_between_documents_lead_to_files() {
    let pages = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/command-line.md",
        "docs/model.md",
        "docs/scenario-files.md",
        "scenarios/README.md",
    ];
    for page in pages {
        let text = document(page);
        let folder = Path::new(ROOT).join(page).parent().unwrap().to_owned();
        for link in text.split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap();
            let outside = link.is_empty() || link.starts_with("http");
            let target: PathBuf = folder.join(link);
            assert!(outside || target.exists(), "{page} links to {link}");
        }
    }
}

#[test]
fn files_that_the_architecture_names_exist() {
    let page = document("ARCHITECTURE.md");
    let names = page.split('`').skip(1).step_by(2);
    let paths = names.filter(|name| name.contains('/') && name.ends_with(".rs"));
    for path in paths {
        let places = ["", "src", "src/sim", "src/model"];
        let found = places
            .iter()
            .any(|place| Path::new(ROOT).join(place).join(path).exists());
        assert!(found, "{path}");
    }
}

#[test]
fn the_page_about_the_model_names_every_parameter() {
    let page = document("docs/model.md");
    for parameter in catalogue().parameters.iter() {
        let name = format!("{} `{}`", parameter.symbol, parameter.id);
        assert!(page.contains(&name), "{name}");
    }
}
