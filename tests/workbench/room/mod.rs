//! The Workshop: what trainer, tables and observers see and do.

mod blindness;
mod doing;
pub mod fixture;
mod pictures;

use foretree::app::App;
use foretree::app::room::{Part, RoundPage, Show};
use foretree::workshop::Role;

use crate::support::{LOOK, Room};

/// Every role.
pub const ROLES: [(Role, &str); 3] = [
    (Role::Trainer, "trainer"),
    (Role::Table, "table"),
    (Role::Observer, "observer"),
];

/// A scenario is open, and the room is as a role may see it.
pub fn seated(role: Role) -> Room {
    let mut desk = Room::tiny();
    desk.session.send(fixture::news(fixture::room(role)));
    desk.command("go-workshop");
    desk.session.app.flash = None;
    desk
}

/// Every state of the Workshop that is drawn otherwise, each with a name.
pub fn states(role: Role, name: &str) -> Vec<(String, App)> {
    let mut all = Vec::new();
    let desk = seated(role);
    let mut add = |what: &str, app: &App| all.push((format!("{name}-{what}"), app.clone()));
    for (part, what) in Part::ALL
        .into_iter()
        .zip(["now", "rounds", "tables", "scenarios", "notes"])
    {
        let mut app = desk.app().clone();
        app.seat.part = part;
        add(what, &app);
    }
    let pages = ["answers", "reasons", "fits", "scores"];
    let rounds = ["split", "closer", "ranking", "guess", "open"];
    for (number, round) in (1..).zip(rounds) {
        for (page, what) in RoundPage::ALL.into_iter().zip(pages) {
            let mut app = desk.app().clone();
            app.seat.show = Show::Round(number);
            app.seat.page = page;
            add(&format!("{round}-{what}"), &app);
        }
    }
    let mut quiet = desk.app().clone();
    quiet.update(fixture::news(fixture::quiet(role)));
    for part in Part::ALL {
        quiet.seat.part = part;
        add(&format!("quiet-{part:?}").to_lowercase(), &quiet);
    }
    for (_, app) in &mut all {
        app.look = LOOK;
    }
    all
}
