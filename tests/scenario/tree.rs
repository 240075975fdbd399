use super::{assert_sound, chance, decision, error, errors, findings, with_nodes};
use foretree::scenario::{Code, What};

fn coin(id: &str, year: i32, next: &str) -> String {
    let next = if next.is_empty() {
        String::new()
    } else {
        format!(", next: \"{next}\"")
    };
    chance(
        id,
        year,
        &format!(
            "(id: \"yes\", title: \"Yes\", probability: 0.5{next}), (id: \"no\", title: \"No\", probability: 0.5{next})"
        ),
    )
}

/// So many coins, one year after the other, each leading to the next.
fn chain(count: usize) -> String {
    let nodes: Vec<String> = (0..count)
        .map(|number| {
            let next = if number + 1 < count {
                format!("n{}", number + 1)
            } else {
                String::new()
            };
            coin(&format!("n{number}"), 2026 + number as i32, &next)
        })
        .collect();
    let nodes: Vec<&str> = nodes.iter().map(String::as_str).collect();
    with_nodes("n0", &nodes)
}

#[test]
fn a_tree_without_nodes_is_legal() {
    assert_sound(&with_nodes("", &[]));
}

#[test]
fn a_root_must_exist() {
    let found = error(&with_nodes("b", &[&coin("a", 2030, "")]));
    assert!(matches!(
        found.code,
        Code::Unknown {
            what: What::Node,
            ..
        }
    ));
    assert_eq!((found.place.as_str(), found.line), ("tree.root", 4));
    let found = error(&with_nodes("", &[&coin("a", 2030, "")]));
    assert_eq!(found.code, Code::NoRoot);
    let found = error(&with_nodes("a", &[]));
    assert_eq!(found.place, "tree.root");
}

#[test]
fn a_next_node_must_exist() {
    let found = error(
        &with_nodes("power", &[&coin("power", 2030, "pwoer_2")]).replacen(
            ", next: \"pwoer_2\"",
            "",
            1,
        ),
    );
    assert_eq!(found.place, "tree.nodes.power.branches[1].next");
    assert_eq!(found.line, 6);
}

#[test]
fn a_node_without_outcomes_is_refused() {
    let empty = error(&with_nodes("a", &[&chance("a", 2030, "")]));
    assert_eq!(
        empty.code,
        Code::NoOutcomes {
            node: "a".to_owned()
        }
    );
    let empty = error(&with_nodes("a", &[&decision("a", 2030, "")]));
    assert_eq!(
        empty.code,
        Code::NoOutcomes {
            node: "a".to_owned()
        }
    );
}

#[test]
fn a_node_that_no_path_reaches_is_refused_where_it_stands() {
    let found = error(&with_nodes(
        "a",
        &[&coin("a", 2030, ""), &coin("b", 2031, "")],
    ));
    assert_eq!(
        found.code,
        Code::Unreachable {
            node: "b".to_owned()
        }
    );
    assert_eq!((found.place.as_str(), found.line), ("tree.nodes.b", 7));
}

#[test]
fn a_way_that_comes_round_again_is_refused_once() {
    let text = with_nodes(
        "a",
        &[
            &coin("a", 2030, "b"),
            &coin("b", 2031, "c"),
            &coin("c", 2032, ""),
        ],
    );
    let text = text.replacen(
        "(id: \"no\", title: \"No\", probability: 0.5)",
        "(id: \"no\", title: \"No\", probability: 0.5, next: \"b\")",
        1,
    );
    let found = error(&text);
    assert_eq!(
        found.code,
        Code::Cycle {
            nodes: vec!["b".to_owned(), "c".to_owned(), "b".to_owned()]
        }
    );
    assert_eq!(found.place, "tree.nodes.c.branches[1].next");
}

#[test]
fn a_node_that_leads_to_itself_is_refused() {
    let found = errors(&with_nodes("a", &[&coin("a", 2030, "a")]));
    assert!(
        found
            .iter()
            .all(|found| matches!(found.code, Code::Cycle { .. })),
        "{found:?}"
    );
}

#[test]
fn years_rise_along_every_path() {
    for year in [2030, 2029] {
        let found = errors(&with_nodes(
            "a",
            &[&coin("a", 2030, "b"), &coin("b", year, "")],
        ));
        assert!(!found.is_empty());
        for found in found {
            assert!(matches!(
                found.code,
                Code::YearNotAfter {
                    parent_year: 2030,
                    ..
                }
            ));
            assert_eq!(found.place, "tree.nodes.b.year");
        }
    }
}

#[test]
fn years_lie_after_the_base_and_within_the_horizon() {
    for year in [2025, 2041, -5] {
        let found = error(&with_nodes("a", &[&coin("a", year, "")]));
        assert!(matches!(found.code, Code::YearOutside { .. }));
    }
    for year in [2026, 2040] {
        assert_sound(&with_nodes("a", &[&coin("a", year, "")]));
    }
}

#[test]
fn up_to_4096_paths_are_legal() {
    assert_sound(&chain(12));
}

#[test]
fn more_paths_are_refused_with_their_count_and_the_nodes_that_multiply_it() {
    let found = error(&chain(13));
    let Code::TooManyPaths { count, nodes } = found.code else {
        panic!("{found:?}");
    };
    assert_eq!(count, 8_192);
    assert_eq!(nodes.len(), 13);
    assert_eq!(nodes[0], ("n0".to_owned(), 2));
}

#[test]
fn paths_are_counted_without_being_walked() {
    let started = std::time::Instant::now();
    let text = chain(34).replace(
        "(baseline: Country(\"MWI\"))",
        "(baseline: Country(\"MWI\"), horizon: (2025, 2060))",
    );
    let found = error(&text);
    assert!(matches!(found.code, Code::TooManyPaths { count, .. } if count == 1 << 34));
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn a_closed_decision_names_one_of_its_options() {
    let options = "(id: \"go\", title: \"Go\"), (id: \"wait\", title: \"Wait\")";
    let closed = |chosen: &str| {
        let node = decision("d", 2030, options);
        let node = node.replace("options:", &format!("choose: \"{chosen}\", options:"));
        with_nodes("d", &[&node])
    };
    assert_sound(&closed("wait"));
    let found = error(&closed("wiat"));
    assert_eq!(found.code.nearest(), Some("wait"));
    assert_eq!(found.place, "tree.nodes.d.choose");
}

#[test]
fn an_option_that_is_not_chosen_still_leads_somewhere() {
    let options = "(id: \"go\", title: \"Go\", next: \"a\"), (id: \"wait\", title: \"Wait\")";
    let node = decision("d", 2030, options).replace("options:", "choose: \"wait\", options:");
    assert_sound(&with_nodes("d", &[&node, &coin("a", 2031, "")]));
}

#[test]
fn ids_are_short_and_plain() {
    let long = "a".repeat(41);
    for bad in ["A", "1a", "a-b", "ä", "", "a b", long.as_str()] {
        let found = errors(&with_nodes(bad, &[&coin(bad, 2030, "")]));
        assert!(
            found
                .iter()
                .any(|found| matches!(&found.code, Code::BadId { id, .. } if id == bad)),
            "{bad}: {found:?}"
        );
    }
    let longest = "a".repeat(40);
    assert_sound(&with_nodes(&longest, &[&coin(&longest, 2030, "")]));
}

#[test]
fn branches_of_one_node_have_different_ids() {
    let text = with_nodes("a", &[&coin("a", 2030, "")]).replace("\"no\"", "\"yes\"");
    let found = error(&text);
    assert!(matches!(found.code, Code::RepeatedId { .. }));
    assert_eq!(found.place, "tree.nodes.a.branches[1].id");
}

#[test]
fn a_large_tree_is_checked_quickly() {
    // A chain of nodes far longer than any horizon, each wrong in several ways.
    let nodes: Vec<String> = (0..20_000)
        .map(|number| coin(&format!("n{number}"), 2030, &format!("m{}", number + 1)))
        .collect();
    let nodes: Vec<&str> = nodes.iter().map(String::as_str).collect();
    let started = std::time::Instant::now();
    assert!(findings(&with_nodes("n0", &nodes)).len() > 300);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
