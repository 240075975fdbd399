//! What it would be worth to know more before deciding.

use super::ask::ChoicesFault;
use super::tree::event_of;
use super::{Scene, told_decision};
use crate::analysis::choices::{
    ChoiceFault, Information, Payoffs, Rule, States, event_information, hindsight,
    partial_information, perfect_information, roll_back, run_values, state_values, strategies,
};
use crate::analysis::inputs::{InputColumn, inputs};
use crate::jobs::each;
use crate::report::choices::{InformationTold, Worth, WorthOf};
use crate::words::inputs::told;

/// Plans that are told apart when one number becomes known.
const MOST_PLANS: usize = 6;

/// Everything, every chance, every uncertain number.
pub(super) fn information(scene: &Scene<'_>) -> Result<InformationTold, ChoicesFault> {
    let numbers = inputs(&scene.results.scenario, scene.plan, scene.results.draws());
    let payoffs = payoffs(scene)?;
    let threads = scene.results.wish.workers();
    let worth = each(numbers.len(), threads, |place| {
        of_number(scene, &numbers[place], &payoffs)
    });
    let mut worth: Vec<WorthOf> = worth.into_iter().collect::<Result<Vec<_>, _>>()?;
    worth.retain(|own| own.worth.value > 0.0);
    Ok(InformationTold {
        everything: worth_of(everything(scene)?),
        chances: sorted(chances(scene)?),
        numbers: sorted(worth),
        looked_at: numbers.len(),
    })
}

fn sorted(mut all: Vec<WorthOf>) -> Vec<WorthOf> {
    all.sort_by(|a, b| b.worth.value.total_cmp(&a.worth.value));
    all
}

fn worth_of(found: Information) -> Worth {
    Worth {
        value: found.value,
        error: found.error,
        changes: found.changes,
    }
}

fn everything(scene: &Scene<'_>) -> Result<Information, ChoicesFault> {
    let tree = &scene.whole.tree;
    let states = States::of(tree, scene.plan.seed)?;
    let rolled = roll_back(tree, Rule::Expected)?;
    let taken = vec![state_values(tree, &rolled.choices, &states)];
    let table = Payoffs::weighted(taken, states.weights().to_vec())?;
    Ok(perfect_information(
        &table,
        Some(&hindsight(tree, &states)),
    )?)
}

fn chances(scene: &Scene<'_>) -> Result<Vec<WorthOf>, ChoicesFault> {
    let tree = &scene.whole.tree;
    let nodes = &scene.results.scenario.tree.nodes;
    let known = nodes.keys().filter_map(|node| {
        let event = event_of(&scene.results.scenario, node);
        match event_information(tree, event) {
            Err(ChoiceFault::UnknownEvent) => None,
            found => Some(found.map(|found| WorthOf {
                key: node.clone(),
                label: told_decision(scene.results, node).title,
                worth: worth_of(found),
            })),
        }
    });
    Ok(known.collect::<Result<_, _>>()?)
}

/// Payoffs of every plan in every run, chances averaged; of every option where there are too many
/// plans.
fn payoffs(scene: &Scene<'_>) -> Result<Payoffs, ChoicesFault> {
    let tree = &scene.whole.tree;
    let root = tree.root()?;
    let rows = match strategies(tree, MOST_PLANS) {
        Ok(plans) => plans
            .iter()
            .map(|plan| run_values(tree, &plan.by_node(tree), root))
            .collect(),
        Err(_) => scene
            .candidates
            .iter()
            .map(|own| own.runs.clone())
            .collect(),
    };
    // A condition on how chances turn out makes some runs likelier than others.
    let alike = || vec![1.0; tree.runs()];
    let weights = tree.run_weights().map_or_else(alike, <[f64]>::to_vec);
    Ok(Payoffs::weighted(rows, weights)?)
}

fn of_number(
    scene: &Scene<'_>,
    number: &InputColumn,
    payoffs: &Payoffs,
) -> Result<WorthOf, ChoiceFault> {
    let found = partial_information(&number.values, payoffs)?;
    let label = told(&scene.results.scenario, &number.input);
    Ok(WorthOf {
        key: format!("{:?}", number.input),
        label,
        worth: worth_of(found),
    })
}
