//! How long the backtest takes: `cargo bench --bench backtest` prints medians of several rounds.

#![allow(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::time::Instant;

use foretree::analysis::backtest::fit::Shape;
use foretree::analysis::backtest::rivals::Rival;
use foretree::analysis::backtest::scores::{crps_normal, crps_sample};
use foretree::live::backtest::{Histories, Ranges, embedded_fits};
use foretree::report::backtest::Asked;
use foretree::report::fill_backtest::fill_backtest;

/// Prints the median time of `rounds` rounds, in milliseconds.
fn timed(what: &str, rounds: usize, mut job: impl FnMut()) {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            job();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what:<44} {:>10.3} ms", times[rounds / 2]);
}

fn main() {
    let histories = Histories::embedded();
    let fits = embedded_fits();
    let values: Vec<f64> = (0..10_000).map(|i| f64::from(i) / 10_000.0).collect();
    timed("CRPS of 10,000 sorted values", 51, || {
        black_box(crps_sample(&values, black_box(0.3)));
    });
    timed("CRPS of 10,000 normals", 51, || {
        black_box(
            values
                .iter()
                .map(|x| crps_normal(*x, 0.1, 0.3))
                .sum::<f64>(),
        );
    });
    timed("tide, 3,207 ranges", 5, || {
        black_box(histories.tide(&fits));
    });
    timed("five rivals, 3,207 ranges each", 5, || {
        for rival in Rival::ALL {
            black_box(histories.rival(rival));
        }
    });
    timed("connectivity block, 176 countries", 5, || {
        black_box(histories.block(Ranges::AsOf, &fits));
    });
    timed("the whole command without rivals", 5, || {
        black_box(fill_backtest(Asked::default(), &histories, &fits, false));
    });
    timed("two-step fit of five origins", 3, || {
        black_box(histories.refit(Shape::default(), &|_| ()));
    });
}
