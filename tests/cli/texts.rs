//! Texts for people fit their terminal.

use unicode_width::UnicodeWidthStr;

use foretree::files::examples::EXAMPLES;

use crate::support::{Desk, QUICK, SMALL};

fn fits(text: &str, what: &str) {
    for line in text.lines() {
        assert!(line.width() <= 80, "{what}: {line}");
    }
}

#[test]
fn every_example_runs_compares_and_is_sound_within_eighty_columns() {
    let desk = Desk::new();
    for (name, _) in EXAMPLES {
        fits(&desk.said(&["run", name, QUICK[0], QUICK[1]]), name);
        fits(&desk.said(&["compare", name, QUICK[0], QUICK[1]]), name);
    }
}

#[test]
fn an_ascii_terminal_gets_ascii_within_eighty_columns() {
    let desk = Desk::new();
    for (name, value) in [("LC_ALL", "C"), ("TERM", "dumb")] {
        for arguments in [
            &["run", "ldc-as-now", "--draws", "20"][..],
            &["data", "countries"],
            &[],
        ] {
            let output = desk.foretree(arguments).env(name, value).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.is_ascii(), "{arguments:?} under {name}={value}");
            fits(&text, name);
        }
    }
}

#[test]
fn pipes_and_no_color_get_plain_text_and_no_progress() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    for variable in ["NO_COLOR", "UNUSED"] {
        let output = desk
            .foretree(&["run", "small.ron", "--draws", "20"])
            .env("TERM", "xterm-256color")
            .env(variable, "1")
            .output()
            .unwrap();
        assert!(!output.stdout.contains(&0x1b), "{variable}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[test]
fn the_answer_is_one_value_per_option_and_says_how_to_repeat_it() {
    let desk = Desk::new();
    desk.file("small.ron", SMALL);
    let text = desk.said(&["run", "small.ron", "--draws", "50", "--seed", "3"]);
    let answer = text.split("Who is offline").next().unwrap();
    assert!(
        answer.contains("A  Masts") && answer.contains("B  As now"),
        "{answer}"
    );
    assert!(
        text.contains("Again: foretree run --draws 50 --seed 3 small.ron"),
        "{text}"
    );
    assert!(
        text.contains("What comes first?"),
        "the open decision is named"
    );
}
