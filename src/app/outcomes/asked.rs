//! What is asked of the results now, and the answers as they come in.

use std::sync::Arc;

use super::{measure, selection};
use crate::app::{App, DocumentId, Need};
use crate::live::{
    Answer, CohortMeasure, CohortTable, ComparedColumn, Comparison, Distribution, Outlook,
    PathTable, Question, Results, Selection, Subject,
};

/// Options whose courses are asked for beside the one that is shown.
const MOST_OTHERS: usize = 5;

/// What is asked of one scenario's results.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Of which scenario.
    pub id: DocumentId,
    /// Its newest results.
    pub results: Arc<Results>,
    /// About what.
    pub subject: Subject,
    /// On which paths.
    pub selection: Selection,
    /// A value that matters.
    pub threshold: Option<f64>,
    /// Options of the next open decision; 0 = none is open.
    pub options: usize,
}

impl Asked {
    /// What is asked now; `None` while there is nothing to show or it must not be seen.
    #[must_use]
    pub fn of(app: &App) -> Option<Asked> {
        let document = app.shown()?;
        if !document.shows_consequences() || document.covered {
            return None;
        }
        let results = document.results.clone()?;
        let plan = &results.ensemble.plan;
        let thresholds = app.outcomes.thresholds.iter();
        let threshold = thresholds
            .rev()
            .find(|(subject, _)| *subject == app.subject)
            .map(|(_, value)| *value);
        Some(Asked {
            id: document.id,
            subject: app.subject.clone(),
            selection: selection(&app.outcomes, plan),
            threshold,
            options: plan.open.as_ref().map_or(0, |open| open.options.len()),
            results,
        })
    }

    /// The same under the other options, so that all are drawn on one scale.
    #[must_use]
    pub fn others(&self) -> Vec<Asked> {
        let all = Selection::headline(&self.results.ensemble.plan);
        let others = all.into_iter().filter(|other| *other != self.selection);
        others
            .take(MOST_OTHERS)
            .map(|selection| Asked {
                selection,
                ..self.clone()
            })
            .collect()
    }

    /// Every option in the order of the file; everything where no decision is open.
    #[must_use]
    pub fn headline(&self) -> Vec<Asked> {
        let all = Selection::headline(&self.results.ensemble.plan);
        let asked = |selection| Asked {
            selection,
            ..self.clone()
        };
        all.into_iter().take(MOST_OTHERS + 1).map(asked).collect()
    }

    /// The same for every cohort, the poorest first.
    #[must_use]
    pub fn each_cohort(&self) -> Vec<Asked> {
        let measure = self.measure();
        let cohorts = self.results.ensemble.plan.country().cohorts.iter();
        cohorts
            .map(|cohort| Asked {
                subject: Subject::Cohort(measure, cohort.id.clone()),
                threshold: None,
                ..self.clone()
            })
            .collect()
    }

    /// Is the subject one of those that are measured for every cohort?
    #[must_use]
    pub fn is_about_a_cohort(&self) -> bool {
        matches!(self.subject, Subject::Cohort(..))
    }

    /// What is measured for every cohort here.
    #[must_use]
    pub fn measure(&self) -> CohortMeasure {
        measure(&self.subject)
    }

    /// The question for the course over the years.
    #[must_use]
    pub fn outlook(&self) -> Need {
        self.need(Question::Outlook {
            subject: self.subject.clone(),
            selection: self.selection,
        })
    }

    /// The question for the spread at the horizon.
    #[must_use]
    pub fn spread(&self) -> Need {
        self.need(Question::Distribution {
            subject: self.subject.clone(),
            selection: self.selection,
            threshold: self.threshold,
        })
    }

    /// The question for every cohort.
    #[must_use]
    pub fn cohorts(&self) -> Need {
        self.need(Question::Cohorts {
            measure: self.measure(),
            selection: self.selection,
        })
    }

    /// The question for the gaps between groups and countries.
    #[must_use]
    pub fn gaps(&self) -> Need {
        let keys = match self.measure() {
            CohortMeasure::Offline | CohortMeasure::Online | CohortMeasure::Covered => {
                ["poor_gap_pp", "gender_gap", "usage_gap_between"]
            }
            CohortMeasure::IncomeVsNoai => [
                "income_poor_vs_noai",
                "income_rest_vs_noai",
                "ai_dividend_gap",
            ],
            CohortMeasure::Skilled | CohortMeasure::Displaced | CohortMeasure::Augmented => [
                "displaced_cum_women_share",
                "augmentation_gender_gap",
                "augmentation_ratio",
            ],
        };
        let plan = &self.results.ensemble.plan;
        let subjects = keys.map(|key| Subject::Indicator(key.to_owned()));
        let subjects = subjects.into_iter().filter(|s| s.available(plan));
        self.need(Question::Compare {
            columns: vec![ComparedColumn {
                results: 0,
                selection: self.selection,
            }],
            base: 0,
            subjects: subjects.collect(),
            years: false,
        })
    }

    /// The question for every path.
    #[must_use]
    pub fn paths(&self) -> Need {
        let plan = &self.results.ensemble.plan;
        let beside = [
            Subject::first(plan),
            Subject::Indicator("poor_gap_pp".to_owned()),
            Subject::Indicator("income_poor_vs_noai".to_owned()),
            Subject::Indicator("displaced_peak".to_owned()),
            Subject::Indicator("cost_musd".to_owned()),
        ];
        let mut subjects = vec![self.subject.clone()];
        subjects.extend(
            beside
                .into_iter()
                .filter(|s| *s != self.subject && s.available(plan)),
        );
        self.need(Question::Paths { subjects })
    }

    fn need(&self, question: Question) -> Need {
        Need::Ask(self.id, question)
    }

    /// Is an answer about the scenario as it stands?
    #[must_use]
    pub fn is_fresh(&self, app: &App, need: &Need) -> bool {
        let current = app.document(self.id).is_some_and(|d| d.is_current());
        current && app.is_fresh(need)
    }

    /// The course over the years.
    #[must_use]
    pub fn outlook_of<'a>(&self, app: &'a App) -> Option<&'a Outlook> {
        match app.known(&self.outlook())?.as_ref() {
            Answer::Outlook(found) => Some(found),
            _ => None,
        }
    }

    /// The spread at the horizon.
    #[must_use]
    pub fn spread_of<'a>(&self, app: &'a App) -> Option<&'a Distribution> {
        match app.known(&self.spread())?.as_ref() {
            Answer::Distribution(found) => Some(found),
            _ => None,
        }
    }

    /// Every cohort.
    #[must_use]
    pub fn cohort_table<'a>(&self, app: &'a App) -> Option<&'a CohortTable> {
        match app.known(&self.cohorts())?.as_ref() {
            Answer::Cohorts(found) => Some(found),
            _ => None,
        }
    }

    /// The gaps.
    #[must_use]
    pub fn gaps_of<'a>(&self, app: &'a App) -> Option<&'a Comparison> {
        match app.known(&self.gaps())?.as_ref() {
            Answer::Compare(found) => Some(found),
            _ => None,
        }
    }

    /// Every path.
    #[must_use]
    pub fn path_table<'a>(&self, app: &'a App) -> Option<&'a PathTable> {
        match app.known(&self.paths())?.as_ref() {
            Answer::Paths(found) => Some(found),
            _ => None,
        }
    }
}
