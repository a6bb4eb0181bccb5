//! A touchpoint on its way through many edits: what it says by now, and what may be done to it next.

use crate::dice::Dice;
use crate::random_file::RandomFile;
use pothole::journey::{
    Action, ActionEdit, ActionField, Address, Day, Edit, PhraseRule, RuleChange, Status,
};
use pothole::workspace::owner_in;

const WORDS: [&str; 6] = [
    "never arrived",
    "it's: #1, [x]",
    "say \"no\" \\ é",
    "NO",
    "- 7",
    "007",
];
const DAYS: [&str; 3] = ["2026-01-11", "2026-02-02", "2026-05-01"];
const STATUSES: [Status; 5] = [
    Status::Planned,
    Status::Fixing,
    Status::Shipped,
    Status::Proven,
    Status::Told,
];

/// A rule that comes, or one of those that people wrote and that goes.
fn rule(dice: &mut Dice, word: String) -> (PhraseRule, RuleChange) {
    let known: [&[&str]; 3] = [&[], &["reviews"], &["reviews", "007"]];
    let sources = *dice.pick(&known);
    let (phrase, sources, change) = if dice.once_in(6) {
        ("it's".to_owned(), &["s"][..], RuleChange::Remove)
    } else {
        (word, sources, RuleChange::Add)
    };
    let sources = sources.iter().map(|id| (*id).to_owned()).collect();
    (PhraseRule { phrase, sources }, change)
}

/// A file on its way through many edits.
pub(crate) struct Course {
    id: String,
    pub(crate) text: String,
    owner: Option<String>,
    actions: Vec<Action>,
    /// How many actions were named so far.
    named: usize,
}

impl Course {
    pub(crate) fn begin(file: &RandomFile, id: String) -> Self {
        let owner = owner_in(&file.text, "j", &id).unwrap().0;
        Self {
            id,
            text: file.text.clone(),
            owner,
            actions: Vec::new(),
            named: 0,
        }
    }

    /// Any edit that makes sense now.
    pub(crate) fn roll(&mut self, dice: &mut Dice) -> Option<Edit> {
        let touchpoint = Address::new("j", &*self.id);
        let word = (*dice.pick(&WORDS)).to_owned();
        let edit = match dice.below(8) {
            0 | 1 => {
                let (from, to) = (self.owner.clone(), (!dice.once_in(3)).then_some(word));
                return (from != to).then_some(Edit::Owner {
                    touchpoint,
                    from,
                    to,
                });
            }
            2 | 3 => {
                let (rule, change) = rule(dice, word);
                return Some(Edit::Rule {
                    touchpoint,
                    rule,
                    change,
                });
            }
            4 => ActionEdit::Add(Box::new(self.new_action(dice, word))),
            5 => self.moved(dice, &word)?,
            _ => self.changed(dice, &word)?,
        };
        let empty = matches!(&edit, ActionEdit::Change { changes, .. } if changes.is_empty());
        (!empty).then_some(Edit::Action { touchpoint, edit })
    }

    fn new_action(&mut self, dice: &mut Dice, word: String) -> Action {
        self.named += 1;
        Action {
            id: format!("new-{}", self.named),
            title: word.clone(),
            owner: dice.once_in(2).then(|| "car-parks".to_owned()),
            opened: Day::parse_iso("2026-01-10"),
            root_cause: dice.once_in(2).then_some(word),
            done: Some("A sign".to_owned()),
            ..Action::default()
        }
    }

    fn moved(&self, dice: &mut Dice, word: &str) -> Option<ActionEdit> {
        let action = self.action(dice)?;
        if dice.once_in(4) {
            return action.reopened(word, *dice.pick(&STATUSES)).ok();
        }
        let today = Day::parse_iso("2026-03-31").unwrap();
        action.moved(*dice.pick(&STATUSES), today).ok()
    }

    fn changed(&self, dice: &mut Dice, word: &str) -> Option<ActionEdit> {
        use ActionField::{Due, Opened, Shipped, Status, Told};
        let (_, field) = *dice.pick(&ActionField::KEYS);
        let value = match field {
            Status => "fixing",
            Opened | Due | Shipped | Told => *dice.pick(&DAYS),
            _ => word,
        };
        let value = (!dice.once_in(4)).then_some(value);
        self.action(dice)?.changed(field, value).ok()
    }

    fn action(&self, dice: &mut Dice) -> Option<Action> {
        (!self.actions.is_empty()).then(|| dice.pick(&self.actions).clone())
    }

    pub(crate) fn take(&mut self, edit: &Edit, text: String) {
        self.text = text;
        match edit {
            Edit::Owner { to, .. } => self.owner.clone_from(to),
            Edit::Action { edit, .. } => edit.apply(&mut self.actions),
            Edit::Rule { .. } => {}
        }
    }
}
