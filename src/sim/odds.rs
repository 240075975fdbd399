//! How likely each path is: probabilities are weights laid over runs afterwards.

/// One node's probabilities for one history.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// One per branch, in the order of the file.
    pub branches: Vec<Chance>,
    /// True when some branch is uncertain: then the branches are scaled to sum to 1 per draw.
    pub uncertain: bool,
}

/// The probability of one branch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// A number.
    Fixed(f64),
    /// The value of a column.
    Column(usize),
}

/// One factor in the weight of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Factor {
    /// A branch of a chance node: (split, branch).
    Branch(usize, usize),
    /// An option of an open decision, one of so many.
    OpenOption(usize),
}

impl Split {
    /// Probability of a branch, given one draw's column values.
    pub fn probability(&self, branch: usize, value: impl Fn(usize) -> f64) -> f64 {
        let of = |chance: &Chance| match chance {
            Chance::Fixed(p) => *p,
            Chance::Column(c) => value(*c),
        };
        let Some(this) = self.branches.get(branch).map(of) else {
            return 0.0;
        };
        if !self.uncertain {
            return this;
        }
        let total: f64 = self.branches.iter().map(of).sum();
        if total > 0.0 {
            this / total
        } else {
            1.0 / self.branches.len() as f64
        }
    }
}
