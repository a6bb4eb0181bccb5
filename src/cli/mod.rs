//! The command line: one subcommand a file, and no logic beyond wiring.

mod act;
mod agenda;
mod assign;
mod board;
mod check;
mod colour;
mod completions;
mod config;
mod coverage;
mod crash;
mod digest;
mod exit;
mod explain;
mod export;
mod flag;
mod home;
mod journey;
mod keys;
mod lens;
mod listen;
mod log;
mod manual;
mod memory;
mod named;
mod output;
mod place;
mod playbook;
mod present;
mod privacy;
mod reading;
mod rule;
mod scorecard;
mod show;
mod testimony;
mod today;
mod told;
mod undo;

use crate::workspace;
use clap::{CommandFactory, Parser, Subcommand, ValueHint};
use exit::Exit;
use place::Place;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Draws customer journeys, lays customer feedback over every touchpoint, and shows where it hurts.
///
/// Without a command it opens the board in the terminal.
#[derive(Debug, Parser)]
#[command(name = "pothole", version, after_help = exit::HELP, disable_help_subcommand = true)]
struct CommandLine {
    /// Run as if pothole had been started in this folder
    #[arg(short = 'C', value_name = "PATH", global = true, value_hint = ValueHint::DirPath)]
    directory: Option<PathBuf>,

    /// When to use colour; `NO_COLOR` turns it off as well
    #[arg(long, value_name = "WHEN", global = true, value_enum, default_value_t)]
    color: colour::When,

    #[command(flatten)]
    looks: colour::Looks,

    /// Read all feedback anew, and remember nothing of it; `POTHOLE_CACHE=off` does the same
    #[arg(long, global = true)]
    no_cache: bool,

    /// The config file; without it `POTHOLE_CONFIG`, or config.yaml in your config folder; `off` for none
    #[arg(long, value_name = "FILE", global = true, value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,

    /// Open the board where it hurts most, as for the first time, not where you left it
    #[arg(long)]
    fresh: bool,

    #[command(flatten)]
    today: today::Today,

    /// The workspace to open: a folder that holds pothole.yaml, or has one in its journeys/ folder
    #[arg(value_hint = ValueHint::DirPath)]
    path: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Assign(assign::Assign),
    Act(act::Act),
    Told(told::Told),
    Playbook(playbook::Playbook),
    Flag(flag::Flag),
    Rule(rule::AddRule),
    Coverage(coverage::Coverage),
    Explain(explain::Explain),
    Export(export::Export),
    Digest(digest::DigestWeek),
    Journey(journey::Journey),
    Listen(listen::Listen),
    Agenda(agenda::Agenda),
    Scorecard(scorecard::Scorecard),
    Show(show::Show),
    Present(present::Present),
    Keys(keys::Keys),
    Log(log::Log),
    Undo(undo::Undo),
    Completions(completions::Completions),
    Man(manual::Manual),
}

/// Runs the program and says how it went: 0, 1 or 2, as `pothole --help` explains.
pub fn main() -> ExitCode {
    crash::watch();
    let command_line = match CommandLine::try_parse() {
        Ok(command_line) => command_line,
        Err(message) => return exit::with_message(&message),
    };
    match command_line.run() {
        Ok(exit) => exit.into(),
        Err(error) => exit::with_error(&error),
    }
}

impl CommandLine {
    fn run(self) -> anyhow::Result<Exit> {
        if let (Some(path), Some(_)) = (&self.path, &self.command) {
            anyhow::bail!(
                "a command works on the folder given with -C: pothole -C {} ...",
                path.display()
            );
        }
        if let (Some(day), Some(_)) = (self.today.given(), &self.command) {
            anyhow::bail!("`--today` stands behind the command: pothole COMMAND --today {day}");
        }
        let mut place = Place::new(self.directory, self.color, memory::cache(self.no_cache))?;
        place.looks = self.looks;
        if let Some(path) = &self.path {
            mistyped(&place.path(path), path)?;
        }
        match self.command {
            None => {
                let habits = config::habits(self.config.as_deref());
                let opening = board::Opening {
                    fresh: self.fresh,
                    meeting: false,
                    today: self.today,
                };
                board::open(&place, self.path.as_deref(), habits, opening)
            }
            Some(Command::Check(check)) => check.run(&place),
            Some(Command::Assign(assign)) => assign.run(&place),
            Some(Command::Act(act)) => act.run(&place),
            Some(Command::Told(told)) => told.run(&place),
            Some(Command::Playbook(playbook)) => playbook.run(&place),
            Some(Command::Flag(flag)) => flag.run(&place),
            Some(Command::Rule(rule)) => rule.run(&place),
            Some(Command::Coverage(coverage)) => coverage.run(&place),
            Some(Command::Explain(explain)) => explain.run(&place),
            Some(Command::Export(export)) => export.run(&place),
            Some(Command::Digest(digest)) => digest.run(&place),
            Some(Command::Journey(journey)) => journey.run(&place),
            Some(Command::Listen(listen)) => listen.run(&place),
            Some(Command::Agenda(agenda)) => agenda.run(&place),
            Some(Command::Scorecard(scorecard)) => scorecard.run(&place),
            Some(Command::Show(show)) => {
                let taste = config::habits(self.config.as_deref()).taste;
                show.run(&place, taste)
            }
            Some(Command::Present(present)) => {
                present.run(&place, config::habits(self.config.as_deref()))
            }
            Some(Command::Keys(keys)) => keys.run(self.config.as_deref()),
            Some(Command::Log(log)) => log.run(&place),
            Some(Command::Undo(undo)) => undo.run(&place),
            Some(Command::Completions(completions)) => completions.run(&mut Self::command()),
            Some(Command::Man(manual)) => manual.run(Self::command()),
        }
    }
}

/// A path that is not there may be a command with a slip in it.
fn mistyped(there: &Path, typed: &Path) -> anyhow::Result<()> {
    let names: Vec<_> = CommandLine::command()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    let typed = typed.to_string_lossy();
    let near = workspace::nearest(&typed, names.iter().map(String::as_str));
    if let Some(near) = near.filter(|_| !there.exists()) {
        anyhow::bail!("there is no folder `{typed}`; did you mean `pothole {near}`?");
    }
    Ok(())
}
