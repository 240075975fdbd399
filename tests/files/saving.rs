//! Saving scenarios: canonical, complete, atomic.

use foretree::files;

const MALAWI: &str = include_str!("../fixtures/scenarios/malawi.ron");

#[test]
fn what_is_saved_reads_back_the_same() {
    let loaded = files::parse(MALAWI, "malawi.ron").expect("the example is good");
    assert!(loaded.had_comments);
    let saved = files::to_ron(&loaded.scenario);
    let again = files::parse(&saved, "saved.ron").expect("saved files are good");
    assert_eq!(again.scenario, loaded.scenario);
    assert!(!again.had_comments);
    assert_eq!(files::to_ron(&again.scenario), saved);
}
