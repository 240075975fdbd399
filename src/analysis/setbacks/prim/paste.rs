//! Pasting: what peeling took too much of is brought back, as long as density rises.

use super::super::table::{Prepared, Sorted, Sums};
use super::Options;
use super::limits::{Bound, Bounds, Side, Test};

/// Boxes that come of widening one, each wider than the one before.
pub(super) fn paste(
    rows: &Prepared,
    looked_at: &[bool],
    mut bounds: Bounds,
    options: &Options,
) -> Vec<(Bounds, Sums)> {
    let mut way = Vec::new();
    while let Some((wider, sums)) = widest_gain(rows, looked_at, &bounds, options) {
        bounds.clone_from(&wider);
        way.push((wider, sums));
    }
    way
}

/// The best of all ways to widen a box by one slice; `None` where none raises density.
pub(super) fn widest_gain(
    rows: &Prepared,
    looked_at: &[bool],
    bounds: &Bounds,
    options: &Options,
) -> Option<(Bounds, Sums)> {
    let failures = bounds.failures(rows);
    let mut inside = Sums::default();
    let tests = bounds.tests();
    // Rows that each single demand keeps out.
    let mut outside: Vec<Vec<usize>> = vec![Vec::new(); tests.len()];
    for (row, (count, test)) in failures.iter().enumerate().filter(|(r, _)| looked_at[*r]) {
        match count {
            0 => inside.add(rows.rows[row]),
            1 => outside[usize::from(*test)].push(row),
            _ => {}
        }
    }
    let goal = options.paste * inside.weight * (1.0 - 1e-12);
    let mut best: Option<(f64, Bounds, Sums)> = None;
    for (test, kept_out) in tests.iter().zip(outside) {
        for (wider, added) in widened(rows, bounds, *test, kept_out, goal) {
            let sums = inside.plus(added);
            let gain = sums.density() - inside.density();
            let score = gain * inside.weight / added.weight;
            if gain > 0.0 && best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, wider, sums));
            }
        }
    }
    best.map(|(_, wider, sums)| (wider, sums))
}

/// One demand less strict, with what that brings in.
fn widened(
    rows: &Prepared,
    bounds: &Bounds,
    (column, side): Test,
    kept_out: Vec<usize>,
    goal: f64,
) -> Vec<(Bounds, Sums)> {
    match (&rows.columns[column], bounds.get(column)) {
        (Sorted::Numbers { ranks, values, .. }, Some(Bound::Ranks(low, high))) => {
            let nearest = nearest(rows, ranks, kept_out, side, goal);
            let slice = nearest.map(|(rank, added)| {
                let last = values.len() as u32 - 1;
                let bound = match side {
                    Side::Low => Bound::Ranks((rank > 0).then_some(rank), *high),
                    _ => Bound::Ranks(*low, (rank < last).then_some(rank)),
                };
                (bounds_with(bounds, column, bound), added)
            });
            slice.into_iter().collect()
        }
        (Sorted::Categories { codes, count }, Some(Bound::Allowed(allowed))) => {
            let mut sums = vec![Sums::default(); *count];
            for row in kept_out {
                sums[usize::from(codes[row])].add(rows.rows[row]);
            }
            let there = sums.iter().enumerate().filter(|(_, own)| own.weight > 0.0);
            there
                .map(|(code, own)| {
                    let mut more = allowed.clone();
                    more[code] = true;
                    (bounds_with(bounds, column, Bound::Allowed(more)), *own)
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The rows next to a limit, equal values all together, and the rank of the last of them.
fn nearest(
    rows: &Prepared,
    ranks: &[u32],
    mut kept_out: Vec<usize>,
    side: Side,
    goal: f64,
) -> Option<(u32, Sums)> {
    match side {
        Side::Low => kept_out.sort_unstable_by_key(|row| std::cmp::Reverse(ranks[*row])),
        _ => kept_out.sort_unstable_by_key(|row| ranks[*row]),
    }
    let mut added = Sums::default();
    let mut last = None;
    for row in kept_out {
        let rank = ranks[row];
        if added.weight >= goal && last != Some(rank) {
            break;
        }
        added.add(rows.rows[row]);
        last = Some(rank);
    }
    last.filter(|_| added.weight > 0.0)
        .map(|rank| (rank, added))
}

fn bounds_with(bounds: &Bounds, column: usize, bound: Bound) -> Bounds {
    let mut wider = bounds.clone();
    wider.set(column, bound);
    wider
}
