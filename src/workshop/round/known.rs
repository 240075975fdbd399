//! Calibration questions: figures of the embedded country data that hardly anybody knows by heart.

use crate::seeds::{CountryRecord, Figure, catalogue};
use crate::tell;
use crate::workshop::{Question, Truth};

/// How many are asked before the first round that counts.
pub const KNOWN: usize = 3;

/// Figures that are asked for: a column of the country data and a country.
const ASKED: [(&str, &str); 10] = [
    ("electricity", "TCD"),
    ("usage", "PAK"),
    ("coverage_4g", "MDG"),
    ("poverty", "ETH"),
    ("usage", "KHM"),
    ("electricity", "NGA"),
    ("coverage_4g", "ETH"),
    ("poverty", "NGA"),
    ("electricity", "MDG"),
    ("usage", "NGA"),
];

/// Questions about other places than these (ISO codes of three letters), the ones to begin with
/// first; no two of the first three about the same country or the same figure.
#[must_use]
pub fn known_questions(except: &[&str]) -> Vec<Question> {
    let asked = ASKED.iter().filter(|(_, iso3)| !except.contains(iso3));
    asked
        .filter_map(|(column, iso3)| question(column, iso3))
        .collect()
}

/// The figure behind one of our calibration questions; none if it is not ours.
#[must_use]
pub fn truth_of(id: &str) -> Option<Truth> {
    let (column, iso3) = id.split_once(':')?;
    let (_, figure) = figure(column, iso3)?;
    Some(Truth::Value(shown(figure.value)))
}

fn figure(column: &str, iso3: &str) -> Option<(&'static CountryRecord, Figure)> {
    let country = catalogue().country(iso3)?;
    let figures = country.figures().into_iter();
    let mut found = figures.filter(|(name, _)| *name == column);
    Some((country, found.next()?.1?))
}

/// Shares as percentages with one decimal, as they are published.
fn shown(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

fn question(column: &str, iso3: &str) -> Option<Question> {
    let (country, figure) = figure(column, iso3)?;
    let year = figure.year?.to_string();
    let place = country.short_name.as_str();
    let text = match column {
        "electricity" => tell!("known-electricity", country = place, year = year.as_str()),
        "usage" => tell!("known-usage", country = place, year = year.as_str()),
        "coverage_4g" => tell!("known-coverage", country = place, year = year.as_str()),
        "poverty" => tell!("known-poverty", country = place, year = year.as_str()),
        _ => return None,
    };
    let source = match column {
        "electricity" => tell!("known-source-bank", year = year.as_str()),
        "poverty" => tell!("known-source-poverty", year = year.as_str()),
        "coverage_4g" => tell!("known-source-itu", year = year.as_str()),
        _ => tell!("known-source-itu-bank", year = year.as_str()),
    };
    Some(Question::Calibration {
        id: format!("{column}:{iso3}"),
        text,
        unit: tell!("known-unit"),
        limits: Some((0.0, 100.0)),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(question: &Question) -> &str {
        match question {
            Question::Calibration { id, .. } => id,
            _ => "",
        }
    }

    #[test]
    fn three_questions_of_three_places_and_figures_never_about_the_own_country() {
        for own in ["TCD", "PAK", "MDG", "ETH", "KHM", "NGA", "MWI"] {
            let questions = known_questions(&[own]);
            assert!(questions.len() >= 2 * KNOWN, "{own}");
            let first: Vec<(&str, &str)> = questions
                .iter()
                .take(KNOWN)
                .filter_map(|question| id(question).split_once(':'))
                .collect();
            for (at, (column, place)) in first.iter().enumerate() {
                assert_ne!(*place, own);
                assert!(first[..at].iter().all(|(c, p)| c != column && p != place));
            }
        }
    }

    #[test]
    fn the_truth_is_the_published_figure() {
        // World Bank, World Development Indicators, EG.ELC.ACCS.ZS, Chad, 2024.
        assert_eq!(truth_of("electricity:TCD"), Some(Truth::Value(13.4)));
        assert_eq!(truth_of("electricity:XXX"), None);
        assert_eq!(truth_of("weather:TCD"), None);
    }
}
