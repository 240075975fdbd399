//! Which tables there are, what is in them and what the short list shows.

use serde::Serialize;
use serde_json::{Value, json};

use super::shown::Shown;
use super::{Listing, Record};
use crate::seeds::{Catalogue, CountryRecord, catalogue, country_baseline};
use crate::words::tell;

/// Name of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Name {
    Countries,
    Groups,
    Parameters,
    Measures,
    Effects,
    Evidence,
    Glossary,
    Paths,
    Indicators,
}

/// The table of that name.
#[must_use]
pub fn listing(name: Name) -> Listing {
    let all = catalogue();
    match name {
        Name::Countries => countries(all),
        Name::Groups => groups(all),
        Name::Parameters => parameters(all),
        Name::Measures => measures(all),
        Name::Effects => effects(all),
        Name::Evidence => evidence(all),
        Name::Glossary => glossary(all),
        Name::Paths => paths(all),
        Name::Indicators => indicators(all),
    }
}

fn records<'a, T: Serialize + 'a>(rows: impl IntoIterator<Item = &'a T>) -> Vec<Record> {
    let record = |row| match serde_json::to_value(row) {
        Ok(Value::Object(fields)) => fields,
        _ => Record::new(),
    };
    rows.into_iter().map(record).collect()
}

fn nothing(_: &Record) -> Record {
    Record::new()
}

fn text<'a>(record: &'a Record, key: &str) -> &'a str {
    record.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn fields(value: Value) -> Record {
    match value {
        Value::Object(fields) => fields,
        _ => Record::new(),
    }
}

fn countries(all: &Catalogue) -> Listing {
    Listing {
        name: "countries",
        id: "iso3",
        records: records(all.countries.iter()),
        columns: vec![
            Shown::short("iso3"),
            Shown::words("short_name"),
            Shown::short("income_group"),
            Shown::people("population"),
            Shown::share("usage"),
            Shown::share("electricity"),
        ],
        below: "",
        details: country_details,
    }
}

/// Who published each figure, the base year that the rules make of them, and what to doubt in it.
fn country_details(record: &Record) -> Record {
    let published = record
        .iter()
        .filter(|(_, value)| value.get("value").is_some());
    let sources =
        published.map(|(name, _)| (name.clone(), json!(tell(&format!("source-{name}"), &[]))));
    let mut details = fields(json!({ "sources": sources.collect::<Record>() }));
    details.extend(base_year(record));
    details
}

fn base_year(record: &Record) -> Record {
    let none = std::collections::BTreeMap::new();
    match country_baseline(
        text(record, "iso3"),
        crate::scenario::Exposure::default(),
        &none,
    ) {
        Ok(baseline) => {
            let cohorts: Vec<Value> = baseline
                .country
                .cohorts
                .iter()
                .map(|c| json!({"id": c.id, "share": c.share, "usage": c.usage, "coverage": c.coverage, "electricity": c.electricity, "skills": c.skills, "employed": c.employed, "automatable": c.auto_share, "augmentable": c.aug_share, "dollars_a_day": c.income}))
                .collect();
            fields(json!({
                "vintage": baseline.vintage,
                "base_year_cohorts": cohorts,
                "flags": baseline.flags,
            }))
        }
        Err(error) => {
            let (_, message, _) = crate::words::faults::of_baseline(&error);
            fields(json!({"no_baseline": message}))
        }
    }
}

fn groups(all: &Catalogue) -> Listing {
    let mut rows = records(all.groups.iter());
    for (row, group) in rows.iter_mut().zip(all.groups.iter()) {
        let members: Vec<&str> = all
            .members(group)
            .iter()
            .map(|c: &&CountryRecord| c.iso3.as_str())
            .collect();
        row.insert("members".to_owned(), json!(members));
    }
    Listing {
        name: "groups",
        id: "id",
        records: rows,
        columns: vec![
            Shown::short("id"),
            Shown::words("name"),
            Shown::count("members"),
            Shown::words("list"),
            Shown::short("list_date"),
        ],
        below: "",
        details: nothing,
    }
}

fn parameters(all: &Catalogue) -> Listing {
    let mut rows = records(all.parameters.iter());
    for (row, parameter) in rows.iter_mut().zip(all.parameters.iter()) {
        row.insert("observable".to_owned(), json!(parameter.observable()));
    }
    Listing {
        name: "parameters",
        id: "id",
        records: rows,
        columns: vec![
            Shown::short("id"),
            Shown::range(),
            Shown::short("unit"),
            Shown::named("grade"),
        ],
        below: "observable",
        details: |record| {
            let sources = record.get("sources").and_then(Value::as_array);
            let ids = sources.into_iter().flatten().filter_map(Value::as_str);
            let found = ids.filter_map(|id| catalogue().evidence.iter().find(|e| e.id == id));
            let told: Vec<String> = found.map(|e| format!("{}: {}", e.id, e.source)).collect();
            fields(json!({ "evidence": told }))
        },
    }
}

fn measures(all: &Catalogue) -> Listing {
    let mut rows = records(all.measures.iter());
    for (row, measure) in rows.iter_mut().zip(all.measures.iter()) {
        let effects: Vec<&str> = measure
            .effects()
            .iter()
            .map(|effect| effect.id.as_str())
            .collect();
        row.insert("effects".to_owned(), json!(effects));
    }
    Listing {
        name: "measures",
        id: "id",
        records: rows,
        columns: vec![
            Shown::short("id"),
            Shown::words("title"),
            Shown::named("cluster"),
            Shown::words("layers"),
            Shown::count("effects"),
        ],
        below: "",
        details: nothing,
    }
}

fn effects(all: &Catalogue) -> Listing {
    Listing {
        name: "effects",
        id: "id",
        records: records(all.effects.iter()),
        columns: vec![
            Shown::short("id"),
            Shown::short("path"),
            Shown::short("op"),
            Shown::range(),
            Shown::words("cohorts"),
            Shown::named("grade"),
        ],
        below: "",
        details: nothing,
    }
}

fn evidence(all: &Catalogue) -> Listing {
    Listing {
        name: "evidence",
        id: "id",
        records: records(all.evidence.iter()),
        columns: vec![Shown::short("id"), Shown::words("source")],
        below: "figure",
        details: nothing,
    }
}

fn glossary(all: &Catalogue) -> Listing {
    Listing {
        name: "glossary",
        id: "term",
        records: records(all.glossary.iter()),
        columns: vec![Shown::short("term")],
        below: "meaning",
        details: nothing,
    }
}

fn paths(all: &Catalogue) -> Listing {
    Listing {
        name: "paths",
        id: "id",
        records: records(all.paths.iter()),
        columns: vec![
            Shown::short("id"),
            Shown::short("kind"),
            Shown::short("per_cohort"),
            Shown::short("base_only"),
        ],
        below: "meaning",
        details: nothing,
    }
}

fn indicators(all: &Catalogue) -> Listing {
    Listing {
        name: "indicators",
        id: "key",
        records: records(all.indicators.iter()),
        columns: vec![
            Shown::short("key"),
            Shown::short("unit"),
            Shown::short("better"),
            Shown::short("series"),
            Shown::words("label"),
        ],
        below: "",
        details: nothing,
    }
}
