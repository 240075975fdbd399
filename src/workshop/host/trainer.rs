//! What only the trainer asks for.

use std::sync::Arc;

use super::acts::{Done, said};
use super::{ActRefusal, Host, Inner};
use crate::app::{App, Msg};
use crate::tell;
use crate::workshop::room::Room;
use crate::workshop::round::{Round, truth_of};
use crate::workshop::texts::{MOST_REMARK, plain_line};
use crate::workshop::{
    AgendaItem, Card, Event, Expert, MOST_ITEMS, Me, Minority, Origin, Question, Role, RoomAct,
    Seating, TableId, Truth, Who,
};

/// A workshop is over within a day.
const MOST_SECONDS: u32 = 24 * 60 * 60;
/// More rounds are no workshop.
const MOST_ROUNDS: usize = 200;
/// More items are no agenda.
const MOST_AGENDA: usize = 60;
/// More is not announced in a day.
const MOST_ANNOUNCEMENTS: usize = 500;
/// Results are not adopted more often.
const MOST_ADOPTED: usize = 500;

impl Inner {
    pub(super) fn lead(&mut self, host: &Host, act: RoomAct) -> Result<Done, ActRefusal> {
        match act {
            RoomAct::Announce(text) => {
                if self.room.announcements.len() >= MOST_ANNOUNCEMENTS {
                    return Err(ActRefusal::TooMany);
                }
                let text = said(&text)?;
                self.by_trainer(host, Event::Announced { text })
            }
            RoomAct::Agenda { items, at } => self.by_trainer(host, agenda(&items, at)?),
            RoomAct::StartTimer { title, seconds } => {
                if seconds == 0 || seconds > MOST_SECONDS {
                    return Err(ActRefusal::Empty);
                }
                let title = plain_line(&title, MOST_REMARK);
                self.by_trainer(host, Event::TimerStarted { title, seconds })
            }
            RoomAct::StopTimer => self.by_trainer(host, Event::TimerStopped),
            RoomAct::Lock(true) => self.by_trainer(host, Event::Locked),
            RoomAct::Lock(false) => self.by_trainer(host, Event::Unlocked),
            RoomAct::Lead(true) if host.seating == Seating::Folder => Err(ActRefusal::NeedsServer),
            RoomAct::Lead(true) => self.by_trainer(host, Event::FollowStarted),
            RoomAct::Lead(false) => self.stop_leading(host),
            RoomAct::HandBack {
                table,
                number,
                comment,
            } => self.hand_back(host, table, number, &comment),
            RoomAct::OpenRound(question) => self.open_round(host, question),
            RoomAct::OpenStage => self.open_stage(host),
            RoomAct::CloseStage => self.close_stage(host),
            RoomAct::Cards { from, cards } => self.cards(host, from, cards),
            RoomAct::Adopt(mut adopted) => {
                if self.room.adopted.len() >= MOST_ADOPTED {
                    return Err(ActRefusal::TooMany);
                }
                adopted.scenario = plain_line(&adopted.scenario, MOST_REMARK);
                adopted.minority.iter_mut().for_each(|one: &mut Minority| {
                    one.reason = plain_line(&one.reason, MOST_REMARK);
                });
                self.by_trainer(host, Event::Adopted(*adopted))
            }
            RoomAct::Reveal { round, truth } => self.reveal(host, round, truth),
            RoomAct::Close => self.by_trainer(host, Event::Closed),
            // Everything else is for others too.
            _ => Ok(None),
        }
    }

    fn by_trainer(&mut self, host: &Host, event: Event) -> Result<Done, ActRefusal> {
        self.keep(&host.now(), Who::Trainer, |_| Ok(event))?;
        Ok(None)
    }

    /// Everybody sees their own screen again.
    pub(super) fn stop_leading(&mut self, host: &Host) -> Result<Done, ActRefusal> {
        self.mirror = None;
        for seat in self.seats.values_mut() {
            seat.let_go = false;
            if seat.me.role != Role::Trainer {
                let _ = seat.out.send(Msg::Mirror(None));
            }
        }
        self.by_trainer(host, Event::FollowEnded)
    }

    fn hand_back(
        &mut self,
        host: &Host,
        table: TableId,
        number: u32,
        comment: &str,
    ) -> Result<Done, ActRefusal> {
        let comment = said(comment)?;
        self.keep(&host.now(), Who::Trainer, |room| {
            room.handed(&table, number).ok_or(ActRefusal::Gone)?;
            Ok(Event::HandedBack {
                table,
                number,
                comment,
            })
        })?;
        Ok(Some(tell!("workshop-handed-back")))
    }

    fn open_round(&mut self, host: &Host, question: Question) -> Result<Done, ActRefusal> {
        let question = sound(question)?;
        self.keep(&host.now(), Who::Trainer, |room| {
            if room.open_round().is_some() {
                return Err(ActRefusal::StillOpen);
            }
            if room.rounds.len() >= MOST_ROUNDS {
                return Err(ActRefusal::TooMany);
            }
            Ok(Event::RoundOpened {
                round: u32::try_from(room.rounds.len()).unwrap_or(u32::MAX) + 1,
                stage: 1,
                question,
            })
        })?;
        Ok(None)
    }

    fn open_stage(&mut self, host: &Host) -> Result<Done, ActRefusal> {
        self.keep(&host.now(), Who::Trainer, |room| {
            let last = room.rounds.last().ok_or(ActRefusal::NoRound)?;
            match () {
                () if last.is_open() => Err(ActRefusal::StillOpen),
                // Whoever knows what came out judges no more.
                () if last.truth.is_some() => Err(ActRefusal::Reveal),
                () => Ok(Event::RoundOpened {
                    round: last.number,
                    stage: last.last().number + 1,
                    question: last.question.clone(),
                }),
            }
        })?;
        Ok(None)
    }

    /// Closes the open stage; what came out of a calibration question is told at once.
    fn close_stage(&mut self, host: &Host) -> Result<Done, ActRefusal> {
        self.keep_all(&host.now(), |room| {
            let open = room.open_round().ok_or(ActRefusal::NoRound)?;
            let (round, stage) = (open.number, open.last().number);
            let mut events = vec![(Who::Trainer, Event::StageClosed { round, stage })];
            if let Question::Calibration { id, .. } = &open.question {
                let truth = truth_of(id);
                let told = truth.map(|truth| (Who::Host, Event::Revealed { round, truth }));
                events.extend(told);
            }
            Ok(events)
        })?;
        Ok(None)
    }

    fn cards(&mut self, host: &Host, from: Origin, cards: Vec<Card>) -> Result<Done, ActRefusal> {
        let count = cards.len();
        self.keep_all(&host.now(), |room| {
            let open = room.open_round().ok_or(ActRefusal::NoRound)?;
            for card in &cards {
                card.answer.check(&open.question)?;
            }
            Ok(answers(room, open, from, cards))
        })?;
        Ok(Some(tell!("workshop-cards-taken", count = count)))
    }

    fn reveal(&mut self, host: &Host, round: u32, truth: Truth) -> Result<Done, ActRefusal> {
        self.keep(&host.now(), Who::Trainer, |room| {
            let mut rounds = room.rounds.iter();
            let found = rounds
                .find(|one| one.number == round)
                .ok_or(ActRefusal::Gone)?;
            if found.is_open() {
                return Err(ActRefusal::StillOpen);
            }
            // Calibration questions tell their truth themselves.
            let own = matches!(found.question, Question::Calibration { .. });
            if own || !found.takes(&truth) {
                return Err(ActRefusal::Reveal);
            }
            Ok(Event::Revealed { round, truth })
        })?;
        Ok(None)
    }
}

impl Host {
    pub(super) fn show(&self, me: &Me, app: &App) {
        if me.role != Role::Trainer {
            return;
        }
        let mut inner = self.lock();
        if !inner.room.leading || !inner.seats.contains_key(&me.member) {
            return;
        }
        let mut shown = app.clone();
        // Nothing that only the trainer may see goes along.
        shown.room = Some(Arc::new(inner.public_view(self)));
        shown.mirror = None;
        shown.recording = None;
        let shown = Arc::new(shown);
        inner.mirror = Some(Arc::clone(&shown));
        for seat in inner.seats.values() {
            if seat.me.role != Role::Trainer && !seat.let_go {
                let _ = seat.out.send(Msg::Mirror(Some(Arc::clone(&shown))));
            }
        }
    }
}

fn agenda(items: &[AgendaItem], at: Option<usize>) -> Result<Event, ActRefusal> {
    if items.len() > MOST_AGENDA {
        return Err(ActRefusal::TooMany);
    }
    let one = |item: &AgendaItem| {
        Ok(AgendaItem {
            title: said(&item.title)?,
            minutes: item.minutes.min(MOST_SECONDS / 60),
        })
    };
    let items = items
        .iter()
        .map(one)
        .collect::<Result<Vec<_>, ActRefusal>>()?;
    let at = at.filter(|at| *at < items.len());
    Ok(Event::Agenda { items, at })
}

/// The events of cards. A card without a number gets the next free one.
fn answers(room: &Room, open: &Round, from: Origin, cards: Vec<Card>) -> Vec<(Who, Event)> {
    let number = |tag: &Expert| tag.0.strip_prefix('C')?.parse::<u32>().ok();
    let taken = room
        .rounds
        .iter()
        .flat_map(Round::experts)
        .filter_map(number);
    let given = cards.iter().filter_map(|card| card.number);
    let mut free = taken.chain(given).max().unwrap_or(0);
    let mut one = |card: Card| {
        let number = card.number.unwrap_or_else(|| {
            free = free.saturating_add(1);
            free
        });
        Event::Answered {
            round: open.number,
            stage: open.last().number,
            expert: Expert(format!("C{number:02}")),
            answer: card.answer,
            reason: plain_line(&card.reason, MOST_REMARK),
            from,
        }
    };
    cards
        .into_iter()
        .map(|card| (Who::Expert, one(card)))
        .collect()
}

/// A question as it may be shown to all.
fn sound(question: Question) -> Result<Question, ActRefusal> {
    Ok(match question {
        Question::Probability { of, target } => Question::Probability {
            of: worded(&of)?,
            target,
        },
        Question::Quantity {
            of,
            unit,
            limits,
            target,
        } => Question::Quantity {
            of: worded(&of)?,
            unit: plain(&unit),
            limits: rising(limits)?,
            target,
        },
        Question::Rank { items } => {
            if !(2..=MOST_ITEMS).contains(&items.len()) {
                return Err(ActRefusal::Question);
            }
            let items = items.iter().map(|item| worded(item));
            Question::Rank {
                items: items.collect::<Result<_, _>>()?,
            }
        }
        scored => sound_scored(scored)?,
    })
}

/// The same of questions whose answer somebody knows.
fn sound_scored(question: Question) -> Result<Question, ActRefusal> {
    match question {
        Question::Calibration {
            id,
            text,
            unit,
            limits,
            source,
        } => {
            truth_of(&id).ok_or(ActRefusal::Question)?;
            Ok(Question::Calibration {
                id,
                text: worded(&text)?,
                unit: plain(&unit),
                limits: rising(limits)?,
                source: plain(&source),
            })
        }
        Question::Prediction {
            scenario,
            indicator,
            cohort,
            year,
            option,
            text,
            unit,
        } => Ok(Question::Prediction {
            scenario: plain(&scenario),
            indicator: plain(&indicator),
            cohort: plain(&cohort),
            year,
            option: plain(&option),
            text: worded(&text)?,
            unit: plain(&unit),
        }),
        other => Ok(other),
    }
}

fn plain(text: &str) -> String {
    plain_line(text, MOST_REMARK)
}

fn worded(text: &str) -> Result<String, ActRefusal> {
    said(text).map_err(|_| ActRefusal::Question)
}

fn rising(limits: Option<(f64, f64)>) -> Result<Option<(f64, f64)>, ActRefusal> {
    match limits {
        Some((low, high)) if !(low < high && low.is_finite() && high.is_finite()) => {
            Err(ActRefusal::Question)
        }
        limits => Ok(limits),
    }
}
