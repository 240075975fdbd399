use std::fs;

use proptest::prelude::*;
use tempfile::tempdir;

use super::*;

const AT: &str = "2026-11-22 09:30:15";

fn said(text: &str) -> Event {
    Event::Announced {
        text: text.to_owned(),
    }
}

fn begun(folder: &Path, texts: &[&str]) -> Record {
    let path = folder.join("record.log");
    let mut record = Record::begin(&path, false, (AT, Who::Host, said("first"))).unwrap();
    for text in texts {
        let mut hold = record.hold().unwrap().0;
        hold.append(AT, Who::Trainer, said(text)).unwrap();
    }
    record
}

fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn broken(lines: &[String]) -> Option<Break> {
    read(format!("{}\n", lines.join("\n")).as_bytes()).broken
}

#[test]
fn the_chain_is_what_sha256sum_says() {
    // printf '%064d\n%s' 0 abc | sha256sum
    assert_eq!(
        hash(BEFORE_THE_FIRST, b"abc"),
        "ac10ec504bb4ed3d77c3b3d1cf8fc534a2f6658185a64fc00b24a1afce46cec3".to_owned()
    );
}

#[test]
fn what_was_written_is_read_again_with_the_same_head() {
    let folder = tempdir().unwrap();
    let record = begun(folder.path(), &["one", "two"]);
    let head = record.head().to_owned();
    drop(record);
    let (again, entries, aside) = Record::open(&folder.path().join("record.log")).unwrap();
    assert_eq!((again.head(), again.entries()), (head.as_str(), 3));
    assert_eq!(entries[2].event, said("two"));
    assert_eq!(aside, None);
}

#[test]
fn a_changed_removed_swapped_or_added_line_is_found_at_its_place() {
    let folder = tempdir().unwrap();
    begun(folder.path(), &["one", "two", "three"]);
    let good = lines(&folder.path().join("record.log"));
    assert_eq!(broken(&good), None);
    let mut changed = good.clone();
    changed[1] = changed[1].replace("one", "0ne");
    assert_eq!(broken(&changed), Some(Break::Hash { line: 2 }));
    let mut removed = good.clone();
    removed.remove(1);
    assert_eq!(broken(&removed), Some(Break::Hash { line: 2 }));
    let mut swapped = good.clone();
    swapped.swap(1, 2);
    assert_eq!(broken(&swapped), Some(Break::Hash { line: 2 }));
    let mut added = good.clone();
    added.insert(2, good[1].clone());
    assert_eq!(broken(&added), Some(Break::Hash { line: 3 }));
    let mut blank = good.clone();
    blank.insert(2, String::new());
    assert_eq!(broken(&blank), Some(Break::NoEntry { line: 3 }));
}

#[test]
fn lines_missing_at_the_end_are_told_by_the_head_alone() {
    let folder = tempdir().unwrap();
    let record = begun(folder.path(), &["one", "two"]);
    let mut good = lines(&folder.path().join("record.log"));
    good.pop();
    let cut = read(format!("{}\n", good.join("\n")).as_bytes());
    assert_eq!(cut.broken, None);
    assert_ne!(cut.head, record.head());
}

#[test]
fn a_line_that_was_not_written_whole_is_put_aside_and_writing_goes_on() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("record.log");
    drop(begun(folder.path(), &["one"]));
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend_from_slice(b"1234 {\"n\":3,\"at");
    fs::write(&path, &bytes).unwrap();
    let (mut record, entries, aside) = Record::open(&path).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(fs::read(aside.unwrap()).unwrap(), b"1234 {\"n\":3,\"at");
    let mut hold = record.hold().unwrap().0;
    assert_eq!(hold.append(AT, Who::Host, said("on")).unwrap().n, 3);
    drop(hold);
    assert_eq!(read(&fs::read(&path).unwrap()).entries.len(), 3);
}

#[test]
fn two_programs_write_the_same_record_and_see_each_others_lines() {
    let folder = tempdir().unwrap();
    let mut ours = begun(folder.path(), &[]);
    let (mut theirs, _, _) = Record::open(&folder.path().join("record.log")).unwrap();
    let mut hold = theirs.hold().unwrap().0;
    hold.append(AT, Who::Host, said("theirs")).unwrap();
    drop(hold);
    assert!(ours.has_grown());
    let (mut hold, news) = ours.hold().unwrap();
    assert_eq!(news.len(), 1);
    assert_eq!(hold.append(AT, Who::Host, said("ours")).unwrap().n, 3);
    drop(hold);
    assert_eq!(theirs.hold().unwrap().1.len(), 1);
}

#[test]
fn many_programs_at_once_lose_no_line() {
    let folder = tempdir().unwrap();
    begun(folder.path(), &[]);
    let path = folder.path().join("record.log");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = path.clone();
            scope.spawn(move || {
                let mut record = Record::open(&path).unwrap().0;
                for number in 0..10 {
                    let mut hold = record.hold().unwrap().0;
                    let text = format!("{writer}-{number}");
                    hold.append(AT, Who::Host, said(&text)).unwrap();
                }
            });
        }
    });
    let reading = read_file(&path).unwrap();
    assert_eq!((reading.entries.len(), reading.broken), (41, None));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_the_record_as_it_was() {
    let error = fs::write("/dev/full", b"x").unwrap_err();
    let fault = RecordFault::of(Path::new("record.log"), &error);
    assert_eq!(fault, RecordFault::DiskFull("record.log".into()));
}

#[test]
fn a_record_that_is_there_is_never_begun_again() {
    let folder = tempdir().unwrap();
    begun(folder.path(), &["one"]);
    let path = folder.path().join("record.log");
    let again = Record::begin(&path, false, (AT, Who::Host, said("first")));
    assert_eq!(again.unwrap_err(), RecordFault::Exists(path));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_reading_fail_and_no_changed_byte_goes_unseen(
        place in 0usize..10_000,
        bit in 0u8..8,
    ) {
        let folder = tempdir().unwrap();
        drop(begun(folder.path(), &["one", "two", "three"]));
        let mut bytes = fs::read(folder.path().join("record.log")).unwrap();
        let whole = read(&bytes);
        let place = place % bytes.len();
        bytes[place] ^= 1 << bit;
        let changed = read(&bytes);
        prop_assert!(changed.broken.is_some() || changed.head != whole.head);
    }

    #[test]
    fn arbitrary_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let reading = read(&bytes);
        prop_assert!(reading.length + reading.torn <= bytes.len());
    }
}
