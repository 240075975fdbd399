//! How quantities, assumptions and effects are written.

use super::layout::{Piece, fields, items, list, named, number, text, word, wrapped};
use crate::scenario::{Assumption, Effect, Evidence, Quantity};

/// A quantity with its name.
pub(super) fn quantity(quantity: &Quantity) -> Piece {
    let three = |name, parts: [(&str, f64); 3]| {
        let written = parts.into_iter();
        written.fold(named(name), |fields, (name, value)| {
            fields.put(name, number(value))
        })
    };
    match *quantity {
        Quantity::Fixed(value) => wrapped("Fixed", vec![number(value)]),
        Quantity::Quantiles { p5, p50, p95 } => {
            three("Quantiles", [("p5", p5), ("p50", p50), ("p95", p95)]).done()
        }
        Quantity::Normal { mean, sd } => two("Normal", ("mean", mean), ("sd", sd)),
        Quantity::LogNormal { median, sd_log } => {
            two("LogNormal", ("median", median), ("sd_log", sd_log))
        }
        Quantity::Uniform { min, max } => two("Uniform", ("min", min), ("max", max)),
        Quantity::Triangular { min, mode, max } => {
            three("Triangular", [("min", min), ("mode", mode), ("max", max)]).done()
        }
        Quantity::Pert { min, mode, max } => {
            three("Pert", [("min", min), ("mode", mode), ("max", max)]).done()
        }
        Quantity::Beta {
            alpha,
            beta,
            min,
            max,
        } => three("Beta", [("alpha", alpha), ("beta", beta), ("min", min)])
            .put("max", number(max))
            .done(),
        Quantity::Discrete(ref points) => {
            let pair = |&(value, weight): &(f64, f64)| items(vec![number(value), number(weight)]);
            wrapped("Discrete", vec![list(points.iter().map(pair).collect())])
        }
    }
}

fn two(name: &'static str, first: (&str, f64), second: (&str, f64)) -> Piece {
    named(name)
        .put(first.0, number(first.1))
        .put(second.0, number(second.1))
        .done()
}

/// A probability: a certain one is written as the number.
pub(super) fn probability(probability: &Quantity) -> Piece {
    match probability {
        Quantity::Fixed(value) => number(*value),
        uncertain => quantity(uncertain),
    }
}

/// An assumption under its id.
pub(super) fn assumption((id, assumption): (&String, &Assumption)) -> (String, Piece) {
    let piece = fields()
        .put("value", quantity(&assumption.value))
        .text("rationale", &assumption.rationale)
        .some("evidence", evidence(assumption.evidence))
        .texts("sources", &assumption.sources)
        .done();
    (id.clone(), piece)
}

/// An effect.
pub(super) fn effect(effect: &Effect) -> Piece {
    fields()
        .some("id", effect.id.as_deref().map(text))
        .put("path", text(&effect.path))
        .put("op", word(format!("{:?}", effect.op)))
        .put("magnitude", quantity(&effect.magnitude))
        .some("start", effect.start.map(word))
        .put_if(effect.ramp > 0, "ramp", || word(effect.ramp))
        .some("duration", effect.duration.map(word))
        .put_if(effect.fade > 0, "fade", || word(effect.fade))
        .texts("cohorts", &effect.cohorts)
        .text("rationale", &effect.rationale)
        .some("evidence", evidence(effect.evidence))
        .texts("sources", &effect.sources)
        .done()
}

fn evidence(evidence: Evidence) -> Option<Piece> {
    (evidence != Evidence::default()).then(|| word(format!("{evidence:?}")))
}
