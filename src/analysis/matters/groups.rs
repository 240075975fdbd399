//! Shares of groups of inputs: what each group does on its own, and what groups do together.

use super::Totals;

/// A group for each input, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Group of each input.
    pub of: Vec<usize>,
    /// How many groups there are.
    pub count: usize,
}

/// Shares of the variance by group; together with the rest they make 1.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupShares {
    /// What the inputs of each group do on their own and with each other.
    pub alone: Vec<f64>,
    /// What inputs of different groups do together.
    pub together: f64,
    /// What no term of the surrogate explains.
    pub rest: f64,
}

impl Totals {
    /// Sums up shares by group.
    #[must_use]
    pub fn by_group(&self, groups: &Groups) -> GroupShares {
        let mut alone = vec![0.0; groups.count];
        let mut together = 0.0;
        for (set, share) in &self.sets {
            let mut own = set.iter().map(|factor| groups.of[*factor]);
            match own.next() {
                Some(first) if own.all(|group| group == first) => alone[first] += share,
                _ => together += share,
            }
        }
        GroupShares {
            alone,
            together,
            rest: self.rest,
        }
    }
}
