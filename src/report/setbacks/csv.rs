//! Setbacks as comma-separated values: one row per number.
//!
//! Columns: `option`, `part` (`share`, `kind`, `box`, `limit`, `step`, `path`, `signpost`, `rule`),
//! `place` within the part, `id`, `measure`, `value`.

use super::{BoxLine, OptionSetbacks, SetbacksReport, SignpostLine};
use crate::report::sheet::Sheet;

/// All numbers.
#[must_use]
pub fn setbacks_csv(report: &SetbacksReport) -> String {
    let mut rows = Rows {
        sheet: Sheet::new(&["option", "part", "place", "id", "measure", "value"]),
        option: String::new(),
    };
    for option in &report.options {
        rows.option = option.option.clone().unwrap_or_default();
        rows.of_option(option);
    }
    rows.sheet.text()
}

struct Rows {
    sheet: Sheet,
    option: String,
}

impl Rows {
    fn put(&mut self, part: &str, place: usize, id: &str, numbers: &[(&str, Option<f64>)]) {
        let place = place.to_string();
        for (measure, value) in numbers {
            let names = [&self.option, part, &place, id, measure];
            self.sheet.numbers(&names, &[*value]);
        }
    }

    fn of_option(&mut self, option: &OptionSetbacks) {
        self.put("share", 0, "", &[("share", Some(option.share))]);
        for (key, share) in &option.kinds {
            self.put("kind", 0, key, &[("share", Some(*share))]);
        }
        for (place, own) in option.boxes.iter().enumerate() {
            self.of_box(place, own);
        }
        for (place, own) in option.paths.iter().enumerate() {
            let numbers = [
                ("of_setbacks", Some(own.of_setbacks)),
                ("of_weight", Some(own.of_weight)),
                ("share", Some(own.share)),
            ];
            self.put("path", place, &own.path, &numbers);
        }
        for (place, own) in option.signposts.iter().enumerate() {
            self.of_signpost(place, own);
        }
        let rules = option.tree.iter().flat_map(|tree| &tree.rules);
        for (place, own) in rules.enumerate() {
            let numbers = [
                ("coverage", Some(own.coverage)),
                ("density", Some(own.density)),
            ];
            self.put("rule", place, "", &numbers);
        }
    }

    fn of_box(&mut self, place: usize, own: &BoxLine) {
        let numbers = [
            ("coverage", Some(own.coverage)),
            ("density", Some(own.density)),
            ("mass", Some(own.mass)),
            ("phi", Some(own.phi)),
        ];
        self.put("box", place, "", &numbers);
        for limit in &own.limits {
            for end in [("low", limit.low), ("high", limit.high)] {
                if end.1.is_some() {
                    self.put("limit", place, &limit.id, &[end]);
                }
            }
            for outcome in limit.outcomes.iter().flatten() {
                let id = format!("{}={outcome}", limit.id);
                self.put("limit", place, &id, &[("inside", Some(1.0))]);
            }
        }
        for (number, step) in own.trajectory.iter().enumerate() {
            let numbers = [
                ("coverage", Some(step.coverage)),
                ("density", Some(step.density)),
                ("mass", Some(step.mass)),
            ];
            self.put("step", place, &number.to_string(), &numbers);
        }
    }

    fn of_signpost(&mut self, place: usize, own: &SignpostLine) {
        let event = own.node.iter().zip(&own.outcome);
        let mut event = event.map(|(node, outcome)| format!("{node}={outcome}"));
        let id = own.indicator.clone().or(event.next()).unwrap_or_default();
        let numbers = [
            ("year", Some(f64::from(own.year))),
            ("below", own.below),
            ("above", own.above),
            ("hits", Some(own.hits)),
            ("false_alarms", Some(own.false_alarms)),
            ("wrong_alarms", Some(own.wrong_alarms)),
            ("unseen", Some(own.unseen)),
        ];
        self.put("signpost", place, &id, &numbers);
    }
}
