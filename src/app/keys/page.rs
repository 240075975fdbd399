//! The page of keys, `KEYS.md`, written from the table.

use std::fmt::Write;

use super::{Binding, Context, table};
use crate::app::Screen;
use crate::tell;

/// The page in Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut page = format!(
        "# {}\n\n{}\n",
        tell!("page-keys-title"),
        tell!("page-keys-intro")
    );
    section(&mut page, &tell!("page-keys-global"), Context::Global);
    for screen in Screen::ALL {
        let title = crate::words::tell(&format!("screen-{}", screen.id()), &[]);
        section(&mut page, &title, Context::On(screen));
    }
    section(&mut page, &tell!("page-keys-form"), Context::Form);
    section(&mut page, &tell!("page-keys-pick"), Context::Pick);
    section(&mut page, &tell!("page-keys-confirm"), Context::Confirm);
    section(&mut page, &tell!("page-keys-page"), Context::Page);
    page
}

fn section(page: &mut String, title: &str, context: Context) {
    let rows: Vec<&Binding> = table().iter().filter(|b| b.context == context).collect();
    let _ = write!(
        page,
        "\n## {title}\n\n| {} |\n|---|---|---|\n",
        tell!("page-keys-head")
    );
    for row in rows {
        let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
        let keys = keys.join(" ").replace('|', "\\|");
        let _ = writeln!(page, "| {keys} | `{}` | {} |", row.name, row.help());
    }
}
