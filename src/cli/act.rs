//! `pothole act`: what is being done about touchpoints; opens actions, moves them and changes what they say.

use super::assign::refuse;
use super::exit::{Exit, say};
use super::lens::LensOptions;
use super::place::Place;
use super::today::Today;
use super::{named, output, reading};
use crate::board::{Board, Order};
use crate::export::{self, Deck, Subject, Testimony};
use crate::feedback::Day;
use crate::journey::{Action, ActionEdit, ActionField, Edit, Journeys, Status, TouchpointIndex};
use crate::workspace::{self, Workspace, slug, visible};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use std::io::Write;

/// Print what is being done, or open, move and change actions
///
/// An action stands in the YAML of its touchpoint; every command here changes only its lines.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Act {
    #[command(subcommand)]
    what: Option<What>,

    /// What to write: a page to read, a table to send, or rows for a spreadsheet
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    lens: LensOptions,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// A table for a wiki, a chat or a mail
    Markdown,
    /// One row an action, for a spreadsheet
    Csv,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Add),
    Move(Move),
    Set(Set),
    Reopen(Reopen),
    Remove(Remove),
}

/// Open an action at a touchpoint
#[derive(Args, Debug)]
struct Add {
    /// The touchpoint, as journey/touchpoint, or its id where one touchpoint only has it
    touchpoint: String,

    /// What is to be done, in a sentence
    title: String,

    /// Its id; made of its title when left out
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// The id of the team or person who answers for it
    #[arg(long, value_name = "ID")]
    owner: Option<String>,

    /// When it is promised for, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = super::lens::day)]
    due: Option<Day>,

    /// Why it hurts
    #[arg(long, value_name = "TEXT")]
    root_cause: Option<String>,

    /// Where more about it stands
    #[arg(long, value_name = "TEXT")]
    link: Option<String>,

    #[command(flatten)]
    today: Today,
}

/// Move an action to a status, which sets the day of it
#[derive(Args, Debug)]
struct Move {
    /// The action's id
    action: String,

    /// How far it has come
    #[arg(value_parser = status())]
    status: Status,

    #[command(flatten)]
    today: Today,
}

/// Let a field of an action say something else
#[derive(Args, Debug)]
struct Set {
    /// The action's id
    action: String,

    /// The field
    #[arg(value_parser = field())]
    field: ActionField,

    /// What it says from now on
    #[arg(required_unless_present = "clear", conflicts_with = "clear")]
    value: Option<String>,

    /// Take away what it says
    #[arg(long)]
    clear: bool,

    #[command(flatten)]
    today: Today,
}

/// Open an action again that came back, with the reason
#[derive(Args, Debug)]
struct Reopen {
    /// The action's id
    action: String,

    /// Why; what the numbers say when left out
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

/// Take an action away
#[derive(Args, Debug)]
struct Remove {
    /// The action's id
    action: String,
}

fn status() -> impl TypedValueParser<Value = Status> {
    let names = PossibleValuesParser::new(Status::WORDS.map(|(word, _)| word));
    names.map(|name| Status::of_word(&name).unwrap_or_default())
}

fn field() -> impl TypedValueParser<Value = ActionField> {
    let names = PossibleValuesParser::new(ActionField::KEYS.map(|(key, _)| key));
    names.map(|name| ActionField::of_key(&name).unwrap_or(ActionField::Title))
}

impl Act {
    /// Prints the actions, or saves an edit of one and says what changed.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let Some(what) = &self.what else {
            return self.list(place, &workspace);
        };
        let made = match what {
            What::Add(add) => add.edit(&workspace),
            What::Move(to) => found(&workspace.journeys, &to.action, |action| {
                (action.moved(to.status, to.today.day())).map_err(|why| why.to_string())
            }),
            What::Set(set) => set.edit(&workspace),
            What::Reopen(reopen) => reopen.edit(place, &workspace),
            What::Remove(gone) => found(&workspace.journeys, &gone.action, |action| {
                Ok(ActionEdit::Remove(Box::new(action.clone())))
            }),
        };
        match made {
            Ok((index, edit)) => save(&workspace, index, edit),
            Err(reason) => Ok(refuse(&reason)),
        }
    }

    fn list(self, place: &Place, workspace: &Workspace) -> anyhow::Result<Exit> {
        let overlay = reading::feedback(place, workspace);
        let lens = self.lens.lens(workspace, &overlay)?;
        let board = Board::build(&workspace.journeys, &workspace.charter, &overlay, &lens);
        let board = board.on(self.today.day());
        let cards = board.cards(&workspace.journeys, &overlay);
        let deck = Deck {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            cards: &cards,
        };
        let subject = Subject {
            journeys: &workspace.journeys,
            charter: &workspace.charter,
            sources: &workspace.sources,
            overlay: &overlay,
            board: &board,
            order: Order::default(),
            testimony: &Testimony::default(),
        };
        output::to_stdout(Box::new(|out: &mut dyn Write| match self.format {
            Format::Text => export::actions_text(deck, out),
            Format::Markdown => export::actions_markdown(subject, out),
            Format::Csv => export::actions_csv(deck, out),
        }))?;
        reading::warn(workspace, overlay.books.unread.len());
        Ok(Exit::Well)
    }
}

type Made = Result<(TouchpointIndex, ActionEdit), String>;

/// The edit of an action that is there.
fn found(
    journeys: &Journeys,
    id: &str,
    edit: impl Fn(&Action) -> Result<ActionEdit, String>,
) -> Made {
    let (index, action) = action(journeys, id)?;
    Ok((index, edit(action)?))
}

/// Finds an action by its id; says what may have been meant where there is none.
pub(super) fn action<'a>(
    journeys: &'a Journeys,
    id: &str,
) -> Result<(TouchpointIndex, &'a Action), String> {
    journeys.find_action(id).ok_or_else(|| {
        let all = journeys.touchpoints();
        let ids = all.flat_map(|(_, touchpoint)| &touchpoint.actions);
        let ids: Vec<&str> = ids.map(|action| action.id.as_str()).collect();
        named::unknown("action", id, ids.into_iter())
    })
}

impl Add {
    fn edit(&self, workspace: &Workspace) -> Made {
        let index = named::touchpoint(&workspace.journeys, &self.touchpoint)?;
        let title = self.title.trim().to_owned();
        let text = |text: &Option<String>| text.as_deref().map(|text| text.trim().to_owned());
        let action = Action {
            id: match &self.id {
                Some(id) => id.clone(),
                None => free_id(&workspace.journeys, &title)?,
            },
            title,
            owner: text(&self.owner),
            due: self.due,
            opened: Some(self.today.day()),
            root_cause: text(&self.root_cause),
            link: text(&self.link),
            ..Action::default()
        };
        action.sound().map_err(|why| why.to_string())?;
        if let Some(owner) = &action.owner {
            super::assign::warn(&workspace.charter.roster, owner);
        }
        Ok((index, ActionEdit::Add(Box::new(action))))
    }
}

/// An id made of a title that no action has yet.
fn free_id(journeys: &Journeys, title: &str) -> Result<String, String> {
    let stem = slug(title);
    if stem.is_empty() {
        return Err("no id can be made of this title; give one with --id".to_owned());
    }
    let numbered = (2..1_000).map(|number| format!("{stem}-{number}"));
    let mut ids = std::iter::once(stem.clone()).chain(numbered);
    let free = ids.find(|id| journeys.find_action(id).is_none());
    free.ok_or_else(|| format!("a thousand actions are called `{stem}`; give an id with --id"))
}

impl Set {
    fn edit(&self, workspace: &Workspace) -> Made {
        let value = self.value.as_deref().map(str::trim);
        if value == Some("") {
            return Err("a field is not blank; --clear takes away what it says".to_owned());
        }
        if let (ActionField::Owner, Some(owner)) = (self.field, value) {
            super::assign::warn(&workspace.charter.roster, owner);
        }
        let today = self.today.day();
        let happened = self.field.is_date() && self.field != ActionField::Due;
        let day = value.filter(|_| happened).and_then(Day::parse_iso);
        if let Some(day) = day.filter(|day| *day > today) {
            let key = self.field.key();
            return Err(format!(
                "`{key}` is {day}, which has not come yet, today is {today}: a day to come is a promise, `due`"
            ));
        }
        found(&workspace.journeys, &self.action, |action| {
            (action.changed(self.field, value)).map_err(|why| why.to_string())
        })
    }
}

impl Reopen {
    fn edit(&self, place: &Place, workspace: &Workspace) -> Made {
        let (index, action) = action(&workspace.journeys, &self.action)?;
        let reason = match &self.because {
            Some(reason) => reason.trim().to_owned(),
            None => came_back(place, workspace, index, action)?,
        };
        if action.status < Status::Shipped {
            return Err(format!(
                "action {} is open: it is {}",
                action.id,
                action.status.word()
            ));
        }
        let edit = action.reopened(&reason, Status::Fixing);
        let edit = edit.map_err(|why| why.to_string())?;
        Ok((index, edit))
    }
}

/// Why an action came back, by the numbers.
fn came_back(
    place: &Place,
    workspace: &Workspace,
    index: TouchpointIndex,
    action: &Action,
) -> Result<String, String> {
    let overlay = reading::feedback(place, workspace);
    let (journeys, charter) = (&workspace.journeys, &workspace.charter);
    let mut actions = journeys.touchpoint(index).actions.iter();
    let at = actions.position(|one| one == action).unwrap_or_default();
    let card = Board::card_by_all(journeys, charter, &overlay, (index, at));
    let relapse = (card.as_ref()).and_then(|card| Some(card.came_back()?.reason()));
    relapse.ok_or_else(|| {
        let proof = card.and_then(|card| card.proof());
        let proof = proof.map_or_else(String::new, |proof| format!(" ({proof})"));
        format!("the numbers do not say that it came back{proof}; say why with --because")
    })
}

/// Saves the edit and says what changed and where.
fn save(workspace: &Workspace, index: TouchpointIndex, edit: ActionEdit) -> anyhow::Result<Exit> {
    if matches!(&edit, ActionEdit::Change { changes, .. } if changes.is_empty()) {
        say("nothing to change: the action says so already");
        return Ok(Exit::Well);
    }
    let edit = Edit::Action {
        touchpoint: workspace.journeys.touchpoint(index).address.clone(),
        edit,
    };
    let file = match workspace::save(workspace, &edit) {
        Ok(file) => file,
        Err(error) => return Ok(refuse(&format!("{:#}", anyhow::Error::new(error)))),
    };
    let line = visible(&format!("{file}: {}", edit.describe())) + "\n";
    output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
    Ok(Exit::Well)
}
