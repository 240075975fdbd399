//! A round of questions: stages, answers, and what follows from them once a stage is closed.

mod adopt;
mod calibration;
mod cards;
mod known;
mod results;
mod scores;

pub use adopt::{AdoptFault, Adoption, adoption, place_of, write_into};
pub use calibration::calibration;
pub use cards::{CardFault, read_cards};
pub use known::{KNOWN, known_questions, truth_of};
pub use results::results;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Answer, Event, Expert, Origin, Question, Results, Score, StageView, Truth};

/// One person's answer at one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub reason: String,
    /// How it came here.
    pub from: Origin,
}

/// One stage of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Which, from 1.
    pub number: u32,
    /// Answers by tag.
    pub answers: BTreeMap<Expert, Taken>,
    /// What follows from them; none while answers are taken.
    pub results: Option<Arc<Results>>,
}

/// One round. Has at least one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Which, from 1.
    pub number: u32,
    /// What is asked.
    pub question: Question,
    /// Stages before the last.
    earlier: Vec<Stage>,
    /// The stage that runs or ran last.
    last: Stage,
    /// What came out.
    pub truth: Option<Truth>,
    scores: Vec<Score>,
}

impl Stage {
    fn new(number: u32) -> Self {
        Self {
            number,
            answers: BTreeMap::new(),
            results: None,
        }
    }
}

impl Round {
    /// A round whose first stage takes answers.
    #[must_use]
    pub fn new(number: u32, question: Question) -> Self {
        Self {
            number,
            question,
            earlier: Vec::new(),
            last: Stage::new(1),
            truth: None,
            scores: Vec::new(),
        }
    }

    /// Does its last stage take answers?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.last.results.is_none()
    }

    /// The stage that runs or ran last.
    #[must_use]
    pub fn last(&self) -> &Stage {
        &self.last
    }

    /// The stage before the last.
    #[must_use]
    pub fn before_last(&self) -> Option<&Stage> {
        self.earlier.last()
    }

    /// Begins the next stage, if the last is closed and nothing was revealed yet.
    pub(super) fn open_next(&mut self, stage: u32) {
        if self.is_open() || self.truth.is_some() || stage != self.last.number + 1 {
            return;
        }
        let before = std::mem::replace(&mut self.last, Stage::new(stage));
        self.earlier.push(before);
    }

    /// Takes an event about this round; one that makes no sense is passed over.
    pub(super) fn take(&mut self, event: &Event) {
        match event {
            Event::Answered {
                stage,
                expert,
                answer,
                reason,
                from,
                ..
            } if *stage == self.last.number
                && self.is_open()
                && answer.check(&self.question).is_ok() =>
            {
                let taken = Taken {
                    answer: answer.clone(),
                    reason: reason.clone(),
                    from: *from,
                };
                self.last.answers.insert(expert.clone(), taken);
            }
            Event::StageClosed { stage, .. } if *stage == self.last.number && self.is_open() => {
                let found = results(&self.question, &self.last, self.earlier.last());
                self.last.results = Some(Arc::new(found));
            }
            Event::Revealed { truth, .. } if self.takes(truth) => {
                self.truth = Some(*truth);
                self.scores = scores::scores(&self.question, &self.last, truth);
            }
            _ => {}
        }
    }

    /// Stages that everybody may see.
    #[must_use]
    pub fn closed_stages(&self) -> Vec<StageView> {
        let all = self.earlier.iter().chain([&self.last]);
        let closed = all.filter_map(|stage| {
            Some(StageView {
                stage: stage.number,
                results: Arc::clone(stage.results.as_ref()?),
            })
        });
        closed.collect()
    }

    /// How answers did beside what came out; `mine` tells whose tags the viewer knows.
    #[must_use]
    pub fn scores(&self, mine: &HashMap<Expert, String>) -> Vec<Score> {
        let with_owner = |score: &Score| Score {
            mine: mine.get(&score.expert).cloned(),
            ..score.clone()
        };
        self.scores.iter().map(with_owner).collect()
    }

    /// Everybody who has answered at any stage.
    pub fn experts(&self) -> impl Iterator<Item = &Expert> {
        let stages = self.earlier.iter().chain([&self.last]);
        stages.flat_map(|stage| stage.answers.keys())
    }

    /// Can this be told as what came out? Once it was, no more.
    #[must_use]
    pub fn takes(&self, truth: &Truth) -> bool {
        self.truth.is_none() && !self.is_open() && scores::suits(&self.question, truth)
    }

    /// Scores without owners.
    #[must_use]
    pub fn bare_scores(&self) -> &[Score] {
        &self.scores
    }
}
