//! A tiny program that uses the terminal as the workbench does, and can be made to fail.
//!
//! It is this test program itself, started once more with one test that only it runs.

use std::io::stdout;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crossterm::event::{Event, KeyCode, KeyModifiers};
use foretree::term::input::{self, Input};
use foretree::term::panics::{self, WorkerPanic};
use foretree::term::signals::{Signal, Signals};
use foretree::term::{Guard, TermFault, colour, draw_anew};
use foretree::words::faults::{of_panic, of_terminal};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::style::{Color, Stylize};
use ratatui::text::{Line, Text};

use crate::terminal::Start;

/// Set where the stage should play.
const PLAY: &str = "FORETREE_STAGE";

/// Arguments that make this test program the stage.
pub const ARGUMENTS: [&str; 5] = [
    "--exact",
    "stage::play",
    "--ignored",
    "--nocapture",
    "--test-threads=1",
];

/// Starts the stage.
pub fn stage() -> Start {
    let program = std::env::current_exe().unwrap();
    Start::program(program)
        .arguments(ARGUMENTS)
        .variable(PLAY, "1")
        .variable("RUST_BACKTRACE", "0")
}

/// The stage as a command for a shell.
pub fn command() -> String {
    let program = std::env::current_exe().unwrap();
    format!("{PLAY}=1 {} {}", program.display(), ARGUMENTS.join(" "))
}

#[test]
#[ignore = "a program for other tests"]
fn play() {
    if std::env::var_os(PLAY).is_none() {
        return;
    }
    match perform() {
        Ok(code) => std::process::exit(code),
        Err(fault) => {
            eprintln!("{}", of_terminal(&fault));
            std::process::exit(3);
        }
    }
}

enum Message {
    Input(Input),
    Signal(Signal),
    Panic(WorkerPanic),
}

struct Stage {
    lines: Vec<String>,
    events: usize,
}

fn perform() -> Result<i32, TermFault> {
    let guard = Guard::enter()?;
    let (sender, messages) = channel();
    let signals = listen(&sender)?;
    colour::ours();
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut stage = Stage {
        lines: vec!["ready".to_owned()],
        events: 0,
    };
    loop {
        terminal.draw(|frame| frame.render_widget(stage.view(), frame.area()))?;
        let Ok(message) = messages.recv() else {
            return Ok(4);
        };
        match stage.take(message) {
            Next::Draw => {}
            Next::End(code) => return Ok(drop_then(guard, code)),
            Next::Fail => return Err(TermFault::System("as asked".to_owned())),
            Next::Stop => {
                if let Err(fault) = guard.suspend(&signals) {
                    stage.lines.push(of_terminal(&fault));
                }
                stage.lines.push("back".to_owned());
                draw_anew(&mut terminal)?;
            }
            Next::Retake => {
                guard.retake()?;
                stage.lines.push("again".to_owned());
                draw_anew(&mut terminal)?;
            }
        }
    }
}

/// `exit` runs no destructors.
fn drop_then(guard: Guard, code: i32) -> i32 {
    drop(guard);
    code
}

fn listen(sender: &Sender<Message>) -> Result<Signals, TermFault> {
    let to_panics = sender.clone();
    panics::watch(move |panic| _ = to_panics.send(Message::Panic(panic)));
    let to_input = sender.clone();
    input::listen(move |input| to_input.send(Message::Input(input)).is_ok())?;
    let to_signals = sender.clone();
    Signals::listen(move |signal| _ = to_signals.send(Message::Signal(signal)))
}

enum Next {
    Draw,
    Stop,
    Retake,
    Fail,
    End(i32),
}

impl Stage {
    fn view(&self) -> Text<'_> {
        let mut text = Text::from_iter(self.lines.iter().map(|line| Line::from(line.as_str())));
        text.push_line(format!("{} events", self.events).fg(Color::Red).reversed());
        text
    }

    fn take(&mut self, message: Message) -> Next {
        self.events += 1;
        match message {
            Message::Panic(panic) => self.say(of_panic(&panic)),
            Message::Signal(Signal::Suspend) => Next::Stop,
            Message::Signal(Signal::Continue) => Next::Retake,
            Message::Signal(signal) => Next::End(signal.exit_code().into()),
            Message::Input(Input::Lost(_)) => Next::End(5),
            Message::Input(Input::Event(event)) => self.handle(&event),
        }
    }

    fn say(&mut self, line: String) -> Next {
        self.lines.push(line);
        Next::Draw
    }

    fn handle(&mut self, event: &Event) -> Next {
        let key = match event {
            Event::Key(key) => key,
            Event::Paste(text) => return self.say(format!("pasted {} letters", text.len())),
            Event::Resize(columns, rows) => return self.say(format!("{columns} by {rows}")),
            _ => return Next::Draw,
        };
        match key.code {
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => Next::End(130),
            KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => Next::Stop,
            KeyCode::Char('q') => Next::End(0),
            KeyCode::Char('e') => Next::Fail,
            KeyCode::Char('u') => panic!("the stage falls"),
            KeyCode::Char('w') => {
                let worker = thread::spawn(|| panic!("a worker falls"));
                let _ = worker.join();
                Next::Draw
            }
            KeyCode::Char('h') => loop {
                thread::park();
            },
            KeyCode::Char(letter) => self.say(format!("key {letter}")),
            _ => Next::Draw,
        }
    }
}
