//! `foretree` alone: what this is and what to try first.

use crate::files::examples::EXAMPLES;
use crate::files::parse;
use crate::report::look::Look;
use crate::report::run_text::Page;
use crate::report::table::{Column, Table};
use crate::tell;

/// The first words that a new user reads.
pub(crate) fn welcome(look: Look) -> String {
    let mut page = Page::new(look);
    page.title(&tell!("welcome-title", version = env!("CARGO_PKG_VERSION")));
    page.prose(&tell!("welcome-what"));
    page.title(&tell!("welcome-try"));
    page.prose(&tell!("welcome-first", name = first()));
    page.prose(&tell!("welcome-own"));
    page.title(&tell!("welcome-examples"));
    let mut table = Table::new(vec![Column::short(""), Column::words("")]).indented(2);
    for (name, text) in EXAMPLES {
        let title = parse(text, name)
            .map(|loaded| loaded.scenario.title)
            .unwrap_or_default();
        table.row([name.to_owned(), title]);
    }
    page.lines(table.lines(look));
    page.gap();
    page.prose(&tell!("welcome-help"));
    page.text()
}

/// The tutorial.
fn first() -> &'static str {
    EXAMPLES.first().map_or("", |(name, _)| name)
}
