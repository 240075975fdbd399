//! Columns side by side are those of the `compare` command.

use std::sync::Arc;

use foretree::live::{
    Answer, CohortMeasure, Column, ComparedColumn, Mismatch, Question, Results, RunWish, Selection,
    Subject, answer_among, compare,
};
use foretree::report::compare::Direction;
use foretree::report::fill_compare::{Side, columns_of, compare_columns};
use foretree::scenario::{Effect, Op, Quantity, Wildcard};

use crate::places::{edited, example, run, wish};

fn malawi() -> Arc<Results> {
    Arc::new(run(&example("malawi-tax"), &wish(300)))
}

fn columns(results: &Arc<Results>) -> Vec<Column> {
    let options = Selection::headline(&results.ensemble.plan);
    let column = |selection| Column {
        results: Arc::clone(results),
        selection,
    };
    options.into_iter().map(column).collect()
}

#[test]
fn options_side_by_side_have_the_numbers_of_the_compare_command() {
    let results = malawi();
    let sides = [Side {
        file: "test".to_owned(),
        scenario: (*results.scenario).clone(),
        ensemble: (*results.ensemble).clone(),
    }];
    let weights = [results.weights.clone()];
    let told = columns_of(&sides, &weights);
    let told = compare_columns(&told, Some("B"), Vec::new(), 1).unwrap();
    let keys = [
        "offline_poor",
        "income_poor_vs_noai",
        "gender_gap",
        "cost_musd",
        "trust",
    ];
    let mut subjects: Vec<Subject> = keys
        .iter()
        .map(|key| Subject::Indicator((*key).to_owned()))
        .collect();
    subjects.push(Subject::Cohort(
        CohortMeasure::Online,
        "poor_women".to_owned(),
    ));
    let found = compare(&columns(&results), 1, &subjects, true);
    assert_eq!((found.year, &found.years), (told.year, &told.years));
    assert_eq!(found.mismatch, None);
    for (row, key) in found.rows.iter().zip(keys) {
        let cells: Vec<_> = told.indicators[key].columns.values().cloned().collect();
        assert_eq!(row.cells, cells, "{key}");
    }
    let cells: Vec<_> = told.cohorts["usage"]["poor_women"]
        .values()
        .cloned()
        .collect();
    assert_eq!(found.rows[5].cells, cells);
    for (head, column) in found.heads.iter().zip(&told.columns) {
        let option = column.option.as_ref().unwrap();
        assert_eq!(head.option_title, option.option_title);
        assert_eq!(head.differs, column.differs);
        assert_eq!(head.mixes_open_decisions, column.mixes_open_decisions);
    }
    assert!(
        found.heads[2].idle && !found.heads[0].idle,
        "the last option does nothing"
    );
}

#[test]
fn fewer_offline_is_better() {
    let results = malawi();
    let subject = Subject::Cohort(CohortMeasure::Offline, "poor_women".to_owned());
    let found = compare(&columns(&results), 2, &[subject], false);
    let difference = found.rows[0].cells[0].difference.as_ref().unwrap();
    assert_eq!(difference.direction, Direction::Better);
    assert!(difference.spread.p50.unwrap() < 0.0);
    assert!(difference.share_better.unwrap() > 0.9);
    assert_eq!(difference.versus, "C");
}

#[test]
fn a_wildcard_is_a_column_on_the_same_draws() {
    let scenario = edited(&example("malawi-tax"), |scenario| {
        scenario.wildcards.push(Wildcard {
            id: "cable".to_owned(),
            title: "The cable breaks".to_owned(),
            year: 2030,
            effects: vec![Effect {
                id: None,
                path: "price_decline".to_owned(),
                op: Op::Multiply,
                magnitude: Quantity::Fixed(0.2),
                start: None,
                ramp: 0,
                duration: None,
                fade: 0,
                cohorts: Vec::new(),
                rationale: String::new(),
                evidence: Default::default(),
                sources: Vec::new(),
            }],
            rationale: String::new(),
            sources: Vec::new(),
        });
    });
    let calm = Arc::new(run(&scenario, &wish(100)));
    let stress = RunWish {
        stress: Some("cable".to_owned()),
        ..wish(100)
    };
    let storm = Arc::new(run(&scenario, &stress));
    let question = Question::Compare {
        columns: [0, 1]
            .map(|results| ComparedColumn {
                results,
                selection: Selection::Option(0),
            })
            .to_vec(),
        base: 0,
        subjects: vec![Subject::Indicator("offline_people".to_owned())],
        years: false,
    };
    let Answer::Compare(found) = answer_among(&[calm, storm], &question) else {
        panic!("a comparison");
    };
    assert_eq!(found.mismatch, None);
    assert_eq!(found.heads[1].stress.as_deref(), Some("cable"));
    assert!(
        found.heads[1]
            .differs
            .iter()
            .any(|d| d.field == "wildcards")
    );
    let difference = found.rows[0].cells[1].difference.as_ref().unwrap();
    assert_eq!(difference.direction, Direction::Worse);
}

#[test]
fn columns_that_do_not_share_draws_have_no_difference_and_say_why() {
    let scenario = example("malawi-tax");
    let one = malawi();
    let fewer = Arc::new(run(&scenario, &wish(200)));
    let shorter = edited(&scenario, |s| s.setting.horizon.1 = 2038);
    let shorter = Arc::new(run(&shorter, &wish(300)));
    let subject = [Subject::Indicator("usage".to_owned())];
    for (other, why) in [(fewer, Mismatch::Draws), (shorter, Mismatch::Horizon)] {
        let column = |results: &Arc<Results>| Column {
            results: Arc::clone(results),
            selection: Selection::Option(0),
        };
        let found = compare(&[column(&one), column(&other)], 0, &subject, false);
        assert_eq!(found.mismatch, Some(why));
        let cell = &found.rows[0].cells[1];
        assert!(cell.horizon.p50.is_some(), "its own number is there");
        assert_eq!(
            cell.difference.as_ref().unwrap().direction,
            Direction::Unknown
        );
    }
}
