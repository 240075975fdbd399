//! A bar on standard error, on terminals only.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Places of the bar.
const PLACES: u64 = 1000;

/// A bar that shows how much is done, or nothing at all.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar if standard error is a terminal that can redraw a line.
    pub(crate) fn new(ascii: bool) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        // A command that came over the network must not draw on the server's own terminal.
        let ours = crate::jobs::gate::share().is_none();
        let target = match ours && io::stderr().is_terminal() && !dumb {
            // Ten times a second is enough for people, and bearable over slow lines.
            true => ProgressDrawTarget::stderr_with_hz(10),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(Some(PLACES), target);
        let style = ProgressStyle::with_template("{bar:40} {percent:>3} % {eta}");
        bar.set_style(
            style
                .unwrap_or_else(|_| ProgressStyle::default_bar())
                .progress_chars(if ascii { "#>-" } else { "█▌░" }),
        );
        Self { bar }
    }

    /// Shows the share done, 0..1.
    pub(crate) fn set(&mut self, share: f64) {
        self.bar.set_position((share * PLACES as f64) as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
