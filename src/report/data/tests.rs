//! Every table can be had in every form, and fits the page.

use unicode_width::UnicodeWidthStr;

use super::*;

const ALL: [Name; 9] = [
    Name::Countries,
    Name::Groups,
    Name::Parameters,
    Name::Measures,
    Name::Effects,
    Name::Evidence,
    Name::Glossary,
    Name::Paths,
    Name::Indicators,
];

#[test]
fn every_table_fits_into_eighty_columns_and_has_a_heading_for_each_column() {
    for name in ALL {
        for ascii in [false, true] {
            let text = listing(name).text(Look {
                ascii,
                styled: false,
            });
            assert!(text.lines().count() > 5, "{name:?}");
            for line in text.lines() {
                assert!(line.width() <= 80, "{name:?}: {line}");
            }
        }
    }
}

#[test]
fn no_column_of_a_short_list_is_empty_from_top_to_bottom() {
    for name in ALL {
        let listing = listing(name);
        for (index, column) in listing.columns.iter().enumerate() {
            let filled = listing
                .records
                .iter()
                .any(|record| !column.text(record).is_empty());
            assert!(filled, "{name:?}: column {index}");
        }
    }
}

#[test]
fn every_entry_can_be_shown_in_full_within_eighty_columns() {
    for name in ALL {
        let listing = listing(name);
        for record in &listing.records {
            for line in listing.entry_text(record, Look::default()).lines() {
                assert!(line.width() <= 80, "{name:?}: {line}");
            }
        }
    }
}

#[test]
fn every_table_of_values_has_one_row_per_entry_and_whole_rows() {
    for name in ALL {
        let listing = listing(name);
        let text = listing.csv(None);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), listing.records.len(), "{name:?}");
    }
}

#[test]
fn a_country_is_found_in_either_case_and_comes_with_its_base_year() {
    let countries = listing(Name::Countries);
    let malawi = countries.find("mwi").unwrap();
    let full = countries.full(malawi);
    assert_eq!(full["base_year_cohorts"].as_array().unwrap().len(), 4);
    assert!(full["usage"]["year"].is_i64());
    assert!(full["sources"]["usage"].as_str().unwrap().contains("ITU"));
    assert!(countries.find("ZZZ").is_none());
}
