//! Questions that the visible screen needs answered, and the answers so far.
//!
//! After every message the screen names its needs; what is not known for the newest results is
//! asked once. An older answer stays on the screen until the new one is there.

use std::sync::{Arc, Weak};

use super::{App, ColumnWish, Effect, Need};
use crate::live::{Answer, Question, Results};

/// An answer and the results that it is about.
#[derive(Clone, Debug)]
pub struct Known {
    /// What was asked.
    pub need: Need,
    /// About which results. Weak: an answer must not keep hundreds of megabytes of old draws.
    pub results: Vec<Weak<Results>>,
    /// The answer; `None` while it is on its way.
    pub answer: Option<Arc<Answer>>,
    /// An older answer that is shown meanwhile.
    pub older: Option<Arc<Answer>>,
    /// How far the search for it has come, 0..1.
    pub share: f64,
}

/// Answers that are kept; the oldest go first.
const MOST: usize = 64;

impl App {
    /// The newest answer to a need, which may be about an earlier edit.
    #[must_use]
    pub fn known(&self, need: &Need) -> Option<&Arc<Answer>> {
        let known = self.answers.iter().find(|known| known.need == *need)?;
        known.answer.as_ref().or(known.older.as_ref())
    }

    /// Is the answer about the scenario as it stands?
    #[must_use]
    pub fn is_fresh(&self, need: &Need) -> bool {
        let current = self.results_for(need);
        self.answers.iter().any(|known| {
            known.need == *need
                && known.answer.is_some()
                && current
                    .as_ref()
                    .is_some_and(|now| same(now, &known.results))
        })
    }

    /// Effects that ask for what the visible screen needs and does not have.
    pub(super) fn ask_for_needs(&mut self) -> Vec<Effect> {
        let mut needs = super::screen_needs(self);
        needs.extend(self.missing_lines());
        let mut effects = self.give_up_what_nobody_sees(&needs);
        effects.extend(needs.into_iter().filter_map(|need| self.ask_for(need)));
        effects
    }

    /// Searches that are on their way for something that is not on the screen any more.
    fn give_up_what_nobody_sees(&mut self, needs: &[Need]) -> Vec<Effect> {
        let unseen = |known: &Known| {
            known.answer.is_none() && known.need.is_search() && !needs.contains(&known.need)
        };
        let gone: Vec<Need> = self
            .answers
            .iter()
            .filter(|known| unseen(known))
            .map(|known| known.need.clone())
            .collect();
        self.answers.retain(|known| !unseen(known));
        gone.into_iter().map(Effect::GiveUp).collect()
    }

    /// How far the search for a need has come, 0..1; `None` when nothing is on its way.
    #[must_use]
    pub fn searching(&self, need: &Need) -> Option<f64> {
        let known = self.answers.iter().find(|known| known.need == *need)?;
        known.answer.is_none().then_some(known.share)
    }

    /// Remembers how far a search has come.
    pub(super) fn note_progress(&mut self, need: &Need, share: f64) {
        let known = self.answers.iter_mut().find(|known| known.need == *need);
        if let Some(known) = known {
            known.share = share;
        }
    }

    fn ask_for(&mut self, need: Need) -> Option<Effect> {
        let results = self.results_for(&need)?;
        let place = self.answers.iter().position(|known| known.need == need);
        let mut older = None;
        if let Some(place) = place {
            let known = self.answers.get(place)?;
            if same(&results, &known.results) {
                return None;
            }
            let known = self.answers.remove(place);
            older = known.answer.or(known.older);
        }
        self.answers.push(Known {
            need: need.clone(),
            results: results.iter().map(Arc::downgrade).collect(),
            answer: None,
            older,
            share: 0.0,
        });
        if self.answers.len() > MOST {
            self.answers.remove(0);
        }
        Some(Effect::Answer { need, results })
    }

    /// Takes an answer that came back; one about results that are gone is dropped.
    pub(super) fn take_answer(
        &mut self,
        need: &Need,
        results: &[Arc<Results>],
        answer: Arc<Answer>,
    ) {
        let known = self.answers.iter_mut();
        let waiting = |k: &&mut Known| k.need == *need && same(results, &k.results);
        if let Some(known) = known.into_iter().find(waiting) {
            known.answer = Some(Arc::clone(&answer));
            known.older = None;
        }
        self.take_line(need, &answer);
    }

    /// Answer lines that cannot be had at once, since their numbers have to be simulated again.
    fn missing_lines(&self) -> Vec<Need> {
        let subject = &self.subject;
        let missing = self.documents.iter().filter(|document| {
            let line = document.line.as_ref();
            document.results.is_some() && line.is_none_or(|line| line.subject != *subject)
        });
        let ask = |id| {
            let subject = subject.clone();
            Need::Ask(id, Question::AnswerLine { subject })
        };
        missing.map(|document| ask(document.id)).collect()
    }

    /// An answer line that was waited for.
    fn take_line(&mut self, need: &Need, answer: &Answer) {
        let (Need::Ask(id, _), Answer::AnswerLine(line)) = (need, answer) else {
            return;
        };
        let wanted = line.subject == self.subject;
        if let Some(document) = self.document_mut(*id).filter(|_| wanted) {
            document.line = Some(line.clone());
        }
    }

    /// Forgets a need that nobody answers; it is asked again when a screen still has it.
    pub(super) fn drop_need(&mut self, need: &Need, results: &[Arc<Results>]) {
        // The same need may be searched for newer results already: that search goes on.
        let waits = |known: &Known| {
            known.need == *need && known.answer.is_none() && same(results, &known.results)
        };
        if let Some(place) = self.answers.iter().position(waits) {
            self.answers.remove(place);
        }
    }

    /// The results that a need is about; `None` while some are missing.
    fn results_for(&self, need: &Need) -> Option<Vec<Arc<Results>>> {
        match need {
            Need::Ask(id, _) => Some(vec![self.document(*id)?.results.clone()?]),
            Need::Compare(columns, ..) | Need::Gains { columns, .. } => self.of_columns(columns),
            Need::Made { columns, .. } => self.of_columns(columns),
        }
    }

    fn of_columns(&self, columns: &[ColumnWish]) -> Option<Vec<Arc<Results>>> {
        let all = columns.iter().map(|column| {
            let document = self.document(column.document)?;
            document.results_under(column.stress.as_deref())
        });
        all.collect()
    }
}

/// A weak pointer keeps its place in memory, so that no newer results can be mistaken for it.
fn same(now: &[Arc<Results>], then: &[Weak<Results>]) -> bool {
    let pairs = || now.iter().zip(then);
    now.len() == then.len() && pairs().all(|(now, then)| Arc::as_ptr(now) == then.as_ptr())
}
