//! Runs in the background: first a preview, then the whole; stopped, replaced, or failed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use foretree::jobs::{self, RunOptions};
use foretree::live::{Engine, Listener, Report, Request, RunWish, Stage, Subject};
use foretree::scenario::{BaselineRef, Scenario};
use foretree::sim::{Plan, PlanOptions};

use crate::places::{assert_same, edited, example, run, set_probabilities, wish};

/// More than any machine does while a test waits.
const ENDLESS: u32 = 20_000_000;
/// Longer than anything here takes; only reached when something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

fn listener() -> (Listener, Receiver<(u64, Report)>) {
    let (send, receive) = channel();
    let send = Mutex::new(send);
    let tell = move |document, report| {
        let _ = send
            .lock()
            .expect("one thread tells")
            .send((document, report));
    };
    (Arc::new(tell), receive)
}

fn request(document: u64, scenario: &Arc<Scenario>, draws: u32) -> Request {
    Request {
        document,
        scenario: Arc::clone(scenario),
        wish: RunWish {
            threads: Some(2),
            ..wish(draws)
        },
        from: None,
        watch: Some(Subject::Indicator("offline_people".to_owned())),
    }
}

/// News up to the one that ends a run, the last included.
fn to_the_end(news: &Receiver<(u64, Report)>) -> Vec<(u64, Report)> {
    let mut all = Vec::new();
    loop {
        let next = news.recv_timeout(PATIENCE).expect("the run ends");
        let more = matches!(next.1, Report::Progress { .. } | Report::Preview(_));
        all.push(next);
        if !more {
            return all;
        }
    }
}

fn wait_for_progress(news: &Receiver<(u64, Report)>) {
    loop {
        let next = news.recv_timeout(PATIENCE).expect("news");
        if matches!(next.1, Report::Progress { share, .. } if share > 0.0) {
            return;
        }
    }
}

#[test]
fn a_preview_comes_first_and_the_whole_run_last() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    let scenario = example("malawi-tax");
    engine.submit(request(7, &scenario, 3_000));
    let all = to_the_end(&news);
    assert!(all.iter().all(|(document, _)| *document == 7));
    let Report::Preview(preview) = &all[0].1 else {
        panic!("{:?}", all[0]);
    };
    assert_eq!(preview.stage, Stage::Preview);
    assert!(preview.draws() >= 64 && preview.draws() < 3_000);
    let Some((_, Report::Done(done))) = all.last() else {
        panic!("{:?}", all.last());
    };
    assert_eq!(done.stage, Stage::Whole);
    assert_same(done, &run(&scenario, &wish(3_000)));
}

#[test]
fn whether_numbers_have_settled_is_told_of_all_draws_when_the_run_ends() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    engine.submit(request(7, &example("malawi-tax"), 3_000));
    let all = to_the_end(&news);
    let told = all.iter().rev().find_map(|(_, report)| match report {
        Report::Progress { convergence, .. } => Some(convergence.draws),
        _ => None,
    });
    assert_eq!(told, Some(3_000));
}

#[test]
fn new_probabilities_need_no_run() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    let scenario = example("malawi-tax");
    let mut first = request(1, &scenario, 500);
    let before = Arc::new(run(&scenario, &first.wish));
    let after = edited(&scenario, |s| set_probabilities(s, || 0.2));
    first.scenario = Arc::clone(&after);
    first.from = Some(Arc::clone(&before));
    engine.submit(first);
    let all = to_the_end(&news);
    let [(1, Report::Done(done))] = &all[..] else {
        panic!("{all:?}");
    };
    let shared = |a: &foretree::sim::Ensemble, b: &foretree::sim::Ensemble| {
        Arc::ptr_eq(&a.chunks[0], &b.chunks[0])
    };
    assert!(
        shared(&done.ensemble, &before.ensemble),
        "the numbers are shared"
    );
    assert_same(done, &run(&after, &before.wish));
}

#[test]
fn the_newest_request_of_a_document_replaces_the_one_that_runs() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    let scenario = example("malawi-mast");
    engine.submit(request(1, &scenario, ENDLESS));
    wait_for_progress(&news);
    engine.submit(request(1, &scenario, 300));
    let all = to_the_end(&news);
    let Some((1, Report::Done(done))) = all.last() else {
        panic!("{:?}", all.last());
    };
    assert_eq!(done.draws(), 300);
    assert!(
        news.recv_timeout(Duration::from_millis(100)).is_err(),
        "nothing follows"
    );
}

#[test]
fn a_cancelled_run_keeps_what_it_has() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    let scenario = example("malawi-mast");
    engine.submit(request(1, &scenario, ENDLESS));
    wait_for_progress(&news);
    engine.cancel(1);
    let all = to_the_end(&news);
    let Some((1, Report::Partial(part))) = all.last() else {
        panic!("{:?}", all.last());
    };
    assert_eq!(part.stage, Stage::Partial);
    assert!(part.draws() > 0 && (part.draws() as u32) < ENDLESS);
    // Another run of the same document goes on as usual.
    engine.submit(request(1, &scenario, 200));
    assert!(matches!(
        to_the_end(&news).last(),
        Some((1, Report::Done(_)))
    ));
}

#[test]
fn documents_do_not_disturb_each_other() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    for document in 1..=3 {
        engine.submit(request(document, &example("malawi-mast"), 300));
    }
    let ends: Vec<u64> = (0..3)
        .map(|_| match to_the_end(&news).pop() {
            Some((document, Report::Done(_))) => document,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ends, [1, 2, 3]);
}

#[test]
fn a_scenario_that_cannot_be_simulated_is_told_and_the_next_one_runs() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    let good = example("malawi-mast");
    let bad = edited(&good, |s| {
        s.setting.baseline = BaselineRef::Country("XXX".to_owned())
    });
    engine.submit(request(1, &bad, 300));
    assert!(matches!(
        to_the_end(&news).last(),
        Some((1, Report::Failed(_)))
    ));
    engine.submit(request(1, &good, 300));
    assert!(matches!(
        to_the_end(&news).last(),
        Some((1, Report::Done(_)))
    ));
}

#[test]
fn a_panicking_worker_is_told_and_the_engine_lives() {
    let (tell, news) = listener();
    let carry_out = |request: Request, teller: &foretree::live::Teller<'_>| {
        assert!(request.document != 13, "bad luck");
        teller.tell(Report::Stopped);
    };
    let engine = Engine::with_carrier(tell, Box::new(carry_out));
    let scenario = example("malawi-mast");
    engine.submit(request(13, &scenario, 100));
    let Some((13, Report::Panicked(reason))) = to_the_end(&news).pop() else {
        panic!("a panic is told");
    };
    assert!(reason.contains("bad luck"), "{reason}");
    engine.submit(request(14, &scenario, 100));
    assert!(matches!(
        to_the_end(&news).pop(),
        Some((14, Report::Stopped))
    ));
}

#[test]
fn a_panic_in_one_worker_thread_ends_the_run_instead_of_waiting_for_ever() {
    let options = PlanOptions {
        draws: Some(20_000),
        ..PlanOptions::default()
    };
    let mut plan = Plan::compile(&example("malawi-mast"), &options).expect("a plan");
    // A leaf that no path has: the worker that stores its values panics.
    let mut segments = (*plan.segments).clone();
    segments
        .iter_mut()
        .for_each(|s| s.leaf = s.leaf.map(|leaf| leaf + 1_000_000));
    plan.segments = Arc::new(segments);
    let how = RunOptions {
        threads: Some(2),
        ..RunOptions::default()
    };
    let ended = catch_unwind(AssertUnwindSafe(|| {
        jobs::run(&Arc::new(plan), &how, &mut |_| true)
    }));
    assert!(ended.is_err());
}

#[test]
fn errands_are_done_beside_a_run_and_one_that_panics_harms_nobody() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    engine.submit(request(1, &example("malawi-mast"), ENDLESS));
    wait_for_progress(&news);
    let (send, receive) = channel();
    engine.run(|| panic!("an errand goes wrong"));
    engine.run(move || send.send(42).expect("the test listens"));
    assert_eq!(receive.recv_timeout(PATIENCE), Ok(42));
    engine.forget(1);
}

#[test]
fn dropping_the_engine_stops_what_runs() {
    let (tell, news) = listener();
    let engine = Engine::new(tell);
    engine.submit(request(1, &example("malawi-mast"), ENDLESS));
    wait_for_progress(&news);
    drop(engine);
    while let Ok((_, report)) = news.try_recv() {
        assert!(matches!(report, Report::Progress { .. }), "{report:?}");
    }
}
