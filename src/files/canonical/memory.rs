//! How the memory around the numbers is written: why a room met, what it guessed and will watch.

use super::layout::{Piece, fields, number, text, word};
use crate::scenario::{Blind, Dissent, Driver, Frame, Prediction, Room, Signpost};

/// Why the room met.
pub(super) fn frame(frame: &Frame) -> Piece {
    fields()
        .text("decider", &frame.decider)
        .text("decide_by", &frame.decide_by)
        .text("for_whom", &frame.for_whom)
        .texts("red_lines", &frame.red_lines)
        .text("success", &frame.success)
        .list("drivers", frame.drivers.iter().map(driver))
        .done()
}

fn driver(driver: &Driver) -> Piece {
    fields()
        .put("title", text(&driver.title))
        .some(
            "layer",
            driver.layer.map(|layer| word(format!("{layer:?}"))),
        )
        .put_if(driver.impact > 0, "impact", || word(driver.impact))
        .put_if(driver.uncertainty > 0, "uncertainty", || {
            word(driver.uncertainty)
        })
        .text("note", &driver.note)
        .some("node", driver.node.as_deref().map(text))
        .done()
}

/// Who met.
pub(super) fn room(room: &Room) -> Piece {
    fields()
        .text("date", &room.date)
        .texts("present", &room.present)
        .texts("missing", &room.missing)
        .done()
}

/// A view that the room did not share.
pub(super) fn dissent(dissent: &Dissent) -> Piece {
    fields()
        .put("on", text(&dissent.on))
        .put("view", text(&dissent.view))
        .done()
}

/// Something to watch.
pub(super) fn signpost(signpost: &Signpost) -> Piece {
    fields()
        .put("watch", text(&signpost.watch))
        .text("source", &signpost.source)
        .text("threshold", &signpost.threshold)
        .text("who", &signpost.who)
        .text("then", &signpost.then)
        .done()
}

/// A guess.
pub(super) fn prediction(prediction: &Prediction) -> Piece {
    fields()
        .put("indicator", text(&prediction.indicator))
        .put("year", word(prediction.year))
        .text("option", &prediction.option)
        .text("cohort", &prediction.cohort)
        .put("low", number(prediction.low))
        .put("high", number(prediction.high))
        .text("who", &prediction.who)
        .text("date", &prediction.date)
        .done()
}

/// When probabilities were settled.
pub(super) fn blind(blind: &Blind) -> Piece {
    fields()
        .text("locked", &blind.locked)
        .texts("changed_after", &blind.changed_after)
        .done()
}
