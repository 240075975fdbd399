//! A room in the middle of a workshop, as each role may see it.

use std::sync::Arc;

use foretree::scenario::hybrid::Change;
use foretree::workshop::{
    AgendaItem, Announcement, Answer, Bin, Calibration, Dissenter, Expert, ExpertAnswer, Fit,
    Follow, Given, HandedView, Hump, Item, Me, MemberId, Method, Moved, Noted, Offered, Origin,
    Pool, Question, Results, Role, RoomView, RoundState, RoundView, Score, Seating, Spread,
    StageView, TableId, TableView, Target, Timer, Truth,
};

pub fn table_id(id: &str) -> TableId {
    serde_json::from_value(serde_json::Value::from(id)).unwrap()
}

fn expert(number: usize) -> Expert {
    Expert(format!("E{number:02}"))
}

fn probability(p: f64) -> Answer {
    Answer::Probability {
        p,
        low: Some((p - 0.1).max(0.0)),
        high: Some((p + 0.15).min(1.0)),
    }
}

fn amount(best: f64) -> Answer {
    Answer::Quantity {
        low: best * 0.5,
        high: best * 2.0,
        best,
        confidence: 0.9,
    }
}

fn answers(all: impl Iterator<Item = Answer>) -> Vec<ExpertAnswer> {
    all.enumerate()
        .map(|(number, answer)| ExpertAnswer {
            expert: expert(number + 1),
            answer,
            reason: match number {
                0 => "Half of the 2021 cut was kept".to_owned(),
                3 => "Two operators own the only masts: 広子 said so".to_owned(),
                _ => String::new(),
            },
            from: Origin::Keyboard,
        })
        .collect()
}

fn stage(stage: u32, results: Results) -> StageView {
    StageView {
        stage,
        results: Arc::new(results),
    }
}

fn spread(answers: usize, [least, low, median, high, greatest]: [f64; 5]) -> Spread {
    Spread {
        answers,
        least,
        median,
        greatest,
        half: (answers > 3).then_some((low, high)),
        humps: Vec::new(),
    }
}

/// Seven answers in two groups: no middle is told.
fn split() -> RoundView {
    let values = [0.15, 0.2, 0.2, 0.25, 0.7, 0.7, 0.75];
    let results = Results {
        answers: answers(values.into_iter().map(probability)),
        spread: Some(Spread {
            humps: vec![
                Hump {
                    at: 0.2,
                    range: (0.15, 0.25),
                    experts: 4,
                },
                Hump {
                    at: 0.7,
                    range: (0.7, 0.75),
                    experts: 3,
                },
            ],
            ..spread(7, [0.15, 0.2, 0.25, 0.7, 0.75])
        }),
        pools: vec![Pool {
            method: Method::Median,
            quantiles: [0.25; 5],
            curve: Vec::new(),
        }],
        ..Results::default()
    };
    RoundView {
        number: 1,
        stage: 1,
        question: Question::Probability {
            of: "Do operators pass the cut on?".to_owned(),
            target: Some(Target::Branch {
                node: "power".to_owned(),
                branch: "fast".to_owned(),
            }),
        },
        state: RoundState::Closed,
        answered: 7,
        expected: 8,
        mine: Vec::new(),
        stages: vec![stage(1, results)],
        truth: None,
        scores: Vec::new(),
    }
}

/// The answers once the reasons were heard.
fn second_stage() -> Results {
    let quantiles = [6.0, 10.0, 13.0, 17.0, 30.0];
    let curve = (0..=40).map(f64::from).map(|x| (x, (x / 40.0).powf(0.7)));
    Results {
        answers: answers([10.0, 12.0, 12.0, 14.0, 50.0].into_iter().map(amount)),
        spread: Some(spread(5, [10.0, 12.0, 12.0, 14.0, 50.0])),
        fits: (1..=5)
            .map(|number| Fit {
                expert: expert(number),
                family: "lognormal".to_owned(),
                quantiles,
                miss: 0.01,
            })
            .collect(),
        pools: vec![
            Pool {
                method: Method::QuantileAverage,
                quantiles,
                curve: curve.clone().collect(),
            },
            Pool {
                method: Method::Linear,
                quantiles: [5.0, 9.0, 13.0, 19.0, 44.0],
                curve: curve.collect(),
            },
        ],
        dissent: vec![Dissenter {
            expert: expert(5),
            answer: amount(50.0),
            reason: "Diesel is dear".to_owned(),
        }],
        moved: Some(Moved {
            median_before: 12.0,
            median: 12.0,
            width_before: 20.0,
            width: 2.0,
            both: 5,
            towards: 3,
            away: 1,
            stayed: 1,
        }),
        ..Results::default()
    }
}

/// Two stages of an amount: people came closer, one sees it otherwise.
fn closer() -> RoundView {
    let first = Results {
        answers: answers([5.0, 10.0, 12.0, 30.0, 60.0].into_iter().map(amount)),
        spread: Some(spread(5, [5.0, 10.0, 12.0, 30.0, 60.0])),
        ..Results::default()
    };
    RoundView {
        number: 2,
        stage: 2,
        question: Question::Quantity {
            of: "What do new masts cost a year?".to_owned(),
            unit: "million dollars".to_owned(),
            limits: Some((0.0, 1e6)),
            target: None,
        },
        state: RoundState::Closed,
        answered: 5,
        expected: 8,
        mine: Vec::new(),
        stages: vec![stage(1, first), stage(2, second_stage())],
        truth: None,
        scores: Vec::new(),
    }
}

fn ranking() -> RoundView {
    let item = |title: &str, impact: f64, uncertainty: f64| Item {
        title: title.to_owned(),
        impact: spread(6, [impact - 1.0, impact - 1.0, impact, impact, 5.0]),
        uncertainty: spread(6, [uncertainty; 5]),
    };
    let results = Results {
        answers: answers((0..6).map(|_| Answer::Rank(Vec::new()))),
        items: vec![
            item("Price of electricity for masts", 4.5, 4.0),
            item("広い網: who owns the towers", 4.0, 3.0),
            item("Taxes", 2.0, 1.5),
        ],
        agree_impact: Some(0.52),
        agree_uncertainty: Some(0.14),
        ..Results::default()
    };
    RoundView {
        number: 3,
        stage: 1,
        question: Question::Rank {
            items: results.items.iter().map(|i| i.title.clone()).collect(),
        },
        state: RoundState::Closed,
        answered: 6,
        expected: 8,
        mine: Vec::new(),
        stages: vec![stage(1, results)],
        truth: None,
        scores: Vec::new(),
    }
}

fn prediction(mine: bool) -> RoundView {
    let values = [30.0, 40.0, 45.0, 60.0];
    let results = Results {
        answers: answers(values.into_iter().map(amount)),
        spread: Some(spread(4, [30.0, 35.0, 42.0, 50.0, 60.0])),
        ..Results::default()
    };
    let scores = (1..=4).map(|number| Score {
        expert: expert(number),
        mine: (mine && number < 3).then(|| ["Ada", "Ben"][number - 1].to_owned()),
        held: Some(number != 4),
        interval: Some(40.0),
        crps: Some(6.0),
        brier: None,
    });
    RoundView {
        number: 4,
        stage: 1,
        question: Question::Prediction {
            scenario: "Tiny".to_owned(),
            indicator: "offline".to_owned(),
            cohort: "poor_women".to_owned(),
            year: 2032,
            option: "first.masts".to_owned(),
            text: "Poor women offline in 2032, Masts: what will our run show?".to_owned(),
            unit: "%".to_owned(),
        },
        state: RoundState::Closed,
        answered: 4,
        expected: 8,
        mine: Vec::new(),
        stages: vec![stage(1, results)],
        truth: Some(Truth::Run {
            middle: 62.0,
            low: 40.0,
            high: 80.0,
        }),
        scores: scores.collect(),
    }
}

/// What nobody may read on any screen while the round is open.
pub const SECRET: f64 = 0.3719;

fn open(role: Role) -> RoundView {
    let given = |person: &str, answer: Option<Answer>| Given {
        person: person.to_owned(),
        expert: Some(expert(1)),
        answer,
        reason: "because of kiwis".to_owned(),
        before: None,
    };
    let secret = Answer::Probability {
        p: SECRET,
        low: None,
        high: None,
    };
    RoundView {
        number: 5,
        stage: 1,
        question: Question::Probability {
            of: "Does the cable hold until 2030?".to_owned(),
            target: None,
        },
        state: RoundState::Open,
        answered: 3,
        expected: 8,
        mine: match role {
            Role::Table => vec![given("Ada", Some(secret)), given("Ben", None)],
            _ => Vec::new(),
        },
        stages: Vec::new(),
        truth: None,
        scores: Vec::new(),
    }
}

fn table(name: &str, id: &str, sees: bool) -> TableView {
    let changes = vec![
        Change::Probabilities {
            node: "power".to_owned(),
        },
        Change::Parameter("power_rate".to_owned()),
    ];
    let handed = HandedView {
        number: 1,
        at: "2026-11-22 10:12:00".to_owned(),
        title: "Tiny".to_owned(),
        changes: changes.clone(),
        comment: "Power comes late".to_owned(),
        answer: Some("Say why".to_owned()),
    };
    let known = |text: &str| sees.then(|| text.to_owned());
    TableView {
        id: table_id(id),
        name: name.to_owned(),
        people: vec!["Ada".to_owned(), "Ben".to_owned()],
        online: id != "red",
        code: known("KIWI-4242"),
        screen: known("tree"),
        scenario: known("Tiny"),
        changes: if sees { changes } else { Vec::new() },
        handed: if sees { vec![handed] } else { Vec::new() },
        times_handed: 1,
    }
}

fn agenda() -> Vec<AgendaItem> {
    let item = |title: &str, minutes| AgendaItem {
        title: title.to_owned(),
        minutes,
    };
    vec![
        item("Frame: why this room met", 20),
        item("Probabilities, blind", 35),
        item("Break", 15),
    ]
}

/// How well ranges held so far.
fn day(mine: bool) -> Calibration {
    Calibration {
        ranges: 12,
        held: 5,
        should: 10.8,
        mine: mine.then_some((2, 1)),
        brier: Some((7, 0.21)),
        bins: vec![
            Bin {
                said: 0.9,
                came: 0.42,
                allowed: (0.18, 0.69),
                count: 12,
            },
            Bin {
                said: 0.2,
                came: 0.29,
                allowed: (0.05, 0.66),
                count: 7,
            },
        ],
    }
}

/// The room as a role may see it, with a round that is open.
pub fn room(role: Role) -> RoomView {
    let leads = role == Role::Trainer;
    let mine = role == Role::Table;
    let noted = |table: &str, text: &str| Noted {
        at: "2026-11-22 10:20:00".to_owned(),
        table: table.to_owned(),
        text: text.to_owned(),
    };
    RoomView {
        title: "Half a day in Lilongwe".to_owned(),
        me: Me {
            member: MemberId(1),
            role,
            table: mine.then(|| table_id("blue")),
            seating: Seating::Served,
        },
        tables: vec![
            table("Blue 青い", "blue", leads || mine),
            table("Réd", "red", leads),
        ],
        observers: 1,
        trainer_here: true,
        scenarios: vec![Offered {
            file: "tiny.ron".to_owned(),
            title: "Tiny".to_owned(),
        }],
        agenda: agenda(),
        agenda_at: Some(1),
        timer: Some(Timer {
            title: "Probabilities, blind".to_owned(),
            ends: "2026-11-22 10:45:00".to_owned(),
            seconds: 2_100,
            seconds_left: 700,
        }),
        announcements: vec![Announcement {
            at: "2026-11-22 10:30:15".to_owned(),
            text: "Coffee is in the yard".to_owned(),
        }],
        locked: false,
        follow: Follow::Off,
        rounds: vec![split(), closer(), ranking(), prediction(mine), open(role)],
        calibration: Some(day(mine)),
        adopted: Vec::new(),
        parked: vec![noted("Blue", "Solar masts"), noted("", "Radio")],
        missing: vec![noted("Réd", "Herders")],
        changed_after: Vec::new(),
        closed: false,
        entries: 57,
        head: "3f2a".repeat(16),
        trouble: None,
    }
}

/// The same before anything happened.
pub fn quiet(role: Role) -> RoomView {
    RoomView {
        tables: Vec::new(),
        scenarios: Vec::new(),
        agenda: Vec::new(),
        agenda_at: None,
        timer: None,
        announcements: Vec::new(),
        rounds: Vec::new(),
        calibration: None,
        parked: Vec::new(),
        missing: Vec::new(),
        ..room(role)
    }
}

/// The same with its last round closed, so that nothing is open.
pub fn between_rounds(role: Role) -> RoomView {
    let mut room = room(role);
    room.rounds.pop();
    room
}

pub fn news(room: RoomView) -> foretree::app::Msg {
    foretree::app::Msg::Room(Arc::new(room))
}
