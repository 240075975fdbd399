//! What can keep a scenario from being simulated.

use thiserror::Error;

/// Why no plan could be made. Checked scenarios meet only the last kinds.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum PlanError {
    /// The setting names no baseline that exists, or a wrong one.
    #[error("{0}")]
    Baseline(#[from] crate::seeds::BaselineError),
    /// An effect, assumption or input names something the model does not know.
    #[error("the model has no `{0}`")]
    UnknownPath(String),
    /// A branch names a node that does not exist.
    #[error("there is no node `{0}`")]
    UnknownNode(String),
    /// A cohort or tag that the baseline does not have.
    #[error("there is no cohort `{0}`")]
    UnknownCohort(String),
    /// A wildcard that the scenario does not have.
    #[error("there is no wildcard `{0}`")]
    UnknownWildcard(String),
    /// A node at or before its parent's year, or outside the horizon.
    #[error("node `{0}` does not lie after the nodes before it and within the horizon")]
    Order(String),
    /// A node without branches.
    #[error("node `{0}` has no branches")]
    Childless(String),
    /// More paths than a plan may have.
    #[error("the tree has more than {0} paths")]
    TooManyPaths(usize),
    /// More cohorts than the equations take.
    #[error("a baseline has one to eight cohorts, not {0}")]
    Cohorts(usize),
    /// A quantity that is none, with the place it stands in.
    #[error("{place}: {reason}")]
    Quantity {
        /// Where it stands.
        place: String,
        /// What is wrong with it.
        reason: crate::sim::sample::QuantityError,
    },
    /// Correlations that cannot all hold at once.
    #[error("{0}")]
    Correlations(#[from] crate::sim::sample::CopulaError),
    /// More draws than the design has numbers for.
    #[error("{0}")]
    Design(#[from] crate::sim::sample::DesignError),
    /// A condition that cannot be asked of the scenario, or that nothing passes.
    #[error("{0}")]
    Condition(#[from] crate::sim::condition::ConditionFault),
    /// A horizon before the year after the base.
    #[error("the horizon ends in {0}, not after the base year")]
    Horizon(i32),
}
