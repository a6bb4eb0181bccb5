//! `pothole completions`: what a shell needs to complete commands and options.

use super::exit::Exit;
use super::output;
use clap::Args;
use clap_complete::Shell;

/// Print a completion script for a shell
#[derive(Args, Debug)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub(super) fn run(self, command: &mut clap::Command) -> anyhow::Result<Exit> {
        // The generator panics when its writer fails, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "pothole", &mut script);
        output::to_stdout(Box::new(move |out| out.write_all(&script)))?;
        Ok(Exit::Well)
    }
}
