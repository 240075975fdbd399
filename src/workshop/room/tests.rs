//! The fold: any entries make a room, and a view shows nobody what they must not see.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::workshop::{Answer, Expert, Me, MemberId, Origin, RoundState, Seating, Truth};

fn id(name: &str) -> TableId {
    crate::workshop::sandbox::table_id(name).unwrap().0
}

fn likely() -> Question {
    Question::Probability {
        of: "operators pass the cut on".to_owned(),
        target: None,
    }
}

fn answered(round: u32, stage: u32, expert: &str, p: f64) -> Event {
    Event::Answered {
        round,
        stage,
        expert: Expert(expert.to_owned()),
        answer: Answer::Probability {
            p,
            low: None,
            high: None,
        },
        reason: format!("because {expert}"),
        from: Origin::Keyboard,
    }
}

fn opened(round: u32, stage: u32) -> Event {
    Event::RoundOpened {
        round,
        stage,
        question: likely(),
    }
}

fn room_of(events: Vec<(Who, Event)>) -> Room {
    let entries: Vec<Entry> = events
        .into_iter()
        .zip(1..)
        .map(|((by, event), n)| Entry {
            n,
            at: format!("2026-11-22 09:{:02}:00", n % 60),
            by,
            event,
        })
        .collect();
    Room::of(&entries)
}

fn joined(name: &str) -> (Who, Event) {
    let event = Event::Joined {
        role: Role::Table,
        name: Some(name.to_owned()),
    };
    (Who::Table(id(name)), event)
}

fn me(role: Role, table: Option<&str>) -> Me {
    Me {
        member: MemberId(1),
        role,
        table: table.map(id),
        seating: Seating::Served,
    }
}

fn view(
    room: &Room,
    role: Role,
    table: Option<&str>,
    tags: &[(&str, &str)],
) -> super::super::RoomView {
    let tags: HashMap<String, Expert> = tags
        .iter()
        .map(|(person, tag)| ((*person).to_owned(), Expert((*tag).to_owned())))
        .collect();
    let codes = ["Blue", "Red"]
        .map(|name| (id(name), format!("code-of-{name}")))
        .into();
    let presence = ["Blue", "Red"]
        .map(|name| {
            let presence = Presence {
                screen: Some("tree".to_owned()),
                scenario: Some(format!("secret scenario of {name}")),
                changes: Vec::new(),
            };
            (id(name), presence)
        })
        .into();
    room.view(&Viewer {
        me: &me(role, table),
        tags: &tags,
        codes: &codes,
        presence: &presence,
        online: None,
        titles: &HashMap::new(),
        let_go: false,
        now: "2026-11-22 10:00:00",
        trouble: None,
    })
}

#[test]
fn before_a_stage_is_closed_nobody_sees_more_than_how_many_answered() {
    let room = room_of(vec![
        joined("Blue"),
        joined("Red"),
        (Who::Trainer, opened(1, 1)),
        (Who::Expert, answered(1, 1, "E07", 0.35)),
        (Who::Expert, answered(1, 1, "E91", 0.8712345)),
    ]);
    for (role, table) in [
        (Role::Trainer, None),
        (Role::Observer, None),
        (Role::Table, Some("Blue")),
    ] {
        let view = view(&room, role, table, &[("", "E07")]);
        let round = view.open_round().unwrap();
        assert_eq!((round.answered, round.expected), (2, 2));
        assert!(round.stages.is_empty());
        let shown = format!("{view:?}");
        assert!(!shown.contains("0.8712345") && !shown.contains("because E91"));
        assert_eq!(shown.contains("0.35"), role == Role::Table);
    }
}

#[test]
fn after_it_is_closed_everybody_sees_answers_and_reasons_without_names() {
    let room = room_of(vec![
        joined("Blue"),
        (
            Who::Table(id("Blue")),
            Event::Named {
                people: vec!["Anna".to_owned(), "Ben".to_owned()],
            },
        ),
        (Who::Trainer, opened(1, 1)),
        (Who::Expert, answered(1, 1, "E07", 0.2)),
        (Who::Expert, answered(1, 1, "E08", 0.4)),
        (Who::Trainer, Event::StageClosed { round: 1, stage: 1 }),
    ]);
    let seen = view(&room, Role::Observer, None, &[]);
    let round = &seen.rounds[0];
    assert_eq!(round.state, RoundState::Closed);
    assert_eq!(round.expected, 2);
    let results = &round.stages[0].results;
    assert!((results.spread.as_ref().unwrap().median - 0.3).abs() < 1e-12);
    assert_eq!(results.answers[0].reason, "because E07");
    assert!(round.mine.is_empty());
    // Nothing tells which of the two is Anna.
    let own = view(&room, Role::Table, Some("Blue"), &[("Anna", "E08")]);
    let mine = &own.rounds[0].mine;
    assert_eq!(mine[0].expert, Some(Expert("E08".to_owned())));
    assert_eq!((mine[1].person.as_str(), &mine[1].expert), ("Ben", &None));
}

#[test]
fn what_a_table_does_is_for_itself_and_the_trainer() {
    let room = room_of(vec![joined("Blue"), joined("Red")]);
    let seen = |role, table| format!("{:?}", view(&room, role, table, &[]));
    let blue = seen(Role::Table, Some("Blue"));
    assert!(blue.contains("code-of-Blue") && blue.contains("secret scenario of Blue"));
    assert!(!blue.contains("code-of-Red") && !blue.contains("secret scenario of Red"));
    let trainer = seen(Role::Trainer, None);
    assert!(trainer.contains("code-of-Red") && trainer.contains("secret scenario of Blue"));
    let observer = seen(Role::Observer, None);
    assert!(!observer.contains("code-of") && !observer.contains("secret"));
}

#[test]
fn a_round_has_stages_and_an_answer_can_be_given_again_until_its_stage_is_closed() {
    let close = |stage| (Who::Trainer, Event::StageClosed { round: 1, stage });
    let room = room_of(vec![
        joined("Blue"),
        (Who::Trainer, opened(1, 1)),
        (Who::Trainer, opened(2, 1)),
        (Who::Expert, answered(1, 1, "E07", 0.2)),
        (Who::Expert, answered(1, 1, "E07", 0.3)),
        close(1),
        (Who::Expert, answered(1, 1, "E07", 0.9)),
        (Who::Trainer, opened(1, 3)),
        (Who::Trainer, opened(1, 2)),
        (Who::Expert, answered(1, 2, "E07", 0.4)),
        close(2),
    ]);
    assert_eq!(room.rounds.len(), 1);
    let seen = view(&room, Role::Table, Some("Blue"), &[("", "E07")]);
    let round = &seen.rounds[0];
    assert_eq!((round.stage, round.stages.len()), (2, 2));
    let p = |answer: &Option<Answer>| match answer {
        Some(Answer::Probability { p, .. }) => *p,
        _ => f64::NAN,
    };
    assert_eq!(
        (p(&round.mine[0].before), p(&round.mine[0].answer)),
        (0.3, 0.4)
    );
    let moved = round.stages[1].results.moved.as_ref().unwrap();
    assert_eq!((moved.both, moved.stayed), (1, 0));
}

#[test]
fn what_came_out_scores_answers_and_makes_a_calibration_of_the_day() {
    let range = |expert: &str, low, high, best| {
        let event = Event::Answered {
            round: 1,
            stage: 1,
            expert: Expert(expert.to_owned()),
            answer: Answer::Quantity {
                low,
                high,
                best,
                confidence: 0.8,
            },
            reason: String::new(),
            from: Origin::Card,
        };
        (Who::Expert, event)
    };
    let asked = Question::Calibration {
        id: "electricity:TCD".to_owned(),
        text: "How many?".to_owned(),
        unit: "%".to_owned(),
        limits: Some((0.0, 100.0)),
        source: String::new(),
    };
    let truth = Truth::Value(13.4);
    let room = room_of(vec![
        joined("Blue"),
        (
            Who::Trainer,
            Event::RoundOpened {
                round: 1,
                stage: 1,
                question: asked,
            },
        ),
        range("E01", 10.0, 20.0, 15.0),
        range("E02", 40.0, 60.0, 50.0),
        (Who::Trainer, Event::Revealed { round: 1, truth }),
        (Who::Trainer, Event::StageClosed { round: 1, stage: 1 }),
        (Who::Host, Event::Revealed { round: 1, truth }),
    ]);
    let seen = view(&room, Role::Table, Some("Blue"), &[("", "E02")]);
    let scores = &seen.rounds[0].scores;
    assert_eq!((scores[0].held, scores[1].held), (Some(true), Some(false)));
    assert_eq!(scores[1].mine.as_deref(), Some(""));
    assert_eq!(scores[0].mine, None);
    // Width 10 and no miss; width 20 and 2/0.2 times 26.6 below (Gneiting and Raftery 2007).
    assert!((scores[0].interval.unwrap() - 10.0).abs() < 1e-9);
    assert!((scores[1].interval.unwrap() - 286.0).abs() < 1e-9);
    assert!(scores[0].crps.unwrap() < scores[1].crps.unwrap());
    let day = seen.calibration.unwrap();
    assert_eq!((day.ranges, day.held, day.mine), (2, 1, Some((1, 0))));
    assert!((day.should - 1.6).abs() < 1e-12);
}

fn any_event() -> impl Strategy<Value = (Who, Event)> {
    let who = prop_oneof![
        Just(Who::Host),
        Just(Who::Trainer),
        Just(Who::Expert),
        Just(Who::Observer),
        prop_oneof![Just("Blue"), Just("Red"), Just("Green")].prop_map(|name| Who::Table(id(name))),
    ];
    let small = 0u32..4;
    let event = prop_oneof![
        Just(Event::Joined {
            role: Role::Table,
            name: Some("Blue".to_owned())
        }),
        Just(Event::Joined {
            role: Role::Trainer,
            name: None
        }),
        Just(Event::Left {
            role: Role::Trainer
        }),
        Just(Event::Left {
            role: Role::Observer
        }),
        Just(Event::Named {
            people: vec!["Anna".to_owned()]
        }),
        Just(Event::Parked {
            idea: "idea".to_owned()
        }),
        Just(Event::Agenda {
            items: Vec::new(),
            at: Some(7)
        }),
        Just(Event::TimerStarted {
            title: String::new(),
            seconds: u32::MAX
        }),
        Just(Event::FollowStarted),
        Just(Event::Closed),
        (small.clone(), small.clone()).prop_map(|(round, stage)| opened(round, stage)),
        (small.clone(), small.clone(), 0.0..1.5f64)
            .prop_map(|(round, stage, p)| answered(round, stage, "E07", p)),
        (small.clone(), small.clone())
            .prop_map(|(round, stage)| Event::StageClosed { round, stage }),
        small.clone().prop_map(|round| Event::Revealed {
            round,
            truth: Truth::Happened(true)
        }),
        small.prop_map(|round| Event::Revealed {
            round,
            truth: Truth::Value(f64::NAN)
        }),
    ];
    (who, event)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_events_in_any_order_make_a_room(events in proptest::collection::vec(any_event(), 0..60)) {
        let room = room_of(events);
        prop_assert!(room.rounds.iter().filter(|round| round.is_open()).count() <= 1);
        for (place, round) in room.rounds.iter().enumerate() {
            prop_assert_eq!(round.number as usize, place + 1);
        }
        for role in [Role::Trainer, Role::Table, Role::Observer] {
            let seen = view(&room, role, Some("Blue").filter(|_| role == Role::Table), &[]);
            let shown = format!("{seen:?}");
            prop_assert!(!shown.contains("NaN"));
            let open = seen.rounds.iter().filter(|round| round.state == RoundState::Open);
            for round in open {
                prop_assert!(round.stages.len() + 1 == round.stage as usize);
            }
        }
    }
}
