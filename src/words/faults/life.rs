//! What is wrong around a file: names, locks, journals, settings.

use super::of_file;
use crate::files::lock::Holder;
use crate::files::{BrokenSettings, LifeFault};
use crate::tell;

/// Why something around a scenario file failed.
#[must_use]
pub fn of_life(fault: &LifeFault) -> String {
    let shown = |path: &std::path::Path| path.display().to_string();
    match fault {
        LifeFault::NoHome => tell!("life-no-home"),
        LifeFault::NoName => tell!("life-no-name"),
        LifeFault::Exists(path) => tell!("life-exists", file = shown(path)),
        LifeFault::Open(path, holder) => {
            tell!("life-open", file = shown(path), who = of_holder(holder))
        }
        LifeFault::Changed(path) => tell!("life-changed", file = shown(path)),
        LifeFault::System(path, reason) => {
            tell!("life-system", file = shown(path), reason = reason)
        }
        LifeFault::File(fault) => of_file(fault)
            .into_iter()
            .next()
            .map_or_else(String::new, |finding| finding.message),
    }
}

/// Who works on a file.
#[must_use]
pub fn of_holder(holder: &Holder) -> String {
    let process = holder.process.to_string();
    match holder.process {
        0 => tell!("life-somebody"),
        _ => tell!(
            "life-holder",
            process = process,
            host = &holder.host,
            since = &holder.since
        ),
    }
}

/// What became of settings that could not be used.
#[must_use]
pub fn of_settings(broken: &BrokenSettings) -> String {
    let reason = &broken.reason;
    match &broken.kept {
        Some(path) => tell!(
            "settings-kept",
            reason = reason,
            file = path.display().to_string()
        ),
        None => tell!("settings-unread", reason = reason),
    }
}
