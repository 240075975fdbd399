//! Keeping unsaved work from a thread of its own, so that no key waits for the disk.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::record::{Work, forget, write};
use crate::files::watch::Stamp;
use crate::files::{Clock, Homes, LifeFault};
use crate::scenario::Scenario;

/// How keeping went: told after each write.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What was kept or forgotten.
    pub work: Work,
    /// Whether it worked.
    pub result: Result<(), LifeFault>,
}

enum Order {
    Keep(Work, Option<Stamp>, Arc<Scenario>),
    Forget(Work),
    Answer(Sender<()>),
}

/// Keeps unsaved work. Dropping it waits until all of it is kept.
#[derive(Debug)]
pub struct Keeper {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread; `tell` hears how each write went.
    ///
    /// # Errors
    /// If the system refuses a thread.
    pub fn start(
        homes: Homes,
        clock: Clock,
        tell: impl FnMut(Kept) + Send + 'static,
    ) -> Result<Self, LifeFault> {
        let (sender, orders) = channel();
        let folder = homes.data.clone();
        let thread = thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || work(&homes, clock, &orders, tell))
            .map_err(|error| LifeFault::System(folder, error.to_string()))?;
        Ok(Self {
            orders: Some(sender),
            thread: Some(thread),
        })
    }

    /// Keeps work soon. Of several states that wait only the last is written.
    pub fn keep(&self, work: Work, base: Option<Stamp>, scenario: Arc<Scenario>) {
        self.order(Order::Keep(work, base, scenario));
    }

    /// Forgets work that has been saved or given up.
    pub fn forget(&self, work: Work) {
        self.order(Order::Forget(work));
    }

    /// Waits until everything ordered so far is done.
    pub fn wait(&self) {
        let (done, wait) = channel();
        self.order(Order::Answer(done));
        let _ = wait.recv();
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            let _ = orders.send(order);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What to do with each piece of work: keep this state, or forget it.
type Waiting = HashMap<Work, Option<(Option<Stamp>, Arc<Scenario>)>>;

fn work(homes: &Homes, clock: Clock, orders: &Receiver<Order>, mut tell: impl FnMut(Kept)) {
    while let Ok(first) = orders.recv() {
        let (mut waiting, mut answers) = (Waiting::new(), Vec::new());
        for order in std::iter::once(first).chain(orders.try_iter()) {
            match order {
                Order::Keep(work, base, scenario) => {
                    waiting.insert(work, Some((base, scenario)));
                }
                Order::Forget(work) => {
                    waiting.insert(work, None);
                }
                Order::Answer(done) => answers.push(done),
            }
        }
        for (work, wish) in waiting {
            let result = match wish {
                Some((base, scenario)) => write(homes, &work, base, &scenario, &clock.minute()),
                None => forget(homes, &work),
            };
            tell(Kept { work, result });
        }
        for done in answers {
            let _ = done.send(());
        }
    }
}
