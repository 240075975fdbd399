//! A tree with something of everything: an open decision, measures adopted twice, a moved frontier,
//! uncertain and overridden probabilities, correlated parameters, costs, a shock that fades.

use crate::support::runs::file;

/// What stands before the tree.
const GIVEN: &str = r#"
    assumptions: {
        "price_decline": (value: Quantiles(p5: 0.01, p50: 0.05, p95: 0.12), rationale: "r", evidence: B),
        "trust_loss": (value: Pert(min: 0.02, mode: 0.1, max: 0.4), rationale: "r", evidence: C),
    },
    correlations: [(between: ("policy_rate", "data_rate"), rank: 0.5)],
"#;

const MONEY: &str = r#"
    "money": Decision(title: "Money", layer: Infrastructure, certainty: High, year: 2027, options: [
        (id: "masts", title: "Masts", adopts: ["1.1", "1.2"], cost: Quantiles(p5: 8.0, p50: 15.0, p95: 30.0),
            next: "race"),
        (id: "as_now", title: "As now", next: "race"),
        MORE_MONEY
    ]),
"#;

const RACE: &str = r#"
    "race": Chance(title: "Race", layer: Policy, certainty: Uncertain, year: 2029, branches: [
        (id: "fast", title: "Fast", probability: Uniform(min: 0.1, max: 0.5),
            given: [(node: "money", branch: "masts", probability: 0.4)],
            effects: [
                (path: "frontier_growth", op: Multiply, magnitude: Uniform(min: 1.2, max: 2.0)),
                (path: "policy_rate", op: Multiply, magnitude: LogNormal(median: 0.7, sd_log: 0.2), ramp: 3),
            ], next: "storm"),
        (id: "slow", title: "Slow", probability: Uniform(min: 0.5, max: 0.9),
            given: [(node: "money", branch: "masts", probability: 0.6)], adopts: ["1.1", "5.3"], next: "storm"),
    ]),
"#;

const STORM: &str = r#"
    "storm": Chance(title: "Storm", layer: Infrastructure, certainty: Evolving, year: 2033, branches: [
        MORE_STORM
        (id: "hit", title: "Hit", probability: HIT, effects: [
            (path: "coverage_loss", op: Add, magnitude: Uniform(min: 0.05, max: 0.2), duration: 2, fade: 1),
            (path: "frontier_cap", op: Multiply, magnitude: Fixed(0.8)),
        ]),
        (id: "miss", title: "Miss", probability: MISS),
    ]),
"#;

const WILDCARDS: &str = r#"
    wildcards: [
        (id: "quake", title: "Quake", year: 2031, effects: [
            (path: "coverage_loss", op: Add, magnitude: Uniform(min: 0.2, max: 0.4), duration: 1)]),
        (id: "leak", title: "Leak", year: 2031, effects: [
            (path: "severity_median", op: Multiply, magnitude: Uniform(min: 2.0, max: 6.0))]),
    ],
"#;

/// Parts of the tree that tests change.
pub struct Parts {
    /// Further options, with commas.
    pub more_money: &'static str,
    /// Further branches, before the others, with commas.
    pub more_storm: &'static str,
    /// Probabilities of the storm.
    pub storm: (f64, f64),
}

impl Default for Parts {
    fn default() -> Self {
        Parts {
            more_money: "",
            more_storm: "",
            storm: (0.25, 0.75),
        }
    }
}

/// The tree as a file about Malawi, with South Africa as its reference.
pub fn rich(parts: &Parts) -> String {
    let money = MONEY.replace("MORE_MONEY", parts.more_money);
    let storm = STORM.replace("MORE_STORM", parts.more_storm);
    let storm = storm
        .replace("HIT", &format!("{:?}", parts.storm.0))
        .replace("MISS", &format!("{:?}", parts.storm.1));
    let rest = format!(
        "{GIVEN} tree: (root: \"money\", nodes: {{ {money} {RACE} {storm} }}), {WILDCARDS}"
    );
    file(r#"Country("MWI"), reference: "ZAF""#, &rest)
}

/// A chance with these branches in 2027, and nothing else.
pub fn one_chance(branches: &str) -> String {
    format!(
        "tree: (root: \"n\", nodes: {{\"n\": Chance(title: \"N\", layer: Policy, certainty: High, year: 2027, \
         branches: [{branches}])}})"
    )
}

/// One certain branch in 2027 that holds this, as a file about Malawi.
pub fn certain(holds: &str) -> String {
    let branch = format!("(id: \"b\", title: \"B\", probability: 1.0, {holds})");
    file(r#"Country("MWI"), reference: "ZAF""#, &one_chance(&branch))
}
