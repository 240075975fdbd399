//! The inspector: everything that the language says of a node, a branch or an option, line by line.

use super::marks::Mark;
use crate::app::Document;
use crate::scenario::{Branch, Effect, Node, Op, Outcome, PathStep, Quantity, Scenario};
use crate::seeds::{Measure, catalogue};
use crate::tell;
use crate::words::{numbers, quantities};

/// What a line of the inspector shows, and what Enter edits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The question of the node, or what the branch says.
    Title,
    /// Chance or decision.
    Kind,
    /// Layer.
    Layer,
    /// Cluster of knowledge.
    Cluster,
    /// Year.
    Year,
    /// Who decides.
    Actor,
    /// The option that closes the decision.
    Choose,
    /// One branch or option, by its place.
    Outcome(usize),
    /// Probability of the branch.
    Probability,
    /// A probability after an earlier outcome, by its place.
    Given(usize),
    /// A new probability after an earlier outcome.
    AddGiven,
    /// Measures of the road map.
    Measures,
    /// An effect, by its place.
    Effect(usize),
    /// A new effect.
    AddEffect,
    /// Effort.
    Effort,
    /// Cost.
    Cost,
    /// What is not counted.
    NotCounted,
    /// Why.
    Rationale,
    /// Where it was read.
    Sources,
    /// What follows.
    Next,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct InspectorLine {
    /// What it is about.
    pub part: Part,
    /// Its label.
    pub label: String,
    /// Its value; empty = nothing was entered.
    pub value: String,
}

fn line(part: Part, label: String, value: impl Into<String>) -> InspectorLine {
    InspectorLine {
        part,
        label,
        value: value.into(),
    }
}

/// The lines of what is marked.
#[must_use]
pub fn lines(document: &Document, mark: &Mark) -> Vec<InspectorLine> {
    let scenario = &*document.scenario;
    let Some((id, node)) = mark.node(&scenario.tree) else {
        return Vec::new();
    };
    match mark
        .outcome
        .and_then(|place| node.outcomes().get(place).copied())
    {
        Some(outcome) => of_outcome(document, mark, id, node, &outcome),
        None => of_node(document, mark, id, node),
    }
}

fn of_node(document: &Document, mark: &Mark, id: &str, node: &Node) -> Vec<InspectorLine> {
    let mut lines = vec![
        line(Part::Title, tell!("line-question"), node.title()),
        line(Part::Kind, tell!("line-kind"), kind(node)),
        line(Part::Layer, tell!("line-layer"), layer(node.layer())),
        line(
            Part::Cluster,
            tell!("line-cluster"),
            cluster(node.certainty()),
        ),
        line(Part::Year, tell!("line-year"), node.year().to_string()),
        line(Part::Actor, tell!("line-actor"), node.actor()),
    ];
    if let Node::Decision(_) = node {
        let chosen = node.choose().and_then(|id| {
            let outcomes = node.outcomes();
            outcomes
                .iter()
                .find(|o| o.id == id)
                .map(|o| o.title.to_owned())
        });
        let value = chosen.unwrap_or_else(|| tell!("line-open"));
        lines.push(line(Part::Choose, tell!("line-choose"), value));
    }
    for (place, outcome) in node.outcomes().iter().enumerate() {
        let mut value = probability(document, mark, id, node, place).unwrap_or_default();
        if document
            .pinned
            .contains(&(id.to_owned(), outcome.id.to_owned()))
        {
            value.push_str(&tell!("line-pinned"));
        }
        lines.push(line(Part::Outcome(place), outcome.title.to_owned(), value));
    }
    lines.push(line(
        Part::Rationale,
        tell!("line-because"),
        node.rationale(),
    ));
    lines.push(line(
        Part::Sources,
        tell!("line-sources"),
        node.sources().join("; "),
    ));
    lines
}

fn of_outcome(
    document: &Document,
    mark: &Mark,
    id: &str,
    node: &Node,
    outcome: &Outcome<'_>,
) -> Vec<InspectorLine> {
    let mut lines = vec![line(Part::Title, tell!("line-title"), outcome.title)];
    lines.extend(chances(document, mark, id, node));
    lines.extend(consequences(outcome));
    let (rationale, sources) = reasons(node, mark.outcome.unwrap_or(0));
    lines.push(line(Part::Rationale, tell!("line-because"), rationale));
    lines.push(line(
        Part::Sources,
        tell!("line-sources"),
        sources.join("; "),
    ));
    let nodes = &document.scenario.tree.nodes;
    let next = outcome.next.and_then(|next| nodes.get(next));
    let next = next.map_or_else(|| tell!("line-end"), |next| next.title().to_owned());
    lines.push(line(Part::Next, tell!("line-next"), next));
    lines
}

/// How likely a branch is, in general and after earlier outcomes; nothing of an option.
fn chances(document: &Document, mark: &Mark, id: &str, node: &Node) -> Vec<InspectorLine> {
    let place = mark.outcome.unwrap_or(0);
    let Some(branch) = branch(node, place) else {
        return Vec::new();
    };
    let value = probability(document, mark, id, node, place).unwrap_or_default();
    let mut lines = vec![line(Part::Probability, tell!("line-probability"), value)];
    for (number, given) in branch.given.iter().enumerate() {
        let after = after(&document.scenario, &given.node, &given.branch);
        let label = tell!("line-given", after = after);
        lines.push(line(Part::Given(number), label, share(&given.probability)));
    }
    lines.push(line(Part::AddGiven, tell!("line-add-given"), ""));
    lines
}

/// What a branch or option changes and costs.
fn consequences(outcome: &Outcome<'_>) -> Vec<InspectorLine> {
    let mut lines = Vec::new();
    for (number, effect) in outcome.effects.iter().enumerate() {
        lines.push(line(
            Part::Effect(number),
            tell!("line-effect"),
            effect_line(effect),
        ));
    }
    lines.push(line(Part::AddEffect, tell!("line-add-effect"), ""));
    let measures: Vec<String> = outcome.adopts.iter().map(|m| measure_line(m)).collect();
    lines.push(line(
        Part::Measures,
        tell!("line-measures"),
        measures.join("; "),
    ));
    let effort = outcome
        .effort
        .map(|e| tell!("line-effort-points", points = e));
    lines.push(line(
        Part::Effort,
        tell!("line-effort"),
        effort.unwrap_or_default(),
    ));
    let cost = outcome
        .cost
        .map(|c| tell!("line-cost-value", value = quantities::quantity(c)));
    lines.push(line(
        Part::Cost,
        tell!("line-cost"),
        cost.unwrap_or_default(),
    ));
    lines.push(line(
        Part::NotCounted,
        tell!("line-not-counted"),
        outcome.not_counted,
    ));
    lines
}

/// Rationale and sources of a branch or option.
#[must_use]
pub fn reasons(node: &Node, place: usize) -> (&str, &[String]) {
    let found = match node {
        Node::Chance(node) => node
            .branches
            .get(place)
            .map(|b| (&*b.rationale, &*b.sources)),
        Node::Decision(node) => node
            .options
            .get(place)
            .map(|o| (&*o.rationale, &*o.sources)),
    };
    found.unwrap_or(("", &[]))
}

/// The branch at a place; `None` on decisions.
#[must_use]
pub fn branch(node: &Node, place: usize) -> Option<&Branch> {
    match node {
        Node::Chance(node) => node.branches.get(place),
        Node::Decision(_) => None,
    }
}

/// The probability of a branch where the mark stands, given what has happened before.
#[must_use]
pub fn probability(
    document: &Document,
    mark: &Mark,
    _id: &str,
    node: &Node,
    place: usize,
) -> Option<String> {
    let branch = branch(node, place)?;
    let history = mark.history(&document.scenario.tree);
    let steps: Vec<PathStep<'_>> = history
        .iter()
        .map(|(node, outcome)| PathStep { node, outcome })
        .collect();
    Some(share(branch.probability_after(&steps)))
}

/// A probability as people say it: `35 %`, or with its range where it is uncertain.
#[must_use]
pub fn share(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Fixed(value) => percent(*value),
        other => {
            let (low, high) = other.central();
            tell!(
                "line-share-range",
                middle = percent(other.median()),
                low = percent(low),
                high = percent(high)
            )
        }
    }
}

/// The same in the few columns of a picture: `35 %`, or `~35 %` where it is uncertain.
#[must_use]
pub fn share_short(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Fixed(value) => percent(*value),
        other => format!("~{}", percent((other.median() * 100.0).round() / 100.0)),
    }
}

/// A share in percent: whole, or finer where it would vanish.
#[must_use]
pub fn percent(value: f64) -> String {
    format!("{} %", numbers::exact((value * 1e4).round() / 1e2))
}

/// “Where does the money go? = masts”, or the ids where the node is gone.
fn after(scenario: &Scenario, node: &str, outcome: &str) -> String {
    let found = scenario.tree.nodes.get(node).and_then(|node| {
        let outcomes = node.outcomes();
        outcomes
            .iter()
            .find(|o| o.id == outcome)
            .map(|o| o.title.to_owned())
    });
    found.unwrap_or_else(|| format!("{node}={outcome}"))
}

fn kind(node: &Node) -> String {
    match node {
        Node::Chance(_) => tell!("line-chance"),
        Node::Decision(_) => tell!("line-decision"),
    }
}

/// The layer's letter and name.
#[must_use]
pub fn layer(layer: crate::scenario::Layer) -> String {
    use crate::scenario::Layer as L;
    match layer {
        L::Infrastructure => tell!("layer-infrastructure"),
        L::Data => tell!("layer-data"),
        L::Skills => tell!("layer-skills"),
        L::Policy => tell!("layer-policy"),
    }
}

/// The cluster as a verb.
#[must_use]
pub fn cluster(certainty: crate::scenario::Certainty) -> String {
    use crate::scenario::Certainty as C;
    match certainty {
        C::High => tell!("cluster-high"),
        C::Evolving => tell!("cluster-evolving"),
        C::Uncertain => tell!("cluster-uncertain"),
    }
}

/// An effect in a line: what it changes, how, by how much, how well it is known.
#[must_use]
pub fn effect_line(effect: &Effect) -> String {
    let meaning = catalogue()
        .path(&effect.path)
        .map_or_else(|| effect.path.clone(), |path| path.meaning.clone());
    let op = match effect.op {
        Op::Set => tell!("effect-set"),
        Op::Multiply => tell!("effect-multiply"),
        Op::Add => tell!("effect-add"),
    };
    tell!(
        "effect-line",
        what = meaning,
        op = op,
        value = quantities::quantity(&effect.magnitude),
        evidence = evidence(effect.evidence)
    )
}

/// How well something is known.
#[must_use]
pub fn evidence(evidence: crate::scenario::Evidence) -> String {
    use crate::scenario::Evidence as E;
    match evidence {
        E::A => tell!("evidence-a"),
        E::B => tell!("evidence-b"),
        E::C => tell!("evidence-c"),
    }
}

/// A measure's number and title.
#[must_use]
pub fn measure_line(id: &str) -> String {
    match catalogue().measure(id) {
        Some(measure) => format!("{id} {}", measure.title),
        None => id.to_owned(),
    }
}

/// What a measure is about and which paths an action of its kind would change.
#[must_use]
pub fn about_measure(measure: &Measure) -> String {
    let effects = measure.effects();
    let paths: Vec<&str> = effects.iter().map(|e| e.path.as_str()).collect();
    match paths.is_empty() {
        true => tell!("measure-no-effect", text = &measure.text),
        false => tell!(
            "measure-effects",
            text = &measure.text,
            effects = paths.join(", ")
        ),
    }
}
