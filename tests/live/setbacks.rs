//! What setbacks of an open scenario share.

use foretree::analysis::setbacks::signposts::Alarm;
use foretree::live::{
    Dimension, Input, Selection, SetbackKind, SetbackTrouble, SetbackWish, Subject, early_signs,
    setback_tree, setbacks,
};
use foretree::scenario::{Assumption, Evidence, Quantity};
use foretree::seeds::catalogue;

use crate::places::{edited, example, run, wish};

fn few_online(share: f64, selection: Selection) -> SetbackWish {
    SetbackWish {
        kind: SetbackKind::Beyond {
            subject: Subject::parse("online:poor_women").unwrap(),
            year: None,
            side: Alarm::Below,
            threshold: share,
        },
        ..SetbackWish::any(selection)
    }
}

#[test]
fn the_share_of_setbacks_is_that_of_the_weighted_runs() {
    let results = run(&example("malawi-tax"), &wish(500));
    let kind = SetbackKind::Kind("setback_vs_noai".into());
    for selection in Selection::headline(&results.ensemble.plan) {
        let asked = SetbackWish {
            kind: kind.clone(),
            ..SetbackWish::any(selection)
        };
        let found = setbacks(&results, &asked);
        let subject = Subject::Indicator("setback_vs_noai".into());
        let columns = results.values(&subject).unwrap();
        let (mut all, mut hit) = (0.0, 0.0);
        for path in selection.paths(&results.ensemble.plan) {
            for (draw, value) in columns[path].iter().enumerate() {
                let weight = results.weights.whole[path].at(draw);
                all += weight;
                hit += weight * value;
            }
        }
        assert!((found.share - hit / all).abs() < 1e-9);
        let parts: f64 = found.paths.iter().map(|path| path.of_setbacks).sum();
        assert!((parts - 1.0).abs() < 1e-9);
    }
}

#[test]
fn the_only_uncertain_parameter_is_the_only_limit() {
    let free = "price_decline";
    let scenario = edited(&example("ldc-as-now"), |s| {
        for parameter in catalogue().parameters.iter().filter(|p| p.id != free) {
            let assumption = Assumption {
                value: Quantity::Fixed(parameter.p50),
                rationale: String::new(),
                evidence: Evidence::default(),
                sources: Vec::new(),
            };
            s.assumptions.insert(parameter.id.clone(), assumption);
        }
    });
    let results = run(&scenario, &wish(1_500));
    let columns = results.values(&Subject::parse("online:poor_women").unwrap());
    let mut sorted = columns.unwrap()[0].clone();
    sorted.sort_by(f64::total_cmp);
    let asked = few_online(sorted[300], Selection::Everything);
    let found = setbacks(&results, &asked);
    let told = &found.boxes.as_ref().unwrap()[0].held;
    assert_eq!(
        told.restrictions.len(),
        1,
        "slow price decline keeps the poor offline"
    );
    let place = told.restrictions[0].column;
    let Dimension::Number { input, .. } = &found.dimensions[place] else {
        panic!("a parameter is a number")
    };
    assert_eq!(*input, Input::Parameter(free.to_owned()));
    assert!(told.fit.density > 1.2 * found.share, "{:?}", told.fit);
    let (_, tree) = setback_tree(&results, &asked).unwrap();
    assert!(tree.tree.leaves() > 1);
}

#[test]
fn signposts_stay_within_the_years_asked_for_and_beat_luck() {
    let results = run(&example("malawi-tax"), &wish(1_500));
    let mut asked = few_online(0.3, Selection::Option(0));
    asked.until = 2028;
    let early = early_signs(&results, &asked);
    let signs = early.signs.unwrap();
    assert!(!signs.is_empty() && early.tried > 20 && early.draws == 1_500);
    for sign in signs {
        assert!(sign.what.year() <= 2028 && sign.what.year() > 2025);
        assert!(sign.signpost.unseen >= 0.1 && sign.signpost.holds(early.tried));
    }
}

#[test]
fn what_the_setting_does_not_have_is_said() {
    let results = run(&example("ldc-as-now"), &wish(100));
    let asked = |subject: &str, year: Option<i32>| SetbackWish {
        kind: SetbackKind::Beyond {
            subject: Subject::parse(subject).unwrap(),
            year,
            side: Alarm::Above,
            threshold: 0.0,
        },
        ..SetbackWish::any(Selection::Everything)
    };
    let trouble = |subject, year| setbacks(&results, &asked(subject, year)).boxes.unwrap_err();
    assert_eq!(trouble("cost_musd", None), SetbackTrouble::NotThere);
    assert!(matches!(
        trouble("usage", Some(1999)),
        SetbackTrouble::Year { .. }
    ));
    assert_eq!(
        trouble("worst_loss_poor", Some(2030)),
        SetbackTrouble::NoSeries
    );
    let none = SetbackWish::any(Selection::Path(99));
    assert_eq!(
        setbacks(&results, &none).boxes.unwrap_err(),
        SetbackTrouble::NoPaths
    );
}
