//! The tree canvas.

use std::collections::HashSet;

use foretree::look::{GlyphSet, Look};
use foretree::scenario::Layer;
use foretree::widgets::tree::{
    Direction, Marks, NodeKind, Scroll, Spot, Tree, TreeCanvas, TreeLayout, TreeNode, TreeOutcome,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::picture::{drawn, expected, looks, marked, mono, reversed, text};

fn outcome(id: &str, probability: &str, next: Option<&str>) -> TreeOutcome {
    TreeOutcome {
        id: id.to_owned(),
        title: id.to_owned(),
        probability: probability.to_owned(),
        next: next.map(str::to_owned),
        marks: Marks::default(),
    }
}

fn node(id: &str, kind: NodeKind, layer: Layer, year: i32, outcomes: Vec<TreeOutcome>) -> TreeNode {
    let letter = match layer {
        Layer::Infrastructure => "I",
        Layer::Data => "D",
        Layer::Skills => "S",
        Layer::Policy => "P",
    };
    TreeNode {
        id: id.to_owned(),
        title: id.to_owned(),
        kind,
        layer,
        letter: letter.to_owned(),
        year,
        marks: Marks::default(),
        outcomes,
    }
}

fn tree(nodes: Vec<TreeNode>) -> Tree {
    Tree {
        first: 2025,
        last: 2040,
        root: nodes.first().map(|node| node.id.clone()),
        nodes,
        as_above: "(as above)".to_owned(),
    }
}

/// The tree of the sketch: a decision, whether operators pass a cut on, and power.
pub(crate) fn malawi() -> Tree {
    use Layer::{Infrastructure, Policy};
    use NodeKind::{Chance, Decision};
    let money = vec![
        outcome("cheaper", "", Some("passed on")),
        outcome("masts", "", Some("power")),
    ];
    let passed = vec![
        outcome("mostly", "35%", Some("power")),
        outcome("little", "65%", Some("power")),
    ];
    let power = vec![
        outcome("on plan", "30%", None),
        outcome("slow", "70%", None),
    ];
    tree(vec![
        node("money", Decision, Infrastructure, 2027, money),
        node("passed on", Chance, Policy, 2028, passed),
        node("power", Chance, Infrastructure, 2030, power),
    ])
}

/// Six questions, one after the other, each with two answers: 64 paths, nothing shared.
pub(crate) fn sixty_four() -> Tree {
    let mut nodes = Vec::new();
    for level in 0..6_usize {
        for place in 0..1_usize << level {
            let next = |answer: usize| {
                let id = format!("question {} {}", level + 1, place * 2 + answer);
                (level < 5).then_some(id)
            };
            let outcomes = vec![
                outcome("yes", "50%", next(0).as_deref()),
                outcome("no", "50%", next(1).as_deref()),
            ];
            let id = format!("question {level} {place}");
            let year = 2026 + 2 * i32::try_from(level).unwrap();
            nodes.push(node(&id, NodeKind::Chance, Layer::Data, year, outcomes));
        }
    }
    tree(nodes)
}

fn layout(tree: &Tree, width: u16, look: Look) -> TreeLayout {
    TreeLayout::new(tree, &HashSet::new(), width, look)
}

fn canvas(layout: &TreeLayout, spot: &Spot, width: u16, height: u16, look: Look) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let canvas = TreeCanvas {
        layout,
        selected: Some(spot),
        focused: true,
        scroll: layout.scroll_to(spot, area, Scroll::default()),
        look,
    };
    drawn(width, height, |area, buffer| (&canvas).render(area, buffer))
}

fn spot(path: &[&str], outcome: Option<&str>) -> Spot {
    Spot {
        path: path.iter().map(|id| (*id).to_owned()).collect(),
        outcome: outcome.map(str::to_owned),
    }
}

#[test]
fn time_runs_to_the_right_and_what_is_shared_is_drawn_once() {
    for look in looks() {
        let tree = malawi();
        for width in [84, 118, 78] {
            let layout = layout(&tree, width, look);
            let buffer = canvas(&layout, &Spot::root(), width, 10, look);
            expected(&format!("tree-{width}-{}", look.glyphs.name()), &buffer);
        }
    }
}

#[test]
fn sixty_four_paths_can_be_scrolled_through() {
    let look = mono(GlyphSet::Blocks);
    let tree = sixty_four();
    let layout = layout(&tree, 120, look);
    let last = spot(&["no", "no", "no", "no", "no"], Some("no"));
    expected(
        "tree-64-start",
        &canvas(&layout, &Spot::root(), 120, 30, look),
    );
    expected("tree-64-end", &canvas(&layout, &last, 120, 30, look));
    expected("tree-64-small", &canvas(&layout, &last, 60, 12, look));
}

#[test]
fn every_part_can_be_reached_and_is_seen_when_it_is() {
    let look = mono(GlyphSet::Blocks);
    for (tree, width, height) in [(malawi(), 60, 9), (sixty_four(), 50, 8)] {
        let layout = layout(&tree, width, look);
        let mut reached = HashSet::from([Spot::root()]);
        let mut waiting = vec![Spot::root()];
        while let Some(here) = waiting.pop() {
            let buffer = canvas(&layout, &here, width, height, look);
            assert!(!reversed(&buffer).trim().is_empty(), "{here:?}");
            for direction in [
                Direction::Left,
                Direction::Right,
                Direction::Up,
                Direction::Down,
            ] {
                let next = layout.neighbour(&here, direction);
                if reached.insert(next.clone()) {
                    waiting.push(next);
                }
            }
        }
        assert_eq!(reached, layout.spots().into_iter().collect());
    }
}

#[test]
fn steps_lead_to_what_comes_before_after_above_and_below() {
    let tree = malawi();
    let layout = layout(&tree, 100, mono(GlyphSet::Blocks));
    let go = |from: &Spot, direction| layout.neighbour(from, direction);
    let root = Spot::root();
    let cheaper = root.outcome("cheaper");
    assert_eq!(go(&root, Direction::Right), cheaper);
    assert_eq!(go(&root, Direction::Left), root);
    assert_eq!(go(&cheaper, Direction::Down), root.outcome("masts"));
    let passed = cheaper.next();
    assert_eq!(go(&cheaper, Direction::Right), passed);
    assert_eq!(go(&passed, Direction::Left), cheaper);
    let little = passed.outcome("little");
    assert_eq!(go(&passed.outcome("mostly"), Direction::Down), little);
    assert_eq!(go(&little, Direction::Up), passed.outcome("mostly"));
    // What is drawn above is reached through its mark.
    let above = little.next();
    assert_eq!(go(&little, Direction::Right), above);
    assert_eq!(
        go(&above, Direction::Right),
        passed.outcome("mostly").next()
    );
}

#[test]
fn a_spot_that_is_gone_gives_way_to_the_last_one_before_it() {
    let tree = malawi();
    let folded = HashSet::from(["passed on".to_owned()]);
    let layout = TreeLayout::new(&tree, &folded, 80, mono(GlyphSet::Blocks));
    let hidden = spot(&["cheaper", "mostly"], Some("slow"));
    assert_eq!(layout.nearest(&hidden), spot(&["cheaper"], None));
    assert_eq!(layout.nearest(&spot(&["gone"], None)), Spot::root());
}

#[test]
fn a_folded_part_says_how_many_ways_it_hides_and_the_next_place_shows_what_it_shared() {
    let tree = malawi();
    let folded = HashSet::from(["passed on".to_owned()]);
    for look in looks() {
        let layout = TreeLayout::new(&tree, &folded, 80, look);
        let shown = text(&canvas(&layout, &Spot::root(), 80, 8, look));
        assert!(shown.contains("P passed on +4"), "{shown}");
        assert!(shown.contains("on plan"), "{shown}");
        assert!(!shown.contains("as above"), "{shown}");
    }
}

#[test]
fn what_is_wrong_is_shown_where_it_is() {
    let mut tree = malawi();
    tree.nodes[0].marks.error = true;
    // Too early, and a way that leads nowhere, and one that leads back.
    tree.nodes[1].year = 2026;
    tree.nodes[2].outcomes[0].next = Some("nowhere".to_owned());
    tree.nodes[2].outcomes[1].next = Some("money".to_owned());
    for look in looks() {
        let layout = layout(&tree, 110, look);
        let buffer = canvas(&layout, &Spot::root(), 110, 9, look);
        expected(&format!("tree-wrong-{}", look.glyphs.name()), &buffer);
    }
}

#[test]
fn the_way_to_the_selection_stands_out_and_another_focus_is_shown_otherwise() {
    let look = mono(GlyphSet::Blocks);
    let tree = malawi();
    let layout = layout(&tree, 84, look);
    let masts = spot(&[], Some("masts"));
    let buffer = canvas(&layout, &masts, 84, 8, look);
    assert_eq!(reversed(&buffer), " masts ");
    let bold = marked(&buffer, ratatui::style::Modifier::BOLD);
    assert!(bold.starts_with("●─────"), "{bold}");
    assert!(bold.contains('└') && !bold.contains('├'), "{bold}");
    let elsewhere = TreeCanvas {
        layout: &layout,
        selected: Some(&masts),
        focused: false,
        scroll: Scroll::default(),
        look,
    };
    let buffer = drawn(84, 8, |area, buffer| (&elsewhere).render(area, buffer));
    assert_eq!(reversed(&buffer), "");
    let underlined = marked(&buffer, ratatui::style::Modifier::UNDERLINED);
    assert_eq!(underlined, " masts ");
}

#[test]
fn wide_and_combining_letters_move_nothing() {
    let look = mono(GlyphSet::Blocks);
    let plain = malawi();
    let mut strange = malawi();
    strange.nodes[1].title = "中文 e\u{301}😀x".to_owned();
    let columns = |tree: &Tree| {
        let layout = layout(tree, 84, look);
        let buffer = canvas(&layout, &Spot::root(), 84, 8, look);
        let ends = (0..84).filter(|x| buffer[(*x, 2)].symbol() == "▸");
        ends.collect::<Vec<_>>()
    };
    assert_eq!(columns(&plain), columns(&strange));
}

#[test]
fn an_empty_tree_shows_nothing() {
    let tree = tree(Vec::new());
    let look = mono(GlyphSet::Ascii);
    let layout = layout(&tree, 40, look);
    let buffer = canvas(&layout, &Spot::root(), 40, 5, look);
    assert_eq!(text(&buffer).trim(), "");
    assert_eq!(
        layout.neighbour(&Spot::root(), Direction::Down),
        Spot::root()
    );
}

#[test]
fn what_is_pointed_at_is_found() {
    let look = mono(GlyphSet::Blocks);
    let tree = malawi();
    let layout = layout(&tree, 84, look);
    let area = Rect::new(0, 0, 84, 20);
    let at = |x, y| layout.at(x, y, area, Scroll::default());
    assert_eq!(at(7, 2), Some(Spot::root()));
    assert_eq!(at(18, 5), Some(Spot::root().outcome("masts")));
    assert_eq!(at(7, 10), None);
}
