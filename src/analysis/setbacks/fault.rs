//! Why nothing can be said about setbacks.

/// Fewer setbacks, or fewer runs without one, say nothing about what they share: a half-sample
/// would be left with ten.
pub const LEAST_CASES: usize = 20;

/// Why nothing can be said about setbacks.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Columns, outcomes and weights have different lengths, or there is no column or no row.
    Shape,
    /// A number that is not finite, in a column by its place.
    NotANumber {
        /// Place of the column.
        column: usize,
    },
    /// A weight that is negative or not finite, or all are zero.
    Weights,
    /// No run ends in a setback.
    NoSetbacks {
        /// Runs that were looked at.
        runs: usize,
    },
    /// Every run ends in a setback.
    AllSetbacks {
        /// Runs that were looked at.
        runs: usize,
    },
    /// Fewer setbacks than [`LEAST_CASES`].
    TooFewSetbacks {
        /// Runs that were looked at.
        runs: usize,
        /// Setbacks among them.
        setbacks: usize,
        /// About how many runs would have enough.
        needed: usize,
    },
    /// Fewer runs without a setback than [`LEAST_CASES`].
    TooFewOthers {
        /// Runs that were looked at.
        runs: usize,
        /// Runs without a setback.
        others: usize,
        /// About how many runs would have enough.
        needed: usize,
    },
    /// No column differs between runs, so none can tell them apart.
    Constant,
}

impl Fault {
    /// The fault of a sample with so many setbacks, if it has one.
    pub(super) fn of_counts(runs: usize, setbacks: usize, least: usize) -> Option<Fault> {
        let others = runs - setbacks;
        let enough = |some: usize| (least * runs).div_ceil(some.max(1));
        match (setbacks, others) {
            (0, _) => Some(Fault::NoSetbacks { runs }),
            (_, 0) => Some(Fault::AllSetbacks { runs }),
            (some, _) if some < least => Some(Fault::TooFewSetbacks {
                runs,
                setbacks,
                needed: enough(some),
            }),
            (_, some) if some < least => Some(Fault::TooFewOthers {
                runs,
                others,
                needed: enough(some),
            }),
            _ => None,
        }
    }
}
