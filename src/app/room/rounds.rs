//! Looking at rounds, and what the trainer does with them.

use super::{RoundPage, Show, room_act};
use crate::app::{App, Confirm, Effect, Way};
use crate::tell;
use crate::workshop::{Question, RoomAct, RoomView, RoundState, RoundView, StageView};

/// Shows a round from its first page.
pub(super) fn look_at(app: &mut App, round: u32) {
    app.seat.show = Show::Round(round);
    app.seat.page = RoundPage::Marks;
    app.seat.line = 0;
}

/// The round that is looked at.
#[must_use]
pub fn chosen(app: &App) -> Option<&RoundView> {
    let Show::Round(number) = app.seat.show else {
        return None;
    };
    let rounds = &app.room.as_ref()?.rounds;
    rounds.iter().find(|round| round.number == number)
}

/// The newest closed stage of a round.
#[must_use]
pub fn closed_stage(round: &RoundView) -> Option<&StageView> {
    round.stages.last()
}

/// Lines of the page that is shown.
pub(super) fn lines(app: &App) -> usize {
    let Some(round) = chosen(app) else { return 0 };
    let results = closed_stage(round).map(|stage| &stage.results);
    match (app.seat.page, results) {
        (_, None) => 0,
        (RoundPage::Marks, Some(results)) => results.items.len(),
        (RoundPage::Reasons, Some(results)) => results.answers.len(),
        (RoundPage::Fits, Some(results)) => results.fits.len() + results.pools.len(),
        (RoundPage::Scores, Some(_)) => round.scores.len(),
    }
}

/// Closes the open stage; asks first if not all have answered.
pub(super) fn close(app: &mut App) -> Vec<Effect> {
    let Some(round) = super::open_round(app) else {
        return Vec::new();
    };
    let number = round.number;
    let close = move |app: &mut App| {
        look_at(app, number);
        room_act(RoomAct::CloseStage)
    };
    if round.answered > 0 && round.answered >= round.expected {
        return close(app);
    }
    let question = tell!(
        "room-close-stage-early",
        answered = round.answered,
        expected = round.expected
    );
    app.confirm(Confirm::new(
        question,
        vec![
            Way::nothing(tell!("room-close-stage-wait")),
            Way::new(tell!("room-close-stage-now"), close),
        ],
    ));
    Vec::new()
}

/// Why the last round has no next stage now.
pub(super) fn why_no_next_stage(room: &RoomView) -> Option<String> {
    match room.rounds.last() {
        None => Some(tell!("room-no-round")),
        Some(round) if round.state == RoundState::Open => Some(tell!("room-close-first")),
        Some(round) if matches!(round.question, Question::Calibration { .. }) => {
            Some(tell!("room-calibration-once"))
        }
        Some(round) if round.truth.is_some() => Some(tell!("room-revealed-already")),
        Some(_) => None,
    }
}
