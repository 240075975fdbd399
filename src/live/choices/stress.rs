//! What wildcards do to the choice, and how weak the effects of the best option may be. Simulates
//! with few draws.

use super::Scene;
use super::ask::{ChoicesAsk, Extra};
use crate::analysis::assumed::{assumed as assumed_of, closed};
use crate::analysis::choices::Difference;
use crate::files::vocabulary;
use crate::live::breakeven::{DRAWS, Search, Side, break_even};
use crate::live::results::{RunWish, simulate};
use crate::report::choices::{Choices, StressTold};

/// Every wildcard of the scenario in turn.
pub(super) fn stress(scene: &Scene<'_>, go_on: &mut dyn FnMut() -> bool) -> Vec<StressTold> {
    let wildcards = scene.results.scenario.wildcards.iter();
    let told = wildcards
        .map_while(|wildcard| go_on().then(|| struck(scene, &wildcard.id, &wildcard.title)));
    told.flatten().collect()
}

fn struck(scene: &Scene<'_>, wildcard: &str, title: &str) -> Option<StressTold> {
    let own = &scene.results.wish;
    let wish = RunWish {
        draws: Some(DRAWS.min(u32::try_from(scene.results.draws()).unwrap_or(DRAWS))),
        stress: Some(wildcard.to_owned()),
        ..own.clone()
    };
    let results = simulate(&scene.results.scenario, &wish, &mut |_| true).ok()?;
    let ask = ChoicesAsk {
        extra: Extra::default(),
        ..scene.ask.clone()
    };
    let there = super::scene(&results, &ask).ok()?;
    let sign = there.aim.sign;
    let means = there.candidates.iter().map(|own| sign * own.told.expected);
    let means: Vec<f64> = means.collect();
    let best = crate::analysis::choices::highest(&means)?;
    let usual = usual_best(scene);
    let lead = Difference::between(
        &there.candidates[best].runs,
        &there.candidates.get(usual)?.runs,
        None,
    );
    Some(StressTold {
        wildcard: wildcard.to_owned(),
        title: title.to_owned(),
        expected: there
            .candidates
            .iter()
            .map(|own| own.told.expected)
            .collect(),
        best,
        survives: best == usual || !lead.is_clear(),
        draws: results.draws(),
    })
}

fn usual_best(scene: &Scene<'_>) -> usize {
    ranked(scene).first().copied().unwrap_or(0)
}

/// Options by expected value, the best first.
fn ranked(scene: &Scene<'_>) -> Vec<usize> {
    let good = |place: &usize| scene.aim.sign * scene.candidates[*place].told.expected;
    let mut order: Vec<usize> = (0..scene.candidates.len()).collect();
    order.sort_by(|a, b| good(b).total_cmp(&good(a)).then(a.cmp(b)));
    order
}

/// What the best option assumes beyond the next best; with `extra.break_even` how weak that may be.
pub(super) fn assumed(scene: &Scene<'_>, found: &mut Choices, go_on: &mut dyn FnMut() -> bool) {
    let (Some(subject), Some(open)) = (scene.aim.only(), &scene.plan.open) else {
        return;
    };
    let order = ranked(scene);
    let [best, next, ..] = order.as_slice() else {
        return;
    };
    let option = |place: usize| {
        let id = &scene.candidates.get(place)?.told.option;
        closed(&scene.results.scenario, &open.node, id)
    };
    let (Some(ours), Some(theirs)) = (option(*best), option(*next)) else {
        return;
    };
    let plain = subject.plain();
    let all = assumed_of(&ours, Some(&theirs), &plain, vocabulary());
    found.assumed = Some(all.one_way());
    if !scene.ask.extra.break_even || scene.aim.year != scene.results.last_year() {
        return;
    }
    let mut search = Search::beside(&scene.results.scenario);
    search.plan.stress.clone_from(&scene.results.wish.stress);
    search
        .plan
        .condition
        .clone_from(&scene.results.wish.condition);
    search.threads = scene.results.wish.threads;
    let sides = (Side::of(&ours), Side::of(&theirs));
    // Without it the answer is still right: it says less.
    found.break_even = break_even(sides.0, sides.1, &plain, None, &search, go_on)
        .ok()
        .flatten();
}
