//! Runs of one draw, as a median run is: one value for each way that chances turn out, and so no
//! range of ours and no share of runs.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Quantiles beside the middle.
const ENDS: [&str; 4] = ["p5", "p25", "p75", "p95"];
/// Shares of model runs.
const SHARES: [&str; 2] = ["share_better", "share_worse"];
/// Unit of what is a share of runs elsewhere: here of our chances.
pub(crate) const OF_CHANCES: &str = "chances";

/// The report for people, with the middle in place of every range; the report itself where that
/// cannot be made.
pub(crate) fn without_ranges<T: Serialize + DeserializeOwned + Clone>(report: &T) -> T {
    let Ok(mut value) = serde_json::to_value(report) else {
        return report.clone();
    };
    flatten(&mut value);
    serde_json::from_value(value).unwrap_or_else(|_| report.clone())
}

fn flatten(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(flatten),
        Value::Object(fields) => {
            if let Some(middle) = fields.get("p50").cloned() {
                for (name, end) in fields.iter_mut() {
                    if ENDS.contains(&name.as_str()) {
                        *end = middle.clone();
                    }
                }
            }
            for (name, own) in fields.iter_mut() {
                match SHARES.contains(&name.as_str()) {
                    true => *own = Value::Null,
                    false if name.starts_with("setback_") => of_chances(own),
                    false => {}
                }
                flatten(own);
            }
        }
        _ => {}
    }
}

/// Marks an indicator that counts runs.
fn of_chances(indicator: &mut Value) {
    let unit = indicator.as_object_mut().and_then(unit);
    if let Some(unit) = unit {
        *unit = Value::from(OF_CHANCES);
    }
}

fn unit(fields: &mut Map<String, Value>) -> Option<&mut Value> {
    fields.get_mut("unit")
}
