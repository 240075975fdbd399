//! The least value of a function of a few numbers, without derivatives.

/// A point and the value there.
#[derive(Clone, Debug)]
struct Corner<const N: usize> {
    at: [f64; N],
    value: f64,
}

/// Nelder and Mead (1965), The Computer Journal 7: a simplex of N + 1 corners that walks downhill.
///
/// Starts at `from` with corners `step` away; stops when values differ by less than `within`, or
/// after `most` evaluations. Deterministic. `tell` hears the share done, 0..1.
pub(crate) fn least<const N: usize>(
    from: [f64; N],
    step: [f64; N],
    within: f64,
    most: usize,
    value: &mut impl FnMut(&[f64; N]) -> f64,
) -> [f64; N] {
    let mut corners = vec![Corner {
        at: from,
        value: value(&from),
    }];
    for axis in 0..N {
        let mut at = from;
        at[axis] += step[axis];
        corners.push(Corner {
            at,
            value: value(&at),
        });
    }
    let mut done = N + 1;
    while done < most {
        corners.sort_by(|a, b| a.value.total_cmp(&b.value));
        if corners[N].value - corners[0].value < within {
            break;
        }
        done += walk(&mut corners, value);
    }
    corners.sort_by(|a, b| a.value.total_cmp(&b.value));
    corners[0].at
}

/// Moves the worst of the sorted corners; returns how often the function was asked.
fn walk<const N: usize>(
    corners: &mut [Corner<N>],
    value: &mut impl FnMut(&[f64; N]) -> f64,
) -> usize {
    let mut middle = [0.0; N];
    for corner in &corners[..N] {
        for (sum, x) in middle.iter_mut().zip(corner.at) {
            *sum += x / N as f64;
        }
    }
    let worst = corners[N].clone();
    let mut at_distance = |factor: f64| {
        let mut at = middle;
        for (x, away) in at.iter_mut().zip(worst.at) {
            *x += factor * (*x - away);
        }
        Corner {
            at,
            value: value(&at),
        }
    };
    let mirrored = at_distance(1.0);
    if mirrored.value < corners[0].value {
        let further = at_distance(2.0);
        corners[N] = if further.value < mirrored.value {
            further
        } else {
            mirrored
        };
        return 2;
    }
    if mirrored.value < corners[N - 1].value {
        corners[N] = mirrored;
        return 1;
    }
    let nearer = at_distance(if mirrored.value < worst.value {
        0.5
    } else {
        -0.5
    });
    if nearer.value < mirrored.value.min(worst.value) {
        corners[N] = nearer;
        return 2;
    }
    let best = corners[0].at;
    for corner in &mut corners[1..] {
        for (x, centre) in corner.at.iter_mut().zip(best) {
            *x = centre + 0.5 * (*x - centre);
        }
        corner.value = value(&corner.at);
    }
    N + 2
}
