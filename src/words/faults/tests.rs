//! Every fault of the library has its sentence, with its place.

use super::*;
use crate::files;

fn first(text: &str) -> Finding {
    let fault = files::parse(text, "t.ron").unwrap_err();
    of_file(&fault).into_iter().next().unwrap()
}

#[test]
fn a_wrong_field_is_told_with_its_place_and_the_nearest_name() {
    let finding = first(
        "(format: 1, titel: \"x\", setting: (baseline: Country(\"MWI\")), tree: (root: \"\", nodes: {}))",
    );
    assert_eq!((finding.line, finding.column), (Some(1), Some(13)));
    assert_eq!(finding.message, "there is no field `titel` here");
    assert_eq!(finding.help.as_deref(), Some("did you mean `title`?"));
    assert!(
        finding
            .shown
            .starts_with("error: there is no field `titel` here\n  --> t.ron:1:13")
    );
}

#[test]
fn what_the_catalogue_says_is_what_the_library_would_say() {
    // The library's plain texts are a fallback; both describe the same fault.
    for text in [
        "",
        "(",
        "(format: 99)",
        "(format: 1, title: 3)",
        "(format: 1 title: \"\")",
        "(format: NaN)",
        "#![enable(x)]",
    ] {
        let fault = files::parse(text, "t.ron").unwrap_err();
        let shown: Vec<String> = of_file(&fault)
            .into_iter()
            .map(|finding| finding.shown)
            .collect();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(
            words(&shown.join("\n\n")),
            words(&fault.to_string()),
            "{text}"
        );
    }
}

#[test]
fn an_unknown_country_comes_with_the_nearest_code() {
    let error = BaselineErrorOf::country("MWX");
    let (code, message, help) = of_baseline(&error);
    assert_eq!(
        (code, message.as_str()),
        ("unknown-country", "there is no country `MWX`")
    );
    assert!(help.is_some());
}

struct BaselineErrorOf;

impl BaselineErrorOf {
    fn country(iso3: &str) -> crate::seeds::BaselineError {
        let none = std::collections::BTreeMap::new();
        crate::seeds::country_baseline(iso3, crate::scenario::Exposure::Ilo2023, &none).unwrap_err()
    }
}
