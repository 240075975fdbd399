//! Distributions at the horizon.

use foretree::look::Look;
use foretree::widgets::distribution::{Bins, Distribution, Shape, Threshold};
use ratatui::widgets::Widget;

use crate::fan::percent;
use crate::picture::{drawn, expected, looks, text};

/// 46 percent [22–73], with some noise.
pub(crate) fn bins() -> Bins {
    let runs = (0..4000_u32).map(|run| {
        let noise = |seed: u32| f64::from(run.wrapping_mul(seed) % 997) / 997.0 - 0.5;
        let sum = noise(7919) + noise(104_729) + noise(15_485_863);
        (47.0 + sum * 30.0, 1.0)
    });
    Bins::new(runs, Some((0.0, 100.0))).unwrap()
}

pub(crate) fn distribution(bins: &Bins, shape: Shape, look: Look) -> Distribution<'_> {
    Distribution {
        bins,
        shape,
        range: Some([22.0, 46.0, 73.0]),
        threshold: Some(Threshold {
            at: 60.0,
            above: true,
            words: "21 of 100 runs beyond 60 %",
        }),
        label: &percent,
        look,
    }
}

#[test]
fn what_lies_beyond_the_threshold_is_told_apart_and_said_in_words() {
    let bins = bins();
    for look in looks() {
        for (name, shape) in [
            ("density", Shape::Density),
            ("cumulative", Shape::Cumulative),
        ] {
            let picture = distribution(&bins, shape, look);
            let buffer = drawn(60, 12, |area, buffer| (&picture).render(area, buffer));
            expected(
                &format!("distribution-{name}-{}", look.glyphs.name()),
                &buffer,
            );
        }
    }
}

#[test]
fn below_can_be_beyond() {
    let bins = bins();
    for look in looks() {
        let picture = Distribution {
            threshold: Some(Threshold {
                at: 30.0,
                above: false,
                words: "12 of 100",
            }),
            ..distribution(&bins, Shape::Density, look)
        };
        let shown = text(&drawn(60, 10, |area, buffer| {
            (&picture).render(area, buffer);
        }));
        let columns: Vec<char> = shown.lines().nth(5).unwrap().chars().collect();
        let band = look.glyphs().band.chars().next().unwrap();
        assert_eq!(columns[18].to_string(), look.glyphs().vertical, "{shown}");
        assert!(columns[..18].contains(&band), "{shown}");
        assert!(!columns[19..].contains(&band), "{shown}");
    }
}
