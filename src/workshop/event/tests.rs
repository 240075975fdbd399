use super::*;

fn entry(event: Event) -> Entry {
    Entry {
        n: 7,
        at: "2026-11-22 09:30:15".to_owned(),
        by: Who::Expert,
        event,
    }
}

#[test]
fn a_line_of_the_record_reads_as_plain_words() {
    let answered = Event::Answered {
        round: 1,
        stage: 2,
        expert: Expert("E07".to_owned()),
        answer: Answer::Probability {
            p: 0.35,
            low: None,
            high: None,
        },
        reason: "Half of the last cut was kept.".to_owned(),
        from: Origin::Card,
    };
    let text = serde_json::to_string(&entry(answered.clone())).unwrap();
    assert_eq!(
        text,
        "{\"n\":7,\"at\":\"2026-11-22 09:30:15\",\"by\":\"expert\",\"do\":{\"answered\":{\
         \"round\":1,\"stage\":2,\"expert\":\"E07\",\"answer\":{\"probability\":{\"p\":0.35}},\
         \"reason\":\"Half of the last cut was kept.\",\"from\":\"card\"}}}"
    );
    assert_eq!(
        serde_json::from_str::<Entry>(&text).unwrap(),
        entry(answered)
    );
}

#[test]
fn an_event_of_a_later_version_is_kept_as_it_was_read() {
    let text = "{\"n\":7,\"at\":\"2026-11-22 09:30:15\",\"by\":\"expert\",\
                \"do\":{\"sang\":{\"song\":\"x\"}}}";
    let read: Entry = serde_json::from_str(text).unwrap();
    assert!(matches!(read.event, Event::Unknown(_)));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
}
