//! What is remembered between two starts.

use std::fs;

use foretree::files::Settings;

use crate::Home;

fn chosen() -> Settings {
    Settings {
        theme: Some("light".to_owned()),
        glyphs: None,
        folder: Some("/some/where".into()),
        tutorial: vec!["first".to_owned()],
    }
}

#[test]
fn settings_come_back_as_they_were_saved() {
    let home = Home::new();
    assert_eq!(Settings::load(&home.homes), (Settings::default(), None));
    chosen().save(&home.homes).unwrap();
    assert_eq!(Settings::load(&home.homes), (chosen(), None));
}

#[test]
fn broken_settings_are_put_aside_and_told_and_the_program_goes_on() {
    let home = Home::new();
    let path = home.homes.config.join("settings.ron");
    fs::write(&path, "(theme: Some(").unwrap();
    let (settings, broken) = Settings::load(&home.homes);
    assert_eq!(settings, Settings::default());
    let kept = broken.unwrap().kept.unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), "(theme: Some(");
    settings.save(&home.homes).unwrap();
    assert_eq!(Settings::load(&home.homes), (Settings::default(), None));
}

#[test]
fn settings_of_another_version_are_read_as_far_as_they_are_known() {
    let home = Home::new();
    let path = home.homes.config.join("settings.ron");
    fs::write(&path, "(theme: Some(\"dark\"), sound: Loud(3))").unwrap();
    let (settings, broken) = Settings::load(&home.homes);
    assert_eq!(broken, None);
    assert_eq!(settings.theme.as_deref(), Some("dark"));
}
