//! A decision tree whose ends carry one payoff for each run.
//!
//! Nodes are laid down from the ends to the root, so children always stand before their parents:
//! every pass is a loop, trees may be as deep as memory allows, and a part that is shared
//! (coalesced) is laid down once. Owns the shape and its checks; knows no rule of choice.

use std::sync::Arc;

use super::fault::ChoiceFault;

/// Probabilities may miss 1 by this much.
const SLACK: f64 = 1e-9;

/// Place of a node in its tree: 0 for the first that was laid down.
pub type NodeId = usize;

/// The probability of a branch.
#[derive(Clone, Debug, PartialEq)]
pub enum Odds {
    /// The same in every run, 0..1.
    Same(f64),
    /// One for each run, 0..1: it is itself uncertain.
    Each(Arc<[f64]>),
}

impl Odds {
    /// The probability in one run.
    #[must_use]
    pub fn at(&self, run: usize) -> f64 {
        match self {
            Odds::Same(p) => *p,
            Odds::Each(all) => all.get(run).copied().unwrap_or(f64::NAN),
        }
    }
}

impl From<f64> for Odds {
    fn from(p: f64) -> Self {
        Odds::Same(p)
    }
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An end: larger payoffs are better. One value for each run, or one for all.
    End(Arc<[f64]>),
    /// Something that happens.
    Chance {
        /// Which event. Nodes of the same event in different parts of the tree turn out together:
        /// the luck is the same, though its odds may depend on the way there.
        event: usize,
        /// Probability and what follows.
        branches: Vec<(Odds, NodeId)>,
    },
    /// Something that is decided, with what follows each option.
    Decision(Vec<NodeId>),
}

/// A decision tree. The last node laid down is its root.
///
/// ```
/// use foretree::analysis::choices::{DecisionTree, Rule, roll_back};
///
/// // Drill for oil (payoff 100, one time in four) at a cost of 20, or sell the land for 3?
/// let mut tree = DecisionTree::new();
/// let oil = tree.end(80.0)?;
/// let dry = tree.end(-20.0)?;
/// let sell = tree.end(3.0)?;
/// let drill = tree.chance(0, [(0.25.into(), oil), (0.75.into(), dry)])?;
/// let root = tree.decision([drill, sell])?;
/// let rolled = roll_back(&tree, Rule::Expected)?;
/// assert_eq!(rolled.choice(root), Some(0));
/// assert_eq!(rolled.value(root), 5.0);
/// let careful = roll_back(&tree, Rule::Worst)?;
/// assert_eq!(careful.choice(root), Some(1));
/// # Ok::<(), foretree::analysis::choices::ChoiceFault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionTree {
    nodes: Vec<Node>,
    runs: usize,
    /// Weight of each run; all alike without.
    run_weights: Option<Arc<[f64]>>,
    /// Whether something leads to each node already.
    used: Vec<bool>,
    /// The first node that several lead to.
    shared: Option<NodeId>,
    /// Whether some probability differs by run.
    uncertain: bool,
}

impl Default for DecisionTree {
    fn default() -> Self {
        Self::new()
    }
}

impl DecisionTree {
    /// A tree with plain payoffs: a single run.
    #[must_use]
    pub fn new() -> Self {
        Self::with_runs(1)
    }

    /// A tree whose ends have one payoff for each of so many runs.
    #[must_use]
    pub fn with_runs(runs: usize) -> Self {
        DecisionTree {
            nodes: Vec::new(),
            runs,
            run_weights: None,
            used: Vec::new(),
            shared: None,
            uncertain: false,
        }
    }

    /// Lets runs count differently, for example 0 for those that are filtered out.
    ///
    /// # Errors
    /// Another number of weights than of runs; weights below 0; none above 0.
    pub fn weigh_runs(&mut self, weights: Vec<f64>) -> Result<(), ChoiceFault> {
        self.check_length(weights.len())?;
        if weights.iter().any(|w| !w.is_finite() || *w < 0.0) {
            return Err(ChoiceFault::NotANumber);
        }
        if weights.iter().all(|w| *w == 0.0) {
            return Err(ChoiceFault::NoWeight);
        }
        self.run_weights = Some(weights.into());
        Ok(())
    }

    /// Lays down an end with the same payoff in every run.
    ///
    /// # Errors
    /// A payoff that is not finite.
    pub fn end(&mut self, payoff: f64) -> Result<NodeId, ChoiceFault> {
        self.end_node(Arc::from([payoff]))
    }

    /// Lays down an end with one payoff for each run.
    ///
    /// # Errors
    /// Another number of payoffs than of runs; payoffs that are not finite.
    pub fn end_runs(&mut self, payoffs: impl Into<Arc<[f64]>>) -> Result<NodeId, ChoiceFault> {
        let payoffs = payoffs.into();
        self.check_length(payoffs.len())?;
        self.end_node(payoffs)
    }

    fn end_node(&mut self, payoffs: Arc<[f64]>) -> Result<NodeId, ChoiceFault> {
        if payoffs.iter().any(|v| !v.is_finite()) {
            return Err(ChoiceFault::NotANumber);
        }
        Ok(self.push(Node::End(payoffs)))
    }

    /// Lays down a chance node.
    ///
    /// # Errors
    /// No branch, unknown nodes, probabilities outside 0..1 or that do not sum to 1, parts that are
    /// shared while some probability differs by run.
    pub fn chance(
        &mut self,
        event: usize,
        branches: impl IntoIterator<Item = (Odds, NodeId)>,
    ) -> Result<NodeId, ChoiceFault> {
        let branches: Vec<(Odds, NodeId)> = branches.into_iter().collect();
        let after: Vec<NodeId> = branches.iter().map(|(_, next)| *next).collect();
        self.check_next(&after)?;
        self.check_odds(&branches)?;
        let uncertain = branches
            .iter()
            .any(|(odds, _)| matches!(odds, Odds::Each(_)));
        self.lead_to(&after, uncertain)?;
        Ok(self.push(Node::Chance { event, branches }))
    }

    /// Lays down a decision.
    ///
    /// # Errors
    /// No option, unknown nodes, parts that are shared while some probability differs by run.
    pub fn decision(
        &mut self,
        options: impl IntoIterator<Item = NodeId>,
    ) -> Result<NodeId, ChoiceFault> {
        let options: Vec<NodeId> = options.into_iter().collect();
        self.check_next(&options)?;
        self.lead_to(&options, false)?;
        Ok(self.push(Node::Decision(options)))
    }

    /// Notes which nodes are led to, so that nothing is shared where probabilities are uncertain.
    fn lead_to(&mut self, next: &[NodeId], uncertain: bool) -> Result<(), ChoiceFault> {
        let twice =
            |id: &&NodeId| self.used[**id] || next.iter().filter(|other| *other == *id).count() > 1;
        let shared = self.shared.or(next.iter().find(twice).copied());
        let uncertain = self.uncertain || uncertain;
        if let (Some(id), true) = (shared, uncertain) {
            return Err(ChoiceFault::SharedUncertain(id));
        }
        (self.shared, self.uncertain) = (shared, uncertain);
        next.iter().for_each(|id| self.used[*id] = true);
        Ok(())
    }

    fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.used.push(false);
        self.nodes.len() - 1
    }

    fn check_length(&self, found: usize) -> Result<(), ChoiceFault> {
        let wanted = self.runs;
        (found == wanted && wanted > 0)
            .then_some(())
            .ok_or(ChoiceFault::Length { found, wanted })
    }

    fn check_next(&self, next: &[NodeId]) -> Result<(), ChoiceFault> {
        if next.is_empty() {
            return Err(ChoiceFault::LeadsNowhere);
        }
        let unknown = next.iter().find(|id| **id >= self.nodes.len());
        unknown.map_or(Ok(()), |id| Err(ChoiceFault::UnknownNode(*id)))
    }

    fn check_odds(&self, branches: &[(Odds, NodeId)]) -> Result<(), ChoiceFault> {
        let mut uncertain = false;
        for (odds, _) in branches {
            if let Odds::Each(all) = odds {
                self.check_length(all.len())?;
                uncertain = true;
            }
        }
        for run in 0..if uncertain { self.runs } else { 1 } {
            let all = branches.iter().map(|(odds, _)| odds.at(run));
            let sum: f64 = all.clone().sum();
            let inside = all.clone().all(|p| (-SLACK..=1.0 + SLACK).contains(&p));
            if !inside || (sum - 1.0).abs() > SLACK {
                return Err(ChoiceFault::Probabilities(sum));
            }
        }
        Ok(())
    }

    /// All nodes, children before parents.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Number of runs behind each end.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// Weight of a run; 1 unless they were given weights.
    #[must_use]
    pub fn run_weight(&self, run: usize) -> f64 {
        let given = self.run_weights.as_ref();
        given.and_then(|all| all.get(run)).copied().unwrap_or(1.0)
    }

    /// The weights that were given to runs.
    #[must_use]
    pub fn run_weights(&self) -> Option<&[f64]> {
        self.run_weights.as_deref()
    }

    /// The last node laid down.
    ///
    /// # Errors
    /// A tree without nodes.
    pub fn root(&self) -> Result<NodeId, ChoiceFault> {
        self.nodes.len().checked_sub(1).ok_or(ChoiceFault::Empty)
    }

    /// Every decision, children before parents.
    #[must_use]
    pub fn decisions(&self) -> Vec<NodeId> {
        let all = self.nodes.iter().enumerate();
        all.filter(|(_, node)| matches!(node, Node::Decision(_)))
            .map(|(id, _)| id)
            .collect()
    }

    /// The options of a decision.
    ///
    /// # Errors
    /// Another node than a decision.
    pub fn options(&self, decision: NodeId) -> Result<&[NodeId], ChoiceFault> {
        match self.nodes.get(decision) {
            Some(Node::Decision(options)) => Ok(options),
            _ => Err(ChoiceFault::NoDecision),
        }
    }

    /// Every event, in increasing order.
    #[must_use]
    pub fn events(&self) -> Vec<usize> {
        let of = |node: &Node| match node {
            Node::Chance { event, .. } => Some(*event),
            _ => None,
        };
        let mut events: Vec<usize> = self.nodes.iter().filter_map(of).collect();
        events.sort_unstable();
        events.dedup();
        events
    }

    /// The same tree with other chances of an event, which may depend on the node.
    ///
    /// # Errors
    /// What [`DecisionTree::chance`] refuses.
    pub(super) fn with_odds(
        &self,
        event: usize,
        odds: impl Fn(NodeId, &[(Odds, NodeId)]) -> Vec<f64>,
    ) -> Result<Self, ChoiceFault> {
        let mut changed = self.clone();
        for (id, node) in changed.nodes.iter_mut().enumerate() {
            if let Node::Chance {
                event: own,
                branches,
            } = node
                && *own == event
            {
                let new = odds(id, branches);
                for ((old, _), new) in branches.iter_mut().zip(new) {
                    *old = Odds::Same(new);
                }
                self.check_odds(branches)?;
            }
        }
        Ok(changed)
    }

    /// The same tree with other nodes of the same kind in the same places.
    pub(super) fn with_nodes(nodes: Vec<Node>, runs: usize) -> Self {
        DecisionTree {
            nodes,
            ..Self::with_runs(runs)
        }
    }

    /// Whether some probability differs by run.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }
}
