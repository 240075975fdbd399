//! `foretree man`: the manual page, every command in it.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::help::command_line;
use crate::words::tell;

/// The manual page in roff, for `man -l`.
///
/// # Errors
///
/// None in practice: the page is written to memory.
pub(crate) fn man() -> io::Result<String> {
    let command = command_line();
    let mut page = Vec::new();
    let man = Man::new(command.clone()).title("FORETREE");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for subcommand in command.get_subcommands() {
        chapter(subcommand, &mut page)?;
    }
    man.render_extra_section(&mut page)?;
    page.extend_from_slice(tell("man-exit-codes", &[]).as_bytes());
    page.push(b'\n');
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// One command as a section of the page.
fn chapter(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut text = Vec::new();
    let man = Man::new(command.clone());
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    man.render_extra_section(&mut text)?;
    let name = command.get_name().to_uppercase();
    page.extend_from_slice(format!(".SH \"FORETREE {name}\"\n").as_bytes());
    let text = String::from_utf8_lossy(&text).replace(".SH ", ".SS ");
    page.extend_from_slice(text.as_bytes());
    Ok(())
}
