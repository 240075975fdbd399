//! `foretree workshop new` and `codes`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::arguments::Prose;
use super::super::failure::{Failure, Kind};
use super::super::source::failed;
use super::{Folder, of_record_fault};
use crate::files::Clock;
use crate::tell;
use crate::words::workshop::of_access;
use crate::workshop::access::{Access, AccessFault, Codes as Made};
use crate::workshop::sandbox::Folder as Sandbox;
use crate::workshop::setup::{NewWorkshop, SetupFault, make};

#[derive(Debug, Args)]
pub(crate) struct New {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    pub scenario: Vec<PathBuf>,
    #[arg(long)]
    pub group: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Prose,
}

#[derive(Debug, Args)]
pub(crate) struct Codes {
    #[command(flatten)]
    pub folder: Folder,
}

/// Sets a workshop up and shows its codes.
pub(super) fn new(asked: &New) -> Result<String, Failure> {
    let wish = NewWorkshop {
        folder: asked.folder.folder.clone(),
        title: asked.title.clone(),
        scenarios: asked.scenario.clone(),
        shared: asked.group,
    };
    let codes = make(&wish, Clock::System).map_err(|fault| of_setup(&fault))?;
    let folder = asked.folder.folder.display().to_string();
    if asked.format == Prose::Json {
        let codes = json!({"folder": folder, "title": asked.title, "join_code": codes.join.to_string(),
            "trainer_code": codes.trainer.to_string()});
        return Ok(format!("{codes:#}\n"));
    }
    let made = tell!("workshop-made", title = &asked.title, folder = &folder);
    Ok(format!(
        "{made}\n\n{}\n\n{}\n",
        shown(&codes),
        tell!("workshop-next", folder = &folder)
    ))
}

/// Makes new codes; the old ones open nothing any more.
pub(super) fn codes(asked: &Codes) -> Result<String, Failure> {
    let folder = Sandbox::at(&asked.folder.folder);
    let record = folder.record();
    if !record.exists() {
        let file = record.display().to_string();
        return Err(Failure::new(
            Kind::File,
            tell!("workshop-record-missing", file = file),
        ));
    }
    let codes = Access::make(&folder.keys()).map_err(|fault| no_access(&fault))?;
    Ok(shown(&codes) + "\n")
}

fn shown(codes: &Made) -> String {
    tell!(
        "workshop-codes",
        join = codes.join.to_string(),
        trainer = codes.trainer.to_string()
    )
}

fn no_access(fault: &AccessFault) -> Failure {
    Failure::new(Kind::File, of_access(fault))
}

fn of_setup(fault: &SetupFault) -> Failure {
    match fault {
        SetupFault::NoTitle => Failure::usage(tell!("workshop-no-title")),
        SetupFault::Scenario(fault) => failed(fault),
        SetupFault::System(path, error) => Failure::new(
            Kind::File,
            tell!(
                "workshop-record-system",
                file = path.display().to_string(),
                reason = error.to_string()
            ),
        ),
        SetupFault::Record(fault) => of_record_fault(fault),
        SetupFault::Access(fault) => no_access(fault),
    }
}
