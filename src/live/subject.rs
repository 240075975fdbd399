//! What is looked at: an indicator of the catalogue, or something measured for one cohort.

use crate::analysis;
use crate::model::indicators::{COHORT_SERIES, CohortKey};
use crate::report::fill::{better, unit_name, value_of};
use crate::report::run::Better;
use crate::seeds::{Indicator, IndicatorGroup, catalogue};
use crate::sim::{Plan, Value};
use crate::tell;
use crate::words::people::person_of;

/// Key of the cost indicator.
const COST: &str = "cost_musd";
/// Has a meaning between options only, not by path and draw.
const COST_PER_PERSON: &str = "cost_per_person_online";

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An indicator, by its key in the catalogue.
    Indicator(String),
    /// Something measured for one cohort, by its id.
    Cohort(CohortMeasure, String),
}

/// What is measured for each cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CohortMeasure {
    /// Share who do not use the internet, 0..1.
    Offline,
    /// Share who use the internet, 0..1.
    Online,
    /// Share whom mobile broadband reaches, 0..1.
    Covered,
    /// Share with basic digital skills, 0..1.
    Skilled,
    /// Income relative to the run without AI, 0 = the same.
    IncomeVsNoai,
    /// People displaced now.
    Displaced,
    /// Workers helped by AI.
    Augmented,
}

/// What a chart may draw as the run without AI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAi {
    /// Without AI it is zero: it counts what AI does, or compares with no AI already.
    Zero,
    /// Without AI it is the same: it depends on connectivity only.
    Same,
    /// It is known, and differs by draw.
    Line,
    /// It is not known.
    Unknown,
}

/// Where people look for a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Who is online.
    Connectivity,
    /// Jobs.
    Work,
    /// Incomes, and gaps between people and countries.
    Income,
    /// Setbacks, incidents, trust.
    Harm,
    /// Money spent.
    Cost,
}

/// Subjects that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectGroup {
    /// Which group.
    pub group: Group,
    /// Its subjects: cohorts first, the poorest before all others.
    pub subjects: Vec<Subject>,
}

impl CohortMeasure {
    /// All measures.
    pub const ALL: [CohortMeasure; 7] = [
        CohortMeasure::Offline,
        CohortMeasure::Online,
        CohortMeasure::Covered,
        CohortMeasure::Skilled,
        CohortMeasure::IncomeVsNoai,
        CohortMeasure::Displaced,
        CohortMeasure::Augmented,
    ];

    /// Stable name, as in [`Subject::key`].
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            CohortMeasure::Offline => "offline",
            CohortMeasure::Online => "online",
            CohortMeasure::Covered => "covered",
            CohortMeasure::Skilled => "skilled",
            CohortMeasure::IncomeVsNoai => "income_vs_noai",
            CohortMeasure::Displaced => "displaced",
            CohortMeasure::Augmented => "augmented",
        }
    }

    /// Name of the cohort series behind it, as in files and reports.
    #[must_use]
    pub fn series_key(self) -> &'static str {
        COHORT_SERIES[self.series() as usize].0
    }

    /// The cohort series behind it.
    fn series(self) -> CohortKey {
        match self {
            CohortMeasure::Offline | CohortMeasure::Online => CohortKey::usage,
            CohortMeasure::Covered => CohortKey::coverage,
            CohortMeasure::Skilled => CohortKey::skills,
            CohortMeasure::IncomeVsNoai => CohortKey::income_vs_noai,
            CohortMeasure::Displaced => CohortKey::displaced,
            CohortMeasure::Augmented => CohortKey::augmented,
        }
    }

    fn group(self) -> Group {
        match self {
            CohortMeasure::Offline | CohortMeasure::Online | CohortMeasure::Covered => {
                Group::Connectivity
            }
            CohortMeasure::Skilled | CohortMeasure::Displaced | CohortMeasure::Augmented => {
                Group::Work
            }
            CohortMeasure::IncomeVsNoai => Group::Income,
        }
    }
}

impl Group {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Group; 5] = [
        Group::Connectivity,
        Group::Work,
        Group::Income,
        Group::Harm,
        Group::Cost,
    ];

    /// Its heading.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Group::Connectivity => tell!("subject-group-connectivity"),
            Group::Work => tell!("subject-group-work"),
            Group::Income => tell!("subject-group-income"),
            Group::Harm => tell!("subject-group-harm"),
            Group::Cost => tell!("subject-group-cost"),
        }
    }

    fn of(indicator: &Indicator) -> Self {
        match indicator.group {
            IndicatorGroup::Connectivity if indicator.key.ends_with("_gap") => Group::Connectivity,
            IndicatorGroup::Connectivity => Group::Connectivity,
            IndicatorGroup::Work => Group::Work,
            IndicatorGroup::Income | IndicatorGroup::Between => Group::Income,
            IndicatorGroup::Harm => Group::Harm,
            IndicatorGroup::Cost => Group::Cost,
        }
    }
}

impl Subject {
    /// What a workbench opens with: the poorest women still offline, or people offline where the
    /// setting has no such cohort.
    #[must_use]
    pub fn first(plan: &Plan) -> Subject {
        let cohorts = &plan.country().cohorts;
        let poorest = cohorts.iter().find(|c| c.poor && c.female);
        match poorest.or_else(|| cohorts.iter().find(|c| c.poor)) {
            Some(cohort) => Subject::Cohort(CohortMeasure::Offline, cohort.id.clone()),
            None => Subject::Indicator("offline_people".to_owned()),
        }
    }

    /// A stable name: an indicator's key, or `offline:poor_women`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Subject::Indicator(key) => key.clone(),
            Subject::Cohort(measure, cohort) => format!("{}:{cohort}", measure.key()),
        }
    }

    /// The subject of a [`key`](Subject::key).
    #[must_use]
    pub fn parse(key: &str) -> Option<Subject> {
        if let Some((measure, cohort)) = key.split_once(':') {
            let measure = CohortMeasure::ALL
                .into_iter()
                .find(|m| m.key() == measure)?;
            return Some(Subject::Cohort(measure, cohort.to_owned()));
        }
        let known = catalogue().indicators.iter().any(|i| i.key == key);
        known.then(|| Subject::Indicator(key.to_owned()))
    }

    /// The same for findings that look at simulated numbers: being offline is told from use.
    #[must_use]
    pub fn plain(&self) -> analysis::subject::Subject {
        match self {
            Subject::Indicator(key) => analysis::subject::Subject::Indicator(key.clone()),
            Subject::Cohort(measure, cohort) => analysis::subject::Subject::Cohort {
                measure: measure.series_key().to_owned(),
                cohort: cohort.clone(),
            },
        }
    }

    /// Its entry in the catalogue, if it is an indicator.
    #[must_use]
    pub fn indicator(&self) -> Option<&'static Indicator> {
        match self {
            Subject::Indicator(key) => catalogue().indicators.iter().find(|i| i.key == *key),
            Subject::Cohort(..) => None,
        }
    }

    /// Its name, as tables and pickers show it.
    #[must_use]
    pub fn label(&self) -> String {
        let Subject::Cohort(measure, cohort) = self else {
            let label = |indicator: &Indicator| indicator.label.clone();
            return self.indicator().map(label).unwrap_or_default();
        };
        let who = person_of(cohort);
        match measure {
            CohortMeasure::Offline => tell!("subject-offline", who = who),
            CohortMeasure::Online => tell!("subject-online", who = who),
            CohortMeasure::Covered => tell!("subject-covered", who = who),
            CohortMeasure::Skilled => tell!("subject-skilled", who = who),
            CohortMeasure::IncomeVsNoai => tell!("subject-income_vs_noai", who = who),
            CohortMeasure::Displaced => tell!("subject-displaced", who = who),
            CohortMeasure::Augmented => tell!("subject-augmented", who = who),
        }
    }

    /// Its unit as reports write it: `share`, `people`, `workers` and so on.
    #[must_use]
    pub fn unit(&self) -> String {
        match self {
            Subject::Indicator(_) => self.indicator().map(unit_name).unwrap_or_default(),
            Subject::Cohort(CohortMeasure::Displaced | CohortMeasure::Augmented, _) => {
                "workers".to_owned()
            }
            Subject::Cohort(..) => "share".to_owned(),
        }
    }

    /// Which direction is good for people.
    #[must_use]
    pub fn better(&self) -> Better {
        match self {
            Subject::Indicator(_) => self.indicator().map_or(Better::Context, better),
            Subject::Cohort(CohortMeasure::Offline | CohortMeasure::Displaced, _) => Better::Down,
            Subject::Cohort(..) => Better::Up,
        }
    }

    /// Whether it has a value in every year.
    #[must_use]
    pub fn has_series(&self) -> bool {
        self.indicator().is_none_or(|i| i.has_series)
    }

    /// The group it stands in.
    #[must_use]
    pub fn group(&self) -> Group {
        match self {
            Subject::Indicator(_) => self.indicator().map_or(Group::Harm, Group::of),
            Subject::Cohort(measure, _) => measure.group(),
        }
    }

    /// Whether the setting has it.
    #[must_use]
    pub fn available(&self, plan: &Plan) -> bool {
        if self.is_cost() {
            return plan.has_costs();
        }
        self.value(plan).is_some()
    }

    /// What a chart may draw as the run without AI.
    #[must_use]
    pub fn no_ai(&self) -> NoAi {
        match self {
            Subject::Indicator(key) => no_ai_of(key),
            Subject::Cohort(measure, _) => match measure {
                CohortMeasure::Offline | CohortMeasure::Online | CohortMeasure::Covered => {
                    NoAi::Same
                }
                CohortMeasure::IncomeVsNoai
                | CohortMeasure::Displaced
                | CohortMeasure::Augmented => NoAi::Zero,
                CohortMeasure::Skilled => NoAi::Unknown,
            },
        }
    }

    /// The simulated number behind it; `None` for costs and what the setting does not have.
    pub(super) fn value(&self, plan: &Plan) -> Option<Value> {
        match self {
            Subject::Indicator(key) => value_of(plan, key),
            Subject::Cohort(measure, cohort) => {
                let cohorts = &plan.country().cohorts;
                let place = cohorts.iter().position(|own| own.id == *cohort)?;
                Some(Value::Cohort(measure.series() as usize, place))
            }
        }
    }

    /// Counts from the other end: 1 minus the simulated number.
    pub(super) fn is_complement(&self) -> bool {
        matches!(self, Subject::Cohort(CohortMeasure::Offline, _))
    }

    /// The cost up to the horizon.
    pub(super) fn is_cost(&self) -> bool {
        matches!(self, Subject::Indicator(key) if key == COST)
    }
}

/// MODEL 3: without AI, jobs move through connectivity alone, and nobody is displaced, helped or
/// harmed by it; use of the internet does not depend on AI.
fn no_ai_of(key: &str) -> NoAi {
    match key {
        "offline_people" | "offline_poor" | "usage" | "usage_poor" | "coverage_gap"
        | "usage_gap" | "poor_gap_pp" | "poor_gap_ratio" | "gender_gap" | "years_behind_rest"
        | "usage_gap_between" | "usage_lag_years" | "setback_online" | "setback_gap" => NoAi::Same,
        "displaced_now"
        | "displaced_peak"
        | "displaced_cum"
        | "augmented"
        | "net_jobs_vs_noai"
        | "income_poor_vs_noai"
        | "income_rest_vs_noai"
        | "ede_vs_noai"
        | "worst_loss_poor"
        | "setback_vs_noai"
        | "setback_any_year"
        | "incidents_cum"
        | "harmed_poor_peak"
        | "ai_adoption"
        | "ai_dividend_gap"
        | "scar_cost" => NoAi::Zero,
        "income_poor_vs_base" => NoAi::Line,
        _ => NoAi::Unknown,
    }
}

/// Every subject that a plan's setting has, by group; groups without any are left out.
#[must_use]
pub fn subjects(plan: &Plan) -> Vec<SubjectGroup> {
    let group = |group: Group| {
        let mut subjects: Vec<Subject> = Vec::new();
        for measure in CohortMeasure::ALL {
            if measure.group() == group {
                let cohorts = plan.country().cohorts.iter();
                subjects.extend(cohorts.map(|c| Subject::Cohort(measure, c.id.clone())));
            }
        }
        let indicators = catalogue().indicators.iter();
        let own = indicators.filter(|i| i.key != COST_PER_PERSON && Group::of(i) == group);
        subjects.extend(own.map(|i| Subject::Indicator(i.key.clone())));
        subjects.retain(|subject| subject.available(plan));
        SubjectGroup { group, subjects }
    };
    let all = Group::ALL.into_iter().map(group);
    all.filter(|group| !group.subjects.is_empty()).collect()
}
