//! From what a room answered to a number in a scenario, with everything that belongs to it.

use crate::files::{quantity_from_ron, quantity_to_ron};
use crate::scenario::edit::{
    EditFault, Owner, Store, change_effect, effects, set_assumption, set_cost, set_probability,
};
use crate::scenario::{Assumption, Dissent, Evidence, Node, Quantity, Scenario};
use crate::workshop::{
    Adopted, AdoptedValue, Method, Minority, Pool, Question, Results, RoundView, Target,
};

/// Why nothing can be adopted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum AdoptFault {
    /// No stage of the round is closed, or nobody answered.
    #[error("nothing was answered yet")]
    NoAnswers,
    /// Answers were not put together this way.
    #[error("answers were not put together this way")]
    NoPool,
    /// The question does not say where its answer belongs.
    #[error("no place in a scenario")]
    NoTarget,
    /// The place cannot hold such an answer: a probability where a quantity belongs.
    #[error("the place holds another kind of number")]
    Kind,
    /// The effect is not there.
    #[error("no such effect")]
    NoEffect,
    /// What follows from the answers is no quantity.
    #[error("no quantity")]
    NoQuantity,
    /// The scenario does not take it.
    #[error("the scenario does not take it")]
    Edit(EditFault),
}

/// What to adopt, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Adoption {
    /// How answers are put together.
    pub method: Method,
    /// Where it belongs, if the question does not say or it is to go elsewhere.
    pub target: Option<Target>,
    /// What answers are multiplied by to get the unit of the place: 0.01 if the room was asked for
    /// percentages of what the file has as a share.
    pub times: f64,
    /// Title of the scenario.
    pub scenario: String,
    /// At how many tables people sit.
    pub tables: usize,
}

/// What the last closed stage of a round says, ready for the scenario and the record.
///
/// # Errors
/// No answers, no such pool, or no place for it.
pub fn adoption(round: &RoundView, wish: &Adoption) -> Result<Adopted, AdoptFault> {
    let results = &round.stages.last().ok_or(AdoptFault::NoAnswers)?.results;
    let spread = results.spread.as_ref().ok_or(AdoptFault::NoAnswers)?;
    let target = wish.target.as_ref().or(round.question.target());
    let target = target.ok_or(AdoptFault::NoTarget)?.clone();
    let mut pools = results.pools.iter();
    let pool = pools.find(|pool| pool.method == wish.method);
    let value = value(&round.question, pool.ok_or(AdoptFault::NoPool)?, wish.times)?;
    let fits = matches!(
        (&target, &value),
        (Target::Branch { .. }, AdoptedValue::Probability(_))
            | (
                Target::Assumption(_)
                    | Target::Input(_)
                    | Target::Effect { .. }
                    | Target::Cost { .. },
                AdoptedValue::Quantity(_)
            )
    );
    if !fits {
        return Err(AdoptFault::Kind);
    }
    let minority = results.dissent.iter().map(|one| Minority {
        answer: one.answer.clone(),
        reason: one.reason.clone(),
    });
    Ok(Adopted {
        round: round.number,
        scenario: wish.scenario.clone(),
        target,
        value,
        method: wish.method,
        experts: spread.answers,
        tables: wish.tables,
        from: spread.least,
        to: spread.greatest,
        unit: round.question.unit().to_owned(),
        reasons: reasons(results),
        minority: minority.collect(),
    })
}

fn value(question: &Question, pool: &Pool, times: f64) -> Result<AdoptedValue, AdoptFault> {
    let [p5, _, p50, _, p95] = pool.quantiles;
    if matches!(question, Question::Probability { .. }) {
        return Ok(AdoptedValue::Probability(rounded(p50)));
    }
    let [p5, p50, p95] = [p5, p50, p95].map(|value| rounded(value * times));
    if !(p5.is_finite() && p95.is_finite() && p5 < p50 && p50 < p95) {
        return Err(AdoptFault::NoQuantity);
    }
    let quantity = Quantity::Quantiles { p5, p50, p95 };
    Ok(AdoptedValue::Quantity(quantity_to_ron(&quantity)))
}

/// Three digits: what people said is not known better.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let places = 2 - value.abs().log10().floor() as i32;
    let scale = 10f64.powi(places);
    let near = (value * scale).round() / scale;
    if near.is_finite() { near } else { value }
}

/// Reasons of those who are no dissenters, each once, in the order of tags.
fn reasons(results: &Results) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for one in &results.answers {
        let apart = results
            .dissent
            .iter()
            .any(|other| other.expert == one.expert);
        if !apart && !one.reason.is_empty() && !reasons.contains(&one.reason) {
            reasons.push(one.reason.clone());
        }
    }
    reasons
}

/// Writes what was adopted into a scenario: the number at its place with `rationale` before what
/// stood there, graded as judgement, `source` among its sources, and one entry of `dissent` for
/// each of `views`. Texts come from the catalogue of words.
///
/// # Errors
/// The place is gone or does not take the number; the scenario is then as it was.
pub fn write_into(
    scenario: &mut Scenario,
    adopted: &Adopted,
    rationale: &str,
    source: &str,
    views: &[String],
) -> Result<(), AdoptFault> {
    let mut draft = scenario.clone();
    put(&mut draft, adopted, &Because { rationale, source })?;
    let on = place_of(&adopted.target);
    draft.dissent.extend(views.iter().map(|view| Dissent {
        on: on.clone(),
        view: view.clone(),
    }));
    *scenario = draft;
    Ok(())
}

/// Why a number stands where it stands.
struct Because<'a> {
    rationale: &'a str,
    source: &'a str,
}

impl Because<'_> {
    fn before(&self, rationale: &mut String, sources: &mut Vec<String>) {
        *rationale = match rationale.trim() {
            "" => self.rationale.to_owned(),
            old => format!("{} {old}", self.rationale),
        };
        if !sources.iter().any(|source| source == self.source) {
            sources.push(self.source.to_owned());
        }
    }
}

fn put(draft: &mut Scenario, adopted: &Adopted, why: &Because<'_>) -> Result<(), AdoptFault> {
    match (&adopted.target, &adopted.value) {
        (Target::Branch { node, branch }, AdoptedValue::Probability(p)) => {
            set_probability(
                draft,
                node,
                branch,
                None,
                *p,
                &std::collections::HashSet::new(),
            )
            .map_err(AdoptFault::Edit)?;
            explain_outcome(draft, node, branch, why)
        }
        (Target::Assumption(id), AdoptedValue::Quantity(text)) => {
            assume(draft, Store::Parameters, id, quantity(text)?, why)
        }
        (Target::Input(name), AdoptedValue::Quantity(text)) => {
            assume(draft, Store::Inputs, name, quantity(text)?, why)
        }
        (
            Target::Effect {
                node,
                outcome,
                effect,
            },
            AdoptedValue::Quantity(text),
        ) => change(draft, (node, outcome), effect, quantity(text)?, why),
        (Target::Cost { node, option }, AdoptedValue::Quantity(text)) => {
            set_cost(draft, node, option, Some(quantity(text)?)).map_err(AdoptFault::Edit)?;
            explain_outcome(draft, node, option, why)
        }
        _ => Err(AdoptFault::Kind),
    }
}

fn quantity(text: &str) -> Result<Quantity, AdoptFault> {
    quantity_from_ron(text).map_err(|_| AdoptFault::NoQuantity)
}

fn assume(
    draft: &mut Scenario,
    store: Store,
    id: &str,
    value: Quantity,
    why: &Because<'_>,
) -> Result<(), AdoptFault> {
    let old = crate::scenario::edit::assumption(draft, store, id).cloned();
    let mut assumption = old.unwrap_or(Assumption {
        value: value.clone(),
        rationale: String::new(),
        evidence: Evidence::C,
        sources: Vec::new(),
    });
    assumption.value = value;
    assumption.evidence = Evidence::C;
    why.before(&mut assumption.rationale, &mut assumption.sources);
    set_assumption(draft, store, id, assumption).map_err(AdoptFault::Edit)
}

fn change(
    draft: &mut Scenario,
    (node, outcome): (&str, &str),
    id: &str,
    value: Quantity,
    why: &Because<'_>,
) -> Result<(), AdoptFault> {
    let owner = Owner::Outcome {
        node: node.to_owned(),
        outcome: outcome.to_owned(),
    };
    let all = effects(draft, &owner).map_err(AdoptFault::Edit)?;
    let own = format!("{node}.{outcome}");
    let place = all.iter().position(|effect| effect.id_within(&own) == id);
    let place = place.ok_or(AdoptFault::NoEffect)?;
    change_effect(draft, &owner, place, |effect| {
        effect.magnitude = value;
        effect.evidence = Evidence::C;
        why.before(&mut effect.rationale, &mut effect.sources);
    })
    .map_err(AdoptFault::Edit)
}

fn explain_outcome(
    draft: &mut Scenario,
    node: &str,
    outcome: &str,
    why: &Because<'_>,
) -> Result<(), AdoptFault> {
    match draft.tree.nodes.get_mut(node) {
        Some(Node::Chance(chance)) => {
            let found = chance
                .branches
                .iter_mut()
                .find(|branch| branch.id == outcome);
            let branch = found.ok_or(AdoptFault::NoTarget)?;
            why.before(&mut branch.rationale, &mut branch.sources);
        }
        Some(Node::Decision(decision)) => {
            let found = decision
                .options
                .iter_mut()
                .find(|option| option.id == outcome);
            let option = found.ok_or(AdoptFault::NoTarget)?;
            why.before(&mut option.rationale, &mut option.sources);
        }
        None => return Err(AdoptFault::NoTarget),
    }
    Ok(())
}

/// How a scenario's dissent names the place.
#[must_use]
pub fn place_of(target: &Target) -> String {
    match target {
        Target::Branch { node, branch } => format!("{node}.{branch}"),
        Target::Effect { node, outcome, .. } => format!("{node}.{outcome}"),
        Target::Cost { node, option } => format!("{node}.{option}"),
        Target::Assumption(id) | Target::Input(id) => id.clone(),
    }
}
