//! Run: how many draws, how it goes, and whether there are enough of them.

use foretree::analysis::convergence::Enough;
use foretree::app::{Effect, Msg};
use foretree::live::{Convergence, Report, Settling, Stage};
use foretree::scenario::Sampling;

use crate::desk::Desk;

fn open() -> Desk {
    let mut desk = Desk::example("malawi-tax-power-masts");
    desk.keys("<F2>");
    desk
}

fn report(desk: &mut Desk, share: f64, settled: bool) {
    let id = desk.app.current.unwrap();
    let middle = Settling {
        middle: 0.46,
        error: 0.02,
        enough: match settled {
            true => Enough::Yes,
            false => Enough::Needs(8200),
        },
    };
    let convergence = Convergence {
        middles: vec![middle; 3],
        draws: 2048,
    };
    let report = Report::Progress {
        share,
        seconds_left: Some(12.3),
        convergence,
    };
    desk.send(Msg::Live(id, None, Box::new(report)));
}

#[test]
fn progress_says_the_time_left_and_how_to_stop() {
    let mut desk = open();
    report(&mut desk, 0.41, false);
    desk.show(80, 24);
    let screen = desk.screen(80, 24);
    assert!(
        screen.contains("41 %, about 13 seconds left (Esc stops)"),
        "{screen}"
    );
    desk.keys("<Esc>");
    assert!(matches!(desk.effects[..], [Effect::Cancel(_), ..]));
    desk.draw_everywhere();
}

#[test]
fn whether_there_are_enough_draws_is_said_in_words() {
    let mut desk = open();
    assert!(
        desk.screen(80, 24)
            .contains("A run tells it while it goes on")
    );
    report(&mut desk, 0.4, false);
    assert!(desk.screen(80, 24).contains("Not yet"));
    report(&mut desk, 0.9, true);
    let screen = desk.screen(80, 24);
    assert!(screen.contains("Enough: twice the 2048"), "{screen}");
    assert!(screen.contains("may move by 4"), "{screen}");
}

#[test]
fn a_finished_run_says_how_its_numbers_came_about() {
    let mut desk = open();
    report(&mut desk, 0.9, true);
    desk.simulate(1000);
    desk.show(80, 24);
    desk.show(120, 36);
    desk.show(200, 60);
    let screen = desk.screen(80, 24);
    for text in [
        "All 1000 draws are there",
        "seed 20250601",
        "Latin hypercube",
        "chacha8",
    ] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

#[test]
fn a_stopped_run_is_labelled() {
    let mut desk = open();
    let document = desk.app.shown().unwrap();
    let (id, scenario) = (document.id, document.scenario.clone());
    let mut left = 3;
    let wish = foretree::live::RunWish::default();
    let partial = foretree::live::simulate(&scenario, &wish, &mut |_| {
        left -= 1;
        left > 0
    })
    .unwrap();
    assert_eq!(partial.stage, Stage::Partial);
    desk.send(Msg::Live(
        id,
        None,
        Box::new(Report::Partial(std::sync::Arc::new(partial))),
    ));
    let screen = desk.screen(80, 24);
    assert!(
        screen.contains("Stopped after") && screen.contains("of 10 000 draws"),
        "{screen}"
    );
}

#[test]
fn draws_seed_and_sampling_belong_to_the_scenario_and_can_be_taken_back() {
    let mut desk = open();
    desk.keys("+");
    assert_eq!(desk.scenario().simulation.draws, 20_000);
    desk.keys("--u");
    assert_eq!(desk.scenario().simulation.draws, 10_000);
    desk.keys("<Enter><C-u>").types("many").keys("<Enter>");
    assert!(desk.screen(80, 24).contains("no whole number"));
    desk.keys("<C-u>")
        .types("3000")
        .keys("<Enter><Down><Enter><C-u>")
        .types("7")
        .keys("<Enter>");
    desk.keys("<Down><Enter><Down><Enter>");
    let simulation = &desk.scenario().simulation;
    assert_eq!((simulation.draws, simulation.seed), (3000, 7));
    assert_eq!(simulation.sampling, Sampling::Sobol);
}

#[test]
fn threads_and_memory_belong_to_this_machine() {
    let mut desk = open();
    let before = desk.scenario().clone();
    desk.keys("jjj<Enter>")
        .types("2")
        .keys("<Enter>j<Enter><C-u>")
        .types("4")
        .keys("<Enter>");
    assert!(desk.screen(80, 24).contains("At least 16 MiB"));
    desk.keys("<C-u>").types("64").keys("<Enter>");
    assert_eq!(desk.app.run.wish.threads, Some(2));
    assert_eq!(desk.app.run.wish.budget, 64 << 20);
    assert_eq!(*desk.scenario(), before);
}

#[test]
fn a_wildcard_is_switched_on_beside_the_run_without_it() {
    let mut desk = open();
    desk.simulate(300);
    let wildcard = desk.scenario().wildcards[0].clone();
    desk.keys("S<Down><Enter>");
    let asked = desk.effects.iter().find_map(|effect| match effect {
        Effect::Simulate { wish, scenario, .. } => Some((wish.clone(), scenario.clone())),
        _ => None,
    });
    let (mut wish, scenario) = asked.unwrap();
    assert_eq!(wish.stress.as_ref(), Some(&wildcard.id));
    assert!(desk.screen(120, 36).contains("is being simulated"));
    wish.draws = Some(300);
    let found = foretree::live::simulate(&scenario, &wish, &mut |_| true).unwrap();
    let report = Report::Done(std::sync::Arc::new(found));
    let id = desk.app.current.unwrap();
    desk.send(Msg::Live(id, Some(wildcard.id), Box::new(report)));
    desk.show(80, 24);
    let screen = desk.screen(120, 36);
    assert!(screen.contains("happens in every run"), "{screen}");
    assert!(screen.contains("do not average over it"), "{screen}");
    let results = desk.app.shown().unwrap().results.clone().unwrap();
    assert_eq!(
        results.ensemble.plan.stress, None,
        "the other screens keep theirs"
    );
    desk.keys("S<Up><Enter>");
    assert_eq!(desk.app.run.stress, None);
    desk.draw_everywhere();
}

#[test]
fn blind_or_covered_nothing_is_said_about_the_middle() {
    for keys in ["B", "G<Esc>"] {
        let mut desk = open();
        report(&mut desk, 0.9, true);
        assert!(
            desk.screen(80, 24).contains("middle 46 %"),
            "{}",
            desk.screen(80, 24)
        );
        desk.keys(keys);
        assert!(!desk.screen(80, 24).contains("middle 46 %"));
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut desk = Desk::with("malawi-tax-power-masts", |s| s.wildcards.clear());
    desk.keys("<F2>x");
    assert!(desk.notice().contains("Nothing is running"));
    desk.keys("S");
    assert!(desk.notice().contains("There is no wildcard yet"));
}
