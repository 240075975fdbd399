//! The Assumptions: what the numbers rest on, in everyday words.

use foretree::app::{App, Effect, Msg, Screen};
use foretree::live::answer;
use foretree::scenario::{Evidence, Quantity};

use crate::desk::Desk;

fn open() -> Desk {
    let mut desk = Desk::example("malawi-tax-power-masts");
    desk.keys("4");
    desk
}

/// Answers what the screen has asked, as the background does.
fn answered(desk: &mut Desk) {
    for effect in std::mem::take(&mut desk.effects) {
        if let Effect::Answer { need, results } = effect {
            let foretree::app::Need::Ask(_, question) = &need else {
                continue;
            };
            let found = answer(&results[0], question);
            desk.send(Msg::Answer(need, results, std::sync::Arc::new(found)));
        }
    }
}

/// Finds an assumption by name.
fn find(desk: &mut Desk, name: &str) {
    desk.keys("/").types(name).keys("<Enter>");
    assert_eq!(marked(&desk.app), name);
}

fn marked(app: &App) -> &'static str {
    foretree::app::assumptions::marked(app).unwrap().id()
}

#[test]
fn a_workshop_sees_at_most_eight_assumptions_in_everyday_words() {
    let desk = open();
    desk.show(80, 24);
    let entries = foretree::app::assumptions::entries::entries(&desk.app);
    assert_eq!(entries.len(), 8);
    let screen = desk.screen(80, 24);
    assert!(
        screen.contains("our range") && screen.contains("our judgement"),
        "{screen}"
    );
    desk.draw_everywhere();
}

#[test]
fn once_there_are_runs_the_few_are_those_that_move_the_chosen_indicator_most() {
    let mut desk = open();
    desk.simulate(2000);
    answered(&mut desk);
    desk.show(80, 24);
    desk.show(120, 36);
    desk.show(200, 60);
    let screen = desk.screen(120, 36);
    assert!(screen.contains("What moves this most"), "{screen}");
    assert!(screen.contains("% of the spread"), "{screen}");
    desk.draw_everywhere();
}

#[test]
fn the_analyst_sees_every_parameter_input_and_correlation() {
    let mut desk = open();
    desk.keys("A");
    desk.show(80, 24);
    desk.show(200, 60);
    let all = foretree::app::assumptions::entries::entries(&desk.app);
    assert!(all.len() > 45 + 20, "{}", all.len());
    let text = desk.screen(200, 100);
    for name in [
        "coverage_rate",
        "trade_y",
        "Parameters of the model",
        "Inputs of the country",
    ] {
        assert!(text.contains(name), "{name}\n{text}");
    }
    desk.draw_everywhere();
}

#[test]
fn a_value_of_the_rooms_own_is_kept_with_its_reason_and_marked() {
    let mut desk = open();
    find(&mut desk, "coverage_rate");
    desk.keys("<Enter><C-u>")
        .types("0.05")
        .keys("<Tab><C-u>")
        .types("0.3");
    desk.keys("<Tab><C-u>")
        .types("0.12")
        .keys("<Tab><Tab><Left><Tab>");
    desk.types("masts are promised")
        .keys("<Tab>")
        .types("the regulator; ITU")
        .keys("<Enter>");
    let kept = desk.scenario().assumptions["coverage_rate"].clone();
    assert_eq!(
        kept.value,
        Quantity::Quantiles {
            p5: 0.05,
            p50: 0.12,
            p95: 0.3
        }
    );
    assert_eq!(kept.evidence, Evidence::B);
    assert_eq!(kept.rationale, "masts are promised");
    assert_eq!(kept.sources, ["the regulator", "ITU"]);
    desk.show(80, 24);
    let screen = desk.screen(120, 36);
    assert!(screen.contains("0.12 [0.05–0.3]"), "{screen}");
    desk.keys("d");
    assert_eq!(
        foretree::app::assumptions::entries::entries(&desk.app).len(),
        1 + desk.scenario().setting.inputs.len() + desk.scenario().correlations.len()
    );
    desk.keys("x");
    assert!(desk.scenario().assumptions.is_empty());
}

#[test]
fn what_the_language_refuses_is_refused_beside_the_field_and_stays_typed() {
    let mut desk = open();
    desk.keys("/")
        .types("trust in digital services")
        .keys("<Enter>");
    assert_eq!(marked(&desk.app), "trust");
    desk.keys("<Enter><Tab><Tab><C-u>")
        .types("7")
        .keys("<Enter>");
    let screen = desk.screen(80, 40);
    assert!(screen.contains('7') && screen.contains("0.01"), "{screen}");
    assert!(desk.scenario().setting.inputs.is_empty());
}

#[test]
fn a_figure_of_the_country_shows_its_doubts_and_only_what_is_published_is_measured() {
    let mut desk = open();
    let known = |desk: &mut Desk, meaning: &str| {
        desk.keys("/").types(meaning).keys("<Enter>e");
        let screen = desk.screen(100, 50);
        desk.keys("<Esc>");
        screen
    };
    let growth = known(&mut desk, "population growth per year");
    assert!(growth.contains("Doubt"), "{growth}");
    let facts = |desk: &Desk| {
        let entry = foretree::app::assumptions::marked(&desk.app).unwrap();
        foretree::app::assumptions::facts::facts(desk.app.shown().unwrap(), &entry)
    };
    known(&mut desk, "trust in digital services");
    assert_eq!(facts(&desk).evidence, Evidence::C);
    known(&mut desk, "people in the base year");
    assert_eq!(facts(&desk).evidence, Evidence::A);
}

#[test]
fn two_parameters_can_be_made_to_move_together() {
    let mut desk = open();
    find(&mut desk, "coverage_rate");
    desk.keys("a")
        .types("power_rate")
        .keys("<Enter><C-u>")
        .types("0.6")
        .keys("<Enter>");
    let pair = desk.scenario().correlations[0].clone();
    assert_eq!(
        pair.between,
        ("coverage_rate".to_owned(), "power_rate".to_owned())
    );
    assert!((pair.rank - 0.6).abs() < 1e-12);
    // The new pair is marked; Enter changes it, x removes it.
    desk.keys("<Enter><C-u>").types("2").keys("<Enter>");
    assert!(
        desk.screen(80, 24).contains("within −1 to 1")
            || desk.screen(80, 24).contains("within -1 to 1"),
        "{}",
        desk.screen(80, 24)
    );
    desk.keys("<Esc>x");
    assert!(desk.scenario().correlations.is_empty());
}

#[test]
fn everything_goes_back_to_the_catalogue_after_a_question() {
    let mut desk = open();
    find(&mut desk, "coverage_rate");
    desk.keys("<Enter><Enter>");
    assert_eq!(desk.scenario().assumptions.len(), 1);
    desk.keys("X<Enter>");
    assert_eq!(
        desk.scenario().assumptions.len(),
        1,
        "the first answer keeps them"
    );
    desk.keys("X<Down><Enter>");
    assert!(desk.scenario().assumptions.is_empty());
    desk.keys("u");
    assert_eq!(desk.scenario().assumptions.len(), 1);
    desk.keys("X<Down><Enter>X");
    assert!(desk.notice().contains("as in the catalogue already"));
}

#[test]
fn blind_or_covered_no_value_of_the_catalogue_is_shown() {
    for keys in ["B", "G<Esc>"] {
        let mut desk = open();
        desk.simulate(500);
        answered(&mut desk);
        find(&mut desk, "coverage_rate");
        let shown = desk.screen(200, 60);
        assert!(shown.contains("0.09 [0.03–0.2]"), "{shown}");
        desk.keys(keys);
        for size in [(80, 24), (200, 60)] {
            let hidden = desk.screen(size.0, size.1);
            assert!(
                !hidden.contains("[0.03–0.2]") && !hidden.contains("% of the spread"),
                "{hidden}"
            );
            assert!(hidden.contains("hidden"), "{hidden}");
        }
        desk.keys("<Enter>");
        assert!(
            !desk.screen(80, 40).contains("0.09"),
            "{}",
            desk.screen(80, 40)
        );
    }
}

#[test]
fn in_words_each_line_says_how_well_it_is_known() {
    let mut desk = open();
    desk.keys("w");
    let text = desk.screen(100, 50);
    assert!(text.contains("our judgement"), "{text}");
    assert_eq!(desk.app.screen, Screen::Assumptions);
}
