//! Texts that tests expect, kept as plain files.

/// Compares with `tests/snapshots/cli-NAME.txt`; with `UPDATE_SNAPSHOTS` set, writes it.
pub(crate) fn expected(name: &str, text: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    let path = format!("{folder}/cli-{name}.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        before, text,
        "set UPDATE_SNAPSHOTS=1 if the new text is better"
    );
}
