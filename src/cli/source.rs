//! What a FILE on the command line means: a scenario file, else a built-in example of that name.

use std::path::Path;

use super::failure::{Failure, Kind};
use super::output;
use crate::files::examples::example;
use crate::files::{self, Fault, FaultClass, Loaded};
use crate::tell;
use crate::words::faults;

/// Reads a scenario. A built-in example stands in for a file that does not exist, and says so.
pub(crate) fn scenario(path: &Path) -> Result<Loaded, Failure> {
    match files::load(path) {
        Err(Fault::NotFound(_)) if built_in(path).is_some() => {
            let (name, text) = built_in(path).unwrap_or_default();
            output::complain(&tell!("source-example", name = name));
            files::parse(text, name).map_err(|fault| failed(&fault))
        }
        other => other.map_err(|fault| failed(&fault)),
    }
}

/// The built-in example of that name.
fn built_in(path: &Path) -> Option<(&'static str, &'static str)> {
    example(path.to_str()?)
}

/// A fault of a file as a failure of the command.
pub(crate) fn failed(fault: &Fault) -> Failure {
    let kind = match fault.class() {
        FaultClass::Scenario => Kind::Scenario,
        FaultClass::File => Kind::File,
    };
    Failure::findings(kind, faults::of_file(fault))
}
