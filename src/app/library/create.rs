//! A new scenario for a country or a group of countries.

use crate::app::{App, Effect, Item, Pick};
use crate::files;
use crate::files::examples::{EXAMPLES, STARTER, moved_to};
use crate::scenario::{BaselineRef, Room, Scenario};
use crate::seeds::{CountryRecord, catalogue};
use crate::tell;
use crate::words::numbers;

/// Where a scenario begins.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Country(String, String),
    Group(String, String),
}

/// Asks where.
pub(super) fn begin(app: &mut App) {
    let (places, items): (Vec<Place>, Vec<Item>) = countries().chain(groups()).unzip();
    app.pick(Pick::new(
        tell!("create-where"),
        items,
        move |app, place| match places.get(place).cloned() {
            Some(place) => from(app, place),
            None => Vec::new(),
        },
    ));
}

fn countries() -> impl Iterator<Item = (Place, Item)> {
    catalogue().countries.iter().map(|country| {
        let detail = tell!(
            "create-country",
            code = country.iso3.clone(),
            year = country
                .latest_year()
                .map(|y| y.to_string())
                .unwrap_or_default()
        );
        let item = Item::new(country.short_name.clone())
            .detail(detail)
            .about(about(country));
        let place = Place::Country(country.iso3.clone(), country.short_name.clone());
        (place, item)
    })
}

/// What the data say of a country, and what they lack.
fn about(country: &CountryRecord) -> String {
    if country.population.is_none() || country.income_group.is_none() {
        return tell!("create-no-baseline", name = country.short_name.clone());
    }
    let percent = |figure: Option<crate::seeds::Figure>| match figure {
        Some(figure) => {
            let value = format!("{:.0} %", figure.value * 100.0);
            match figure.year {
                Some(year) => format!("{value} ({year})"),
                None => value,
            }
        }
        None => tell!("create-unknown"),
    };
    let people = country.population.map_or(0.0, |p| p.value);
    let missing: Vec<&str> = country
        .figures()
        .into_iter()
        .filter(|(_, figure)| figure.is_none())
        .map(|(name, _)| name)
        .collect();
    let gaps = if missing.is_empty() {
        tell!("create-no-gaps")
    } else {
        tell!("create-gaps", count = missing.len())
    };
    tell!(
        "create-about",
        people = numbers::two_digits(people / 1e6, people / 1e6),
        poverty = percent(country.poverty),
        usage = percent(country.usage),
        electricity = percent(country.electricity),
        gaps = gaps
    )
}

fn groups() -> impl Iterator<Item = (Place, Item)> {
    catalogue().groups.iter().map(|group| {
        let detail = tell!("create-group", id = group.id.clone());
        let about = tell!(
            "create-group-about",
            list = group.list.clone(),
            date = group.list_date.clone()
        );
        let item = Item::new(group.name.clone()).detail(detail).about(about);
        (Place::Group(group.id.clone(), group.name.clone()), item)
    })
}

/// Asks what the scenario begins with.
fn from(app: &mut App, place: Place) -> Vec<Effect> {
    let starter = Item::new(tell!("create-starter")).about(tell!("create-starter-about"));
    let empty = Item::new(tell!("create-empty")).about(tell!("create-empty-about"));
    let examples = EXAMPLES.iter().filter_map(|(name, text)| {
        let scenario = files::parse(text, name).ok()?.scenario;
        let about = scenario.question.clone();
        Some(Item::new(tell!("create-like", title = scenario.title)).about(about))
    });
    let items: Vec<Item> = [starter, empty].into_iter().chain(examples).collect();
    app.pick(Pick::new(
        tell!("create-from"),
        items,
        move |app, chosen| match build(&place, chosen) {
            Some(scenario) => app.open_new(scenario),
            None => Vec::new(),
        },
    ));
    Vec::new()
}

fn build(place: &Place, chosen: usize) -> Option<Scenario> {
    let (name, text) = match chosen {
        0 | 1 => ("starter.ron", STARTER),
        other => *EXAMPLES.get(other - 2)?,
    };
    let scenario = files::parse(text, name).ok()?.scenario;
    let (title, notes) = titles(place, &scenario, chosen);
    let mut scenario = moved(place, &scenario, title, notes);
    if chosen == 1 {
        scenario.tree.root.clear();
        scenario.tree.nodes.clear();
        scenario.wildcards.clear();
        scenario.signposts.clear();
        scenario.notes.clear();
    }
    Some(scenario)
}

fn titles(place: &Place, scenario: &Scenario, chosen: usize) -> (String, String) {
    let (Place::Country(_, name) | Place::Group(_, name)) = place;
    if chosen < 2 {
        return (tell!("new-title", name = name), scenario.notes.clone());
    }
    let title = scenario.title.clone();
    (
        tell!("new-title-from", name = name, title = title.clone()),
        tell!("new-notes-from", name = name, title = title),
    )
}

fn moved(place: &Place, scenario: &Scenario, title: String, notes: String) -> Scenario {
    match place {
        Place::Country(iso3, _) => moved_to(scenario, iso3, title, notes),
        Place::Group(id, _) => {
            let mut moved = moved_to(scenario, "", title, notes);
            moved.setting.baseline = BaselineRef::Group(id.clone());
            moved.room = Room::default();
            moved
        }
    }
}
