//! The way back from the value that matters: what is asked, and what is known of it.

use super::Asked;
use crate::analysis::backcast::{Helps, Side, Target};
use crate::app::{App, Need};
use crate::live::backcast::{BackcastError, BackcastWish, DRAWS};
use crate::live::{Answer, Question};
use crate::report::backcast::BackcastReport;
use crate::report::run::Better;
use crate::tell;
use crate::words::waiting::{answers, fault, in_common, title, waiting};

/// What is known of it.
#[derive(Clone, Debug)]
pub enum WayBack<'a> {
    /// Found.
    Found(&'a BackcastReport),
    /// Why there is none, in words.
    Fault(String),
    /// The search has come so far, 0..1.
    Searching(f64),
    /// No value was given that matters.
    NoTarget,
}

/// The need behind the view; `None` without a value that matters.
#[must_use]
pub fn need(asked: &Asked) -> Option<Need> {
    let threshold = asked.threshold?;
    let side = match asked.subject.better() {
        Better::Down => Side::AtMost,
        Better::Up | Better::Context => Side::AtLeast,
    };
    let wish = BackcastWish {
        subject: asked.subject.clone(),
        target: Target { threshold, side },
        year: None,
        decision: None,
        helps: Helps::default(),
        draws: DRAWS,
    };
    Some(Need::Ask(asked.id, Question::Backcast(wish)))
}

/// What is known of it now.
#[must_use]
pub fn way_back<'a>(app: &'a App, asked: &Asked) -> WayBack<'a> {
    let Some(need) = need(asked) else {
        return WayBack::NoTarget;
    };
    if let Some(share) = app.searching(&need) {
        return WayBack::Searching(share);
    }
    match app.known(&need).map(|answer| &**answer) {
        Some(Answer::Backcast(found)) => match &**found {
            Ok(report) => WayBack::Found(report),
            Err(BackcastError::Stopped) => WayBack::Searching(0.0),
            Err(why) => WayBack::Fault(fault(why, &asked.subject.label())),
        },
        _ => WayBack::Searching(0.0),
    }
}

/// The view in words; nothing while it is searched.
pub(super) fn words(app: &App, asked: &Asked) -> Option<String> {
    match way_back(app, asked) {
        WayBack::Found(report) => {
            let mut said = vec![title(&report.target)];
            said.extend(answers(report));
            said.extend(waiting(report));
            said.push(tell!("back-common"));
            said.extend(in_common(report));
            Some(said.join("\n\n"))
        }
        WayBack::Fault(text) => Some(text),
        WayBack::Searching(_) | WayBack::NoTarget => None,
    }
}
