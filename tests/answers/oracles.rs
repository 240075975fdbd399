//! Known answers, as other tools and papers give them: `tests/oracles`.

use serde_json::Value;

/// A file of known answers.
pub fn oracle(name: &str) -> Value {
    let path = format!("{}/tests/oracles/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_known_answer_names_its_source() {
    for name in [
        "decision_trees.json",
        "elicitation.json",
        "robustness_regret.json",
        "sobol_indices.json",
        "value_of_information.json",
    ] {
        let text = oracle(name).to_string();
        assert!(text.contains("\"source\":"), "{name}");
    }
}
