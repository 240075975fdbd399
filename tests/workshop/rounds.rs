//! Numbers of rounds against closed forms.

use foretree::workshop::{Answer, Method, Question, Ranked, Results};

use crate::support::{Day, range, says};

/// The 90th percentile of the standard normal distribution.
const Z90: f64 = 1.281_551_565_544_600_5;
/// The 95th.
const Z95: f64 = 1.644_853_626_951_472_7;

fn amount() -> Question {
    Question::Quantity {
        of: "masts that stand by 2030".to_owned(),
        unit: "masts".to_owned(),
        limits: None,
        target: None,
    }
}

fn likely() -> Question {
    Question::Probability {
        of: "operators pass the cut on".to_owned(),
        target: None,
    }
}

fn pool(results: &Results, method: Method) -> [f64; 5] {
    let mut pools = results.pools.iter();
    pools.find(|pool| pool.method == method).unwrap().quantiles
}

fn near(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() < within, "{found} is not {wanted}");
}

#[test]
fn two_symmetric_ranges_are_fitted_and_pooled_as_normals() {
    // 30, 40, 50, as sure as not, is 24 to 56 at 80 % (linear extrapolation, Hemming et al. 2018):
    // a normal with mean 40 and sd 16/1.2816. Its twin lies 30 higher.
    let day = Day::new();
    let answers = [(range(30.0, 40.0, 50.0), ""), (range(60.0, 70.0, 80.0), "")];
    let round = day.round(amount(), &answers);
    let results = &round.stages[0].results;
    let sd = 16.0 / Z90;
    let mut fits: Vec<[f64; 5]> = results.fits.iter().map(|fit| fit.quantiles).collect();
    fits.sort_by(|a, b| a[2].total_cmp(&b[2]));
    near(fits[0][2], 40.0, 1e-3);
    near(fits[0][0], 40.0 - Z95 * sd, 1e-2);
    near(fits[1][4], 70.0 + Z95 * sd, 1e-2);
    // The mean of both quantile functions: mean 55, the same sd.
    let average = pool(results, Method::QuantileAverage);
    near(average[2], 55.0, 1e-3);
    near(average[0], 55.0 - Z95 * sd, 1e-2);
    // The mixture has the same middle and wider ends.
    let linear = pool(results, Method::Linear);
    near(linear[2], 55.0, 1e-3);
    assert!(linear[0] < average[0] - 5.0 && linear[4] > average[4] + 5.0);
    assert!(results.fits.iter().all(|fit| fit.miss < 1e-6));
}

#[test]
fn probabilities_have_a_middle_half_from_four_answers_on() {
    let day = Day::new();
    let few = day.round(
        likely(),
        &[(says(0.2), ""), (says(0.4), ""), (says(0.9), "")],
    );
    let spread = few.stages[0].results.spread.clone().unwrap();
    assert_eq!((spread.median, spread.half), (0.4, None));
    let day = Day::new();
    let all = [0.1, 0.2, 0.3, 0.4, 0.5].map(|p| (says(p), ""));
    let many = day.round(likely(), &all);
    let results = &many.stages[0].results;
    let spread = results.spread.clone().unwrap();
    assert_eq!((spread.median, spread.half), (0.3, Some((0.2, 0.4))));
    near(pool(results, Method::Mean)[2], 0.3, 1e-12);
    assert!(spread.humps.is_empty() && results.dissent.is_empty());
}

#[test]
fn two_camps_are_shown_as_two_and_the_smaller_one_is_dissent() {
    let day = Day::new();
    let all = [
        (says(0.10), "They kept the last cut."),
        (says(0.12), ""),
        (says(0.15), ""),
        (says(0.14), ""),
        (says(0.80), "The law is new."),
        (says(0.85), ""),
        (says(0.75), "The regulator looks now."),
    ];
    let round = day.round(likely(), &all);
    let results = &round.stages[0].results;
    let spread = results.spread.as_ref().unwrap();
    let camps: Vec<usize> = spread.humps.iter().map(|hump| hump.experts).collect();
    assert_eq!(camps, [4, 3]);
    assert_eq!(results.dissent.len(), 3);
    assert!(
        results
            .dissent
            .iter()
            .any(|one| one.reason == "The law is new.")
    );
}

#[test]
fn ranks_are_ordered_by_impact_and_uncertainty_and_agreement_is_kendalls() {
    let day = Day::new();
    let rank = |pairs: [(u8, u8); 3]| {
        let one = |(impact, uncertainty)| Ranked {
            impact,
            uncertainty,
        };
        (Answer::Rank(pairs.map(one).to_vec()), "")
    };
    let items = ["Prices", "Power", "Masts"].map(str::to_owned).to_vec();
    let all = [
        rank([(2, 2), (5, 5), (3, 4)]),
        rank([(1, 2), (5, 4), (4, 4)]),
        rank([(2, 1), (4, 5), (3, 3)]),
    ];
    let round = day.round(Question::Rank { items }, &all);
    let results = &round.stages[0].results;
    let order: Vec<&str> = results
        .items
        .iter()
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(order, ["Power", "Masts", "Prices"]);
    // All three put impacts into the same order.
    assert_eq!(results.agree_impact, Some(1.0));
    assert!(results.agree_uncertainty.unwrap() < 1.0);
}
