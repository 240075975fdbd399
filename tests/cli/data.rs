//! The embedded catalogue, in every form.

use crate::support::{Desk, json};

const TABLES: [(&str, &str, &str); 9] = [
    ("countries", "iso3", "MWI"),
    ("groups", "id", "ldc"),
    ("parameters", "id", "price_decline"),
    ("measures", "id", "1.3"),
    ("effects", "id", "1.3-price"),
    ("evidence", "id", "E-01"),
    ("glossary", "term", "Setback"),
    ("paths", "id", "coverage_loss"),
    ("indicators", "key", "poor_gap_pp"),
];

#[test]
fn every_table_and_entry_can_be_had_as_text_json_and_csv() {
    let desk = Desk::new();
    for (table, key, id) in TABLES {
        assert!(desk.said(&["data", table]).contains(id), "{table}");
        assert!(desk.said(&["data", table, id]).starts_with(id), "{table}");
        let rows = json(&desk.said(&["data", table, "--format", "json"]));
        assert!(
            rows.as_array().unwrap().iter().any(|row| row[key] == id),
            "{table}"
        );
        assert_eq!(
            json(&desk.said(&["data", table, id, "--format", "json"]))[key],
            id
        );
        let sheet = desk.said(&["data", table, "--format", "csv"]);
        let columns = sheet.lines().next().unwrap();
        assert!(columns.split(',').any(|column| column == key), "{columns}");
    }
}

#[test]
fn a_country_comes_with_the_years_of_its_figures_and_its_doubts() {
    let desk = Desk::new();
    let text = desk.said(&["data", "countries", "mwi"]);
    assert!(text.contains("(2024)") && text.contains("skills"), "{text}");
    let country = json(&desk.said(&["data", "countries", "MWI", "--format", "json"]));
    assert!(country["usage"]["value"].is_f64() && country["usage"]["year"].is_i64());
    assert!(!country["flags"].as_array().unwrap().is_empty());
}

#[test]
fn an_unknown_entry_comes_with_the_nearest_one() {
    let (code, _, err) = Desk::new().tried(&["data", "parameters", "price_declin"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `price_decline`?"), "{err}");
}
