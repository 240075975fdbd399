//! Why nothing can be made of judgements.

/// What is wrong with answers, or with what is asked of them.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ElicitationFault {
    /// A number that is not finite.
    #[error("not a number")]
    NotANumber,
    /// Fewer answers than the question needs.
    #[error("{found} are too few, {least} are needed")]
    TooFew {
        /// Answers there are.
        found: usize,
        /// Answers needed.
        least: usize,
    },
    /// Lists that belong together have different lengths.
    #[error("{found} where {wanted} are needed")]
    Length {
        /// Numbers found.
        found: usize,
        /// Numbers needed.
        wanted: usize,
    },
    /// A lower limit that is not below the upper one.
    #[error("limits {low} and {high} hold nothing between them")]
    Limits {
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// A value outside of the limits.
    #[error("{value} is outside of the limits {low} to {high}")]
    OutsideLimits {
        /// The value.
        value: f64,
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// A value that falls below the one before it.
    #[error("{after} comes after {before}: values must rise")]
    Order {
        /// The value before.
        before: f64,
        /// The value that is lower.
        after: f64,
    },
    /// Two probabilities for one value: certain, or not thought through.
    #[error("{0} was given twice")]
    Equal(f64),
    /// A probability out of its range, or out of order.
    #[error("probability {0} is out of range or out of order")]
    Level(f64),
    /// All probabilities on one side: a fit needs one of at most 0.4 and one of at least 0.6.
    #[error("probabilities {low} to {high} do not reach both sides of the middle")]
    OneSided {
        /// Least probability.
        low: f64,
        /// Greatest probability.
        high: f64,
    },
    /// How sure somebody is that a range holds the answer must be 0.5 to 1.
    #[error("{0} sure is out of range: 0.5 to 1")]
    Sureness(f64),
    /// A weight below 0.
    #[error("weight {0} is below 0")]
    NegativeWeight(f64),
    /// All weights are 0.
    #[error("the weights are all 0")]
    NoWeight,
    /// The family needs a limit that was not given.
    #[error("the family needs a limit")]
    NeedsLimit,
    /// No member of the family comes near the judgement.
    #[error("no fit")]
    NoFit,
    /// A curve that falls somewhere is no distribution.
    #[error("the curve does not rise everywhere")]
    Infeasible,
    /// What one member excludes is all that another allows.
    #[error("nothing that all hold possible")]
    NothingInCommon,
    /// An answer of 0 or 1 leaves no room for others: its log odds are infinite.
    #[error("an answer of {0} is certain")]
    Certain(f64),
    /// No quantity of a scenario file holds it on the scale of its place.
    #[error("the scale has no place for it")]
    Inexpressible,
    /// Everybody gives all items the same rank.
    #[error("all ranks are tied")]
    AllTied,
    /// Nobody answered in both rounds.
    #[error("nobody answered twice")]
    NoPairs,
}
