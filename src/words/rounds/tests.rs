use super::*;
use crate::workshop::{Expert, Hump, Origin};

fn spread(values: &[f64], humps: &[(f64, usize)]) -> Spread {
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    Spread {
        answers: values.len(),
        least: at(0.0),
        median: at(0.5),
        greatest: at(1.0),
        half: (values.len() > 3).then(|| (at(0.25), at(0.75))),
        humps: humps
            .iter()
            .map(|(at, experts)| Hump {
                at: *at,
                range: (*at, *at),
                experts: *experts,
            })
            .collect(),
    }
}

fn said(values: &[f64], humps: &[(f64, usize)]) -> String {
    let question = Question::Probability {
        of: "Rain".to_owned(),
        target: None,
    };
    let answers = values.iter().map(|p| crate::workshop::ExpertAnswer {
        expert: Expert("E01".to_owned()),
        answer: Answer::Probability {
            p: *p,
            low: None,
            high: None,
        },
        reason: String::new(),
        from: Origin::Keyboard,
    });
    let results = Results {
        answers: answers.collect(),
        spread: Some(spread(values, humps)),
        ..Results::default()
    };
    result(
        &question,
        &[StageView {
            stage: 1,
            results: results.into(),
        }],
    )
    .join(" ")
}

#[test]
fn two_groups_are_told_as_two_groups_and_never_by_a_middle() {
    let text = said(&[0.2, 0.2, 0.2, 0.2, 0.7, 0.7, 0.7], &[(0.2, 4), (0.7, 3)]);
    assert_eq!(
        text,
        "The room is split: 4 say about 20 %, 3 say about 70 %. No middle is told, since hardly \
         anybody stands there."
    );
}

#[test]
fn few_answers_are_told_one_by_one() {
    assert_eq!(said(&[0.2], &[]), "One answer: 20 %.");
    assert_eq!(said(&[0.2, 0.4], &[]), "Two answers: 20 % and 40 %.");
    assert_eq!(
        said(&[0.2, 0.3, 0.4], &[]),
        "Three answers: 20 %, 30 % and 40 %."
    );
    assert!(said(&[0.1, 0.2, 0.3, 0.4, 0.5], &[]).contains("Half of the 5 answers"));
}

#[test]
fn a_percent_sign_is_understood_in_every_unit() {
    let percent = Unit {
        factor: 100.0,
        words: "%".to_owned(),
    };
    assert_eq!(percent.typed("35"), Some(0.35));
    assert_eq!(percent.typed("35 %"), Some(0.35));
    let plain = Unit {
        factor: 1.0,
        ..percent
    };
    assert_eq!(plain.typed("35 %"), Some(35.0));
    assert_eq!(plain.typed("many"), None);
}

#[test]
fn agreement_is_told_in_words_with_its_number() {
    let text = agreement((0.52, 0.05));
    assert!(
        text.contains("agree in part") && text.contains("0.52"),
        "{text}"
    );
    assert!(text.contains("hardly agree"), "{text}");
}

#[test]
fn too_few_ranges_are_not_judged_and_chance_is_not_called_a_fault() {
    let day = |ranges, held, should| {
        let calibration = crate::workshop::Calibration {
            ranges,
            held,
            should,
            ..Default::default()
        };
        day(&calibration).join(" ")
    };
    assert!(day(6, 1, 5.4).contains("Too few"));
    assert!(day(20, 17, 18.0).contains("chance"));
    assert!(day(20, 8, 18.0).contains("too narrow"));
    assert!(day(100, 100, 90.0).contains("wider than"));
}
