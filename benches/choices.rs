//! How long choices take: rolling back large trees and the worth of information.

use std::hint::black_box;
use std::time::{Duration, Instant};

use foretree::analysis::choices::{
    ChoiceFault, DecisionTree, Lever, NodeId, Payoffs, Rule, one_way, partial_information,
    roll_back,
};

/// Times each thing is done.
const TIMES: usize = 31;

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[TIMES / 2]
}

/// Decisions and chances of two branches by turns, with so many levels.
fn tree(levels: usize, runs: usize) -> Result<DecisionTree, ChoiceFault> {
    let mut tree = DecisionTree::with_runs(runs);
    let payoff = |place: usize| ((place * 7919) % 1009) as f64;
    let mut nodes: Vec<NodeId> = Vec::new();
    for end in 0..1 << levels {
        let payoffs: Vec<f64> = (0..runs).map(|run| payoff(end + 31 * run)).collect();
        nodes.push(tree.end_runs(payoffs)?);
    }
    for level in 0..levels {
        let mut next = Vec::with_capacity(nodes.len() / 2);
        for pair in nodes.chunks(2) {
            next.push(match (level % 2, pair) {
                (0, [one, other]) => {
                    tree.chance(level, [(0.3.into(), *one), (0.7.into(), *other)])?
                }
                _ => tree.decision(pair.iter().copied())?,
            });
        }
        nodes = next;
    }
    Ok(tree)
}

fn main() -> Result<(), ChoiceFault> {
    let large = tree(14, 1)?;
    println!("nodes of the large tree: {}", large.nodes().len());
    for (name, rule) in [
        ("expected value", Rule::Expected),
        ("worst case", Rule::Worst),
        ("exponential utility", Rule::Utility(100.0)),
        ("worst tenth", Rule::Tail(0.1)),
    ] {
        let took = median(|| drop(black_box(roll_back(&large, rule))));
        println!("roll back by {name}: {took:?}");
    }
    let root = large.root()?;
    let lever = Lever {
        event: 0,
        branch: 0,
    };
    let took = median(|| drop(black_box(one_way(&large, root, lever))));
    println!("policy regions of one probability in it: {took:?}");
    let runs = tree(6, 10_000)?;
    let took = median(|| drop(black_box(roll_back(&runs, Rule::Expected))));
    println!("roll back 64 paths x 10,000 runs by expected value: {took:?}");
    let input: Vec<f64> = (0..10_000).map(|i| ((i * 7919) % 10_007) as f64).collect();
    let gain = |slope: f64| input.iter().map(|x| slope * (x - 5000.0)).collect();
    let payoffs = Payoffs::new(vec![gain(0.0), gain(1.0), gain(0.3)])?;
    let took = median(|| {
        black_box(partial_information(&input, &payoffs)).ok();
    });
    println!("worth of one input from 10,000 runs and 3 options: {took:?}");
    Ok(())
}
