//! Scenarios that the tests share.

use foretree::analysis::assumed::closed;
use foretree::files;
use foretree::scenario::Scenario;

/// The embedded example of Malawi's tax, power and masts.
pub fn malawi() -> Scenario {
    let (name, text) = foretree::files::examples::EXAMPLES
        .iter()
        .find(|(name, _)| name.contains("malawi-tax"))
        .expect("an example");
    files::parse(text, name).expect("a sound example").scenario
}

/// The same with the first decision closed.
pub fn malawi_with(option: &str) -> Scenario {
    closed(&malawi(), "budget", option).expect("an option")
}

/// A small decision: `option` beside doing nothing, in Malawi.
pub fn small(option: &str) -> Scenario {
    let text = format!(
        "(format: 1, title: \"t\", question: \"q\", \
         setting: (baseline: Country(\"MWI\"), horizon: (2025, 2040)), \
         tree: (root: \"d\", nodes: {{\"d\": Decision(title: \"D\", layer: Infrastructure, \
         certainty: High, year: 2027, rationale: \"r\", options: [\
         (id: \"do\", title: \"Do\", effort: 1, effects: [{option}]), \
         (id: \"not\", title: \"Not\")])}}))"
    );
    files::parse(&text, "small.ron").unwrap().scenario
}
