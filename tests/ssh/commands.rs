//! Commands without a workbench, and everything that is refused.

use foretree::workshop::server::News;

use crate::stage::{CODE, Stage};
use crate::terminal::Terminal;

/// What a command prints in the end, and its exit code.
fn said(stage: &Stage, more: &[&str]) -> (String, u32) {
    let mut client: Terminal = stage.ssh("blue", more).open();
    client.wait_for("Code of the workshop:");
    client.press(&format!("{CODE}\r"));
    let code = client.end().exit_code();
    (client.text(), code)
}

#[test]
fn own_scenarios_can_be_run_without_a_workbench() {
    let stage = Stage::new();
    let own = stage.table("blue").join("scenarios");
    std::fs::create_dir_all(&own).unwrap();
    let text = include_str!("../../scenarios/malawi-mast-or-phone.ron");
    std::fs::write(own.join("mine.ron"), text).unwrap();
    let (text, code) = said(&stage, &["--", "report", "mine.ron", "--draws", "200"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("Again: foretree run"), "{text}");
    let (text, code) = said(&stage, &["--", "check", "mine.ron"]);
    assert_eq!(code, 0, "{text}");
    let asked = |news: &News| matches!(news, News::Command { line, .. } if line.contains("mine"));
    assert_eq!(stage.count(asked), 2);
}

#[test]
fn nobody_reads_a_file_that_is_not_their_own() {
    let stage = Stage::new();
    let red = stage.table("red").join("scenarios");
    std::fs::create_dir_all(&red).unwrap();
    std::fs::write(red.join("secret.ron"), "(secret: 1)").unwrap();
    std::fs::create_dir_all(stage.table("blue").join("scenarios")).unwrap();
    for path in [
        "../../red/scenarios/secret.ron",
        "/etc/passwd",
        "tables/red/scenarios/secret.ron",
        red.join("secret.ron").to_str().unwrap(),
    ] {
        let (text, code) = said(&stage, &["--", "check", path]);
        assert_eq!(code, 3, "{path}: {text}");
        assert!(
            !text.contains("(secret") && !text.contains("root:"),
            "{text}"
        );
    }
}

#[test]
fn there_is_no_shell_and_no_other_program() {
    let stage = Stage::new();
    for line in [
        "sh",
        "cat /etc/passwd",
        "run x.ron; id",
        "scp -f x",
        "serve",
    ] {
        let (text, code) = said(&stage, &["--", line]);
        assert!(code > 0 && !text.contains("uid="), "{line}: {text}");
    }
}

#[test]
fn without_a_terminal_there_is_no_workbench() {
    let stage = Stage::new();
    let (text, code) = said(&stage, &["-T"]);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("needs a terminal"), "{text}");
}

#[test]
fn files_agents_and_other_machines_are_out_of_reach() {
    let stage = Stage::new();
    let (text, code) = said(&stage, &["-s", "--", "sftp"]);
    assert!(code > 0, "{text}");
    let (text, code) = said(&stage, &["-W", "127.0.0.1:22"]);
    assert!(code > 0, "{text}");
    let (text, code) = said(
        &stage,
        &[
            "-o",
            "ExitOnForwardFailure=yes",
            "-R",
            "0:127.0.0.1:22",
            "-N",
        ],
    );
    assert!(code > 0, "{text}");
}
