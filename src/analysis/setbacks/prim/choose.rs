//! The box that is told: limits that earn nothing go, and edges move where that helps.

use super::super::table::{Prepared, Sums};
use super::limits::{Bounds, Test};
use super::{Options, paste};

/// The chosen box as it is told, with the sums of its rows.
pub(super) fn refined(
    rows: &Prepared,
    looked_at: &[bool],
    bounds: Bounds,
    options: &Options,
) -> (Bounds, Sums) {
    let own = rows.sums(looked_at);
    let fewer = without_idle(rows, looked_at, bounds, options);
    let mut best = (fewer.clone(), inside(rows, looked_at, &fewer));
    for (wider, sums) in paste::paste(rows, looked_at, fewer, options) {
        if sums.fit(own).phi > best.1.fit(own).phi {
            best = (wider, sums);
        }
    }
    best
}

/// Takes away, one after the other, the limit that is missed least, while phi falls by no more
/// than a limit has to earn.
fn without_idle(
    rows: &Prepared,
    looked_at: &[bool],
    mut bounds: Bounds,
    options: &Options,
) -> Bounds {
    let own = rows.sums(looked_at);
    loop {
        let (inside, kept_out) = each_alone(rows, looked_at, &bounds);
        let phi = inside.fit(own).phi;
        let without = |sums: &Sums| inside.plus(*sums).fit(own).phi;
        let tests = bounds.tests().into_iter().zip(&kept_out);
        let least = tests.fold(None, |least: Option<(Test, f64)>, (test, sums)| {
            let after = without(sums);
            match least {
                Some((_, most)) if after <= most => least,
                _ => Some((test, after)),
            }
        });
        match least {
            Some((test, after)) if after >= phi - options.earn => bounds = bounds.without(test),
            _ => return bounds,
        }
    }
}

/// Sums of the rows inside, and of those that each single demand keeps out.
pub(super) fn each_alone(
    rows: &Prepared,
    looked_at: &[bool],
    bounds: &Bounds,
) -> (Sums, Vec<Sums>) {
    let mut inside = Sums::default();
    let mut kept_out = vec![Sums::default(); bounds.tests().len()];
    let failures = bounds.failures(rows);
    for (row, (count, test)) in failures.iter().enumerate().filter(|(r, _)| looked_at[*r]) {
        match count {
            0 => inside.add(rows.rows[row]),
            1 => kept_out[usize::from(*test)].add(rows.rows[row]),
            _ => {}
        }
    }
    (inside, kept_out)
}

fn inside(rows: &Prepared, looked_at: &[bool], bounds: &Bounds) -> Sums {
    each_alone(rows, looked_at, bounds).0
}
