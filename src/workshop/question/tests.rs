use super::*;

fn amount(limits: Option<(f64, f64)>) -> Question {
    Question::Quantity {
        of: "masts that stand by 2030".to_owned(),
        unit: "masts".to_owned(),
        limits,
        target: None,
    }
}

fn range(low: f64, high: f64, best: f64, confidence: f64) -> Answer {
    Answer::Quantity {
        low,
        high,
        best,
        confidence,
    }
}

#[test]
fn a_range_must_rise_stay_within_the_limits_and_admit_doubt() {
    let asked = amount(Some((0.0, 100.0)));
    assert_eq!(range(10.0, 30.0, 20.0, 0.8).check(&asked), Ok(()));
    for (answer, fault) in [
        (range(30.0, 10.0, 20.0, 0.8), AnswerFault::Order),
        (range(10.0, 30.0, 40.0, 0.8), AnswerFault::Order),
        (range(20.0, 20.0, 20.0, 0.8), AnswerFault::Order),
        (range(10.0, f64::NAN, 20.0, 0.8), AnswerFault::NotANumber),
        (range(10.0, 30.0, 20.0, 1.0), AnswerFault::Confidence(1.0)),
        (
            range(10.0, 130.0, 20.0, 0.8),
            AnswerFault::Outside {
                value: 130.0,
                least: 0.0,
                greatest: 100.0,
            },
        ),
    ] {
        assert_eq!(answer.check(&asked), Err(fault));
    }
}

#[test]
fn a_probability_lies_between_its_own_low_and_high() {
    let asked = Question::Probability {
        of: "operators pass the cut on".to_owned(),
        target: None,
    };
    let answer = |p, low, high| Answer::Probability { p, low, high }.check(&asked);
    assert_eq!(answer(0.35, None, None), Ok(()));
    assert_eq!(answer(0.35, Some(0.2), Some(0.6)), Ok(()));
    assert_eq!(
        answer(35.0, None, None),
        Err(AnswerFault::NotAProbability(35.0))
    );
    assert_eq!(answer(0.35, Some(0.4), None), Err(AnswerFault::Order));
    assert_eq!(
        answer(f64::INFINITY, None, None),
        Err(AnswerFault::NotANumber)
    );
}

#[test]
fn ranks_go_to_five_and_every_item_has_one() {
    let items = vec!["Power".to_owned(), "Prices".to_owned()];
    let asked = Question::Rank { items };
    let rank = |impact| Ranked {
        impact,
        uncertainty: 3,
    };
    assert_eq!(Answer::Rank(vec![rank(5), rank(0)]).check(&asked), Ok(()));
    assert_eq!(
        Answer::Rank(vec![rank(6), rank(1)]).check(&asked),
        Err(AnswerFault::Rank(6))
    );
    assert_eq!(
        Answer::Rank(vec![rank(1)]).check(&asked),
        Err(AnswerFault::Items {
            found: 1,
            wanted: 2
        })
    );
    assert_eq!(
        Answer::Rank(vec![]).check(&amount(None)),
        Err(AnswerFault::Kind)
    );
}
