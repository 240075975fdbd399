//! Drawing everything again.

use ratatui::Terminal;
use ratatui::backend::Backend;

/// Clears the screen and makes the next frame draw every cell, after something else had the
/// terminal.
///
/// `Terminal::clear` would ask the terminal where its cursor is and wait for the answer, which the
/// thread that reads keys takes away.
///
/// # Errors
/// If the backend cannot write.
pub fn draw_anew<B: Backend>(terminal: &mut Terminal<B>) -> Result<(), B::Error> {
    terminal.backend_mut().clear()?;
    // Empties what was drawn last and makes it the frame to compare with.
    terminal.swap_buffers();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::TestBackend;

    #[test]
    fn every_cell_is_drawn_again() {
        let mut terminal = Terminal::new(TestBackend::new(5, 1)).unwrap();
        terminal
            .draw(|frame| frame.render_widget("hello", frame.area()))
            .unwrap();
        draw_anew(&mut terminal).unwrap();
        terminal.backend().assert_buffer_lines(["     "]);
        terminal
            .draw(|frame| frame.render_widget("hello", frame.area()))
            .unwrap();
        terminal.backend().assert_buffer_lines(["hello"]);
    }
}
