//! The list of keys and the list of commands: both search the one table and do what is picked.

use super::keys::{Binding, table};
use super::{Action, App, Context, Item, Pick};
use crate::tell;

impl App {
    /// Keys that mean something here; Enter does what is marked.
    pub(super) fn list_keys(&mut self) {
        // The keys of the screen first, as they are looked up.
        let contexts = self.contexts();
        let of = |context: &Context| {
            let context = *context;
            let own = move |b: &&Binding| b.context == context && !b.keys.is_empty();
            table().iter().filter(own)
        };
        let here = contexts.iter().flat_map(of).collect();
        let title = tell!("keys-title");
        self.list(title, here, |binding| {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            Item::new(format!("{:<10} {}", keys.join(" "), binding.help()))
                .detail(binding.name.to_owned())
        });
    }

    /// Every action by name, those of this screen first.
    pub(super) fn list_commands(&mut self) {
        let screen = self.screen;
        let mut all: Vec<&'static Binding> = table()
            .iter()
            .filter(|b| !matches!(b.action, Action::Overlay(_)))
            .collect();
        all.sort_by_key(|b| match b.context {
            Context::On(other) if other == screen => 0,
            Context::Global => 1,
            _ => 2,
        });
        let title = tell!("commands-title");
        self.list(title, all, |binding| {
            let key = binding.key().map(|k| k.to_string()).unwrap_or_default();
            Item::new(binding.name).detail(key).about(binding.help())
        });
    }

    fn list(&mut self, title: String, bindings: Vec<&'static Binding>, item: fn(&Binding) -> Item) {
        let items = bindings
            .iter()
            .map(|binding| {
                let mut item = item(binding);
                if let Some(reason) = self.why_not(binding.action) {
                    item.about = reason;
                }
                item
            })
            .collect();
        self.pick(Pick::new(title, items, move |app, place| {
            match bindings.get(place) {
                Some(binding) => {
                    app.go_where(binding.context);
                    app.perform(binding.action)
                }
                None => Vec::new(),
            }
        }));
    }

    /// An action of another screen is done there.
    fn go_where(&mut self, context: Context) {
        if let Context::On(screen) = context {
            let possible = (!screen.needs_document() || self.shown().is_some())
                && (screen != super::Screen::Room || self.room.is_some());
            if possible && screen != self.screen {
                self.screen = screen;
            }
        }
    }

    /// Does the command of this name, as a recorded session does; false if there is none.
    pub fn command(&mut self, name: &str) -> Option<Vec<super::Effect>> {
        let here = table()
            .iter()
            .find(|b| b.name == name && b.context == Context::On(self.screen));
        let binding = here.or_else(|| super::keys::command(name))?;
        self.go_where(binding.context);
        let mut effects = self.perform(binding.action);
        effects.extend(super::room::tell_where(self));
        effects.extend(self.ask_for_needs());
        Some(effects)
    }
}
