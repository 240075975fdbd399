//! Arbitrary scenarios: well-formed types with any content, most of which a check would refuse.

use foretree::scenario::*;
use indexmap::IndexMap;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Texts with everything that has to be escaped.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z][a-z0-9_]{0,8}",
        2 => "[ -~]{0,20}",
        1 => "[\"\\\\\n\r\t\u{0}\u{7}\u{1b}é…漢\u{200b}\u{202e}\u{feff}{}()/*']{0,12}",
        1 => any::<String>(),
    ]
}

/// Finite numbers of every size.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-1_000_i32..1_000).prop_map(|n| f64::from(n) / 100.0),
        1 => any::<f64>().prop_filter("finite", |n| n.is_finite()),
    ]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

fn map<T: std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = IndexMap<String, T>> {
    vec((text(), value), 0..4).prop_map(|entries| entries.into_iter().collect())
}

pub fn quantity() -> impl Strategy<Value = Quantity> {
    let n = number;
    prop_oneof![
        n().prop_map(Quantity::Fixed),
        (n(), n(), n()).prop_map(|(p5, p50, p95)| Quantity::Quantiles { p5, p50, p95 }),
        (n(), n()).prop_map(|(mean, sd)| Quantity::Normal { mean, sd }),
        (n(), n()).prop_map(|(median, sd_log)| Quantity::LogNormal { median, sd_log }),
        (n(), n()).prop_map(|(min, max)| Quantity::Uniform { min, max }),
        (n(), n(), n()).prop_map(|(min, mode, max)| Quantity::Triangular { min, mode, max }),
        (n(), n(), n()).prop_map(|(min, mode, max)| Quantity::Pert { min, mode, max }),
        (n(), n(), n(), n()).prop_map(|(alpha, beta, min, max)| Quantity::Beta {
            alpha,
            beta,
            min,
            max
        }),
        vec((n(), n()), 0..4).prop_map(Quantity::Discrete),
    ]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    prop_oneof![Just(Evidence::A), Just(Evidence::B), Just(Evidence::C)]
}

fn assumption() -> impl Strategy<Value = Assumption> {
    (quantity(), text(), evidence(), texts()).prop_map(|(value, rationale, evidence, sources)| {
        Assumption {
            value,
            rationale,
            evidence,
            sources,
        }
    })
}

fn effect() -> impl Strategy<Value = Effect> {
    let op = prop_oneof![Just(Op::Set), Just(Op::Multiply), Just(Op::Add)];
    let what = (option::of(text()), text(), op, quantity());
    let when = (
        option::of(any::<i32>()),
        any::<u32>(),
        option::of(any::<u32>()),
        any::<u32>(),
    );
    let why = (texts(), text(), evidence(), texts());
    (what, when, why).prop_map(|(what, when, why)| {
        let (id, path, op, magnitude) = what;
        let (start, ramp, duration, fade) = when;
        let (cohorts, rationale, evidence, sources) = why;
        Effect {
            id,
            path,
            op,
            magnitude,
            start,
            ramp,
            duration,
            fade,
            cohorts,
            rationale,
            evidence,
            sources,
        }
    })
}

fn given_() -> impl Strategy<Value = Given> {
    (text(), text(), quantity()).prop_map(|(node, branch, probability)| Given {
        node,
        branch,
        probability,
    })
}

fn choice() -> impl Strategy<Value = Choice> {
    let what = (text(), text(), texts(), vec(effect(), 0..2));
    let burden = (option::of(any::<u8>()), option::of(quantity()), text());
    let why = (text(), texts(), option::of(text()));
    (what, burden, why).prop_map(|(what, burden, why)| {
        let (id, title, adopts, effects) = what;
        let (effort, cost, not_counted) = burden;
        let (rationale, sources, next) = why;
        Choice {
            id,
            title,
            adopts,
            effects,
            effort,
            cost,
            not_counted,
            rationale,
            sources,
            next,
        }
    })
}

fn branch() -> impl Strategy<Value = Branch> {
    (choice(), quantity(), vec(given_(), 0..2)).prop_map(|(choice, probability, given)| Branch {
        id: choice.id,
        title: choice.title,
        probability,
        given,
        adopts: choice.adopts,
        effects: choice.effects,
        effort: choice.effort,
        cost: choice.cost,
        not_counted: choice.not_counted,
        rationale: choice.rationale,
        sources: choice.sources,
        next: choice.next,
    })
}

fn node() -> impl Strategy<Value = Node> {
    let certainty = prop_oneof![
        Just(Certainty::High),
        Just(Certainty::Evolving),
        Just(Certainty::Uncertain)
    ];
    let head = (
        text(),
        layer(),
        certainty,
        any::<i32>(),
        text(),
        text(),
        texts(),
    );
    let decision = (option::of(text()), vec(choice(), 0..3));
    let body = prop_oneof![vec(branch(), 0..3).prop_map(Ok), decision.prop_map(Err),];
    (head, body).prop_map(|(head, body)| {
        let (title, layer, certainty, year, actor, rationale, sources) = head;
        match body {
            Ok(branches) => Node::Chance(Chance {
                title,
                layer,
                certainty,
                year,
                actor,
                rationale,
                sources,
                branches,
            }),
            Err((choose, options)) => Node::Decision(Decision {
                title,
                layer,
                certainty,
                year,
                actor,
                rationale,
                sources,
                choose,
                options,
            }),
        }
    })
}

fn cohort() -> impl Strategy<Value = CustomCohort> {
    let numbers = proptest::array::uniform9(number());
    let who = (text(), any::<bool>(), any::<bool>(), option::of(number()));
    (who, numbers).prop_map(|((id, poor, female, coverage_equity), numbers)| {
        let [
            share,
            coverage,
            usage,
            electricity,
            skills,
            employed,
            auto_share,
            aug_share,
            income,
        ] = numbers;
        CustomCohort {
            id,
            poor,
            female,
            share,
            coverage,
            usage,
            electricity,
            skills,
            employed,
            auto_share,
            aug_share,
            income,
            coverage_equity,
        }
    })
}

fn custom() -> impl Strategy<Value = CustomBaseline> {
    let needed = proptest::array::uniform6(number());
    let others = vec(option::of(number()), 13);
    (text(), needed, others, vec(cohort(), 0..3)).prop_map(|(name, needed, others, cohorts)| {
        let [population, compute, data, policy, ai_firms, ai_workers] = needed;
        let other = |index: usize| others.get(index).copied().flatten();
        CustomBaseline {
            name,
            population,
            growth: other(0),
            working_age: other(1),
            compute,
            data,
            policy,
            ai_firms,
            ai_workers,
            trust: other(2),
            trade_x: other(3),
            trade_y: other(4),
            reskill_coverage: other(5),
            local_service_share: other(6),
            transfer_share: other(7),
            replacement: other(8),
            coverage_loss: other(9),
            layer_loss: other(10),
            reemploy_mult: other(11),
            labour_protection: other(12),
            cohorts,
        }
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    let baseline = prop_oneof![
        text().prop_map(BaselineRef::Country),
        text().prop_map(BaselineRef::Group),
        custom().prop_map(BaselineRef::Custom),
    ];
    let exposure = prop_oneof![
        Just(Exposure::Ilo2023),
        Just(Exposure::ImfLowComplementarity)
    ];
    let years = (any::<i32>(), any::<i32>());
    (
        baseline,
        option::of(text()),
        years,
        exposure,
        map(assumption()),
    )
        .prop_map(|(baseline, reference, horizon, exposure, inputs)| Setting {
            baseline,
            reference,
            horizon,
            exposure,
            inputs,
        })
}

fn simulation() -> impl Strategy<Value = Simulation> {
    let sampling = prop_oneof![
        Just(Sampling::LatinHypercube),
        Just(Sampling::Sobol),
        Just(Sampling::Independent)
    ];
    (any::<u32>(), any::<u64>(), sampling).prop_map(|(draws, seed, sampling)| Simulation {
        draws,
        seed,
        sampling,
    })
}

fn layer() -> impl Strategy<Value = Layer> {
    prop_oneof![
        Just(Layer::Infrastructure),
        Just(Layer::Data),
        Just(Layer::Skills),
        Just(Layer::Policy)
    ]
}

fn driver() -> impl Strategy<Value = Driver> {
    let ranks = (any::<u8>(), any::<u8>());
    let what = (text(), option::of(layer()), ranks);
    (what, text(), option::of(text())).prop_map(
        |((title, layer, (impact, uncertainty)), note, node)| Driver {
            title,
            layer,
            impact,
            uncertainty,
            note,
            node,
        },
    )
}

fn prediction() -> impl Strategy<Value = Prediction> {
    let names = (text(), text(), text(), text(), text());
    (names, any::<i32>(), number(), number()).prop_map(|(names, year, low, high)| {
        let (indicator, option, cohort, who, date) = names;
        Prediction {
            indicator,
            year,
            option,
            cohort,
            low,
            high,
            who,
            date,
        }
    })
}

fn guesses() -> impl Strategy<Value = (Vec<Prediction>, Blind)> {
    let blind = (text(), texts()).prop_map(|(locked, changed_after)| Blind {
        locked,
        changed_after,
    });
    (vec(prediction(), 0..2), blind)
}

fn around() -> impl Strategy<Value = (Frame, Room, Vec<Dissent>, Vec<Signpost>)> {
    let frame = (text(), text(), text(), texts(), text(), vec(driver(), 0..2)).prop_map(
        |(decider, decide_by, for_whom, red_lines, success, drivers)| Frame {
            decider,
            decide_by,
            for_whom,
            red_lines,
            success,
            drivers,
        },
    );
    let room = (text(), texts(), texts()).prop_map(|(date, present, missing)| Room {
        date,
        present,
        missing,
    });
    let dissent = (text(), text()).prop_map(|(on, view)| Dissent { on, view });
    let signpost = (text(), text(), text(), text(), text()).prop_map(
        |(watch, source, threshold, who, then)| Signpost {
            watch,
            source,
            threshold,
            who,
            then,
        },
    );
    (frame, room, vec(dissent, 0..2), vec(signpost, 0..2))
}

fn wildcard() -> impl Strategy<Value = Wildcard> {
    (
        text(),
        text(),
        any::<i32>(),
        vec(effect(), 0..2),
        text(),
        texts(),
    )
        .prop_map(|(id, title, year, effects, rationale, sources)| Wildcard {
            id,
            title,
            year,
            effects,
            rationale,
            sources,
        })
}

fn correlation() -> impl Strategy<Value = Correlation> {
    (text(), text(), number()).prop_map(|(one, other, rank)| Correlation {
        between: (one, other),
        rank,
    })
}

/// Any scenario of this format.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    let texts = (text(), text(), text(), texts(), text());
    let numbers = (
        setting(),
        simulation(),
        map(assumption()),
        vec(correlation(), 0..2),
    );
    let tree = (text(), map(node())).prop_map(|(root, nodes)| Tree { root, nodes });
    (
        texts,
        (around(), guesses()),
        numbers,
        tree,
        vec(wildcard(), 0..2),
    )
        .prop_map(|(texts, (around, guesses), numbers, tree, wildcards)| {
            let (predictions, blind) = guesses;
            let (title, question, notes, parked, review_by) = texts;
            let (frame, room, dissent, signposts) = around;
            let (setting, simulation, assumptions, correlations) = numbers;
            Scenario {
                format: FORMAT,
                title,
                question,
                frame,
                room,
                notes,
                parked,
                dissent,
                review_by,
                setting,
                simulation,
                assumptions,
                correlations,
                tree,
                wildcards,
                signposts,
                predictions,
                blind,
            }
        })
}
