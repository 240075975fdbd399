//! What the value of a path means in everyday units, computed from the value.

use serde::{Deserialize, Serialize};

use super::text::list_of;
use crate::model::math::{exp, ln, logistic, logit, pow};
use crate::seeds::SeedError;

/// How something that can be counted in the world follows from a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// `by` times the value.
    Times {
        /// The factor.
        by: f64,
    },
    /// What is left of `of` when the value is lost.
    Left {
        /// The whole.
        of: f64,
    },
    /// `of` raised by `by` times the value.
    Raised {
        /// The whole.
        of: f64,
        /// Share of the value that counts.
        by: f64,
    },
    /// How many of `of` have moved after `years` at this hazard.
    Closing {
        /// The whole.
        of: f64,
        /// Years.
        years: f64,
    },
    /// What is left of `of` after `years` of this decline.
    Shrinking {
        /// The whole.
        of: f64,
        /// Years.
        years: f64,
    },
    /// `of` times a share whose log odds rise by `by` times the value.
    Odds {
        /// The whole.
        of: f64,
        /// The share before.
        from: f64,
        /// Log odds per unit of the value.
        by: f64,
    },
    /// `of` times a share whose odds are multiplied by the value.
    OddsTimes {
        /// The whole.
        of: f64,
        /// The share before.
        from: f64,
    },
    /// How far one standard deviation of log odds moves a share.
    Luck {
        /// The whole.
        of: f64,
        /// The share before.
        from: f64,
    },
    /// `of` times a power of `base`.
    Power {
        /// The whole.
        of: f64,
        /// The base.
        base: f64,
    },
    /// Share of workers reached where a share of people is, with this selectivity.
    Selected {
        /// The whole.
        of: f64,
        /// The share of people.
        from: f64,
    },
    /// Users after `years` of the tide with this growth.
    TideBySpeed {
        /// The whole.
        of: f64,
        /// Share online before.
        from: f64,
        /// Years.
        years: f64,
        /// How fast growth fades.
        slowdown: f64,
    },
    /// People still offline after `years` of the tide with this slowdown.
    TideByFading {
        /// The whole.
        of: f64,
        /// Share online before.
        from: f64,
        /// Years.
        years: f64,
        /// Growth a year.
        growth: f64,
    },
    /// Logistic growth at this rate.
    Logistic {
        /// The whole.
        of: f64,
        /// Share before.
        from: f64,
        /// Ceiling.
        cap: f64,
        /// Years.
        years: f64,
    },
    /// Share of the ceiling that Bass diffusion reaches from nothing with this imitation.
    Bass {
        /// The whole.
        of: f64,
        /// Innovation coefficient.
        p: f64,
        /// Years.
        years: f64,
    },
    /// Readiness of three equal layers and one other with this CES exponent.
    WeakestLink {
        /// The whole.
        of: f64,
        /// Level of three layers.
        three: f64,
        /// Level of the fourth.
        one: f64,
    },
}

impl Rule {
    /// The count that a value stands for.
    pub fn count(&self, value: f64) -> f64 {
        match *self {
            Self::Times { by } => by * value,
            Self::Left { of } => of * (1.0 - value),
            Self::Raised { of, by } => of * (1.0 + by * value),
            Self::Closing { of, years } => of * (1.0 - exp(-value * years)),
            Self::Shrinking { of, years } => of * exp(-value * years),
            Self::Odds { of, from, by } => of * logistic(logit(from) + by * value),
            Self::OddsTimes { of, from } => of * from * value / (1.0 - from + from * value),
            Self::Luck { of, from } => of * (logistic(logit(from) + value) - from),
            Self::Power { of, base } => of * pow(base, value),
            Self::Selected { of, from } => of * (1.0 - pow(1.0 - from, value)),
            Self::TideBySpeed {
                of,
                from,
                years,
                slowdown,
            } => of * logistic(tide(logit(from), value, slowdown, years)),
            Self::TideByFading {
                of,
                from,
                years,
                growth,
            } => of * (1.0 - logistic(tide(logit(from), growth, value, years))),
            Self::Logistic {
                of,
                from,
                cap,
                years,
            } => of * cap / (1.0 + (cap / from - 1.0) * exp(-value * years)),
            Self::Bass { of, p, years } => {
                let left = exp(-(p + value) * years);
                of * (1.0 - left) / (1.0 + value / p * left)
            }
            Self::WeakestLink { of, three, one } => of * ces(three, one, value),
        }
    }
}

/// Exact solution of x' = growth - slowdown x.
fn tide(x: f64, growth: f64, slowdown: f64, years: f64) -> f64 {
    if slowdown <= 0.0 {
        return x + growth * years;
    }
    let left = exp(-slowdown * years);
    x * left + growth * (1.0 - left) / slowdown
}

fn ces(three: f64, one: f64, rho: f64) -> f64 {
    if rho == 0.0 {
        return exp(0.75 * ln(three) + 0.25 * ln(one));
    }
    // Divided by the smaller level, so that a very negative exponent stays finite.
    let least = three.min(one);
    least
        * pow(
            0.75 * pow(three / least, rho) + 0.25 * pow(one / least, rho),
            1.0 / rho,
        )
}

/// One sentence about a path, with blanks {mid}, {low} and {high}.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observable {
    /// The path.
    pub path: String,
    /// What is counted.
    pub rule: Rule,
    /// Values that the sentence uses if the path has no range of ours: low, middle, high.
    #[serde(default)]
    pub at: Option<(f64, f64, f64)>,
    /// The sentence.
    pub text: String,
}

/// The part of a sentence that says our range.
const RANGE: &str = " ({low} to {high})";

impl Observable {
    /// The sentence at three values.
    pub fn at_range(&self, low: f64, middle: f64, high: f64) -> String {
        let (one, other) = (self.rule.count(low), self.rule.count(high));
        self.text
            .replace("{mid}", &two_digits(self.rule.count(middle)))
            .replace("{low}", &two_digits(one.min(other)))
            .replace("{high}", &two_digits(one.max(other)))
    }

    /// The sentence at one value that somebody proposes, without our range; `None` if the sentence
    /// compares fixed examples instead.
    pub fn at_value(&self, value: f64) -> Option<String> {
        let text = self.text.replace(RANGE, "");
        (!text.contains("{low}"))
            .then(|| text.replace("{mid}", &two_digits(self.rule.count(value))))
    }

    /// The sentence with words in place of the count, such as “over 40”; `None` if it compares fixed
    /// examples instead. “Half harm more than 30” becomes “half
    /// harm over 40”.
    pub fn with(&self, count: &str) -> Option<String> {
        let text = self
            .text
            .replace(RANGE, "")
            .replace("more than {mid}", "{mid}");
        (!text.contains("{low}")).then(|| text.replace("{mid}", count))
    }

    /// The count that a value stands for, as people say it.
    pub fn counted(&self, value: f64) -> String {
        two_digits(self.rule.count(value))
    }
}

/// A count as people say it: whole from 10 on, else one decimal, or two digits below 1.
fn two_digits(count: f64) -> String {
    let rounded = (count * 10.0).round() / 10.0;
    let text = match rounded.abs() {
        size if size >= 10.0 => format!("{count:.0}"),
        size if size >= 1.0 => format!("{rounded:.1}"),
        _ => format!("{count:.2}"),
    };
    match text.split_once('.') {
        Some(_) => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        None => text,
    }
}

pub(crate) fn observables(text: &str) -> Result<Vec<Observable>, SeedError> {
    list_of("observables.ron", text)
}
