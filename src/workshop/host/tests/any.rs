//! Whatever members ask for, in any order.

use std::sync::Arc;

use proptest::prelude::*;

use super::{answer, day, likely, says, scenario};
use crate::workshop::record::read_file;
use crate::workshop::room::Room;
use crate::workshop::{Card, Origin, Piece, Question, Role, RoomAct, RoundState, TableId, Truth};

fn any_act() -> impl Strategy<Value = RoomAct> {
    let text = prop_oneof![
        Just(String::new()),
        ".{0,20}",
        Just("\u{1b}[2J\u{202e}../..".to_owned())
    ];
    let id = any_table();
    let small = 0u32..3;
    prop_oneof![
        text.clone().prop_map(RoomAct::Missing),
        text.clone().prop_map(RoomAct::Park),
        text.clone()
            .prop_map(|file| RoomAct::Open(Piece::Start(file))),
        (id.clone(), small.clone())
            .prop_map(|(table, number)| RoomAct::Open(Piece::Handed { table, number })),
        text.clone().prop_map(|comment| RoomAct::HandIn {
            scenario: Arc::new(scenario()),
            comment
        }),
        text.clone()
            .prop_map(|name| RoomAct::Name { people: vec![name] }),
        (small.clone(), small.clone(), text.clone(), -0.5..1.5f64)
            .prop_map(|(round, stage, person, p)| answer(round, stage, &person, p)),
        (small.clone(), small.clone(), 0.0..1.0f64)
            .prop_map(|(round, stage, p)| answer(round, stage, "", p)),
        any::<bool>().prop_map(RoomAct::Follow),
        trainers_act(),
    ]
}

fn trainers_act() -> impl Strategy<Value = RoomAct> {
    let (id, small, text) = (any_table(), 0u32..3, ".{0,20}");
    prop_oneof![
        any::<bool>().prop_map(RoomAct::Lock),
        any::<bool>().prop_map(RoomAct::Lead),
        text.prop_map(RoomAct::Announce),
        any::<u32>().prop_map(|seconds| RoomAct::StartTimer {
            title: String::new(),
            seconds
        }),
        (id, small.clone(), text).prop_map(|(table, number, comment)| RoomAct::HandBack {
            table,
            number,
            comment
        }),
        Just(RoomAct::OpenRound(likely())),
        Just(RoomAct::OpenRound(Question::Rank {
            items: vec!["one".to_owned()]
        })),
        Just(RoomAct::OpenStage),
        Just(RoomAct::CloseStage),
        Just(RoomAct::Cards {
            from: Origin::Csv,
            cards: vec![
                Card {
                    number: Some(u32::MAX),
                    answer: says(0.5),
                    reason: String::new()
                },
                Card {
                    number: None,
                    answer: says(0.6),
                    reason: String::new()
                }
            ],
        }),
        small.prop_map(|round| RoomAct::Reveal {
            round,
            truth: Truth::Happened(false)
        }),
    ]
}

fn any_table() -> impl Strategy<Value = TableId> + Clone {
    prop_oneof![Just("Blue"), Just("Red"), Just("nobody")]
        .prop_map(|name| crate::workshop::sandbox::table_id(name).unwrap().0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_members_ask_for_the_record_holds_and_nobody_sees_too_much(
        acts in proptest::collection::vec((0usize..4, any_act()), 0..40)
    ) {
        let day = day();
        let members = [
            day.trainer(),
            day.table("Blue"),
            day.table("Red"),
            day.enter(Role::Observer, "", None).unwrap(),
        ];
        for (who, act) in acts {
            members[who].0.act(act);
            for (member, _) in &members {
                let seen = member.view();
                let me = &seen.me;
                for table in &seen.tables {
                    let own = me.role == Role::Trainer || me.table.as_ref() == Some(&table.id);
                    prop_assert!(own || (table.code.is_none() && table.handed.is_empty()));
                }
                for round in &seen.rounds {
                    let closed = round.stage as usize - usize::from(round.state == RoundState::Open);
                    prop_assert_eq!(round.stages.len(), closed);
                    prop_assert!(me.role == Role::Table || round.mine.is_empty());
                }
                let shown = format!("{seen:?}");
                let harmful = shown.contains(['\u{1b}', '\u{202e}']);
                prop_assert!(!harmful);
            }
        }
        let reading = read_file(&day.path().join("record.log")).unwrap();
        prop_assert_eq!(reading.broken, None);
        prop_assert_eq!(&reading.head, &day.host.head());
        let mut room = Room::of(&reading.entries);
        room.head = reading.head;
        prop_assert_eq!(room, day.host.room());
    }
}
