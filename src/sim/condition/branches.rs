//! Tests on how nodes turn out.

use super::{Condition, ConditionFault, Test, Wanted};
use crate::scenario::{Scenario, nearest};

/// A test on a node of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchTest {
    /// Id of the node.
    pub node: String,
    /// Its outcomes that are meant.
    pub outcomes: Vec<String>,
    /// Whether it must turn out in one of them; false = in none of them.
    pub wanted: bool,
}

impl BranchTest {
    /// Whether an outcome of a node ends every path that takes it.
    #[must_use]
    pub fn excludes(&self, node: &str, outcome: &str) -> bool {
        self.node == node && self.outcomes.iter().any(|own| own == outcome) != self.wanted
    }

    /// Whether a whole path passes. One that never meets the node passes only where outcomes are
    /// ruled out, not where one is wanted.
    #[must_use]
    pub fn passes(&self, history: &[(String, String)]) -> bool {
        let met = history.iter().find(|(node, _)| *node == self.node);
        match met {
            Some((node, outcome)) => !self.excludes(node, outcome),
            None => !self.wanted,
        }
    }
}

/// The tests of a condition that are about nodes.
///
/// # Errors
/// Outcomes that a node does not have, and numbers where it has outcomes.
pub(in crate::sim) fn branch_tests(
    condition: &Condition,
    scenario: &Scenario,
) -> Result<Vec<BranchTest>, ConditionFault> {
    let mut found = Vec::new();
    for test in &condition.tests {
        let Some(node) = scenario.tree.nodes.get(&test.name) else {
            continue;
        };
        let known: Vec<String> = node.outcomes().iter().map(|o| o.id.to_owned()).collect();
        let (words, wanted) = match &test.wanted {
            Wanted::Words(words) => (words, true),
            Wanted::NotWords(words) => (words, false),
            _ => {
                return Err(ConditionFault::NodeIsNoNumber {
                    column: test.column,
                    node: test.name.clone(),
                    known,
                });
            }
        };
        if let Some(word) = words.iter().find(|word| !known.contains(word))
            && !condition.lenient
        {
            return Err(unknown(test, word, known));
        }
        found.push(BranchTest {
            node: test.name.clone(),
            outcomes: words.clone(),
            wanted,
        });
    }
    Ok(found)
}

fn unknown(test: &Test, word: &str, known: Vec<String>) -> ConditionFault {
    let near = nearest(word, known.iter().map(String::as_str)).map(str::to_owned);
    ConditionFault::UnknownOutcome {
        column: test.column,
        node: test.name.clone(),
        found: word.to_owned(),
        nearest: near,
        known,
    }
}
