//! The tree as a graph: every node has a way in and a way out, and time only goes forward.

use super::report::Report;
use super::{Code, Given, What, node_place, outcomes_place};
use crate::scenario::{BASE_YEAR, Closed, MOST_PATHS, Node, Place, Tree, count_paths};
use std::collections::{HashMap, HashSet};

/// Nodes named in a message at most.
const MOST_NAMED: usize = 20;

/// Checks the graph. Returns which outcomes can be followed to look at every path, or none if
/// the paths make no sense or are too many.
pub(super) fn check(given: &Given<'_>, report: &mut Report) -> Option<Closed> {
    let tree = &given.scenario.tree;
    let linked = root(tree, report) & outcomes(tree, report);
    let cycles = cycles(tree, report);
    unreachable(tree, report);
    let ordered = years(given, &cycles, report);
    if !(linked && ordered && cycles.is_empty()) {
        return None;
    }
    let run = count_paths(tree, Closed::Respected);
    if run > MOST_PATHS {
        let place = Place::top().field("tree").field("nodes").name();
        let (count, nodes) = (run, multipliers(tree));
        report.add(place, Code::TooManyPaths { count, nodes });
        return None;
    }
    match count_paths(tree, Closed::Ignored) {
        0..=MOST_PATHS => Some(Closed::Ignored),
        _ => Some(Closed::Respected),
    }
}

fn root(tree: &Tree, report: &mut Report) -> bool {
    let place = Place::top().field("tree").field("root");
    let id = &tree.root;
    if tree.nodes.contains_key(id) || (id.is_empty() && tree.nodes.is_empty()) {
        return true;
    }
    let code = if id.is_empty() {
        Code::NoRoot
    } else {
        unknown_node(tree, report, id)
    };
    report.add(place, code);
    false
}

fn unknown_node(tree: &Tree, report: &Report, id: &str) -> Code {
    Code::Unknown {
        what: What::Node,
        id: id.to_owned(),
        nearest: report.nearest(id, tree.nodes.keys().map(String::as_str)),
    }
}

/// Every node has outcomes, which lead to nodes that exist; a closed decision names an option.
fn outcomes(tree: &Tree, report: &mut Report) -> bool {
    let mut sound = true;
    for (id, node) in &tree.nodes {
        let outcomes = node.outcomes();
        if outcomes.is_empty() {
            let node = id.clone();
            report.add(node_place(id), Code::NoOutcomes { node });
            sound = false;
        }
        for (number, outcome) in outcomes.iter().enumerate() {
            let Some(next) = outcome.next else { continue };
            if !tree.nodes.contains_key(next) {
                let place = outcomes_place(id, node).index(number).field("next");
                let code = unknown_node(tree, report, next);
                report.add(place, code);
                sound = false;
            }
        }
        sound &= choice(id, node, report);
    }
    sound
}

fn choice(id: &str, node: &Node, report: &mut Report) -> bool {
    let outcomes = node.outcomes();
    let Some(chosen) = node.choose() else {
        return true;
    };
    if outcomes.iter().any(|outcome| outcome.id == chosen) {
        return true;
    }
    let nearest = report.nearest(chosen, outcomes.iter().map(|outcome| outcome.id));
    let (what, chosen) = (What::Choice, chosen.to_owned());
    let place = node_place(id).field("choose");
    let id = chosen;
    report.add(place, Code::Unknown { what, id, nearest });
    false
}

fn nexts(node: &Node) -> impl Iterator<Item = (usize, &str)> {
    let outcomes = node.outcomes().into_iter().enumerate();
    outcomes.filter_map(|(number, outcome)| outcome.next.map(|next| (number, next)))
}

/// A branch or option that leads back: node and number of the outcome.
type Back<'a> = (&'a str, usize);

/// Reports every way that comes round again; depth first, without recursion.
fn cycles<'a>(tree: &'a Tree, report: &mut Report) -> HashSet<Back<'a>> {
    let mut backs = HashSet::new();
    let mut done: HashSet<&str> = HashSet::new();
    for start in tree.nodes.keys() {
        let mut way: Vec<(&str, Vec<(usize, &str)>)> = Vec::new();
        let mut on_way: HashMap<&str, usize> = HashMap::new();
        enter(tree, start, &done, &mut way, &mut on_way);
        while let Some((node, ahead)) = way.last_mut() {
            let node = *node;
            match ahead.pop() {
                Some((number, next)) => {
                    if let Some(from) = on_way.get(next) {
                        let nodes = way.iter().skip(*from).map(|(id, _)| (*id).to_owned());
                        let nodes = shortened(nodes.chain([next.to_owned()]).collect());
                        add_cycle(tree, report, (node, number), nodes);
                        backs.insert((node, number));
                    } else {
                        enter(tree, next, &done, &mut way, &mut on_way);
                    }
                }
                None => {
                    done.insert(node);
                    on_way.remove(node);
                    way.pop();
                }
            }
        }
    }
    backs
}

fn enter<'a>(
    tree: &'a Tree,
    id: &'a str,
    done: &HashSet<&str>,
    way: &mut Vec<(&'a str, Vec<(usize, &'a str)>)>,
    on_way: &mut HashMap<&'a str, usize>,
) {
    if let Some(node) = tree.nodes.get(id).filter(|_| !done.contains(id)) {
        let mut ahead: Vec<_> = nexts(node).collect();
        ahead.reverse();
        on_way.insert(id, way.len());
        way.push((id, ahead));
    }
}

/// Leaves out the middle of a long way round.
fn shortened(mut nodes: Vec<String>) -> Vec<String> {
    let ends = MOST_NAMED / 2;
    if nodes.len() > MOST_NAMED {
        let middle = ends..nodes.len() - ends;
        nodes.splice(middle, ["…".to_owned()]);
    }
    nodes
}

fn add_cycle(tree: &Tree, report: &mut Report, (id, number): Back<'_>, nodes: Vec<String>) {
    if let Some(node) = tree.nodes.get(id) {
        let place = outcomes_place(id, node).index(number).field("next");
        report.add(place, Code::Cycle { nodes });
    }
}

fn unreachable(tree: &Tree, report: &mut Report) {
    let mut reached: HashSet<&str> = HashSet::new();
    let mut ahead = vec![tree.root.as_str()];
    while let Some(id) = ahead.pop() {
        if let Some(node) = tree.nodes.get(id).filter(|_| reached.insert(id)) {
            ahead.extend(nexts(node).map(|(_, next)| next));
        }
    }
    // Without a root that exists every node is out of reach, and the root is the thing to mend.
    if reached.is_empty() {
        return;
    }
    for id in tree
        .nodes
        .keys()
        .filter(|id| !reached.contains(id.as_str()))
    {
        let node = id.clone();
        report.add(node_place(id).name(), Code::Unreachable { node });
    }
}

/// Years lie after the base year, not after the end, and rise along every path.
fn years(given: &Given<'_>, backs: &HashSet<Back<'_>>, report: &mut Report) -> bool {
    let tree = &given.scenario.tree;
    let (first, last) = (BASE_YEAR + 1, given.scenario.setting.horizon.1);
    let mut sound = true;
    let mut outside = |place: Place, year: i32, report: &mut Report| {
        if !(first..=last).contains(&year) {
            report.add(place.field("year"), Code::YearOutside { year, first, last });
            sound = false;
        }
    };
    for (id, node) in &tree.nodes {
        outside(node_place(id), node.year(), report);
    }
    for (number, wildcard) in given.scenario.wildcards.iter().enumerate() {
        let place = Place::top().field("wildcards").index(number);
        outside(place, wildcard.year, report);
    }
    for (parent_id, parent) in &tree.nodes {
        for (number, next) in nexts(parent) {
            let Some(node) = tree.nodes.get(next) else {
                continue;
            };
            let back = backs.contains(&(parent_id.as_str(), number));
            if node.year() <= parent.year() && !back {
                let code = Code::YearNotAfter {
                    node: next.to_owned(),
                    year: node.year(),
                    parent: parent_id.clone(),
                    parent_year: parent.year(),
                };
                report.add(node_place(next).field("year"), code);
                sound = false;
            }
        }
    }
    sound
}

/// The nodes at which paths part, those that part most first.
fn multipliers(tree: &Tree) -> Vec<(String, usize)> {
    let counts = tree.nodes.iter();
    let mut parting: Vec<(String, usize)> = counts
        .map(|(id, node)| (id.clone(), Closed::Respected.followed(node).len()))
        .filter(|(_, count)| *count > 1)
        .collect();
    parting.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    parting.truncate(MOST_NAMED);
    parting
}
