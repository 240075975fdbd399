use super::{
    assert_sound, chance, decision, error, with_nodes, with_option, with_option_and_wildcard,
};
use foretree::scenario::Code;

fn effects(list: &[&str]) -> String {
    let numbered = list.iter().enumerate();
    let effects: Vec<String> = numbered
        .map(|(number, effect)| format!("(id: \"e{number}\", {effect})"))
        .collect();
    with_option(&format!("effects: [{}], effort: 1", effects.join(", ")))
}

#[test]
fn two_settings_of_one_path_are_refused() {
    let set = "path: \"power_rate\", op: Set, magnitude: Fixed(0.1)";
    let found = error(&effects(&[set, set]));
    let Code::TwoSets {
        path,
        first,
        second,
        history,
    } = found.code
    else {
        panic!("{found:?}");
    };
    assert_eq!(
        (path.as_str(), first.as_str(), second.as_str()),
        ("power_rate", "e0", "e1")
    );
    assert_eq!(history, "d=go");
    assert_eq!(found.place, "tree.nodes.d.options[0].effects[1]");
}

#[test]
fn settings_for_different_people_agree() {
    let set = |cohort: &str| {
        format!("path: \"power_rate\", op: Set, magnitude: Fixed(0.1), cohorts: [\"{cohort}\"]")
    };
    assert_sound(&effects(&[&set("poor"), &set("rest")]));
    let found = error(&effects(&[&set("poor"), &set("women")]));
    assert!(matches!(found.code, Code::TwoSets { .. }));
    error(&effects(&[
        &set("poor_women"),
        "path: \"power_rate\", op: Set, magnitude: Fixed(0.1)",
    ]));
}

#[test]
fn adding_in_opposite_directions_to_a_share_is_refused() {
    let add = |magnitude: &str| format!("path: \"pass_through\", op: Add, magnitude: {magnitude}");
    let (up, down) = (add("Fixed(0.1)"), add("Fixed(-0.1)"));
    assert_sound(&effects(&[&up, &up]));
    assert_sound(&effects(&[&down, &down]));
    assert_sound(&effects(&[
        &up,
        &add("Quantiles(p5: 0.1, p50: 0.2, p95: 0.3)"),
    ]));
    let found = error(&effects(&[&up, &down]));
    assert!(matches!(found.code, Code::OppositeAdds { .. }));
    error(&effects(&[&up, &add("Uniform(min: -0.1, max: 0.3)")]));
    error(&effects(&[&up, &add("Normal(mean: 0.5, sd: 0.01)")]));
}

#[test]
fn adding_to_a_rate_and_multiplying_commute() {
    let add = |magnitude: &str| format!("path: \"power_rate\", op: Add, magnitude: {magnitude}");
    assert_sound(&effects(&[&add("Fixed(0.01)"), &add("Fixed(-0.01)")]));
    let multiply = "path: \"pass_through\", op: Multiply, magnitude: Fixed(0.5)";
    assert_sound(&effects(&[
        multiply,
        "path: \"pass_through\", op: Multiply, magnitude: Fixed(2.0)",
    ]));
    assert_sound(&effects(&[
        multiply,
        "path: \"pass_through\", op: Set, magnitude: Fixed(0.2)",
    ]));
}

/// Two nodes whose outcomes set the same path; `next` says whether one follows the other.
fn apart(next: &str) -> String {
    let set = |id: &str| {
        format!("effects: [(id: \"{id}\", path: \"power_rate\", op: Set, magnitude: Fixed(0.1))]")
    };
    let first = format!(
        "(id: \"yes\", title: \"b\", probability: 0.5, {}{next}), (id: \"no\", title: \"b\", probability: 0.5, next: \"b\")",
        set("one")
    );
    let second = format!(
        "(id: \"yes\", title: \"b\", probability: 1.0, {})",
        set("two")
    );
    with_nodes(
        "a",
        &[&chance("a", 2028, &first), &chance("b", 2030, &second)],
    )
}

#[test]
fn only_effects_of_one_path_of_the_tree_meet() {
    assert_sound(&apart(""));
    let found = error(&apart(", next: \"b\""));
    assert!(matches!(found.code, Code::TwoSets { ref history, .. } if history == "a=yes/b=yes"));
}

#[test]
fn measures_bring_effects_that_can_conflict() {
    // Measure 2.1 widens retraining; an own effect that cuts it pulls the other way.
    let cut = "effects: [(path: \"reskill_coverage\", op: Add, magnitude: Fixed(-0.2))]";
    let found = error(&with_option(&format!(
        "adopts: [\"2.1\"], {cut}, effort: 1"
    )));
    let Code::OppositeAdds { first, second, .. } = found.code else {
        panic!("{found:?}");
    };
    let mut both = [first, second];
    both.sort();
    assert_eq!(
        both,
        ["2.1-reskill".to_owned(), "d.go.reskill_coverage".to_owned()]
    );
}

#[test]
fn a_measure_adopted_twice_on_one_path_applies_once() {
    let adopts = |id: &str, next: &str| {
        format!(
            "(id: \"{id}\", title: \"o\", adopts: [\"9.4\"], effort: 1{next}), (id: \"wait\", title: \"w\")"
        )
    };
    let text = with_nodes(
        "d",
        &[
            &decision("d", 2028, &adopts("go", ", next: \"e\"")),
            &decision("e", 2030, &adopts("go", "")),
        ],
    );
    assert_sound(&text);
}

#[test]
fn a_wildcard_must_get_on_with_every_path() {
    let set = "path: \"power_rate\", op: Set, magnitude: Fixed(0.1)";
    let text = with_option_and_wildcard(
        &format!("effects: [({set})], effort: 1"),
        &format!("effects: [({set})]"),
    );
    let found = error(&text);
    assert!(matches!(found.code, Code::TwoSets { .. }));
    assert_eq!(found.place, "wildcards[0].effects[0]");
}
