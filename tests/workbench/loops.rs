//! The loop: one frame for everything that waits.

use std::cell::Cell;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use foretree::app::{App, Effect, Key, Msg, Opened, Source};
use foretree::files::parse;
use foretree::live::{Convergence, Report, RunWish, simulate};
use foretree::term::pace::{Link, Pace};
use foretree::term::{World, drive};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::{LOOK, TINY};

/// A world that does nothing and counts frames: the loop asks for the bytes before and after each.
#[derive(Default)]
struct Counting {
    asked: Cell<usize>,
    asked_for: Vec<Effect>,
}

impl Counting {
    fn frames(&self) -> usize {
        self.asked.get() / 2
    }
}

impl World for Counting {
    fn carry_out(&mut self, effect: Effect) {
        self.asked_for.push(effect);
    }

    fn bytes_written(&self) -> u64 {
        self.asked.set(self.asked.get() + 1);
        0
    }
}

/// Plays messages that all wait already; frames drawn, and what stands at the end.
fn played(app: &mut App, link: Link, messages: Vec<Msg>) -> (usize, String) {
    let (out, inbox) = channel();
    messages.into_iter().for_each(|msg| out.send(msg).unwrap());
    drop(out);
    let mut world = Counting::default();
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    drive(&mut terminal, app, &inbox, &mut world, &mut Pace::new(link)).unwrap();
    (world.frames(), terminal.backend().to_string())
}

fn app() -> App {
    App::new(LOOK, (80, 24), "2026-11-22".to_owned())
}

fn opened() -> Msg {
    Msg::Opened(Box::new(Opened {
        source: Source::File("tiny.ron".into()),
        path: Some("tiny.ron".into()),
        scenario: parse(TINY, "tiny.ron").unwrap().scenario,
        read_only: None,
        has_comments: false,
        saved: None,
    }))
}

fn progress(share: f64) -> Report {
    Report::Progress {
        share,
        seconds_left: Some(1.0),
        convergence: Convergence::default(),
    }
}

// 4
#[test]
fn a_storm_of_a_hundred_sizes_costs_one_frame() {
    let sizes = (0..100).map(|step| Msg::Resize(60 + step, 24)).collect();
    assert_eq!(
        played(&mut app(), Link::Local, sizes).0,
        2,
        "the first, and one for all"
    );
}

// 4
#[test]
fn keys_that_wait_are_taken_together() {
    let keys = (0..50).map(|_| Msg::Key(Key::char('j'))).collect();
    assert_eq!(played(&mut app(), Link::Local, keys).0, 2);
}

// 8
#[test]
fn the_end_of_a_run_is_drawn_at_once_whatever_waited_before_it() {
    let mut app = app();
    app.update(opened());
    let document = app.shown().unwrap();
    let (id, scenario) = (document.id, Arc::clone(&document.scenario));
    let results = simulate(&scenario, &RunWish::default(), &mut |_| true).unwrap();
    let news = |report| Msg::Live(id, None, Box::new(report));
    let mut messages: Vec<Msg> = (0..50)
        .map(|step| news(progress(f64::from(step) / 50.0)))
        .collect();
    messages.push(news(Report::Done(Arc::new(results))));
    let (frames, screen) = played(&mut app, Link::Remote, messages);
    assert_eq!(frames, 2);
    assert!(screen.contains("200 draws"), "{screen}");
    assert!(!screen.contains("running"), "{screen}");
}

// 8
#[test]
fn progress_moves_at_most_four_times_a_second_over_a_network() {
    let mut app = app();
    app.update(opened());
    let id = app.shown().unwrap().id;
    let (out, inbox) = channel();
    let sender: Sender<Msg> = out;
    let took = Arc::new(Mutex::new(Duration::ZERO));
    let told = Arc::clone(&took);
    thread::spawn(move || {
        let began = Instant::now();
        for step in 0..100 {
            let report = Box::new(progress(f64::from(step) / 100.0));
            let _ = sender.send(Msg::Live(id, None, report));
            thread::sleep(Duration::from_millis(10));
        }
        *told.lock().unwrap() = began.elapsed();
    });
    let mut world = Counting::default();
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    drive(
        &mut terminal,
        &mut app,
        &inbox,
        &mut world,
        &mut Pace::new(Link::Remote),
    )
    .unwrap();
    let most = 2 + took.lock().unwrap().as_millis().div_ceil(250);
    assert!(
        (2..=most as usize).contains(&world.frames()),
        "{} of {most}",
        world.frames()
    );
}

// 12
#[test]
fn a_run_that_panics_is_told_where_the_answer_stood_and_no_work_is_lost() {
    let mut app = app();
    app.update(opened());
    let id = app.shown().unwrap().id;
    let broken = Report::Panicked("index out of bounds".to_owned());
    let (_, screen) = played(
        &mut app,
        Link::Local,
        vec![Msg::Live(id, None, Box::new(broken))],
    );
    assert!(
        screen.contains("The run broke off: index out of bounds"),
        "{screen}"
    );
    assert_eq!(app.shown().unwrap().scenario.title, "Tiny");
}
