//! Where the choice turns and what it hangs on.

use super::{Written, of_100, title, titles};
use crate::report::choices::{Choices, RegionTold, StressTold, StretchTold, Verdict};
use crate::report::run::Better;
use crate::tell;
use crate::words::sentences::{Lead, built_in, hangs_on};
use crate::words::tell;

/// Where the choice turns, one sentence for each chance that can turn it and one for all others.
#[must_use]
pub fn regions(choices: &Choices) -> Vec<String> {
    if choices.options.len() < 2 {
        return vec![tell!("choices-region-single")];
    }
    let (turning, still): (Vec<&RegionTold>, Vec<&RegionTold>) = choices
        .regions
        .iter()
        .partition(|region| region.stretches.len() > 1);
    let level = choices.verdicts.first();
    let level =
        level.filter(|verdict| !verdict.level_with.is_empty() && !choices.regions.is_empty());
    let mut told: Vec<String> = level.map(|own| tie(choices, own)).into_iter().collect();
    told.extend(turning.iter().map(|own| region(choices, own)));
    if let Some(first) = still.first() {
        let best = first.stretches.first().map_or(0, |stretch| stretch.best);
        let names: Vec<String> = still
            .iter()
            .map(|own| format!("“{}”", own.branch_title))
            .collect();
        told.push(tell!(
            "choices-region-never",
            best = title(choices, best),
            branches = names.join(", "),
        ));
    }
    if told.is_empty() {
        told.push(tell!("choices-region-none"));
    }
    told
}

/// That the options which are told apart below are the same answer now.
fn tie(choices: &Choices, level: &Verdict) -> String {
    tell!(
        "choices-region-level",
        best = title(choices, level.best),
        others = titles(choices, &level.level_with),
        lead = Written::of(choices).amount(level.ahead_by.unwrap_or(0.0)),
    )
}

/// Where the choice turns as one chance moves.
#[must_use]
pub fn region(choices: &Choices, region: &RegionTold) -> String {
    let inside = |s: &StretchTold| region.now >= s.from && region.now <= s.to;
    let Some(place) = region.stretches.iter().position(inside) else {
        return String::new();
    };
    let here = region.stretches[place];
    let below = place.checked_sub(1).map(|place| region.stretches[place]);
    let above = region.stretches.get(place + 1);
    let option = |best: Option<usize>| best.map_or("", |best| title(choices, best)).to_owned();
    let values = [
        ("best", title(choices, here.best).into()),
        ("branch", region.branch_title.as_str().into()),
        ("title", region.title.as_str().into()),
        ("now", of_100(region.now).into()),
        ("from", of_100(here.from).into()),
        ("to", of_100(here.to).into()),
        ("below", option(below.map(|s| s.best)).into()),
        ("above", option(above.map(|s| s.best)).into()),
    ];
    let id = match (below, above) {
        (Some(_), Some(_)) => "choices-region-between",
        (Some(_), None) => "choices-region-above",
        (None, Some(_)) => "choices-region-below",
        (None, None) => return String::new(),
    };
    let told = tell(id, &values);
    let errors = [below.and_then(|s| s.error), above.and(here.error)];
    let error = errors.into_iter().flatten().fold(0.0, f64::max);
    match error >= 0.005 {
        true => format!(
            "{told} {}",
            tell!("choices-region-error", error = of_100(error))
        ),
        false => told,
    }
}

/// What was assumed, and how weak it may be.
#[must_use]
pub fn assumed(choices: &Choices) -> Vec<String> {
    // What is level is not ahead because of anything.
    let clear = choices
        .verdicts
        .first()
        .filter(|verdict| verdict.level_with.is_empty());
    let Some(first) = clear else {
        return Vec::new();
    };
    let sign = match choices.objective.better {
        Better::Down => -1.0,
        _ => 1.0,
    };
    let mut order: Vec<usize> = (0..choices.options.len()).collect();
    let good = |place: &usize| sign * choices.options[*place].expected;
    order.sort_by(|a, b| good(b).total_cmp(&good(a)).then(a.cmp(b)));
    let (Some(way), Some(next)) = (choices.assumed, order.get(1)) else {
        return Vec::new();
    };
    let lead = Lead {
        column: title(choices, first.best),
        reference: title(choices, *next),
    };
    let turn = choices.break_even.as_ref().map(|found| found.whole);
    let mut told = vec![built_in(lead, way, turn)];
    if let Some(found) = &choices.break_even {
        let single = found.single.iter();
        let all = single.filter_map(|own| hangs_on(&own.effect.id, own.turn));
        told.extend(all.take(3));
    }
    told.retain(|text| !text.is_empty());
    told
}

/// What a wildcard does to the choice.
#[must_use]
pub fn stress(choices: &Choices, own: &StressTold) -> String {
    let usual = choices.verdicts.first().map_or(0, |verdict| verdict.best);
    let mut verdicts = choices.verdicts.iter().take(1);
    if !own.survives && verdicts.any(|verdict| verdict.level_with.contains(&own.best)) {
        return tell!(
            "choices-stress-parts",
            wildcard = &own.title,
            best = title(choices, own.best),
            usual = title(choices, usual),
        );
    }
    match own.survives {
        true => tell!(
            "choices-stress-survives",
            wildcard = &own.title,
            best = title(choices, usual),
        ),
        false => tell!(
            "choices-stress-turns",
            wildcard = &own.title,
            best = title(choices, own.best),
            usual = title(choices, usual),
        ),
    }
}
