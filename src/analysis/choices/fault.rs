//! Why a question about choices has no answer.

/// What is wrong with a tree, a table of payoffs or a question about them.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ChoiceFault {
    /// A tree without nodes, or a table without options or scenarios.
    #[error("nothing to choose from")]
    Empty,
    /// A node leads on to one that was not laid down before it.
    #[error("node {0} does not exist yet")]
    UnknownNode(usize),
    /// A decision without options or a chance without branches.
    #[error("a node leads nowhere")]
    LeadsNowhere,
    /// Probabilities must lie in 0..1 and sum to 1; this is what they sum to.
    #[error("probabilities sum to {0}")]
    Probabilities(f64),
    /// A payoff or a level that is not a finite number.
    #[error("not a number")]
    NotANumber,
    /// Columns must have one value for each run.
    #[error("{found} values where {wanted} runs are")]
    Length {
        /// Values found.
        found: usize,
        /// Runs of the tree or table.
        wanted: usize,
    },
    /// No run has any weight.
    #[error("no run has weight")]
    NoWeight,
    /// A level, a share or a risk tolerance out of its range.
    #[error("level {0} is out of range")]
    Level(f64),
    /// No chance node has this event, or it has no such branch.
    #[error("no such event or branch")]
    UnknownEvent,
    /// The event happens twice on one way through the tree, so payoffs are not linear in its
    /// probability.
    #[error("the event happens twice on one way")]
    EventTwice,
    /// A part of the tree is shared where probabilities are uncertain: the way there tells which
    /// runs are likely, so it must be laid down once for each way.
    #[error("node {0} is shared where probabilities are uncertain")]
    SharedUncertain(usize),
    /// The node is no decision.
    #[error("not a decision")]
    NoDecision,
    /// More strategies than can be listed.
    #[error("more than {0} strategies")]
    TooManyStrategies(usize),
    /// Fewer runs than an estimate needs.
    #[error("{found} runs are too few, {least} are needed")]
    TooFewRuns {
        /// Runs there are.
        found: usize,
        /// Runs needed.
        least: usize,
    },
    /// Payoffs where only values above 0 make sense.
    #[error("a value below 0 where shares are compared")]
    Negative,
}
