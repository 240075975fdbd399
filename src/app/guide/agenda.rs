//! The agenda of a workshop, with a timer that counts whole minutes.

use crate::app::{App, Field, Form, Refusal};
use crate::tell;
use crate::words::tell;

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// What is done.
    pub title: String,
    /// Minutes that it may take.
    pub minutes: u32,
}

/// The agenda and where the workshop stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Items in their order.
    pub items: Vec<AgendaItem>,
    /// The item that runs, with the time when it began; `None` = the timer is off.
    pub running: Option<(usize, u64)>,
}

/// Four hours: message and minutes of each item.
const WORKSHOP: [(&str, u32); 10] = [
    ("agenda-frame", 20),
    ("agenda-drivers", 30),
    ("agenda-tree", 40),
    ("agenda-blind", 35),
    ("agenda-break", 15),
    ("agenda-predict", 20),
    ("agenda-setbacks", 25),
    ("agenda-compare", 30),
    ("agenda-signposts", 20),
    ("agenda-closing", 5),
];

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

impl Default for Agenda {
    fn default() -> Self {
        let item = |(id, minutes): &(&str, u32)| AgendaItem {
            title: tell(id, &[]),
            minutes: *minutes,
        };
        Agenda {
            items: WORKSHOP.iter().map(item).collect(),
            running: None,
        }
    }
}

impl Agenda {
    /// Does the timer run?
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Starts the timer with the first item, or stops it.
    pub fn toggle(&mut self, now: u64) {
        self.running = match self.running {
            None if !self.items.is_empty() => Some((0, now)),
            _ => None,
        };
    }

    /// Goes on to the next item; after the last one the timer stops.
    pub fn next(&mut self, now: u64) {
        self.running = self
            .running
            .map(|(at, _)| (at + 1, now))
            .filter(|(at, _)| *at < self.items.len());
    }

    /// Gives an item more or fewer minutes; at least one stays.
    pub fn stretch(&mut self, at: usize, by: i32) {
        if let Some(item) = self.items.get_mut(at) {
            item.minutes = item.minutes.saturating_add_signed(by).max(1);
        }
    }

    /// Whole minutes left of the item that runs; negative when it takes longer.
    #[must_use]
    pub fn minutes_left(&self, now: u64) -> Option<i64> {
        let (at, began) = self.running?;
        let spent = i64::try_from(now.saturating_sub(began) / MINUTE).unwrap_or(i64::MAX);
        Some(i64::from(self.items.get(at)?.minutes) - spent)
    }

    /// Milliseconds until another minute is over.
    #[must_use]
    pub fn next_tick(&self, now: u64) -> Option<u64> {
        let (_, began) = self.running?;
        Some(MINUTE - now.saturating_sub(began) % MINUTE)
    }

    /// The whole agenda, a line for each item.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        let line = |item: &AgendaItem| {
            tell!(
                "agenda-line",
                minutes = item.minutes,
                title = item.title.clone()
            )
        };
        self.items.iter().map(line).collect()
    }

    /// Minutes of all items.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.items.iter().map(|item| item.minutes).sum()
    }
}

/// Changes the title and the minutes of the marked item; an empty title removes it.
pub(super) fn rename(app: &mut App) {
    let at = app.guide.at;
    let Some(item) = app.guide.agenda.items.get(at).cloned() else {
        return;
    };
    let fields = vec![
        Field::text(tell!("agenda-title"), &item.title).hint(tell!("agenda-title-hint")),
        Field::text(tell!("agenda-minutes"), &item.minutes.to_string()),
    ];
    app.ask(Form::new(
        tell!("agenda-edit"),
        fields,
        move |app, values| {
            let title = values
                .first()
                .map(|v| v.trim().to_owned())
                .unwrap_or_default();
            let minutes = values
                .get(1)
                .and_then(|v| v.trim().parse().ok())
                .filter(|m| *m > 0);
            let minutes = minutes.ok_or_else(|| Refusal::new(1, tell!("agenda-no-minutes")))?;
            let items = &mut app.guide.agenda.items;
            if title.is_empty() && items.len() > 1 {
                items.remove(at.min(items.len() - 1));
            } else if let Some(item) = items.get_mut(at) {
                *item = AgendaItem { title, minutes };
            }
            Ok(Vec::new())
        },
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workshop_takes_four_hours() {
        assert_eq!(Agenda::default().total(), 240);
    }

    #[test]
    fn the_timer_counts_whole_minutes_and_goes_on_when_asked() {
        let mut agenda = Agenda::default();
        agenda.toggle(1_000);
        assert_eq!(agenda.minutes_left(1_000), Some(20));
        assert_eq!(agenda.next_tick(31_000), Some(30_000));
        assert_eq!(agenda.minutes_left(1_000 + 21 * MINUTE), Some(-1));
        agenda.next(2 * MINUTE);
        assert_eq!(agenda.minutes_left(2 * MINUTE), Some(30));
        (0..20).for_each(|_| agenda.next(0));
        assert!(!agenda.is_running());
    }

    #[test]
    fn nothing_ticks_while_the_timer_is_off() {
        assert_eq!(Agenda::default().next_tick(5), None);
    }
}
