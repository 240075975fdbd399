//! `foretree backtest`: the model against history, in every form.

use crate::support::{Desk, json};

#[test]
fn it_says_in_words_how_ranges_of_2017_held() {
    let text = Desk::new().said(&["backtest", "--protocol", "block"]);
    assert!(text.contains("Ranges made in 2017 for 2024"), "{text}");
    assert!(text.contains("9 of\n10 of the 176 countries"), "{text}");
    assert!(
        text.contains("have never been checked against history"),
        "{text}"
    );
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    assert!(!text.to_lowercase().contains("predict"), "{text}");
}

#[test]
fn a_country_comes_with_what_happened_and_its_own_group() {
    let desk = Desk::new();
    let text = desk.said(&["backtest", "--country", "mwi"]);
    assert!(text.contains("Malawi: ranges made in 2017"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    let report = json(&desk.said(&["backtest", "--country", "MWI", "--format", "json"]));
    assert_eq!(report["asked"]["group"], "ldc");
    let years = report["country"]["years"].as_array().unwrap();
    assert_eq!(years.len(), 7);
    for year in years {
        let points: Vec<f64> = year["points"]
            .as_array()
            .unwrap()
            .iter()
            .map(|x| x.as_f64().unwrap())
            .collect();
        assert!(points.windows(2).all(|pair| pair[0] <= pair[1]), "{year}");
        let observed = year["observed"].as_f64().unwrap();
        assert_eq!(
            year["inside"],
            points[0] <= observed && observed <= points[4],
            "{year}"
        );
    }
    // Nothing to start from: said, not guessed.
    let nothing = desk.said(&["backtest", "--country", "PRK"]);
    assert!(nothing.contains("cannot be tested from 2017"), "{nothing}");
}

#[test]
fn rows_are_filtered_by_what_is_asked_and_rivals_are_compared_in_pairs() {
    let desk = Desk::new();
    let asked = [
        "backtest",
        "--group",
        "low",
        "--origin",
        "2010",
        "--rivals",
        "--protocol",
        "tide",
        "--format",
        "json",
    ];
    let report = json(&desk.said(&asked));
    let rows = report["rows"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(
            (&row["group"], &row["origin"]),
            (&"low".into(), &2010.into()),
            "{row}"
        );
        let pit: f64 = row["pit"]
            .as_array()
            .unwrap()
            .iter()
            .map(|x| x.as_f64().unwrap())
            .sum();
        assert!((pit - 1.0).abs() < 1e-9, "{row}");
    }
    let rivals = report["rivals"].as_array().unwrap();
    assert_eq!(rivals.len(), 5);
    for rival in rivals {
        assert_eq!(
            rival["cases"], rows[0]["cases"],
            "the same countries and years"
        );
        assert!(rival["error"].as_f64().unwrap() > 0.0);
    }
}

#[test]
fn csv_has_the_same_rows_as_json() {
    let desk = Desk::new();
    let sheet = desk.said(&["backtest", "--protocol", "tide", "--format", "csv"]);
    let report = json(&desk.said(&["backtest", "--protocol", "tide", "--format", "json"]));
    assert_eq!(
        sheet.lines().count() - 1,
        report["rows"].as_array().unwrap().len()
    );
    assert!(sheet.starts_with("protocol,ranges,group,origin,horizon,cases,countries,"));
}

#[test]
fn what_does_not_exist_is_refused_with_the_nearest() {
    let desk = Desk::new();
    for (flag, value, near) in [
        ("--country", "MWX", "MW"),
        ("--group", "ldcs", "ldc"),
        ("--origin", "2016", "2015"),
        ("--horizon", "6", "5"),
    ] {
        let (code, out, err) = desk.tried(&["backtest", flag, value]);
        assert_eq!((code, out.as_str()), (2, ""), "{flag}");
        assert!(err.contains(near), "{err}");
    }
}

#[test]
fn an_empty_choice_says_what_would_help() {
    let text = Desk::new().said(&[
        "backtest",
        "--protocol",
        "tide",
        "--origin",
        "2019",
        "--horizon",
        "10",
    ]);
    assert!(text.contains("No range can be checked for this"), "{text}");
    assert!(!text.contains("NaN"), "{text}");
}
