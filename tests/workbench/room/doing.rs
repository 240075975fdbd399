//! What each role can do at the Workshop, and what it is told when it cannot.

use foretree::app::keys::{Context, table};
use foretree::app::{Action, App, Effect, Msg, Screen};
use foretree::workshop::{Answer, Follow, Question, Role, RoomAct, RoundState, Target};

use super::fixture::{between_rounds, news, quiet, room};
use super::seated;
use crate::support::{Room, effects};

/// What the room is asked for when these keys are pressed.
fn asked(app: &mut App, keys: &str) -> Vec<RoomAct> {
    let mut all = Vec::new();
    for key in foretree::app::Key::sequence(keys).unwrap() {
        for effect in effects(app, Msg::Key(key)) {
            if let Effect::Room(act) = effect
                && !matches!(act, RoomAct::At { .. })
            {
                all.push(act);
            }
        }
    }
    all
}

#[test]
fn outside_a_workshop_the_key_says_how_to_get_one() {
    let mut desk = Room::tiny();
    desk.keys("<F3>");
    assert_ne!(desk.app().screen, Screen::Room);
    assert!(desk.flash().contains("foretree workshop join"));
    for _ in 0..Screen::ALL.len() {
        desk.keys("<Tab>");
        assert_ne!(desk.app().screen, Screen::Room);
    }
}

#[test]
fn whoever_comes_in_with_nothing_open_stands_in_the_workshop() {
    let mut desk = Room::empty();
    desk.session.send(news(quiet(Role::Table)));
    assert_eq!(desk.app().screen, Screen::Room);
}

#[test]
fn an_answer_goes_to_the_room_with_the_person_and_the_reason() {
    let mut app = seated(Role::Table).app().clone();
    let acts = asked(&mut app, "a<Enter>20<Tab>60<Tab>35<Tab>so<Enter>");
    assert_eq!(
        acts,
        [RoomAct::Answer {
            round: 5,
            stage: 1,
            person: "Ben".to_owned(),
            answer: Answer::Probability {
                p: 0.35,
                low: Some(0.2),
                high: Some(0.6)
            },
            reason: "so".to_owned(),
        }]
    );
    assert!(app.overlays.is_empty());
}

#[test]
fn an_answer_that_cannot_be_is_refused_beside_its_field_and_stays_typed() {
    let mut desk = seated(Role::Table);
    desk.keys("a<Enter>70<Tab>60<Tab>35<Enter>");
    desk.sees("must rise").sees("70").sees("35");
}

#[test]
fn every_key_does_something_for_its_role_and_says_why_for_others() {
    let own = |role: Role| {
        let app = seated(role).app().clone();
        let mine = table()
            .iter()
            .filter(|b| b.context == Context::On(Screen::Room))
            .filter(|b| app.why_not(b.action).is_none());
        mine.map(|b| b.name).collect::<Vec<_>>()
    };
    let (trainer, table, observer) = (own(Role::Trainer), own(Role::Table), own(Role::Observer));
    for name in [
        "announce",
        "lock-tables",
        "close-stage",
        "paper-cards",
        "room-timer",
    ] {
        assert!(trainer.contains(&name), "{name}");
        assert!(
            !table.contains(&name) && !observer.contains(&name),
            "{name}"
        );
    }
    for name in ["answer-round", "hand-in", "name-people"] {
        assert!(table.contains(&name), "{name}");
        assert!(
            !trainer.contains(&name) && !observer.contains(&name),
            "{name}"
        );
    }
    assert!(!observer.contains(&"park-idea"));
}

#[test]
fn names_are_parted_by_commas() {
    let mut app = seated(Role::Table).app().clone();
    let acts = asked(&mut app, "p<C-u>Ada,<Space>広子,<Space><Enter>");
    let people = vec!["Ada".to_owned(), "広子".to_owned()];
    assert_eq!(acts, [RoomAct::Name { people }]);
}

#[test]
fn ideas_and_missing_voices_are_noted_and_nothing_empty_is() {
    let mut app = seated(Role::Table).app().clone();
    assert_eq!(asked(&mut app, "I<Enter>"), []);
    let acts = asked(&mut app, "solar<Enter>mherders<Enter>");
    assert_eq!(
        acts,
        [
            RoomAct::Park("solar".to_owned()),
            RoomAct::Missing("herders".to_owned())
        ]
    );
}

#[test]
fn the_open_scenario_is_handed_in_as_it_stands() {
    let mut app = seated(Role::Table).app().clone();
    let acts = asked(&mut app, "Hlook<Enter>");
    let [RoomAct::HandIn { scenario, comment }] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert_eq!(
        (scenario.title.as_str(), comment.as_str()),
        ("Tiny", "look")
    );
}

#[test]
fn a_round_closes_at_once_when_all_have_answered_and_asks_before() {
    let mut app = seated(Role::Trainer).app().clone();
    assert_eq!(asked(&mut app, "x"), []);
    assert_eq!(asked(&mut app, "<Down><Enter>"), [RoomAct::CloseStage]);
    let mut all = room(Role::Trainer);
    all.rounds[4].answered = 8;
    app.update(news(all));
    assert_eq!(asked(&mut app, "x"), [RoomAct::CloseStage]);
}

#[test]
fn one_key_asks_the_room_about_the_marked_branch() {
    let mut desk = Room::tiny();
    desk.session.send(news(between_rounds(Role::Trainer)));
    desk.command("go-tree").keys("<Right><Right><Right>");
    let mut app = desk.app().clone();
    let acts = asked(&mut app, "E<Enter>");
    let [RoomAct::OpenRound(Question::Probability { of, target })] = acts.as_slice() else {
        panic!("{acts:?}: {:?}", app.flash);
    };
    assert!(of.contains("Power"), "{of}");
    assert!(matches!(target, Some(Target::Branch { node, .. }) if node == "power"));
    assert_eq!(app.screen, Screen::Room);
}

#[test]
fn one_key_asks_the_room_about_the_marked_assumption() {
    let mut desk = Room::tiny();
    desk.session.send(news(between_rounds(Role::Trainer)));
    desk.command("go-assumptions").keys("A");
    let mut app = desk.app().clone();
    let acts = asked(&mut app, "E<Enter>");
    let [RoomAct::OpenRound(Question::Quantity { target, .. })] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert!(matches!(target, Some(Target::Assumption(_))));
}

#[test]
fn a_table_cannot_ask_the_room() {
    let mut desk = Room::tiny();
    desk.session.send(news(between_rounds(Role::Table)));
    desk.command("go-tree").keys("<Right><Right><Right>E");
    assert!(desk.flash().contains("trainer"));
}

#[test]
fn paper_cards_follow_each_other_with_the_next_number() {
    let mut app = seated(Role::Trainer).app().clone();
    let acts = asked(&mut app, "c7<Tab><Tab><Tab>40<Enter>");
    let [RoomAct::Cards { cards, .. }] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert_eq!(cards[0].number, Some(7));
    let acts = asked(&mut app, "<Tab><Tab><Tab>50<Enter>");
    let [RoomAct::Cards { cards, .. }] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert_eq!(cards[0].number, Some(8));
}

#[test]
fn the_next_item_brings_its_time_and_an_empty_agenda_that_of_the_guide() {
    let mut app = seated(Role::Trainer).app().clone();
    let acts = asked(&mut app, ".");
    let [
        RoomAct::Agenda { at, .. },
        RoomAct::StartTimer { title, seconds },
    ] = acts.as_slice()
    else {
        panic!("{acts:?}");
    };
    assert_eq!((*at, title.as_str(), *seconds), (Some(2), "Break", 900));
    app.update(news(quiet(Role::Trainer)));
    let acts = asked(&mut app, ".");
    let RoomAct::Agenda { items, at } = &acts[0] else {
        panic!("{acts:?}");
    };
    assert_eq!((items.len(), *at), (10, Some(0)));
}

#[test]
fn a_lock_refuses_edits_with_a_sentence_and_lets_everything_else_be() {
    let mut desk = Room::tiny();
    let mut locked = between_rounds(Role::Table);
    locked.locked = true;
    desk.session.send(news(locked));
    desk.command("go-tree").then("<Right><Right><Right>+");
    assert!(
        desk.flash().contains("locked the tables"),
        "{}",
        desk.flash()
    );
    assert!(desk.document().past.is_empty());
    desk.then("u");
    assert!(desk.flash().contains("locked the tables"));
    desk.session.send(news(between_rounds(Role::Table)));
    desk.then("+");
    assert_eq!(desk.document().past.len(), 1);
}

#[test]
fn observers_edit_nothing_and_the_trainer_is_never_locked_out() {
    for (role, steps) in [(Role::Observer, 0), (Role::Trainer, 1)] {
        let mut desk = Room::tiny();
        let mut locked = between_rounds(role);
        locked.locked = true;
        desk.session.send(news(locked));
        desk.command("go-tree").then("<Right><Right><Right>+");
        assert_eq!(desk.document().past.len(), steps);
    }
}

#[test]
fn while_the_room_predicts_every_number_is_covered_and_tables_cannot_look() {
    let mut desk = Room::tiny();
    let mut predicting = between_rounds(Role::Table);
    let last = predicting.rounds.last_mut().unwrap();
    last.truth = None;
    last.state = RoundState::Open;
    last.stages.clear();
    desk.session.send(news(predicting));
    assert!(desk.document().covered);
    for command in ["reveal", "predict"] {
        desk.command(command);
        assert!(desk.document().covered && desk.app().overlays.is_empty());
        assert!(desk.flash().contains("predicts first"));
    }
    desk.session.send(news(between_rounds(Role::Table)));
    assert!(!desk.document().covered);
}

#[test]
fn a_change_after_the_numbers_were_shown_is_told_to_the_room() {
    let mut desk = Room::tiny();
    desk.session.send(news(between_rounds(Role::Table)));
    desk.command("go-tree").then("<Right><Right><Right>");
    let mut app = desk.app().clone();
    let acts = asked(&mut app, "+");
    assert!(
        matches!(acts.as_slice(), [RoomAct::ChangedAfterReveal(_)]),
        "{acts:?}"
    );
}

#[test]
fn the_trainers_screen_is_shown_with_the_followers_own_size_until_it_lets_go() {
    let mut trainer = Room::tiny();
    trainer.session.send(news(between_rounds(Role::Trainer)));
    trainer.command("go-outcomes");
    let mut desk = Room::empty();
    let mut following = between_rounds(Role::Table);
    following.follow = Follow::Following;
    desk.session.send(news(following));
    desk.session.resize(100, 30);
    let shown = std::sync::Arc::new(trainer.app().clone());
    desk.session.send(Msg::Mirror(Some(shown)));
    desk.sees("Offline, poor women")
        .sees("You see the trainer's screen");
    assert_eq!(desk.screen().lines().count(), 30);
    // Keys do nothing there; Esc leaves.
    desk.keys("3x");
    desk.sees("keys do nothing here");
    let mut app = desk.app().clone();
    assert_eq!(asked(&mut app, "<Esc>"), [RoomAct::Follow(false)]);
    assert!(app.mirror.is_none());
}

#[test]
fn nothing_that_only_the_trainer_may_see_is_mirrored() {
    let mut trainer = seated(Role::Trainer);
    let mut desk = Room::empty();
    let mut following = room(Role::Observer);
    following.follow = Follow::Following;
    desk.session.send(news(following));
    for keys in ["", "<Right>", "<Right>", "<Right>", "<Right>", "A"] {
        trainer.keys(keys);
        let shown = std::sync::Arc::new(trainer.app().clone());
        desk.session.send(Msg::Mirror(Some(shown)));
        desk.misses("KIWI")
            .misses("Power comes late")
            .misses("Say something");
    }
}

#[test]
fn the_room_learns_where_a_member_is_only_when_that_changes() {
    let mut desk = seated(Role::Table);
    let mut told = |keys: &str| {
        let app = &mut desk.session.app;
        let key = keys.parse().unwrap();
        let effects = app.update(Msg::Key(key));
        effects
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Room(RoomAct::At { screen, .. }) => Some(screen),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told("3"), ["tree"]);
    assert_eq!(told("<Right>"), Vec::<String>::new());
    assert_eq!(told("5"), ["outcomes"]);
}

#[test]
fn an_announcement_stays_on_other_screens_until_it_was_read_on_the_workshop() {
    let mut desk = Room::tiny();
    desk.session.resize(160, 30);
    desk.session.send(news(room(Role::Table)));
    desk.keys("3").sees("Coffee is in the yard");
    desk.keys("<F3>").sees("Coffee is in the yard");
    desk.keys("3").misses("Coffee is in the yard");
}

#[test]
fn the_timer_counts_whole_minutes_and_nothing_ticks_without_one() {
    let mut desk = seated(Role::Table);
    desk.session.resize(120, 30);
    desk.sees("12 minutes left");
    assert_eq!(desk.app().next_tick(), Some(40_000));
    desk.session.send(Msg::Tick(40_001));
    desk.sees("11 minutes left");
    desk.session.send(Msg::Tick(660_000));
    desk.sees("less than a minute left");
    desk.session.send(Msg::Tick(10_000_000));
    desk.sees("time is up");
    assert_eq!(desk.app().next_tick(), None);
    desk.session.send(news(quiet(Role::Table)));
    assert_eq!(desk.app().next_tick(), None);
}

#[test]
fn every_action_of_the_workshop_has_a_role_that_can_ask_for_it() {
    for binding in table() {
        let Action::Room(_) = binding.action else {
            continue;
        };
        let mut found = false;
        for role in [Role::Trainer, Role::Table, Role::Observer] {
            let mut unscored = between_rounds(role);
            unscored.rounds.truncate(3);
            let mut first = between_rounds(role);
            first.rounds.truncate(1);
            let states = [
                room(role),
                between_rounds(role),
                unscored,
                first,
                quiet(role),
            ];
            for state in states {
                let mut app = seated(role).app().clone();
                app.update(news(state));
                for part in foretree::app::room::Part::ALL {
                    app.seat.part = part;
                    found |= app.why_not(binding.action).is_none();
                }
            }
        }
        assert!(found, "{}", binding.name);
    }
}
