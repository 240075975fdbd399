use super::{assert_refused, errors, tutorial};
use foretree::scenario::edit::*;
use foretree::scenario::{
    BaselineRef, Correlation, Dissent, Driver, Exposure, Sampling, Signpost, Simulation,
};

#[test]
fn every_text_of_the_frame_and_the_tree_can_be_set_and_read_back() {
    let node = || "money".to_owned();
    let option = || (node(), "cheaper".to_owned());
    let owner = Owner::Outcome {
        node: node(),
        outcome: "cheaper".to_owned(),
    };
    let all = [
        Text::Title,
        Text::Question,
        Text::Notes,
        Text::ReviewBy,
        Text::Decider,
        Text::DecideBy,
        Text::ForWhom,
        Text::Success,
        Text::RoomDate,
        Text::BlindLocked,
        Text::NodeTitle(node()),
        Text::NodeActor(node()),
        Text::NodeRationale(node()),
        Text::OutcomeTitle(option().0, option().1),
        Text::OutcomeRationale(option().0, option().1),
        Text::NotCounted(option().0, option().1),
        Text::EffectRationale(owner, 0),
    ];
    let mut scenario = tutorial();
    for (number, which) in all.iter().enumerate() {
        let words = format!("words {number}");
        set_text(&mut scenario, which, &words).unwrap();
    }
    for (number, which) in all.iter().enumerate() {
        assert_eq!(text(&scenario, which), Some(format!("words {number}")));
    }
    assert_eq!(what_it_affects(&tutorial(), &scenario), Change::Nothing);
    assert_eq!(errors(&scenario), []);
}

#[test]
fn a_title_cannot_be_emptied_but_a_note_can() {
    let mut scenario = tutorial();
    set_text(&mut scenario, &Text::Notes, "").unwrap();
    assert_eq!(scenario.notes, "");
    assert_refused(
        &scenario,
        |s| set_text(s, &Text::NodeTitle("money".to_owned()), " "),
        "something must be written here",
    );
    let nowhere = Text::WildcardTitle("cable".to_owned());
    assert_eq!(text(&scenario, &nowhere), None);
    assert_refused(
        &scenario,
        |s| set_text(s, &nowhere, "x"),
        "there is no wildcard `cable`",
    );
}

#[test]
fn lines_of_a_list_are_added_changed_moved_and_removed() {
    let mut scenario = tutorial();
    let lines = Texts::Missing;
    assert_eq!(add_item(&mut scenario, &lines, "teachers").unwrap(), 3);
    set_item(&mut scenario, &lines, 2, "mobile operators").unwrap();
    move_item(&mut scenario, &lines, 3, 0).unwrap();
    remove_item(&mut scenario, &lines, 1).unwrap();
    let left = ["teachers", "people without a phone", "mobile operators"];
    assert_eq!(texts(&scenario, &lines).unwrap(), left);
    assert_refused(
        &scenario,
        |s| remove_item(s, &Texts::Missing, 3),
        "there is no line number 4 here",
    );
    assert_refused(
        &scenario,
        |s| move_item(s, &Texts::Missing, 0, 3),
        "this cannot move any further",
    );
}

#[test]
fn adopting_a_measure_changes_numbers_and_a_source_does_not() {
    let option = || ("money".to_owned(), "as_now".to_owned());
    let mut scenario = tutorial();
    add_item(
        &mut scenario,
        &Texts::OutcomeSources(option().0, option().1),
        "E-1",
    )
    .unwrap();
    assert_eq!(what_it_affects(&tutorial(), &scenario), Change::Nothing);
    add_item(&mut scenario, &Texts::Adopts(option().0, option().1), "1.3").unwrap();
    assert_eq!(what_it_affects(&tutorial(), &scenario), Change::Runs);
}

#[test]
fn dissent_signposts_and_drivers_are_lists_that_can_be_ordered() {
    let mut scenario = tutorial();
    let view = |view: &str| Dissent {
        on: "power.fast".to_owned(),
        view: view.to_owned(),
    };
    assert_eq!(add_record(&mut scenario, view("Two in ten.")).unwrap(), 1);
    move_record::<Dissent>(&mut scenario, 1, 0).unwrap();
    assert_eq!(scenario.dissent[0].view, "Two in ten.");
    assert_refused(
        &scenario,
        |s| add_record(s, view("")),
        "something must be written here",
    );
    remove_record::<Signpost>(&mut scenario, 0).unwrap();
    assert_eq!(scenario.signposts.len(), 1);
    let driver = |impact| Driver {
        title: "Power".to_owned(),
        layer: None,
        impact,
        uncertainty: 3,
        note: String::new(),
        node: None,
    };
    add_record(&mut scenario, driver(0)).unwrap();
    set_record(&mut scenario, 0, driver(5)).unwrap();
    assert_eq!(scenario.frame.drivers[0].score(), 15);
    assert_refused(
        &scenario,
        |s| set_record(s, 0, driver(6)),
        "6 is not within 0 to 5",
    );
}

#[test]
fn a_pair_of_parameters_is_correlated_once_and_not_with_itself() {
    let pair = |one: &str, two: &str, rank| Correlation {
        between: (one.to_owned(), two.to_owned()),
        rank,
    };
    let mut scenario = tutorial();
    add_record(&mut scenario, pair("policy_rate", "data_rate", 0.5)).unwrap();
    set_record(&mut scenario, 0, pair("policy_rate", "data_rate", 0.4)).unwrap();
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| add_record(s, pair("data_rate", "policy_rate", 0.1)),
        "the pair `data_rate` and `policy_rate` is there already",
    );
    assert_refused(
        &scenario,
        |s| add_record(s, pair("data_rate", "data_rate", 0.1)),
        "`data_rate` cannot be paired with itself",
    );
    assert_refused(
        &scenario,
        |s| set_record(s, 0, pair("policy_rate", "data_rate", -1.5)),
        "-1.5 is not within -1 to 1",
    );
}

#[test]
fn moving_to_another_place_forgets_what_was_known_better_about_the_old_one() {
    let mut scenario = tutorial();
    set_reference(&mut scenario, Some("ZAF".to_owned()));
    assert_eq!(
        set_baseline(&mut scenario, BaselineRef::Country("MWI".to_owned())),
        0
    );
    assert_eq!(scenario.setting.reference.as_deref(), Some("ZAF"));
    set_baseline(&mut scenario, BaselineRef::Country("KEN".to_owned()));
    assert_eq!(scenario.setting.reference, None);
    set_exposure(&mut scenario, Exposure::ImfLowComplementarity);
    set_horizon_end(&mut scenario, 2050).unwrap();
    assert_eq!(errors(&scenario), []);
    assert_refused(
        &scenario,
        |s| set_horizon_end(s, 2061),
        "a horizon ends between 2026 and 2060, not in 2061",
    );
    let run = Simulation {
        draws: 0,
        seed: 1,
        sampling: Sampling::Sobol,
    };
    assert_refused(
        &scenario,
        |s| set_simulation(s, run),
        "a run has 1 to 10 000 000 draws, not 0",
    );
}
