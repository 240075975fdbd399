//! The room's timer as it runs here.

use crate::app::App;
use crate::tell;

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

/// Milliseconds that the room's timer still runs; none without a timer.
fn left(app: &App) -> Option<u64> {
    let timer = app.room.as_ref()?.timer.as_ref()?;
    let since = app.now.saturating_sub(app.seat.came);
    Some((u64::from(timer.seconds_left) * 1_000).saturating_sub(since))
}

/// Milliseconds until the timer is told otherwise; none while nothing runs.
#[must_use]
pub fn next_tick(app: &App) -> Option<u64> {
    match left(app)? {
        0 => None,
        left => Some((left - 1) % MINUTE + 1),
    }
}

/// What the timer shows: whole minutes, begun ones counted.
#[must_use]
pub fn told(app: &App) -> Option<String> {
    let title = &app.room.as_ref()?.timer.as_ref()?.title;
    let left = left(app)?;
    let time = match left.div_ceil(MINUTE) {
        0 => tell!("room-time-up"),
        1 => tell!("room-last-minute"),
        minutes => tell!(
            "room-minutes-left",
            minutes = i64::try_from(minutes).unwrap_or(0)
        ),
    };
    Some(match title.as_str() {
        "" => time,
        title => tell!("room-time-of", title = title, time = time),
    })
}
