use super::{assert_sound, error, errors, with_fields, with_setting};
use foretree::scenario::{Code, QuantityFault, What};

#[test]
fn an_unknown_country_is_refused_with_the_nearest_code() {
    let found = error(&with_setting("baseline: Country(\"MWL\")"));
    let Code::Unknown { what, nearest, .. } = found.code else {
        panic!("{found:?}");
    };
    assert_eq!(what, What::Country);
    assert!(nearest.is_some_and(|code| code.starts_with('M')));
    assert_eq!((found.place.as_str(), found.line), ("setting.baseline", 3));
}

#[test]
fn the_name_of_a_country_leads_to_its_code() {
    let found = error(&with_setting("baseline: Country(\"malawi\")"));
    assert_eq!(found.code.nearest(), Some("MWI"));
}

#[test]
fn groups_of_the_contract_are_known_and_others_are_not() {
    for group in [
        "ldc",
        "lldc",
        "sids",
        "low",
        "lower_middle",
        "upper_middle",
        "high",
        "eastern_africa",
    ] {
        assert_sound(&with_setting(&format!("baseline: Group(\"{group}\")")));
    }
    let found = error(&with_setting("baseline: Group(\"lcd\")"));
    assert_eq!(found.code.nearest(), Some("ldc"));
}

#[test]
fn a_horizon_begins_in_2025_and_ends_by_2060() {
    for good in ["(2025, 2026)", "(2025, 2060)"] {
        assert_sound(&with_setting(&format!(
            "baseline: Country(\"MWI\"), horizon: {good}"
        )));
    }
    let late = error(&with_setting(
        "baseline: Country(\"MWI\"), horizon: (2026, 2040)",
    ));
    assert_eq!(late.code, Code::HorizonStart { year: 2026 });
    assert_eq!(late.place, "setting.horizon[0]");
    for bad in ["(2025, 2025)", "(2025, 2061)", "(2025, 1900)"] {
        let found = error(&with_setting(&format!(
            "baseline: Country(\"MWI\"), horizon: {bad}"
        )));
        assert!(matches!(found.code, Code::HorizonEnd { .. }), "{found:?}");
        assert_eq!(found.place, "setting.horizon[1]");
    }
}

#[test]
fn an_unknown_reference_is_refused() {
    let found = error(&with_setting(
        "baseline: Country(\"MWI\"), reference: \"ZAG\"",
    ));
    assert_eq!(found.place, "setting.reference");
    assert!(matches!(
        found.code,
        Code::Unknown {
            what: What::Country,
            ..
        }
    ));
}

#[test]
fn inputs_are_known_and_within_their_range() {
    let input =
        |inside: &str| with_setting(&format!("baseline: Country(\"MWI\"), inputs: {{{inside}}}"));
    assert_sound(&input(
        "\"trade_y\": (value: Quantiles(p5: 0.01, p50: 0.05, p95: 0.1))",
    ));
    assert_sound(&input("\"usage\": (value: Fixed(0.2))"));
    let unknown = error(&input("\"trade_z\": (value: Fixed(0.2))"));
    assert!(
        unknown
            .code
            .nearest()
            .is_some_and(|name| name.starts_with("trade_"))
    );
    assert_eq!(unknown.place, "setting.inputs.trade_z");
    let outside = error(&input("\"trade_y\": (value: Fixed(1.2))"));
    assert!(matches!(outside.code, Code::ValueOutOfRange { value, .. } if value == 1.2));
    let uncertain = error(&input("\"usage\": (value: Uniform(min: 0.1, max: 0.2))"));
    assert_eq!(
        uncertain.code,
        Code::FigureUncertain {
            id: "usage".to_owned()
        }
    );
    let parameter = error(&input("\"price_decline\": (value: Fixed(0.2))"));
    assert_eq!(
        parameter.code,
        Code::ParameterAsInput {
            id: "price_decline".to_owned()
        }
    );
    let group = error(&with_setting(
        "baseline: Group(\"ldc\"), inputs: {\"usage\": (value: Fixed(0.2))}",
    ));
    assert_eq!(
        group.code,
        Code::FigureWithoutCountry {
            id: "usage".to_owned()
        }
    );
}

#[test]
fn assumptions_are_about_parameters_and_within_their_range() {
    let assume = |inside: &str| with_fields(&format!("assumptions: {{{inside}}}"));
    assert_sound(&assume("\"exposure_auto_mult\": (value: Fixed(2.0))"));
    let unknown = error(&assume("\"price_decline_\": (value: Fixed(0.1))"));
    assert_eq!(unknown.code.nearest(), Some("price_decline"));
    assert_eq!(
        (unknown.place.as_str(), unknown.line),
        ("assumptions.price_decline_", 5)
    );
    let input = error(&assume("\"trade_y\": (value: Fixed(0.1))"));
    assert_eq!(
        input.code,
        Code::InputAsAssumption {
            id: "trade_y".to_owned()
        }
    );
    let outside = error(&assume("\"frontier_cap\": (value: Fixed(1.5))"));
    assert!(matches!(outside.code, Code::ValueOutOfRange { .. }));
    assert_eq!(outside.place, "assumptions.frontier_cap.value");
    let bounds = error(&assume(
        "\"frontier_cap\": (value: Uniform(min: -0.1, max: 0.5))",
    ));
    assert!(matches!(bounds.code, Code::OutOfRange { .. }));
    let normal = error(&assume(
        "\"price_decline\": (value: Normal(mean: 0.0, sd: 0.1))",
    ));
    assert!(matches!(normal.code, Code::OutOfRange { .. }));
}

#[test]
fn quantities_must_be_distributions() {
    let bad = [
        ("Quantiles(p5: 0.3, p50: 0.2, p95: 0.4)", ""),
        ("Quantiles(p5: 0.0, p50: 0.2, p95: 0.4)", ".p5"),
        ("Quantiles(p5: 0.1, p50: 0.2, p95: 1.0)", ".p95"),
        ("Normal(mean: 0.5, sd: -0.1)", ".sd"),
        ("LogNormal(median: 0.0, sd_log: 0.1)", ".median"),
        ("LogNormal(median: 0.1, sd_log: -0.1)", ".sd_log"),
        ("Uniform(min: 0.5, max: 0.5)", ""),
        ("Uniform(min: 0.5, max: 0.4)", ""),
        ("Triangular(min: 0.1, mode: 0.6, max: 0.5)", ".mode"),
        ("Pert(min: 0.1, mode: 0.0, max: 0.5)", ".mode"),
        ("Beta(alpha: 0.19, beta: 1.0, min: 0.0, max: 1.0)", ".alpha"),
        ("Beta(alpha: 1.0, beta: 0.1, min: 0.0, max: 1.0)", ".beta"),
        ("Discrete([])", ""),
        ("Discrete([(0.1, 0.0), (0.2, 0.0)])", ""),
        ("Discrete([(0.1, 1.0), (0.2, -0.5)])", ""),
    ];
    for (quantity, field) in bad {
        let found = error(&with_fields(&format!(
            "assumptions: {{\"frontier_cap\": (value: {quantity})}}"
        )));
        assert!(
            matches!(found.code, Code::Quantity(_)),
            "{quantity}: {found:?}"
        );
        assert_eq!(
            found.place,
            format!("assumptions.frontier_cap.value{field}")
        );
    }
    let fault = error(&with_fields(
        "assumptions: {\"price_decline\": (value: Quantiles(p5: -0.1, p50: 0.2, p95: 0.4))}",
    ));
    assert!(matches!(
        fault.code,
        Code::Quantity(QuantityFault::OffScale { .. })
    ));
}

#[test]
fn a_run_has_at_least_one_draw() {
    let found = error(&with_fields("simulation: (draws: 0)"));
    assert!(matches!(found.code, Code::Draws { draws: 0, .. }));
    assert_eq!(found.place, "simulation.draws");
    assert_sound(&with_fields("simulation: (draws: 1)"));
}

#[test]
fn correlations_join_two_different_parameters_once() {
    let correlate = |inside: &str| with_fields(&format!("correlations: [{inside}]"));
    assert_sound(&correlate(
        "(between: (\"policy_rate\", \"data_rate\"), rank: -1.0)",
    ));
    let unknown = error(&correlate(
        "(between: (\"policy_rate\", \"date_rate\"), rank: 0.5)",
    ));
    assert_eq!(unknown.code.nearest(), Some("data_rate"));
    assert_eq!(unknown.place, "correlations[0].between[1]");
    let itself = error(&correlate(
        "(between: (\"data_rate\", \"data_rate\"), rank: 0.5)",
    ));
    assert!(matches!(itself.code, Code::CorrelatedWithItself { .. }));
    let twice = error(&correlate(
        "(between: (\"policy_rate\", \"data_rate\"), rank: 0.5), (between: (\"data_rate\", \"policy_rate\"), rank: 0.4)",
    ));
    assert!(matches!(twice.code, Code::RepeatedPair { .. }));
    let strong = error(&correlate(
        "(between: (\"policy_rate\", \"data_rate\"), rank: 1.01)",
    ));
    assert_eq!(strong.place, "correlations[0].rank");
}

const COHORT: &str = "(id: \"a\", poor: true, female: true, share: 1.0, coverage: 0.8, usage: 0.4, electricity: 0.5, skills: 0.2, employed: 0.5, auto_share: 0.05, aug_share: 0.1, income: 2.0)";

fn custom(cohorts: &str) -> String {
    with_setting(&format!(
        "baseline: Custom((name: \"X\", population: 1e6, compute: 0.2, data: 0.5, policy: 0.4, ai_firms: 0.03, ai_workers: 0.02, cohorts: [{cohorts}]))"
    ))
}

#[test]
fn a_made_up_place_may_leave_out_what_the_model_has_defaults_for() {
    assert_sound(&custom(COHORT));
}

#[test]
fn a_made_up_place_is_held_to_its_rules() {
    let changed = |from: &str, to: &str| {
        assert!(COHORT.contains(from));
        custom(&COHORT.replace(from, to))
    };
    let cases = [
        (custom(""), "setting.baseline.cohorts"),
        (
            changed("share: 1.0", "share: 0.9"),
            "setting.baseline.cohorts",
        ),
        (
            changed("usage: 0.4", "usage: 0.0"),
            "setting.baseline.cohorts[0].usage",
        ),
        (
            changed("usage: 0.4", "usage: 0.8"),
            "setting.baseline.cohorts[0].usage",
        ),
        (
            changed("skills: 0.2", "skills: 1.2"),
            "setting.baseline.cohorts[0].skills",
        ),
        (
            changed("income: 2.0", "income: 0.0"),
            "setting.baseline.cohorts[0].income",
        ),
        (
            changed("aug_share: 0.1", "aug_share: 0.96"),
            "setting.baseline.cohorts[0].aug_share",
        ),
        (
            changed("id: \"a\"", "id: \"women\""),
            "setting.baseline.cohorts[0].id",
        ),
        (
            changed("id: \"a\"", "id: \"A\""),
            "setting.baseline.cohorts[0].id",
        ),
        (
            custom(COHORT).replace("data: 0.5", "data: 5.0"),
            "setting.baseline.data",
        ),
        (
            custom(COHORT).replace("1e6", "0.0"),
            "setting.baseline.population",
        ),
    ];
    for (text, place) in cases {
        assert_eq!(error(&text).place, place, "{text}");
    }
}

#[test]
fn cohorts_of_a_made_up_place_have_their_own_ids() {
    let half = COHORT.replace("share: 1.0", "share: 0.5");
    let twice = error(&custom(&format!("{half}, {half}")));
    assert!(matches!(twice.code, Code::RepeatedId { .. }));
    let eight: Vec<String> = (0..8)
        .map(|n| {
            COHORT
                .replace("\"a\"", &format!("\"a{n}\""))
                .replace("share: 1.0", "share: 0.125")
        })
        .collect();
    assert_sound(&custom(&eight.join(",")));
    let nine = format!(
        "{}, {}",
        eight.join(","),
        COHORT.replace("share: 1.0", "share: 0.0")
    );
    let found = error(&custom(&nine));
    assert!(matches!(found.code, Code::CohortCount { count: 9, .. }));
}

#[test]
fn the_wider_definition_of_exposed_jobs_is_refused_for_a_made_up_place() {
    let text = custom(COHORT).replace("setting: (", "setting: (exposure: ImfLowComplementarity, ");
    let found = errors(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::ExposureOnCustom);
    assert_sound(&with_setting(
        "baseline: Country(\"MWI\"), exposure: ImfLowComplementarity",
    ));
}
