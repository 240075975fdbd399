//! The one way in which a scenario is written.
//!
//! Fields stand in the order of the types, maps and nodes in the order of the file; what is at
//! its default is left out, except for format, title, question, setting and simulation, which a
//! reader wants to see. The same scenario always gives the same bytes.

mod layout;
mod memory;
mod quantity;
mod setting;
mod tree;

pub(super) use layout::quoted;

use crate::scenario::{Blind, Correlation, Frame, Room, Scenario, Simulation};
use layout::{Piece, fields, items, number, text, word};

/// The scenario as canonical RON, ending in a line break.
#[must_use]
pub fn to_ron(scenario: &Scenario) -> String {
    let mut out = piece(scenario).to_text();
    out.push('\n');
    out
}

fn piece(scenario: &Scenario) -> Piece {
    fields()
        .put("format", word(scenario.format))
        .put("title", text(&scenario.title))
        .put("question", text(&scenario.question))
        .put_if(scenario.frame != Frame::default(), "frame", || {
            memory::frame(&scenario.frame)
        })
        .put_if(scenario.room != Room::default(), "room", || {
            memory::room(&scenario.room)
        })
        .text("notes", &scenario.notes)
        .texts("parked", &scenario.parked)
        .list("dissent", scenario.dissent.iter().map(memory::dissent))
        .text("review_by", &scenario.review_by)
        .put("setting", setting::setting(&scenario.setting))
        .put("simulation", simulation(&scenario.simulation))
        .map(
            "assumptions",
            scenario.assumptions.iter().map(quantity::assumption),
        )
        .list(
            "correlations",
            scenario.correlations.iter().map(correlation),
        )
        .put("tree", tree::tree(&scenario.tree))
        .list("wildcards", scenario.wildcards.iter().map(tree::wildcard))
        .list("signposts", scenario.signposts.iter().map(memory::signpost))
        .list(
            "predictions",
            scenario.predictions.iter().map(memory::prediction),
        )
        .put_if(scenario.blind != Blind::default(), "blind", || {
            memory::blind(&scenario.blind)
        })
        .on_lines()
}

fn simulation(simulation: &Simulation) -> Piece {
    fields()
        .put("draws", word(simulation.draws))
        .put("seed", word(simulation.seed))
        .put("sampling", word(format!("{:?}", simulation.sampling)))
        .done()
}

fn correlation(correlation: &Correlation) -> Piece {
    let (first, second) = &correlation.between;
    fields()
        .put("between", items(vec![text(first), text(second)]))
        .put("rank", number(correlation.rank))
        .done()
}

/// A quantity on one line.
pub(super) fn quantity_in_line(value: &crate::scenario::Quantity) -> String {
    let text = quantity::quantity(value).to_text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
