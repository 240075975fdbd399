//! From the terminal's events to messages.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Code, Key, Msg};

/// The message of an event; nothing for what means nothing to us.
pub(super) fn message(event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) => self::key(*key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text.clone())),
        Event::Resize(columns, rows) => Some(Msg::Resize(*columns, *rows)),
        Event::FocusGained => Some(Msg::Focus),
        Event::FocusLost | Event::Mouse(_) => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    // AltGr comes as Control with Alt, and has made the character already.
    let alt_gr = held(KeyModifiers::CONTROL) && held(KeyModifiers::ALT);
    let named = !matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        ctrl: held(KeyModifiers::CONTROL) && !alt_gr,
        alt: held(KeyModifiers::ALT) && !alt_gr,
        shift: held(KeyModifiers::SHIFT) && named,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> String {
        key(KeyEvent::new(code, modifiers)).unwrap().to_string()
    }

    #[test]
    fn keys_are_named_as_in_the_table() {
        assert_eq!(pressed(KeyCode::Char('s'), KeyModifiers::CONTROL), "<C-s>");
        assert_eq!(pressed(KeyCode::Char('A'), KeyModifiers::SHIFT), "A");
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), "<BackTab>");
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), alt_gr), "@");
    }
}
