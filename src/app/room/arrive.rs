//! News of the room, and what the room is told: where this member is, what it changed too late.

use std::sync::Arc;

use super::role;
use crate::app::{App, Code, DocumentId, Effect, Key, Level, Screen};
use crate::scenario::Scenario;
use crate::scenario::edit::{Change, what_it_affects};
use crate::tell;
use crate::workshop::{HandedView, Question, Role, RoomAct, RoomView};

/// Takes what this member may see of the room now.
pub(in crate::app) fn take(app: &mut App, view: Arc<RoomView>) {
    let before = app.room.replace(view);
    app.seat.came = app.now;
    if before.is_none() && app.screen == Screen::Library && app.documents.is_empty() {
        app.screen = Screen::Room;
    }
    let predicted = before.as_deref().is_some_and(predicts);
    let predicts = is_predicting(app);
    if predicted != predicts {
        app.documents.iter_mut().for_each(|d| d.covered = predicts);
    }
    if let Some(news) = before.as_deref().and_then(|before| given_back(app, before)) {
        app.say(news);
    }
    super::settle(app);
}

/// Does the room predict before it sees? Then what follows is covered until it is revealed.
#[must_use]
pub fn is_predicting(app: &App) -> bool {
    app.room.as_deref().is_some_and(predicts)
}

fn predicts(room: &RoomView) -> bool {
    let last = room.rounds.last();
    let open = |round: &&crate::workshop::RoundView| {
        matches!(round.question, Question::Prediction { .. }) && round.truth.is_none()
    };
    !room.closed && last.filter(open).is_some()
}

/// What the trainer has given back to this table since `before`.
fn given_back(app: &App, before: &RoomView) -> Option<String> {
    let answered = |room: &RoomView| -> Vec<HandedView> {
        let mine = room.my_table().map(|table| table.handed.clone());
        let all = mine.unwrap_or_default().into_iter();
        all.filter(|handed| handed.answer.is_some()).collect()
    };
    let old = answered(before);
    let now = answered(app.room.as_ref()?);
    let new = now.into_iter().find(|handed| !old.contains(handed))?;
    Some(tell!(
        "room-given-back",
        title = new.title,
        comment = new.answer.unwrap_or_default()
    ))
}

/// Tells the room where this member is, if that has changed.
pub(in crate::app) fn tell_where(app: &mut App) -> Option<Effect> {
    app.room.as_ref()?;
    let scenario = app.shown().map(|document| Arc::clone(&document.scenario));
    let now = (app.screen, scenario);
    let same = app.seat.told.as_ref().is_some_and(|told| {
        let pointers = |one: &Option<Arc<Scenario>>| one.as_ref().map(Arc::as_ptr);
        told.0 == now.0 && pointers(&told.1) == pointers(&now.1)
    });
    if same {
        return None;
    }
    if app
        .seat
        .told
        .as_ref()
        .is_some_and(|told| told.0 == Screen::Room)
    {
        // Whoever goes on from here has read what was said.
        app.seat.heard = app.room.as_ref()?.announcements.len();
    }
    app.seat.told = Some(now.clone());
    Some(Effect::Room(RoomAct::At {
        screen: now.0.id().to_owned(),
        scenario: now.1,
    }))
}

/// Tells the room of a change of mind after the numbers were seen.
pub(in crate::app) fn changed_after_reveal(
    app: &App,
    document: DocumentId,
    before: &Scenario,
    what: &str,
) -> Option<Effect> {
    let after = &app.document(document)?.scenario;
    if role(app) != Some(Role::Table) || what_it_affects(before, after) == Change::Nothing {
        return None;
    }
    let room = app.room.as_ref()?;
    let revealed = room.rounds.iter().any(|round| match &round.question {
        Question::Prediction { scenario, .. } => round.truth.is_some() && *scenario == before.title,
        _ => false,
    });
    let told = room
        .changed_after
        .last()
        .is_some_and(|last| last.text == what);
    (revealed && !told).then(|| Effect::Room(RoomAct::ChangedAfterReveal(what.to_owned())))
}

impl App {
    /// Back to one's own screen.
    pub(in crate::app) fn let_go(&mut self) -> Vec<Effect> {
        self.mirror = None;
        vec![Effect::Room(RoomAct::Follow(false))]
    }

    /// A key while the trainer's screen is shown: only leaving it means something.
    pub(in crate::app) fn key_while_following(&mut self, key: Key) -> Vec<Effect> {
        match key.code {
            Code::Esc | Code::Char('f') => self.let_go(),
            Code::F(3) => {
                self.screen = Screen::Room;
                self.let_go()
            }
            _ => {
                self.trouble(tell!("room-following-keys"));
                Vec::new()
            }
        }
    }

    /// What is drawn while the trainer's screen is followed: that screen with this member's own
    /// look and size, and nothing that only the trainer may see.
    #[must_use]
    pub fn mirrored(&self) -> Option<App> {
        let theirs = self.mirror.as_ref()?;
        let mut shown = App::clone(theirs);
        shown.mirror = None;
        shown.look = self.look;
        shown.size = self.size;
        shown.now = self.now;
        shown.seat.came = self.seat.came;
        shown.room = self.room.as_ref().map(|room| {
            let mut public = RoomView::clone(room);
            public.me.role = Role::Observer;
            public.me.table = None;
            Arc::new(public)
        });
        if shown.screen == Screen::Room {
            // Forms of the trainer may hold what is for the trainer only.
            shown.overlays.clear();
        }
        let following = crate::app::Flash {
            text: tell!("room-following"),
            level: Level::Done,
        };
        // What was done before must not hide whose screen this is.
        let own = self.flash.clone().filter(|own| own.level == Level::Trouble);
        shown.flash = Some(own.unwrap_or(following));
        Some(shown)
    }
}
