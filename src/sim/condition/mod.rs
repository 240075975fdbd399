//! Conditional questions: "only runs where the frontier is fast and power is late".
//!
//! A condition is a conjunction of tests on what goes *into* a run: on inputs, which vary from draw
//! to draw, and on how nodes turn out, which tells paths apart. It becomes part of a plan
//! ([`super::PlanOptions::condition`]): draws that fail a test are never simulated, branches that
//! fail one are never grown. So every number of the run, counts by year included, and everything
//! that is computed from its plan, its numbers or its weights is about the rest, without knowing of
//! conditions. A draw that is kept has the bits that it has in the run without the condition.
//!
//! Knows the language of conditions and which draws and branches pass; simulates nothing.

mod branches;
mod common;
mod draws;
mod fault;
mod names;
mod parse;

use std::sync::Arc;

pub use branches::BranchTest;
pub use common::in_common;
pub use draws::ranked;
pub use fault::{ConditionFault, Kept};
pub use names::input_name;

pub(super) use branches::branch_tests;
pub(super) use draws::choose;

/// What must hold in a run; no tests = anything goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// All of them must hold.
    pub tests: Vec<Test>,
    /// The draws that pass, chosen beforehand, with the number of draws of the design they were
    /// chosen from; for runs beside another one that share its draws. In designs of that size the
    /// tests on inputs are not asked again.
    pub among: Option<(u32, Arc<Vec<u32>>)>,
    /// Tests on what a scenario does not have are passed over.
    pub lenient: bool,
}

/// One test on an input or a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// Id of a node, or name of an input (see [`input_name`]).
    pub name: String,
    /// What is wanted of it.
    pub wanted: Wanted,
    /// The test as it was typed.
    pub text: String,
    /// Where it stands in the text of the condition, in characters from 1.
    pub column: usize,
}

/// What a test wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// A value above this one, or this one too.
    Above(f64, bool),
    /// A value below this one, or this one too.
    Below(f64, bool),
    /// A value between the two, both included.
    Within(f64, f64),
    /// One of these outcomes of a node, or a part of an input's draws in words such as `high`.
    Words(Vec<String>),
    /// None of them.
    NotWords(Vec<String>),
}

impl Condition {
    /// Only the draws that another plan kept, whatever it kept them for: for a run beside it.
    #[must_use]
    pub fn same_draws(plan: &super::Plan) -> Self {
        Condition {
            among: plan
                .chosen
                .as_ref()
                .map(|chosen| (plan.asked, Arc::clone(chosen))),
            ..Condition::default()
        }
    }

    /// Whether everything passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty() && self.among.is_none()
    }

    /// The tests as they were typed, one by one.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.tests.iter().map(|test| test.text.clone()).collect()
    }

    /// This condition and another one; a test that is there already is not added again.
    #[must_use]
    pub fn and(mut self, other: Condition) -> Self {
        for test in other.tests {
            let same = |known: &Test| known.name == test.name && known.wanted == test.wanted;
            if !self.tests.iter().any(same) {
                self.tests.push(test);
            }
        }
        self.among = self.among.or(other.among);
        self.lenient |= other.lenient;
        self
    }
}
