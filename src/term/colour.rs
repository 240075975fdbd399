//! Colours as we choose them.

/// Lets every style through to the terminal.
///
/// crossterm itself obeys `NO_COLOR` by dropping reverse and bold too, which makes the selected row
/// invisible. [`Look`](crate::look) obeys it by choosing styles without colour.
pub fn ours() {
    crossterm::style::force_color_output(true);
}
