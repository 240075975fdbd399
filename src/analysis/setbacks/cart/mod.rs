//! A second opinion: a classification tree (Breiman, Friedman, Olshen and Stone 1984, *CART*).
//!
//! Splits by Gini impurity; categories are ordered by their share of setbacks, which for two
//! classes finds the best split of all (their theorem 4.5). [`pruned`] cuts the tree back by cost
//! and complexity, and cross-validation says how far. [`Tree::rules`] are its leaves in words a
//! box could use.

mod grow;
mod prune;

pub use grow::grow;
pub use prune::{Pruned, pruned};

use super::prim::{Limit, Value};
use super::table::Fit;

/// How to grow a tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Questions on the longest way, at most.
    pub depth: usize,
    /// A leaf holds at least this share of the rows, 0..1.
    pub least_mass: f64,
    /// Parts of cross-validation, at least 2.
    pub folds: u64,
    /// Key of how rows are put into parts.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            depth: 5,
            least_mass: 0.02,
            folds: 10,
            seed: 1,
        }
    }
}

/// What a node asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Is the number at most this? The limit stands midway between two values.
    AtMost(f64),
    /// Is it one of some categories?
    OneOf {
        /// Those with the answer yes.
        yes: Vec<u16>,
        /// The others that were met here.
        no: Vec<u16>,
    },
}

/// A node of a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Share of all rows that come here, 0..1.
    pub mass: f64,
    /// Share of setbacks among them, 0..1.
    pub density: f64,
    /// Column, question, and where rows go on that answer yes and no; `None` = a leaf.
    pub split: Option<(usize, Question, usize, usize)>,
}

impl Node {
    /// Gini impurity times mass, with both classes counted: what a leaf costs.
    #[must_use]
    pub fn risk(&self) -> f64 {
        2.0 * self.mass * self.density * (1.0 - self.density)
    }
}

/// A tree; node 0 is the root.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Nodes, each before those below it.
    pub nodes: Vec<Node>,
}

/// The way to a leaf: limits that hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Limits by column, in the order of columns.
    pub limits: Vec<(usize, Limit)>,
    /// How well the leaf catches the setbacks.
    pub fit: Fit,
}

impl Tree {
    /// The leaf that a row comes to, by the value of each column.
    #[must_use]
    pub fn leaf(&self, value: &dyn Fn(usize) -> Value) -> usize {
        let mut at = 0;
        while let Some((column, question, yes, no)) = &self.nodes[at].split {
            at = match asks(question, value(*column)) {
                true => *yes,
                false => *no,
            };
        }
        at
    }

    /// Number of leaves.
    #[must_use]
    pub fn leaves(&self) -> usize {
        let leaf = |node: &&Node| node.split.is_none();
        self.nodes.iter().filter(leaf).count()
    }

    /// The leaves in which setbacks are commoner than among all rows, most setbacks first. Empty
    /// for a tree without a question.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        let all = self.nodes[0].density;
        let mut rules = Vec::new();
        let mut open: Vec<(usize, Vec<(usize, Limit)>)> = vec![(0, Vec::new())];
        while let Some((at, limits)) = open.pop() {
            let node = &self.nodes[at];
            match &node.split {
                None if node.density > all => rules.push(Rule {
                    fit: self.fit(node),
                    limits,
                }),
                None => {}
                Some((column, question, yes, no)) => {
                    open.push((*no, narrowed(&limits, *column, question, false)));
                    open.push((*yes, narrowed(&limits, *column, question, true)));
                }
            }
        }
        rules.sort_by(|a: &Rule, b| b.fit.coverage.total_cmp(&a.fit.coverage));
        rules
    }

    fn fit(&self, node: &Node) -> Fit {
        let (share, mass) = (self.nodes[0].density, node.mass);
        let coverage = mass * node.density / share;
        let spread = mass * (1.0 - mass) * share * (1.0 - share);
        Fit {
            coverage,
            density: node.density,
            mass,
            phi: match spread > 0.0 {
                true => mass * (node.density - share) / spread.sqrt(),
                false => 0.0,
            },
        }
    }
}

fn asks(question: &Question, value: Value) -> bool {
    match (question, value) {
        (Question::AtMost(limit), Value::Number(x)) => x <= *limit,
        (Question::OneOf { yes, .. }, Value::Category(code)) => yes.contains(&code),
        _ => false,
    }
}

/// The limits with the answer to one more question.
fn narrowed(
    limits: &[(usize, Limit)],
    column: usize,
    question: &Question,
    yes: bool,
) -> Vec<(usize, Limit)> {
    let mut limits = limits.to_vec();
    let place = limits.binary_search_by_key(&column, |(own, _)| *own);
    let known = place.ok().map(|place| limits[place].1.clone());
    let limit = match (question, known) {
        (Question::AtMost(x), known) => {
            let (low, high) = match known {
                Some(Limit::Range { low, high }) => (low, high),
                _ => (None, None),
            };
            match yes {
                true => Limit::Range {
                    low,
                    high: Some(*x),
                },
                false => Limit::Range {
                    low: Some(*x),
                    high,
                },
            }
        }
        // What was met here is within what was allowed before.
        (Question::OneOf { yes: some, .. }, _) if yes => Limit::OneOf(some.clone()),
        (Question::OneOf { no: others, .. }, _) => Limit::OneOf(others.clone()),
    };
    match place {
        Ok(place) => limits[place].1 = limit,
        Err(place) => limits.insert(place, (column, limit)),
    }
    limits
}
