//! Place, years, exposure and inputs.

use super::report::Report;
use super::{Code, Given, What, custom, numbers};
use crate::scenario::{Assumption, BASE_YEAR, BaselineRef, Exposure, Place};

/// First and last year in which a horizon may end.
const ENDS: (i32, i32) = (BASE_YEAR + 1, 2060);

pub(super) fn check(given: &Given<'_>, report: &mut Report) {
    let setting = &given.scenario.setting;
    let place = Place::top().field("setting");
    baseline(given, report, &place.field("baseline"));
    reference(given, report, &place.field("reference"));
    horizon(setting.horizon, report, &place.field("horizon"));
    let custom = matches!(setting.baseline, BaselineRef::Custom(_));
    if custom && setting.exposure == Exposure::ImfLowComplementarity {
        report.add(place.field("exposure"), Code::ExposureOnCustom);
    }
    for (id, assumption) in &setting.inputs {
        input(
            given,
            report,
            &place.field("inputs").key(id),
            id,
            assumption,
        );
    }
}

fn baseline(given: &Given<'_>, report: &mut Report, place: &Place) {
    match &given.scenario.setting.baseline {
        BaselineRef::Country(id) => country(given, report, place, id),
        BaselineRef::Group(id) if !given.vocabulary.groups.contains(id) => {
            let nearest = report.nearest(id, given.vocabulary.groups.iter().map(String::as_str));
            let (what, id) = (What::Group, id.clone());
            report.add(place.clone(), Code::Unknown { what, id, nearest });
        }
        BaselineRef::Group(_) => {}
        BaselineRef::Custom(made_up) => custom::check(made_up, report, place),
    }
}

fn country(given: &Given<'_>, report: &mut Report, place: &Place, id: &str) {
    let countries = &given.vocabulary.countries;
    if countries.contains_key(id) {
        return;
    }
    let by_name = countries
        .iter()
        .find(|(_, name)| name.eq_ignore_ascii_case(id));
    let nearest = match by_name {
        Some((code, _)) => Some(code.clone()),
        None => report.nearest(id, countries.keys().map(String::as_str)),
    };
    let (what, id) = (What::Country, id.to_owned());
    report.add(place.clone(), Code::Unknown { what, id, nearest });
}

fn reference(given: &Given<'_>, report: &mut Report, place: &Place) {
    let setting = &given.scenario.setting;
    let Some(id) = &setting.reference else {
        return;
    };
    country(given, report, place, id);
    if setting.baseline == BaselineRef::Country(id.clone()) {
        let id = id.clone();
        report.add(place.clone(), Code::ReferenceIsItself { id });
    }
}

fn horizon((start, end): (i32, i32), report: &mut Report, place: &Place) {
    if start != BASE_YEAR {
        report.add(place.index(0), Code::HorizonStart { year: start });
    }
    let (first, last) = ENDS;
    if !(first..=last).contains(&end) {
        let year = end;
        report.add(place.index(1), Code::HorizonEnd { year, first, last });
    }
}

fn input(given: &Given<'_>, report: &mut Report, place: &Place, id: &str, assumption: &Assumption) {
    let id = id.to_owned();
    let Some(facts) = given.vocabulary.inputs.get(&id) else {
        let code = if given.vocabulary.parameters.contains(&id) {
            Code::ParameterAsInput { id }
        } else {
            let nearest = report.nearest(&id, given.vocabulary.inputs.keys().map(String::as_str));
            let what = What::Input;
            Code::Unknown { what, id, nearest }
        };
        return report.add(place.clone().name(), code);
    };
    let is_country = matches!(given.scenario.setting.baseline, BaselineRef::Country(_));
    if facts.figure && !is_country {
        report.add(place.clone().name(), Code::FigureWithoutCountry { id });
    } else if facts.figure && !assumption.value.is_fixed() {
        report.add(place.field("value"), Code::FigureUncertain { id });
    }
    let (scale, range) = (facts.kind.scale(), facts.range);
    numbers::quantity(
        report,
        place.field("value"),
        &assumption.value,
        scale,
        range,
    );
}
