//! Help, version, completions and the manual page.

use crate::support::Desk;

const COMMANDS: [&str; 13] = [
    "backtest",
    "new",
    "check",
    "run",
    "compare",
    "setbacks",
    "backcast",
    "choices",
    "matters",
    "data",
    "workshop",
    "completions",
    "man",
];

#[test]
fn every_command_explains_itself_and_shows_an_example_within_eighty_columns() {
    let desk = Desk::new();
    for command in COMMANDS {
        let text = desk.said(&[command, "--help"]);
        assert!(text.contains(&format!("foretree {command}")), "{text}");
        assert!(text.contains("Example"), "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
    }
    let text = desk.said(&["--help"]);
    for command in COMMANDS {
        assert!(text.contains(command), "{command}");
    }
}

#[test]
fn no_help_text_is_missing() {
    let desk = Desk::new();
    for command in COMMANDS {
        let text = desk.said(&[command, "--help"]);
        assert!(!text.contains("help-"), "{text}");
    }
}

#[test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(
        Desk::new().said(&["--version"]),
        format!("foretree {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn completions_know_the_commands() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.said(&["completions", shell]);
        assert!(
            COMMANDS.iter().all(|command| script.contains(command)),
            "{shell}"
        );
    }
}

#[test]
fn the_manual_page_has_every_command_and_the_exit_codes() {
    let page = Desk::new().said(&["man"]);
    assert!(page.contains(".TH FORETREE"));
    for command in COMMANDS {
        assert!(
            page.contains(&format!("FORETREE {}", command.to_uppercase())),
            "{command}"
        );
    }
    assert!(page.contains("EXIT STATUS"));
}

#[test]
fn alone_the_program_says_what_it_is_and_what_to_try() {
    let text = Desk::new().said(&[]);
    assert!(
        text.contains("foretree run malawi-mast-or-phone.ron"),
        "{text}"
    );
    for name in ["niger-who-connects.ron", "ldc-as-now.ron"] {
        assert!(text.contains(name), "{name}");
    }
}
