//! `pothole listen`: who is due to listen to customers, and which of them nobody has heard; `add` writes a
//! contact down.

use super::assign::refuse;
use super::exit::{Exit, say};
use super::lens::day;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::today::Today;
use super::{named, output, reading};
use crate::board::Listened;
use crate::export::{self, Ears, Paper};
use crate::feedback::{Contact, Day, Polarity};
use crate::journey::How;
use crate::workspace::{self, Workspace, visible};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use std::io::Write;

/// Print who is due to listen to customers, and which segments nobody has heard
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Listen {
    #[command(subcommand)]
    what: Option<What>,

    /// What to write: a page to read, a page to send, or everything
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    privacy: PrivacyOption,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Add),
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// The same for a wiki, a chat or a mail
    Markdown,
    /// Everything, as docs/practices.md describes it
    Json,
}

/// Write down that somebody listened to a customer
#[derive(Args, Debug)]
struct Add {
    /// The id of the person who listened; may be given several times
    #[arg(long, value_name = "ID", required = true)]
    who: Vec<String>,

    /// How
    #[arg(long, value_name = "HOW", value_parser = how())]
    how: How,

    /// When, as YYYY-MM-DD; today when left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,

    /// The customer
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,

    /// The group of customers
    #[arg(long, value_name = "NAME")]
    segment: Option<String>,

    /// A touchpoint spoken of; may be given several times
    #[arg(long, value_name = "TOUCHPOINT")]
    about: Vec<String>,

    /// How the customer spoke of it
    #[arg(long, value_name = "POLARITY", value_enum)]
    speaks: Option<Speaks>,

    /// The customer's own words
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,

    /// Anything else to remember
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,

    #[command(flatten)]
    today: Today,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Speaks {
    Complaint,
    Neutral,
    Praise,
}

fn how() -> impl TypedValueParser<Value = How> {
    let names = PossibleValuesParser::new(How::WORDS.map(|(word, _)| word));
    names.map(|name| {
        let mut words = How::WORDS.iter();
        let found = words.find(|(word, _)| *word == name);
        found.map_or(How::Interview, |(_, how)| *how)
    })
}

impl Listen {
    /// Prints the register, or adds to it.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        if let Some(What::Add(add)) = self.what {
            return add.run(&workspace);
        }
        let overlay = reading::feedback(place, &workspace);
        let (charter, sources) = (&workspace.charter, &workspace.sources);
        let mut listened = Listened::of(charter, sources, &overlay.tally, self.today.day());
        let privacy = self.privacy.privacy();
        privacy.contacts(&mut listened.contacts);
        let ears = Ears {
            journeys: &workspace.journeys,
            charter,
            listened: &listened,
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::listening(ears, Paper::Text, out),
            Format::Markdown => export::listening(ears, Paper::Markdown, out),
            Format::Json => export::listening_json(ears, out),
        }))?;
        reading::warn(&workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}

impl Add {
    fn run(self, workspace: &Workspace) -> anyhow::Result<Exit> {
        let contact = match self.contact(workspace) {
            Ok(contact) => contact,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let (file, line) = match workspace::add_contact(workspace, &contact) {
            Ok(place) => place,
            Err(error) => return Ok(refuse(&format!("{:#}", anyhow::Error::new(error)))),
        };
        if contact.about.is_empty() {
            say("note: the contact names no touchpoint; `--about` says what it was about");
        }
        let how = contact.how.words(1);
        let told = format!("{file}:{line}: {how} of {}", contact.on);
        let line = visible(&told) + "\n";
        output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
        Ok(Exit::Well)
    }

    /// The contact, or why there cannot be such a one.
    fn contact(self, workspace: &Workspace) -> Result<Contact, String> {
        let people = workspace.charter.roster.people.iter();
        let people = people.map(|person| person.id.as_str());
        let nobody = self
            .who
            .iter()
            .find(|who| !people.clone().any(|id| id == **who));
        if let (Some(who), true) = (nobody, people.clone().next().is_some()) {
            let unknown = named::unknown("person", who, people);
            return Err(format!(
                "{unknown}; `people:` in pothole.yaml declares them"
            ));
        }
        let now = self.today.day();
        let on = self.on.unwrap_or(now);
        if on > now {
            return Err(format!(
                "{on} is in the future, today is {now}: nobody has listened yet"
            ));
        }
        let polarity = match self.speaks {
            Some(Speaks::Complaint) => Polarity::Complaint,
            Some(Speaks::Neutral) => Polarity::Neutral,
            Some(Speaks::Praise) => Polarity::Praise,
            None => Polarity::Unscored,
        };
        if self.speaks.is_some() && self.about.is_empty() {
            return Err("`--speaks` needs `--about`: say what was spoken of".to_owned());
        }
        let mut about = Vec::new();
        for name in &self.about {
            let index = named::touchpoint(&workspace.journeys, name)?;
            if !about.contains(&(index, polarity)) {
                about.push((index, polarity));
            }
        }
        let line = |text: Option<String>| {
            let text = text.unwrap_or_default();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let said = |text: Option<String>| Some(line(text)).filter(|text| !text.is_empty());
        Ok(Contact {
            who: self.who,
            on,
            how: self.how,
            customer: said(self.customer),
            segment: line(self.segment),
            about,
            words: said(self.words),
            notes: said(self.notes),
            file: String::new(),
            line: 0,
        })
    }
}
