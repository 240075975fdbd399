//! How the day's answers did: ranges that were to hold, and probabilities that were to come true.

use super::ElicitationFault;
use super::probability::within;
use super::tails::{binomial_up_to, share_within};

/// Each tail beyond which a count is told as unusual.
const TAIL: f64 = 0.05;

/// How many of somebody's ranges held what happened, beside how many should have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hits {
    /// Questions answered.
    pub questions: usize,
    /// Ranges that held.
    pub hits: usize,
    /// How many should hold, on average.
    pub expected: f64,
    /// Least and greatest count that is not unusual: below and above lie at most 5 of 100 each.
    pub usual: (usize, usize),
    /// What the count says.
    pub verdict: HitsVerdict,
}

/// What a count of hits says about ranges that were to hold a stated share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HitsVerdict {
    /// So few questions that no count could be unusual.
    SaysNothing,
    /// As many as one may expect.
    AsSaid,
    /// Fewer: ranges are too narrow. How often so few or fewer come about by luck.
    TooSure(f64),
    /// More: ranges are too wide. How often so many or more come about by luck.
    TooUnsure(f64),
}

/// Counts hits of ranges that each were to hold with probability `held`, strictly within 0..1.
///
/// Questions count as independent, which they are not quite if one person or room answers all.
///
/// # Errors
/// No question, more hits than questions, or `held` out of range.
///
/// ```
/// use foretree::analysis::elicitation::calibration::{HitsVerdict, hits};
///
/// // "8 answers of 10 should be in; 4 were."
/// let day = hits(4, 10, 0.8)?;
/// assert_eq!(day.usual, (6, 10));
/// assert!(matches!(day.verdict, HitsVerdict::TooSure(luck) if luck < 0.01));
/// // One question cannot show anything.
/// assert_eq!(hits(1, 1, 0.8)?.verdict, HitsVerdict::SaysNothing);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn hits(hits: usize, questions: usize, held: f64) -> Result<Hits, ElicitationFault> {
    if questions == 0 {
        return Err(ElicitationFault::TooFew { found: 0, least: 1 });
    }
    if hits > questions {
        return Err(ElicitationFault::Length {
            found: hits,
            wanted: questions,
        });
    }
    if !(held > 0.0 && held < 1.0) {
        return Err(ElicitationFault::Level(held));
    }
    let up_to = |count| binomial_up_to(count, questions, held);
    let low = (0..questions)
        .find(|count| up_to(*count) > TAIL)
        .unwrap_or(questions);
    let high = (0..=questions)
        .find(|count| 1.0 - up_to(*count) <= TAIL)
        .unwrap_or(questions);
    let verdict = match () {
        () if (low, high) == (0, questions) => HitsVerdict::SaysNothing,
        () if hits < low => HitsVerdict::TooSure(up_to(hits)),
        () if hits > high => HitsVerdict::TooUnsure(1.0 - up_to(hits - 1)),
        () => HitsVerdict::AsSaid,
    };
    Ok(Hits {
        questions,
        hits,
        expected: held * questions as f64,
        usual: (low, high),
        verdict,
    })
}

/// One group of answers of a calibration chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Answers in it.
    pub answers: usize,
    /// Their mean probability.
    pub said: f64,
    /// The share that came true.
    pub happened: f64,
    /// Shares that so many true ones of so few allow, 5 of 100 beyond each end
    /// (Clopper and Pearson 1934).
    pub allowed: (f64, f64),
}

/// Brier's score of many answers, and its parts (Murphy 1973, Journal of Applied Meteorology 12).
///
/// score = miscalibration - resolution + base + within. The last part is what grouping leaves
/// over (Stephenson, Coelho and Jolliffe 2008, Weather and Forecasting 23): 0 if all answers of
/// a group are the same. With few answers miscalibration and resolution are both too large.
#[derive(Clone, Debug, PartialEq)]
pub struct BrierTable {
    /// Mean of (answer - outcome)^2, 0 (right and sure) to 1.
    pub score: f64,
    /// How far said and happened differ, over groups; 0 is best.
    pub miscalibration: f64,
    /// How far groups differ from the whole in what happened; more is better.
    pub resolution: f64,
    /// The score of always saying the overall share: how hard the questions were.
    pub base: f64,
    /// Left over within groups; may be below 0.
    pub within: f64,
    /// The groups that have answers, rising.
    pub groups: Vec<Group>,
}

impl BrierTable {
    /// Groups answers (probability, whether it came true) into `groups` equal parts of 0..=1,
    /// 1 to 100 of them.
    ///
    /// # Errors
    /// No answers, an answer outside of 0..=1, or no group.
    pub fn of(answers: &[(f64, bool)], groups: usize) -> Result<Self, ElicitationFault> {
        if answers.is_empty() || groups == 0 {
            return Err(ElicitationFault::TooFew { found: 0, least: 1 });
        }
        answers.iter().try_for_each(|(answer, _)| within(*answer))?;
        let groups = groups.min(100);
        let mut parts: Vec<Vec<(f64, bool)>> = vec![Vec::new(); groups];
        for &(answer, true_) in answers {
            let part = ((answer * groups as f64) as usize).min(groups - 1);
            parts[part].push((answer, true_));
        }
        parts.retain(|part| !part.is_empty());
        let all = answers.len() as f64;
        let overall = mean(answers.iter().map(|(_, true_)| f64::from(*true_)));
        let groups: Vec<Group> = parts.iter().map(|part| group(part)).collect();
        let over = |value: &dyn Fn(&Group) -> f64| {
            groups
                .iter()
                .map(|group| group.answers as f64 / all * value(group))
                .sum::<f64>()
        };
        let score = mean(answers.iter().map(|(answer, true_)| {
            let miss = answer - f64::from(*true_);
            miss * miss
        }));
        let miscalibration = over(&|group| (group.said - group.happened).powi(2));
        let resolution = over(&|group| (group.happened - overall).powi(2));
        let base = overall * (1.0 - overall);
        Ok(Self {
            score,
            miscalibration,
            resolution,
            base,
            within: score - (miscalibration - resolution + base),
            groups,
        })
    }
}

fn group(part: &[(f64, bool)]) -> Group {
    let came = part.iter().filter(|(_, true_)| *true_).count();
    Group {
        answers: part.len(),
        said: mean(part.iter().map(|(answer, _)| *answer)),
        happened: came as f64 / part.len() as f64,
        allowed: share_within(came, part.len(), TAIL),
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let all = values.len() as f64;
    values.sum::<f64>() / all
}
