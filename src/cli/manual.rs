//! `pothole man`: the manual page of all commands, in roff.

use super::exit::Exit;
use super::output;
use clap::Args;
use std::io::{self, Write};

/// Print the manual page
#[derive(Args, Debug)]
pub(super) struct Manual {}

impl Manual {
    /// Prints the page: the program, then each of its commands.
    #[expect(clippy::unused_self, reason = "every command runs alike")]
    pub(super) fn run(self, mut command: clap::Command) -> anyhow::Result<Exit> {
        command.build();
        output::to_stdout(Box::new(move |out| pages(command, out)))?;
        Ok(Exit::Well)
    }
}

fn pages(command: clap::Command, out: &mut dyn Write) -> io::Result<()> {
    let commands: Vec<_> = command.get_subcommands().cloned().collect();
    clap_mangen::Man::new(command).render(&mut *out)?;
    for command in commands {
        let name = command.get_name().to_owned();
        let page = clap_mangen::Man::new(command);
        writeln!(out, ".SH \"POTHOLE {}\"", name.to_uppercase())?;
        page.render_synopsis_section(&mut *out)?;
        page.render_description_section(&mut *out)?;
        page.render_options_section(&mut *out)?;
    }
    Ok(())
}
