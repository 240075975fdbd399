//! Scenarios of the room: opening them, handing in, giving back.

use std::sync::Arc;

use super::lines::{Entry, marked};
use super::room_act;
use crate::app::{App, Effect, Field, Form};
use crate::tell;
use crate::workshop::{HandedView, Piece, RoomAct, TableView};

/// Opens the marked scenario: a copy of one to start from, or one that was handed in.
pub(super) fn open(app: &App, entry: Entry) -> Vec<Effect> {
    let piece = app.room.as_ref().and_then(|room| match entry {
        Entry::Offered(place) => {
            let offered = room.scenarios.get(place)?;
            Some(Piece::Start(offered.file.clone()))
        }
        Entry::Handed(table, number) => {
            let table = room.tables.get(table)?;
            Some(piece(table, table.handed.get(number)?))
        }
        _ => None,
    });
    piece.map_or_else(Vec::new, |piece| room_act(RoomAct::Open(piece)))
}

/// Opens what a table has handed in last; tells about the table where it has not yet.
pub(super) fn open_newest(app: &mut App, place: usize) -> Vec<Effect> {
    let Some(room) = app.room.clone() else {
        return Vec::new();
    };
    let newest = room.tables.get(place).and_then(|table| {
        let last = table.handed.last()?;
        Some(piece(table, last))
    });
    match newest {
        Some(piece) => room_act(RoomAct::Open(piece)),
        None => {
            let entry = Entry::Table(place);
            let text = super::lines::about(app, &room, entry);
            app.show_page(entry.section(), text);
            Vec::new()
        }
    }
}

fn piece(table: &TableView, handed: &HandedView) -> Piece {
    Piece::Handed {
        table: table.id.clone(),
        number: handed.number,
    }
}

/// Asks what the table says about its scenario, then hands it in.
pub(super) fn hand_in(app: &mut App) {
    let Some(document) = app.shown() else { return };
    let title = tell!("room-hand-in", title = App::name(document));
    let field = Field::text(tell!("room-hand-in-field"), "").hint(tell!("room-hand-in-hint"));
    app.ask(Form::line(title, field, |app, comment| {
        let Some(document) = app.shown() else {
            return Err(tell!("edit-nothing-open"));
        };
        let scenario = Arc::clone(&document.scenario);
        let comment = comment.to_owned();
        Ok(room_act(RoomAct::HandIn { scenario, comment }))
    }));
}

/// The hand-in that is marked, or the newest one of the marked table: places of both.
pub(super) fn marked_hand_in(app: &App) -> Option<(usize, usize)> {
    match marked(app)? {
        Entry::Handed(table, number) => Some((table, number)),
        Entry::Table(place) => {
            let table = app.room.as_ref()?.tables.get(place)?;
            Some((place, table.handed.len().checked_sub(1)?))
        }
        _ => None,
    }
}

/// Asks what there is to say about a hand-in, then gives it back.
pub(super) fn hand_back(app: &mut App) {
    let found = marked_hand_in(app).and_then(|(table, number)| {
        let table = app.room.as_ref()?.tables.get(table)?;
        let handed = table.handed.get(number)?;
        let title = tell!("room-hand-back", table = &table.name, title = &handed.title);
        Some((title, table.id.clone(), handed.number))
    });
    let Some((title, table, number)) = found else {
        return;
    };
    let field = Field::text(tell!("room-hand-back-field"), "");
    app.ask(Form::line(title, field, move |_, comment| {
        Ok(room_act(RoomAct::HandBack {
            table: table.clone(),
            number,
            comment: comment.to_owned(),
        }))
    }));
}
