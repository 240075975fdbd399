use super::{chance, decision, with_nodes};
use foretree::files;
use foretree::scenario::{Closed, Kind, Node, Op, Quantity, Scale, Scenario, count_paths, paths};

fn read(text: &str) -> Scenario {
    files::parse(text, "t.ron").expect("a good file").scenario
}

fn ids(scenario: &Scenario) -> Vec<String> {
    paths(scenario).map(|path| path.id()).collect()
}

#[test]
fn the_contract_example_has_the_path_ids_of_the_contract() {
    let scenario = read(include_str!("../fixtures/scenarios/malawi.ron"));
    let ids = ids(&scenario);
    assert_eq!(ids.len(), 8);
    assert_eq!(ids[0], "budget=cheaper/passed_on=mostly/power=on_plan");
    assert!(ids.contains(&"budget=cheaper/passed_on=little/power=slow".to_owned()));
    assert_eq!(ids[7], "budget=as_now/power=slow");
    assert_eq!(count_paths(&scenario.tree, Closed::Respected), 8);
}

#[test]
fn a_tree_without_nodes_has_one_path_without_name() {
    assert_eq!(ids(&read(&with_nodes("", &[]))), [""]);
}

#[test]
fn a_closed_decision_follows_its_option_only() {
    let options = "(id: \"go\", title: \"Go\"), (id: \"wait\", title: \"Wait\")";
    let node = decision("d", 2030, options).replace("options:", "choose: \"wait\", options:");
    let scenario = read(&with_nodes("d", &[&node]));
    assert_eq!(ids(&scenario), ["d=wait"]);
    assert_eq!(count_paths(&scenario.tree, Closed::Ignored), 2);
}

#[test]
fn walking_and_counting_agree() {
    let scenario = read(include_str!("../fixtures/scenarios/malawi.ron"));
    for closed in [Closed::Respected, Closed::Ignored] {
        assert_eq!(
            paths(&scenario).count() as u64,
            count_paths(&scenario.tree, closed)
        );
    }
}

#[test]
fn probabilities_follow_the_nearest_earlier_outcome() {
    let first = "(id: \"up\", title: \"b\", probability: 0.5, next: \"c\"), (id: \"down\", title: \"b\", probability: 0.5, next: \"c\")";
    let last = "(id: \"yes\", title: \"b\", probability: 0.3, given: [(node: \"a\", branch: \"up\", probability: 0.8)]), (id: \"no\", title: \"b\", probability: 0.7, given: [(node: \"a\", branch: \"up\", probability: 0.2)])";
    let scenario = read(&with_nodes(
        "a",
        &[&chance("a", 2028, first), &chance("c", 2030, last)],
    ));
    let Some(Node::Chance(node)) = scenario.tree.nodes.get("c") else {
        panic!("c is a chance node");
    };
    let all: Vec<_> = paths(&scenario).collect();
    assert_eq!(node.medians_after(&all[0].steps[..1]), [0.8, 0.2]);
    assert_eq!(node.medians_after(&all[3].steps[..1]), [0.3, 0.7]);
}

#[test]
fn uncertain_probabilities_are_normalised_at_their_medians() {
    let branches = "(id: \"y\", title: \"b\", probability: Uniform(min: 0.2, max: 0.6)), (id: \"n\", title: \"b\", probability: 0.4)";
    let scenario = read(&with_nodes("a", &[&chance("a", 2028, branches)]));
    let Some(Node::Chance(node)) = scenario.tree.nodes.get("a") else {
        panic!("a is a chance node");
    };
    assert_eq!(node.medians_after(&[]), [0.5, 0.5]);
}

#[test]
fn default_effect_ids_name_node_branch_and_path() {
    let scenario = read(include_str!("../fixtures/scenarios/malawi.ron"));
    let power = scenario.tree.nodes.get("power").expect("a node");
    let effect = &power.outcomes()[0].effects[0];
    assert_eq!(
        effect.id_within("power.on_plan"),
        "power.on_plan.power_rate"
    );
}

/// Median by brute force: the middle of the sorted values of a quantile function.
fn assert_near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0),
        "{found} {expected}"
    );
}

#[test]
fn medians_are_medians_and_not_modes() {
    assert_near(
        Quantity::Triangular {
            min: 0.0,
            mode: 0.0,
            max: 1.0,
        }
        .median(),
        1.0 - 0.5_f64.sqrt(),
    );
    assert_near(
        Quantity::Triangular {
            min: 0.0,
            mode: 1.0,
            max: 1.0,
        }
        .median(),
        0.5_f64.sqrt(),
    );
    assert_near(
        Quantity::Triangular {
            min: -1.0,
            mode: 0.0,
            max: 1.0,
        }
        .median(),
        0.0,
    );
}

#[test]
fn medians_of_beta_distributions_agree_with_closed_forms() {
    // Beta(1, 1) is uniform; Beta(2, 1) has the distribution function x squared.
    assert_near(
        Quantity::Beta {
            alpha: 1.0,
            beta: 1.0,
            min: 2.0,
            max: 4.0,
        }
        .median(),
        3.0,
    );
    assert_near(
        Quantity::Beta {
            alpha: 2.0,
            beta: 1.0,
            min: 0.0,
            max: 1.0,
        }
        .median(),
        0.5_f64.sqrt(),
    );
    // Beta(1, 5): one minus x to the fifth; the Pert with its mode at the lower end.
    assert_near(
        Quantity::Pert {
            min: 0.0,
            mode: 0.0,
            max: 10.0,
        }
        .median(),
        10.0 * (1.0 - 0.5_f64.powf(0.2)),
    );
    assert_near(Quantity::Uniform { min: 1.0, max: 3.0 }.median(), 2.0);
    assert_near(
        Quantity::LogNormal {
            median: 3.0,
            sd_log: 2.0,
        }
        .median(),
        3.0,
    );
}

#[test]
fn the_median_of_a_list_is_the_smallest_value_with_half_of_the_weight() {
    let discrete = |points: &[(f64, f64)]| Quantity::Discrete(points.to_vec()).median();
    assert_eq!(discrete(&[(3.0, 1.0), (1.0, 1.0)]), 1.0);
    assert_eq!(discrete(&[(3.0, 3.0), (1.0, 1.0), (2.0, 2.0)]), 2.0);
    assert_eq!(discrete(&[(5.0, 0.2), (7.0, 9.0)]), 7.0);
}

#[test]
fn scales_follow_the_operation() {
    let positive = Quantity::Quantiles {
        p5: 0.1,
        p50: 0.2,
        p95: 0.3,
    };
    let mixed = Quantity::Quantiles {
        p5: -0.1,
        p50: 0.2,
        p95: 0.3,
    };
    assert_eq!(
        Scale::of_effect(Op::Set, Kind::Fraction, &positive),
        Scale::Logit
    );
    assert_eq!(
        Scale::of_effect(Op::Set, Kind::Real, &positive),
        Scale::Linear
    );
    assert_eq!(
        Scale::of_effect(Op::Multiply, Kind::Fraction, &positive),
        Scale::Log
    );
    assert_eq!(
        Scale::of_effect(Op::Add, Kind::Fraction, &positive),
        Scale::Logit
    );
    assert_eq!(Scale::of_effect(Op::Add, Kind::Rate, &positive), Scale::Log);
    assert_eq!(Scale::of_effect(Op::Add, Kind::Real, &positive), Scale::Log);
    assert_eq!(
        Scale::of_effect(Op::Add, Kind::Fraction, &mixed),
        Scale::Linear
    );
}

#[test]
fn supports_know_their_tails() {
    let quantiles = Quantity::Quantiles {
        p5: 0.1,
        p50: 0.2,
        p95: 0.3,
    };
    assert_eq!(quantiles.support(Scale::Logit), (0.0, 1.0));
    assert_eq!(quantiles.support(Scale::Log), (0.0, f64::INFINITY));
    let one_sided = Quantity::Quantiles {
        p5: 0.2,
        p50: 0.2,
        p95: 0.3,
    };
    assert_eq!(one_sided.support(Scale::Linear), (0.2, f64::INFINITY));
    assert_eq!(Quantity::Fixed(-1.0).support(Scale::Linear), (-1.0, -1.0));
}
