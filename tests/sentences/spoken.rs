//! Every sentence at least once, with numbers as they come.

use foretree::analysis::assumed::OneWay;
use foretree::analysis::breakeven::Turn;
use foretree::seeds::catalogue;
use foretree::words::numbers::{Range, Scale};
use foretree::words::sentences::*;

fn share() -> Scale {
    Scale::of("share", &[])
}

fn range(low: f64, middle: f64, high: f64) -> Range {
    Range::new(Some(middle), Some(low), Some(high))
}

#[test]
fn a_range_is_about_people_and_names_the_test_it_passed() {
    assert_eq!(
        range_offline(0.22, 0.73, "poor_women", 2040),
        "Our range is 22 to 73 of every 100 poor women offline in 2040."
    );
    let held = Held::of(catalogue().country("MWI"));
    assert_eq!(
        held_or_not(held),
        "Tested only for whole countries and 7 years ahead (2017 to 2024): internet use ended inside \
         such ranges in about 9 in 10 of 35 countries (docs/model.md, 6.5). Expect surprises."
    );
    assert_eq!(
        held_or_not(None),
        "Nobody has tested yet how often such ranges hold. Expect surprises."
    );
    assert_eq!(
        range_of(
            "workers displaced",
            range(1e3, 2e4, 1.6e5),
            Scale::of("workers", &[range(1e3, 2e4, 1.6e5)]),
            2040
        )
        .unwrap(),
        "Our range of workers displaced in 2040 is 1 to 160 thousand workers."
    );
    assert!(range_of("anything", Range::default(), share(), 2040).is_none());
}

fn between(better: f64, worse: f64) -> Between<'static> {
    Between {
        column: "B",
        reference: "A",
        better,
        worse,
    }
}

#[test]
fn a_share_of_runs_is_never_a_chance() {
    let women = Matter::Offline("poor_women");
    assert_eq!(
        comparison(women, between(0.83, 0.1)),
        "In 83 of 100 model runs with our assumptions, B leaves fewer poor women offline than A. \
         This is not a chance of 83 % in the real world."
    );
    assert_eq!(
        comparison(women, between(0.1, 0.83)),
        "In 83 of 100 model runs with our assumptions, A leaves fewer poor women offline than B. \
         This is not a chance of 83 % in the real world."
    );
    assert_eq!(
        comparison(Matter::Better("Trust"), between(0.7, 0.2)),
        "Trust: in 70 of 100 model runs with our assumptions, B does better than A. \
         This is not a chance of 70 % in the real world."
    );
}

#[test]
fn small_differences_are_the_same_answer_and_none_is_none() {
    assert_eq!(
        comparison(Matter::Offline("poor_women"), between(0.48, 0.45)),
        "Poor women offline: B and A come out about the same. B is ahead in 48 of 100 model runs \
         and behind in 45: with so little between them, that is the same answer."
    );
    assert_eq!(
        comparison(Matter::Better("Trust"), between(0.0, 0.0)),
        "Trust: B and A do not differ."
    );
    assert_eq!(
        same_answer(0.18, 0.19).unwrap(),
        "18 and 19 of 100 are the same answer."
    );
    assert!(same_answer(0.18, 0.4).is_none());
    assert!(same_answer(0.18, 0.18).is_none());
}

#[test]
fn two_countries_are_never_ranked() {
    for (better, worse) in [(0.9, 0.1), (0.1, 0.9), (0.5, 0.5)] {
        let text = comparison(Matter::Places("Poor women offline"), between(better, worse));
        assert!(
            !text.contains("does better") && !text.contains("ahead"),
            "{text}"
        );
        assert!(
            text.ends_with("so this does not say who chose better."),
            "{text}"
        );
    }
    assert!(
        comparison(Matter::Places("Gap"), between(0.1, 0.9))
            .starts_with("Gap: in 90 of 100 model runs, A lies below B.")
    );
}

const LEAD: Lead<'_> = Lead {
    column: "B",
    reference: "A",
};

#[test]
fn an_assumption_does_not_come_back_as_a_finding() {
    assert_eq!(
        built_in(LEAD, OneWay::OnlyHelps, Some(Turn::At(0.34))),
        "B comes out ahead because we assumed it helps. B would stop being ahead of A if its \
         effect were less than a third of what we assumed."
    );
    assert_eq!(
        built_in(LEAD, OneWay::OnlyHelps, Some(Turn::OnlyGains)),
        "B comes out ahead because we assumed it helps. B only adds benefits: however weak they \
         are, nothing in these numbers could make it lose to A. Look at who pays and what is not \
         counted."
    );
    assert_eq!(
        built_in(LEAD, OneWay::Mixed, Some(Turn::Never)),
        "B assumes both help and harm: the order is not built in. B would stay ahead of A even \
         without its effects: what carries it is a chance or a figure, which we assumed as well."
    );
    // What stays ahead without its effects is not said to be ahead because of them.
    let carried = built_in(LEAD, OneWay::OnlyHelps, Some(Turn::Never));
    assert!(
        !carried.contains("because we assumed it helps"),
        "{carried}"
    );
    assert_eq!(
        built_in(LEAD, OneWay::OnlyHarms, Some(Turn::Behind)),
        "B comes out behind because we assumed it harms."
    );
    assert_eq!(
        built_in(LEAD, OneWay::OnlyHelps, Some(Turn::Behind)),
        "B is not ahead of A, even with all of the effect that we assumed."
    );
    assert_eq!(built_in(LEAD, OneWay::Nothing, None), "");
    assert_eq!(built_in(LEAD, OneWay::OnlyHelps, Some(Turn::Level)), "");
    assert_eq!(
        hangs_on("the tax cut", Turn::At(0.72)).unwrap(),
        "It would stop being ahead if the tax cut alone did less than three quarters of what we \
         assumed."
    );
    assert!(hangs_on("the tax cut", Turn::Never).is_none());
}

#[test]
fn a_mark_may_be_reached_with_less_or_without_or_not_at_all() {
    assert_eq!(
        mark_in_words("B", "half online", Turn::At(0.5)),
        "B would no longer reach half online if its effect were less than half of what we assumed."
    );
    assert_eq!(
        mark_in_words("B", "half online", Turn::Never),
        "B reaches half online in the middle of our runs even without its effect."
    );
    assert_eq!(
        mark_in_words("B", "half online", Turn::Behind),
        "B does not reach half online in the middle of our runs, even with all of the effect that \
         we assumed."
    );
    let named = [0.0, 0.11, 0.33, 0.5, 0.66, 0.88, 0.99].map(about_share);
    assert_eq!(
        named,
        [
            "a twentieth",
            "a tenth",
            "a third",
            "half",
            "two thirds",
            "nine tenths",
            "almost all"
        ]
    );
}

#[test]
fn a_small_middle_does_not_hide_the_tail() {
    assert_eq!(
        small_effect(0.3, -9.1, None),
        "Mid-range effect of AI on the income of the poor: about 30 cents a year. In 1 run in 20 \
         they lose 9 dollars or more. The bad tail is the news, not the middle."
    );
    assert!(small_effect(0.3, -9.1, Some("C")).contains("under C: about 30 cents"));
    assert_eq!(money(1.0), "one dollar");
    assert_eq!(money(0.01), "one cent");
    assert_eq!(money(-3.4), "3 dollars");
    assert_eq!(
        average(Some(81_000.0)),
        "These are averages of groups. Most people lose nothing; some lose a lot: up to 81 \
         thousand people in poverty harmed at once in a bad run."
    );
    assert_eq!(average(None), average(Some(0.0)));
    assert!(untested().contains("never been checked against history"));
    assert!(not_counted().contains("people this cohort split cannot see"));
}

#[test]
fn a_probability_belongs_to_those_who_judged_it() {
    let plain = Judged {
        probability: 0.35,
        ..Judged::default()
    };
    assert_eq!(judged(&plain), "35 % is what this room judged.");
    let full = Judged {
        people: Some((11, 0.2, 0.6)),
        dissent: vec!["35 % is generous.", "It was half last time."],
        ..plain.clone()
    };
    assert_eq!(
        judged(&full),
        "35 % is what this room judged (11 people, 20–60). Two of us disagreed: “35 % is generous.” \
         “It was half last time.”"
    );
    let lonely = Judged {
        people: Some((1, 0.35, 0.35)),
        dissent: vec!["No."],
        ..plain
    };
    let text = judged(&lonely);
    assert!(
        text.contains("(one person, ") && text.contains("One of us disagreed: “No.”"),
        "{text}"
    );
    assert_eq!(
        not_counted_by("B", "revenue lost.").unwrap(),
        "B does not count: revenue lost."
    );
    assert!(not_counted_by("B", " ").is_none());
}

fn fan<'a>(middle: &'a [Option<f64>], mark: Option<f64>) -> Chart<'a> {
    Chart {
        what: "Poor women offline, cheaper data first",
        scale: share(),
        first: 2025,
        middle,
        end: range(0.22, middle.last().copied().flatten().unwrap_or(0.0), 0.73),
        mark,
        no_ai: None,
        reference: None,
    }
}

#[test]
fn a_fan_chart_can_be_said_aloud() {
    let falling: Vec<Option<f64>> = (0..16).map(|i| Some(0.91 - 0.03 * f64::from(i))).collect();
    let told = chart(&Chart {
        reference: Some(("South Africa", range(0.1, 0.2, 0.3))),
        ..fan(&falling, Some(0.5))
    });
    assert_eq!(
        told.unwrap(),
        "Poor women offline, cheaper data first: 91 % in 2025, falling to 46 % in 2040. Our range \
         is 22 to 73 % by 2040. The middle falls below 50 % in 2039. South Africa stands at 20 % \
         [10–30]."
    );
    let far = chart(&fan(&falling, Some(0.1))).unwrap();
    assert!(
        far.contains("The middle does not get to 10 % by 2040."),
        "{far}"
    );
    let rising = [Some(0.2), Some(0.3), Some(0.6)];
    let up = chart(&Chart {
        no_ai: Some(range(-0.01, 0.02, 0.03)),
        ..fan(&rising, Some(0.5))
    })
    .unwrap();
    assert!(
        up.contains("rising to 60 %") && up.contains("rises above 50 % in 2027"),
        "{up}"
    );
    assert!(up.contains("Against no AI: +2 % [−1–+3]."), "{up}");
    let flat = [Some(0.6), Some(0.6), Some(0.6)];
    let still = chart(&fan(&flat, Some(0.6))).unwrap();
    assert!(still.contains("about the same in 2027: 60 %"), "{still}");
    assert!(still.contains("beyond 60 % from the start"), "{still}");
    assert!(chart(&fan(&[None], None)).is_none());
}

#[test]
fn a_distribution_and_a_table_can_be_said_aloud() {
    let found = Distribution {
        points: [0.22, 0.38, 0.46, 0.58, 0.9],
        above: Some((0.5, 0.4)),
        less_is_better: true,
    };
    assert_eq!(
        distribution(&found, share()),
        "Half of the model runs end between 38 and 58 %, nine in ten between 22 and 90 %; the \
         middle is 46 %. The high tail is the long one: 90 % or more in 1 run in 20. 60 of 100 \
         model runs end below 50 %."
    );
    let other = Distribution {
        points: [0.1, 0.5, 0.7, 0.75, 0.8],
        above: Some((0.5, 0.75)),
        less_is_better: false,
    };
    let text = distribution(&other, share());
    assert!(
        text.contains("The low tail is the long one: 10 % or less"),
        "{text}"
    );
    assert!(
        text.ends_with("75 of 100 model runs end above 50 %."),
        "{text}"
    );
    let columns = ["A".to_owned(), "B".to_owned()];
    let row = |label: &str, cells: [&str; 2]| (label.to_owned(), cells.map(str::to_owned).to_vec());
    let rows = [
        row("Poor women offline", ["59 % [33–82]", "46 % [22–73]"]),
        row("vs A", ["", "−13 [−22–−5]"]),
        row("Nothing", ["", " "]),
    ];
    assert_eq!(
        table(&columns, &rows),
        [
            "Poor women offline: A 59 % [33–82], B 46 % [22–73].",
            "vs A: B −13 [−22–−5]."
        ]
    );
}

#[test]
fn a_preview_is_marked_and_says_what_the_mark_means() {
    assert_eq!(marked("46 %"), "~46 %");
    assert_eq!(
        preview(512),
        "A preview from 512 model runs: a value marked ~ may still move."
    );
}

fn guessed(low: f64, high: f64) -> String {
    let mine = Guess {
        low,
        high,
        ours: range(0.22, 0.46, 0.73),
        inside: Some(0.21),
    };
    guess(mine, share()).unwrap()
}

#[test]
fn a_guess_is_scored_in_words_and_our_runs_are_not_the_truth() {
    assert_eq!(
        guessed(0.3, 0.4),
        "You expected less: our middle of 46 % lies 6 points above your range of 30 to 40 %; ours \
         is 46 % [22–73]. 21 of 100 model runs fall inside your range. Our runs are not the truth \
         either: write down why you differ."
    );
    assert!(guessed(0.6, 0.7).starts_with("You expected more: our middle of 46 % lies 14 points"));
    assert!(guessed(0.2, 0.7).starts_with("Your range of 20 to 70 % holds our middle"));
    assert!(guessed(0.45, 0.5).contains("surer than our runs"));
    assert!(guessed(-0.2, 0.99).contains("much wider than ours"));
    // Ends in the wrong order are still a range.
    assert_eq!(guessed(0.4, 0.3), guessed(0.3, 0.4));
}

#[test]
fn assumptions_are_told_in_what_can_be_seen() {
    let text = leading(
        "price_decline",
        (0.04, 0.1),
        "poor women offline",
        ("46 %", "39 %"),
    )
    .unwrap();
    assert_eq!(
        text,
        "What costs 10 dollars to be online today costs 8.2 dollars in five years, measured \
         against incomes. If it were 6.1 instead of 8.2, poor women offline would be 39 % instead \
         of 46 %."
    );
    let still = leading("price_decline", (0.04, 0.1), "trust", ("0.52", "0.52")).unwrap();
    assert!(still.ends_with("trust would stay at 0.52."), "{still}");
    assert!(
        what_if("power_rate", 0.035)
            .unwrap()
            .starts_with("Of 100 people without electricity")
    );
    assert!(leading("no_such_path", (0.0, 1.0), "x", ("1", "2")).is_none());
}

#[test]
fn no_sentence_sounds_surer_than_it_is() {
    let avoided = ["predict", "model shows", "robust", "optimal", "probab"];
    let files = ["sentences", "gains", "compare", "outcomes"];
    for file in files {
        let path = format!("{}/src/words/en/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap().to_lowercase();
        for word in avoided {
            assert!(!text.contains(word), "{file}: {word}");
        }
    }
}
