//! "Because we assumed it": which effects set a column apart from another, and whether all of
//! them pull the same way.
//!
//! Reads the scenario and the vocabulary of paths; runs nothing. How far the effects carry is for
//! a search of break-even points to find out.

use std::collections::HashSet;

use super::breakeven::EffectName;
use super::subject::Subject;
use crate::scenario::{
    Moved, Node, Outcome, Pull, Scenario, Tree, Vocabulary, default_effect_id, moved,
};
use crate::seeds::catalogue;

/// An effect that one column assumes and the other does not.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumedEffect {
    /// Which.
    pub name: EffectName,
    /// Which way it pulls what the question is about.
    pub pull: Pull,
}

/// Everything that a column assumes beyond another one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumed {
    /// Effects that reach what the question is about.
    pub effects: Vec<AssumedEffect>,
    /// Whether cost or effort is entered for any of the outcomes.
    pub paid: bool,
}

/// Which way all effects together pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OneWay {
    /// Every effect helps: the column cannot come out behind, whatever the numbers.
    OnlyHelps,
    /// Every effect harms.
    OnlyHarms,
    /// Some help and some harm, or it is not known which way they pull.
    Mixed,
    /// No effect reaches what the question is about.
    Nothing,
}

impl Assumed {
    /// Which way all effects together pull.
    #[must_use]
    pub fn one_way(&self) -> OneWay {
        let all = |pull: Pull| self.effects.iter().all(|effect| effect.pull == pull);
        match self.effects.is_empty() {
            true => OneWay::Nothing,
            false if all(Pull::Helps) => OneWay::OnlyHelps,
            false if all(Pull::Harms) => OneWay::OnlyHarms,
            false => OneWay::Mixed,
        }
    }
}

/// What `ours` assumes about the subject that `beside` does not. Without `beside`, all it assumes.
///
/// Decisions stand as they are chosen: an open one counts with all its options.
#[must_use]
pub fn assumed(
    ours: &Scenario,
    beside: Option<&Scenario>,
    subject: &Subject,
    vocabulary: &Vocabulary,
) -> Assumed {
    let mut found = Assumed::default();
    for (node, outcome) in apart(&ours.tree, beside.map(|other| &other.tree)) {
        found.paid |= outcome.cost.is_some() || outcome.effort.is_some();
        for moved in moved(vocabulary, &outcome) {
            if let Some(pull) = pull_on(subject, &moved, vocabulary) {
                let name = name(node, &outcome, &moved);
                found.effects.push(AssumedEffect { name, pull });
            }
        }
    }
    found
}

/// Names of all effects that set `ours` apart from `beside`, whatever they reach.
#[must_use]
pub fn set_apart(
    ours: &Scenario,
    beside: Option<&Scenario>,
    vocabulary: &Vocabulary,
) -> Vec<EffectName> {
    let outcomes = apart(&ours.tree, beside.map(|other| &other.tree));
    let of = |(node, outcome): &(&str, Outcome<'_>)| -> Vec<EffectName> {
        let all = moved(vocabulary, outcome);
        all.iter().map(|moved| name(node, outcome, moved)).collect()
    };
    outcomes.iter().flat_map(of).collect()
}

/// The scenario with one decision closed; `None` if there is no such option.
#[must_use]
pub fn closed(scenario: &Scenario, node: &str, option: &str) -> Option<Scenario> {
    let mut closed = scenario.clone();
    match closed.tree.nodes.get_mut(node) {
        Some(Node::Decision(decision)) if decision.options.iter().any(|o| o.id == option) => {
            decision.choose = Some(option.to_owned());
            Some(closed)
        }
        _ => None,
    }
}

fn name(node: &str, outcome: &Outcome<'_>, moved: &Moved<'_>) -> EffectName {
    let owner = format!("{node}.{}", outcome.id);
    let id = match (moved.pulled, moved.own) {
        (Some(id), _) => id.to_owned(),
        (None, Some(effect)) => effect.id_within(&owner),
        (None, None) => default_effect_id(&owner, moved.path),
    };
    EffectName {
        node: node.to_owned(),
        outcome: outcome.id.to_owned(),
        id,
        path: moved.path.to_owned(),
    }
}

/// Outcomes that can happen in one tree and not, with the same effects, in the other.
fn apart<'a>(ours: &'a Tree, beside: Option<&'a Tree>) -> Vec<(&'a str, Outcome<'a>)> {
    let theirs = beside.map(possible).unwrap_or_default();
    let same = |(node, outcome): &(&str, Outcome<'_>)| {
        theirs.iter().any(|(other_node, other)| {
            other_node == node
                && other.id == outcome.id
                && other.effects == outcome.effects
                && other.adopts == outcome.adopts
        })
    };
    let all = possible(ours).into_iter();
    all.filter(|outcome| !same(outcome)).collect()
}

/// Everything that can happen, given the decisions that are closed.
fn possible(tree: &Tree) -> Vec<(&str, Outcome<'_>)> {
    let mut seen = HashSet::new();
    let mut waiting = vec![tree.root.as_str()];
    let mut found = Vec::new();
    while let Some(id) = waiting.pop() {
        let Some((id, node)) = tree.nodes.get_key_value(id).filter(|_| seen.insert(id)) else {
            continue;
        };
        let chosen = node.choose();
        for outcome in node.outcomes() {
            if chosen.is_none_or(|chosen| chosen == outcome.id) {
                waiting.extend(outcome.next);
                found.push((id.as_str(), outcome));
            }
        }
    }
    found
}

/// Paths that decide who is online. Use does not depend on AI (MODEL 3.2), so nothing else does.
const ACCESS: [&str; 13] = [
    "coverage_rate",
    "coverage_equity",
    "coverage_loss",
    "use_growth",
    "use_slowdown",
    "use_noise",
    "price_decline",
    "price_odds_elasticity",
    "power_rate",
    "skill_rate",
    "skill_learning",
    "skill_odds_elasticity",
    "norm_relax_rate",
];

/// Groups of indicators that only [`ACCESS`] can move.
const ABOUT_ACCESS: &str = "connectivity";

/// Which way an effect pulls the subject; `None` if it cannot reach it.
fn pull_on(subject: &Subject, moved: &Moved<'_>, vocabulary: &Vocabulary) -> Option<Pull> {
    let about_access = about_access(subject);
    let access = ACCESS.contains(&moved.path);
    match (about_access, access) {
        (true, false) => None,
        // Whether a gap closes depends on whom a help reaches first; more access also brings more
        // people to where AI can harm them. The catalogue's directions do not tell.
        (true, true) if is_gap(subject) => Some(Pull::Unclear),
        (false, true) => Some(Pull::Unclear),
        _ => Some(moved.pull(vocabulary)),
    }
}

fn about_access(subject: &Subject) -> bool {
    match subject {
        Subject::Cohort { measure, .. } => {
            matches!(measure.as_str(), "usage" | "coverage" | "skills")
        }
        // The gap in use to another country moves with use here; only its sign is turned.
        Subject::Indicator(key) if key == "usage_gap_between" || key == "usage_lag_years" => true,
        Subject::Indicator(key) => catalogue()
            .indicator(key)
            .and_then(|indicator| serde_json::to_value(indicator.group).ok())
            .is_some_and(|group| group == ABOUT_ACCESS),
    }
}

fn is_gap(subject: &Subject) -> bool {
    let gaps = ["poor_gap_pp", "poor_gap_ratio", "gender_gap", "usage_gap"];
    matches!(subject, Subject::Indicator(key) if gaps.contains(&key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{examples::EXAMPLES, parse, vocabulary};

    fn malawi() -> Scenario {
        let found = EXAMPLES.iter().find(|(name, _)| name.contains("tax-power"));
        let (name, text) = found.unwrap();
        parse(text, name).unwrap().scenario
    }

    fn option(id: &str) -> Scenario {
        closed(&malawi(), "budget", id).unwrap()
    }

    #[test]
    fn a_tax_cut_is_ahead_because_we_assumed_that_it_helps() {
        let women = Subject::usage_of("poor_women");
        let found = assumed(
            &option("cut"),
            Some(&option("as_now")),
            &women,
            vocabulary(),
        );
        assert_eq!(found.one_way(), OneWay::OnlyHelps, "{found:?}");
        assert!(found.paid);
        let nodes: Vec<_> = found.effects.iter().map(|e| e.name.node.as_str()).collect();
        // What operators do with the cut belongs to the cut; rural power comes either way.
        assert!(nodes.contains(&"passed_on") && !nodes.contains(&"power"));
    }

    #[test]
    fn doing_nothing_assumes_nothing() {
        let women = Subject::usage_of("poor_women");
        let found = assumed(
            &option("as_now"),
            Some(&option("cut")),
            &women,
            vocabulary(),
        );
        assert_eq!(found.one_way(), OneWay::Nothing);
    }

    #[test]
    fn whom_a_help_reaches_first_decides_a_gap_so_no_direction_is_claimed() {
        let gap = Subject::Indicator("gender_gap".into());
        let found = assumed(&option("cut"), Some(&option("as_now")), &gap, vocabulary());
        assert_eq!(found.one_way(), OneWay::Mixed);
    }

    #[test]
    fn nobody_closes_a_decision_with_an_option_that_is_not_there() {
        assert!(closed(&malawi(), "budget", "prayer").is_none());
        assert!(closed(&malawi(), "power", "slow").is_none());
    }
}
