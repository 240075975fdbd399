//! Effects that cannot act together: the result would depend on their order.

use super::effects::meant;
use super::report::Report;
use super::{Code, Given, node_place, outcomes_place};
use crate::scenario::paths::Paths;
use crate::scenario::{
    Closed, Effect, EffectFacts, Kind, Op, PathStep, Place, Quantity, Scale, TreePath, path_id,
};
use std::collections::{HashMap, HashSet};

/// What matters of an effect here. Effects that are alike in this conflict with the same others.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Manner<'a> {
    path: &'a str,
    set: bool,
    cohorts: u64,
    may_fall: bool,
    may_rise: bool,
}

impl Manner<'_> {
    fn conflicts(&self, other: &Self) -> bool {
        let opposite = (self.may_fall || other.may_fall) && (self.may_rise || other.may_rise);
        self.path == other.path
            && self.set == other.set
            && self.cohorts & other.cohorts != 0
            && (self.set || opposite)
    }
}

/// An effect that may conflict with others.
#[derive(Clone)]
struct Act<'a> {
    id: String,
    manner: Manner<'a>,
    place: Place,
}

pub(super) fn check(given: &Given<'_>, closed: Closed, report: &mut Report) {
    let deeds = deeds(given);
    let mut reported = HashSet::new();
    for path in Paths::new(&given.scenario.tree, closed) {
        if report.is_full() {
            return;
        }
        let acts = acts_on(given, &path, &deeds);
        pairs(&acts, &path_id(&path.steps), &mut reported, report);
    }
    wildcards(given, &deeds, &mut reported, report);
}

/// What an outcome does by itself, and the catalogue effects that its measures pull.
#[derive(Default)]
struct Deeds<'a> {
    own: Vec<Act<'a>>,
    pulled: Vec<&'a EffectFacts>,
}

type ByOutcome<'a> = HashMap<(&'a str, &'a str), Deeds<'a>>;

fn deeds<'a>(given: &Given<'a>) -> ByOutcome<'a> {
    let mut deeds: ByOutcome<'a> = HashMap::new();
    for (id, node) in &given.scenario.tree.nodes {
        for (number, outcome) in node.outcomes().into_iter().enumerate() {
            let place = outcomes_place(id, node).index(number).field("effects");
            let owner = format!("{id}.{}", outcome.id);
            let own = own_acts(given, outcome.effects, &owner, &place);
            let adopted: HashSet<&str> = outcome.adopts.iter().map(String::as_str).collect();
            let pulls = |effect: &&EffectFacts| {
                let mut measures = effect.measures.iter();
                measures.any(|measure| adopted.contains(measure.as_str()))
            };
            let pulled = given.vocabulary.effects.iter().filter(pulls).collect();
            deeds.insert((id, outcome.id), Deeds { own, pulled });
        }
    }
    deeds
}

fn own_acts<'a>(
    given: &Given<'a>,
    effects: &'a [Effect],
    owner: &str,
    place: &Place,
) -> Vec<Act<'a>> {
    let acts = effects.iter().enumerate().filter_map(|(number, effect)| {
        let Effect {
            path,
            op,
            magnitude,
            ..
        } = effect;
        let kind = given.vocabulary.paths.get(path)?.kind;
        let scale = Scale::of_effect(*op, kind, magnitude);
        let manner = manner(
            given,
            path,
            *op,
            kind,
            magnitude.support(scale),
            &effect.cohorts,
        )?;
        Some(Act {
            id: effect.id_within(owner),
            manner,
            place: place.index(number),
        })
    });
    fewest(acts)
}

/// Two of each manner suffice to find a conflict; bounds the time that a hostile file can take.
fn fewest<'a>(acts: impl Iterator<Item = Act<'a>>) -> Vec<Act<'a>> {
    let mut seen: HashMap<Manner<'a>, u8> = HashMap::new();
    acts.filter(|act| {
        let count = seen.entry(act.manner).or_default();
        *count = count.saturating_add(1);
        *count <= 2
    })
    .collect()
}

/// The manner of an effect, or none if it can conflict with nothing.
fn manner<'a>(
    given: &Given<'_>,
    path: &'a str,
    op: Op,
    kind: Kind,
    (low, high): (f64, f64),
    cohorts: &[String],
) -> Option<Manner<'a>> {
    let set = match (op, kind) {
        (Op::Set, _) => true,
        (Op::Add, Kind::Fraction) => false,
        _ => return None,
    };
    let everyone = cohorts.is_empty();
    let meant = cohorts.iter().map(|id| meant(given.cohorts, id));
    Some(Manner {
        path,
        set,
        cohorts: if everyone {
            u64::MAX
        } else {
            meant.fold(0, |all, one| all | one)
        },
        may_fall: low < 0.0,
        may_rise: high > 0.0,
    })
}

/// Everything that acts on one path of the tree; each catalogue effect once.
fn acts_on<'a>(given: &Given<'a>, path: &TreePath<'a>, deeds: &ByOutcome<'a>) -> Vec<Act<'a>> {
    let mut acts = Vec::new();
    let mut pulled: HashSet<&str> = HashSet::new();
    for step in &path.steps {
        let Some(deeds) = deeds.get(&(step.node, step.outcome)) else {
            continue;
        };
        acts.extend(deeds.own.iter().cloned());
        let new = deeds
            .pulled
            .iter()
            .filter(|effect| pulled.insert(&effect.id));
        acts.extend(new.filter_map(|effect| catalogue_act(given, effect, node_place(step.node))));
    }
    acts
}

fn catalogue_act<'a>(given: &Given<'a>, effect: &'a EffectFacts, place: Place) -> Option<Act<'a>> {
    let kind = given.vocabulary.paths.get(&effect.path)?.kind;
    let (p5, p50, p95) = effect.points;
    let support = Quantity::Quantiles { p5, p50, p95 }.support(effect.scale);
    Some(Act {
        id: effect.id.clone(),
        manner: manner(
            given,
            &effect.path,
            effect.op,
            kind,
            support,
            &effect.cohorts,
        )?,
        place,
    })
}

fn pairs(
    acts: &[Act<'_>],
    history: &str,
    reported: &mut HashSet<(String, String)>,
    report: &mut Report,
) {
    for (number, second) in acts.iter().enumerate() {
        let earlier = acts.iter().take(number);
        for first in earlier.filter(|first| first.manner.conflicts(&second.manner)) {
            add(first, second, history, reported, report);
        }
    }
}

fn add(
    first: &Act<'_>,
    second: &Act<'_>,
    history: &str,
    reported: &mut HashSet<(String, String)>,
    report: &mut Report,
) {
    if !reported.insert((first.id.clone(), second.id.clone())) {
        return;
    }
    let path = second.manner.path.to_owned();
    let (one, other) = (first.id.clone(), second.id.clone());
    let history = history.to_owned();
    let code = match second.manner.set {
        true => Code::TwoSets {
            path,
            first: one,
            second: other,
            history,
        },
        false => Code::OppositeAdds {
            path,
            first: one,
            second: other,
            history,
        },
    };
    report.add(second.place.clone(), code);
}

/// A wildcard may meet everything in the tree, one wildcard at a time.
fn wildcards(
    given: &Given<'_>,
    deeds: &ByOutcome<'_>,
    reported: &mut HashSet<(String, String)>,
    report: &mut Report,
) {
    let of_tree = given.scenario.tree.nodes.iter().flat_map(|(id, node)| {
        let outcomes = node.outcomes().into_iter();
        outcomes.flat_map(move |outcome| {
            let (node, outcome) = (id.as_str(), outcome.id);
            let steps = vec![PathStep { node, outcome }];
            acts_on(given, &TreePath { steps }, deeds)
        })
    });
    let of_tree = fewest(of_tree);
    for (number, wildcard) in given.scenario.wildcards.iter().enumerate() {
        if report.is_full() {
            return;
        }
        let place = Place::top()
            .field("wildcards")
            .index(number)
            .field("effects");
        let own = own_acts(given, &wildcard.effects, &wildcard.id, &place);
        pairs(&own, "", reported, report);
        for second in &own {
            for first in of_tree
                .iter()
                .filter(|first| first.manner.conflicts(&second.manner))
            {
                add(first, second, "", reported, report);
            }
        }
    }
}
