//! `foretree workshop join`: a seat in a workshop whose members share its folder.

use clap::Args;

use super::{Alone, Folder};
use crate::term::WorkshopWish;
use crate::workshop::Role;

#[derive(Debug, Args)]
pub(crate) struct Join {
    #[command(flatten)]
    pub folder: Folder,
    #[arg(long, value_name = "NAME", required_unless_present = "as")]
    pub table: Option<String>,
    #[arg(
        long = "as",
        id = "as",
        value_enum,
        value_name = "ROLE",
        conflicts_with = "table"
    )]
    pub alone: Option<Alone>,
}

impl Join {
    pub(super) fn wish(&self) -> WorkshopWish {
        WorkshopWish {
            folder: self.folder.folder.clone(),
            role: match self.alone {
                None => Role::Table,
                Some(Alone::Trainer) => Role::Trainer,
                Some(Alone::Observer) => Role::Observer,
            },
            table: self.table.clone().unwrap_or_default(),
        }
    }
}
