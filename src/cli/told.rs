//! `pothole told`: the customers whose complaints came before a fix, and the ledger of those who were told.

use super::act::action;
use super::assign::refuse;
use super::exit::{Exit, say};
use super::place::Place;
use super::privacy::PrivacyOption;
use super::today::Today;
use super::{output, reading};
use crate::board::{Board, Hearer, Lens, hearers};
use crate::export::{Telling, told_csv, told_markdown};
use crate::feedback::{Day, Words, complainants};
use crate::journey::{Action, Told as Record};
use crate::workspace::{self, LEDGER_FILE, Workspace, visible};
use clap::{Args, ValueEnum};
use std::io::Write;

/// List the customers whose complaints came before a fix, to tell them what was done
///
/// It never sends anything. Those whom the ledger says have been told are left out.
#[derive(Args, Debug)]
pub(super) struct Told {
    /// The action's id
    action: String,

    /// What to write: rows for a mail merge, or a page that says what they said and what was done
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// List those who were told already, too
    #[arg(long)]
    all: bool,

    /// Write everybody listed into the ledger: they have been told
    #[arg(long)]
    mark: bool,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    privacy: PrivacyOption,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// One row a customer, for a mail merge
    #[default]
    Csv,
    /// You said, we did
    Markdown,
}

/// The day of shipping of an action that has all it takes to tell of it, and to write down on a day that
/// customers were told; or what it lacks.
fn ready(action: &Action, marked: Option<Day>) -> Result<Day, String> {
    let id = &action.id;
    let Some(shipped) = action.shipped else {
        return Err(format!(
            "action {id} is not shipped: there is nothing to tell yet"
        ));
    };
    for (key, text) in [("root-cause", &action.root_cause), ("done", &action.done)] {
        if text.is_none() {
            return Err(format!("say it first: pothole act set {id} {key} \"...\""));
        }
    }
    match marked.filter(|on| *on < shipped) {
        Some(on) => Err(format!(
            "action {id} is shipped on {shipped}: nobody can have been told on {on}"
        )),
        None => Ok(shipped),
    }
}

impl Told {
    /// Prints the customers, and writes them into the ledger where that was asked for.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let (index, action) = match action(&workspace.journeys, &self.action) {
            Ok(found) => found,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let marked = self.mark.then(|| self.today.day());
        let shipped = match ready(action, marked) {
            Ok(shipped) => shipped,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let overlay = reading::feedback(place, &workspace);
        let (journeys, charter) = (&workspace.journeys, &workspace.charter);
        let board = Board::build(journeys, charter, &overlay, &Lens::default());
        let earlier = board.complaints_before(&overlay, index, shipped);
        let (sources, root) = (&workspace.sources, &workspace.root);
        let feeds = (&sources[..], &workspace.rules[..]);
        let found = complainants(root, journeys, feeds, &overlay, (index, shipped));
        let mut hearers = hearers(found.people, sources, &action.id, &workspace.told);
        let before = hearers
            .iter()
            .filter(|hearer| hearer.told.is_some())
            .count();
        let new = hearers.len() - before;
        if !self.all {
            hearers.retain(|hearer| hearer.told.is_none());
        }
        let fixes = board.fixes(journeys, &overlay, index);
        let cards = board.cards_of(journeys, index, &fixes);
        let telling = Telling {
            action,
            touchpoint: journeys.touchpoint(index),
            card: cards.iter().find(|card| card.of(journeys) == Some(action)),
            hearers: &hearers,
            sources,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| {
            let privacy = self.privacy.privacy();
            let mut words = Words::new(root, sources, &found.files);
            let mut said = |hearer: &Hearer| privacy.text(&words.of(&hearer.who)).into_owned();
            match self.format {
                Format::Csv => told_csv(telling, &mut said, out),
                Format::Markdown => told_markdown(telling, &mut said, out),
            }
        }))?;
        say(&format!(
            "{new} to tell, {before} told before; {} complaints came before {shipped}, {} of them name \
             nobody and say nothing, {} have no date",
            earlier.complaints, found.faceless, earlier.undated
        ));
        if self.mark {
            return Ok(self.mark(&workspace, &action.id, &hearers));
        }
        Ok(Exit::Well)
    }

    fn mark(&self, workspace: &Workspace, action: &str, hearers: &[Hearer]) -> Exit {
        let known = |hearer: &&Hearer| hearer.who.customer.is_some() || hearer.who.id.is_some();
        let new = hearers.iter().filter(|hearer| hearer.told.is_none());
        let (named, nameless): (Vec<&Hearer>, Vec<&Hearer>) = new.partition(known);
        if !nameless.is_empty() {
            let many = nameless.len();
            say(&format!(
                "warning: {many} rows name nobody and have no id; they are not marked"
            ));
        }
        let source = |hearer: &Hearer| workspace.sources.get(hearer.who.source);
        let records = named.into_iter().map(|hearer| Record {
            on: self.today.day(),
            action: action.to_owned(),
            source: source(hearer).map_or_else(String::new, |source| source.id.clone()),
            id: (hearer.who.id.clone()).filter(|_| hearer.who.customer.is_none()),
            customer: hearer.who.customer.clone(),
        });
        let records: Vec<Record> = records.collect();
        if records.is_empty() {
            say("nobody to mark");
            return Exit::Well;
        }
        match workspace::record_told(workspace, &records) {
            Ok(new) => {
                say(&visible(&format!(
                    "{LEDGER_FILE}: {} marked as told",
                    records.len()
                )));
                if new {
                    say(
                        "the ledger is new: put `told.jsonl merge=union` into .gitattributes beside it",
                    );
                }
                say(&format!("next: pothole act move {action} told"));
                Exit::Well
            }
            Err(error) => refuse(&format!("{:#}", anyhow::Error::new(error))),
        }
    }
}
