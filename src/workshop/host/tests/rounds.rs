//! Rounds with members: blind, in stages, with cards and truths.

use std::fs;

use super::{answer, day, likely, says, texts};
use crate::workshop::{Answer, Card, Origin, RoomAct, Truth};

#[test]
fn a_blind_round_of_two_stages_with_paper_cards() {
    let day = day();
    let (trainer, _t) = day.trainer();
    let (blue, inbox) = day.table("Blue");
    blue.act(RoomAct::Name {
        people: vec!["Anna".to_owned(), "Ben\u{202e}".to_owned()],
    });
    trainer.act(RoomAct::OpenRound(likely()));
    blue.act(answer(1, 1, "Anna", 0.2));
    blue.act(answer(1, 1, "Ben", 0.3));
    blue.act(answer(1, 1, "Eve", 0.3));
    let _ = texts(&inbox);
    trainer.act(RoomAct::Cards {
        from: Origin::Card,
        cards: vec![
            Card {
                number: Some(12),
                answer: says(0.9),
                reason: "late".to_owned(),
            },
            Card {
                number: None,
                answer: says(0.4),
                reason: String::new(),
            },
        ],
    });
    let open = trainer.view().open_round().unwrap().clone();
    assert_eq!((open.answered, open.stages.len()), (4, 0));
    trainer.act(RoomAct::CloseStage);
    let results = trainer.view().rounds[0].stages[0].results.clone();
    let tags: Vec<&str> = results
        .answers
        .iter()
        .map(|one| one.expert.0.as_str())
        .collect();
    assert_eq!((tags[0], tags[1]), ("C12", "C13"));
    blue.act(answer(1, 1, "Anna", 0.5));
    assert_eq!(texts(&inbox).len(), 1, "too late is told");
    trainer.act(RoomAct::OpenStage);
    blue.act(answer(1, 2, "Anna", 0.25));
    trainer.act(RoomAct::CloseStage);
    trainer.act(RoomAct::Reveal {
        round: 1,
        truth: Truth::Happened(true),
    });
    let seen = blue.view();
    let score = &seen.rounds[0].scores[0];
    assert_eq!(score.mine.as_deref(), Some("Anna"));
    assert!((score.brier.unwrap() - 0.5625).abs() < 1e-12);
    // No line of the record has a name beside an answer.
    let record = fs::read_to_string(day.path().join("record.log")).unwrap();
    let answers = record.lines().filter(|line| line.contains("\"answered\""));
    assert!(answers.clone().count() == 5);
    for line in answers {
        assert!(
            line.contains("\"by\":\"expert\"") && !line.contains("Anna") && !line.contains("blue")
        );
    }
}

#[test]
fn calibration_questions_tell_their_truth_when_they_are_closed_and_not_before() {
    let day = day();
    let (trainer, _t) = day.trainer();
    let (blue, _b) = day.table("Blue");
    let asked = crate::workshop::round::known_questions(&["MWI"])[0].clone();
    trainer.act(RoomAct::OpenRound(asked));
    blue.act(RoomAct::Answer {
        round: 1,
        stage: 1,
        person: String::new(),
        answer: Answer::Quantity {
            low: 5.0,
            high: 30.0,
            best: 12.0,
            confidence: 0.9,
        },
        reason: String::new(),
    });
    let record = || fs::read_to_string(day.path().join("record.log")).unwrap();
    assert!(!record().contains("revealed") && !record().contains("13.4"));
    trainer.act(RoomAct::CloseStage);
    let seen = blue.view();
    assert_eq!(seen.rounds[0].truth, Some(Truth::Value(13.4)));
    assert_eq!(seen.calibration.as_ref().unwrap().mine, Some((1, 1)));
}
