//! Reading a workspace's YAML with positions and problems, and saving one edit without touching
//! another byte.

mod action_entry;
mod action_item;
mod action_splice;
mod aim_entry;
mod alias_entry;
mod appending;
mod assembly;
mod charter_entry;
mod condition_entry;
mod crowd_entry;
mod date_entry;
mod day_ahead;
mod delivery;
mod disk;
mod document;
mod driver_entry;
mod fields;
mod flagging;
mod folder;
mod header;
mod id;
mod item_line;
mod journey_entry;
mod key_line;
mod keys;
mod kind;
mod ledger;
mod listed;
mod listening_entry;
mod log;
mod opening;
mod own_folder;
mod owner_history;
mod owner_text;
mod pointing;
mod problem;
mod reach;
mod register_entry;
mod register_line;
mod rendering;
mod reporter;
mod rewriting;
mod rule_entry;
mod rule_item;
mod rule_splice;
mod saving;
mod scale_entry;
mod settings;
mod severity_entry;
mod source_entry;
mod splice;
mod star_entry;
mod step_entry;
mod suggestion;
mod swap;
mod tree;
mod turn;
mod visible;
mod writing_entry;
mod yaml;

pub use action_splice::{action_in, add_action, change_action, remove_action};
pub use delivery::{Existing, deliver};
pub use disk::{Disk, RealDisk};
pub use flagging::{FLAGS, FLAGS_SOURCE, Flag, FlagError, Flagged, flag};
pub use folder::locate;
pub use id::slug;
pub use keys::{ALL_KEYS, Keys};
pub use kind::Kind;
pub use ledger::{LEDGER_FILE, record_told};
pub use log::{Operation, Operations};
pub use opening::open;
pub use owner_history::{NoHistory, OwnerChange, owner_history};
pub use pointing::Remark;
pub use problem::{Problem, Severity};
pub use register_line::add_contact;
pub use rule_splice::{add_rule, remove_rule, rule_in};
pub use saving::{Conflict, SaveError, save, save_on};
pub use settings::{KeyLine, SETTINGS, Settings, Word};
pub use splice::{Refusal, owner_in, splice};
pub use suggestion::nearest;
pub use visible::visible;

use crate::feedback::{
    Condition, Crowd, DriverSurvey, Evidence, Register, Respondents, Rule, Source, respondents,
};
use crate::journey::{
    Address, Charter, Edit, Journeys, PhraseRule, RuleChange, Told, TouchpointIndex,
};
use std::path::PathBuf;

/// A workspace as it was read: all that was readable, and every problem.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// The folder that holds `pothole.yaml`.
    pub root: PathBuf,
    /// The organisation, its people and thresholds.
    pub charter: Charter,
    /// Every journey.
    pub journeys: Journeys,
    /// Where feedback comes from.
    pub sources: Vec<Source>,
    /// What makes a row belong to a touchpoint, in the workspace's order.
    pub rules: Vec<Rule>,
    /// Who passed and who stayed.
    pub crowd: Crowd,
    /// Which survey says what moves the overall score.
    pub drivers: Option<DriverSurvey>,
    /// Customers who were told what became of a complaint.
    pub told: Vec<Told>,
    /// What is wrong, by file and line.
    pub problems: Vec<Problem>,
}

/// The folder could not be opened as a workspace at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither the folder nor its `journeys/` holds a `pothole.yaml`.
    #[error("no workspace at {0}: neither it nor its journeys/ folder holds a pothole.yaml")]
    NotFound(PathBuf),
}

impl OpenError {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NotFound(_) => {
                "a file journeys/pothole.yaml with the one line `title: Acme` makes a workspace; `pothole` then shows what a journey looks like"
            }
        }
    }
}

impl Workspace {
    /// Reads the survey that says what moves the overall score, respondent by respondent; `None` when none
    /// is declared for it.
    pub fn respondents(&self) -> Option<Respondents> {
        let survey = self.drivers.as_ref()?;
        let (journeys, sources) = (&self.journeys, &self.sources);
        Some(respondents(
            &self.root,
            journeys,
            sources,
            &self.rules,
            survey,
        ))
    }

    /// The owner a touchpoint has here, as it was read or last edited.
    pub fn owner_now(&self, address: &Address) -> Result<Option<&str>, SaveError> {
        let index = self.find(address)?;
        Ok(self.journeys.touchpoint(index).owner.as_deref())
    }

    /// The contacts written down in it; none where nobody has listened.
    pub fn register(&self) -> Option<&Register> {
        let mut sources = self.sources.iter();
        sources.find_map(|source| source.register.as_ref())
    }

    /// Makes an edit here, after it has been saved.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), SaveError> {
        let index = self.find(edit.touchpoint())?;
        match edit {
            Edit::Owner { to, .. } => {
                self.journeys.set_owner(index, to.clone());
            }
            Edit::Rule { rule, change, .. } => self.apply_rule(index, rule, *change),
            Edit::Action { edit, .. } => self.journeys.edit_actions(index, edit),
        }
        Ok(())
    }

    /// Brings a rule in behind the touchpoint's others, or takes it away. Its place is the file alone
    /// until the workspace is opened again.
    fn apply_rule(&mut self, index: TouchpointIndex, rule: &PhraseRule, change: RuleChange) {
        let evidence = Evidence::When(Condition::Text(vec![rule.phrase.clone()]));
        let places = rule.sources.iter().map(|id| {
            let ids = self.sources.iter();
            ids.clone().position(|source| source.id == *id)
        });
        let mut sources: Vec<_> = places.flatten().map(Some).collect();
        if rule.sources.is_empty() {
            sources.push(None);
        }
        for source in sources {
            let is_it = |known: &Rule| {
                known.touchpoint == index && known.source == source && known.evidence == evidence
            };
            match change {
                RuleChange::Add => {
                    let after = |known: &Rule| known.touchpoint <= index;
                    let at = self.rules.partition_point(after);
                    let journey = self.journeys.touchpoint(index).journey;
                    let file = self.journeys.all().get(journey).map(|j| j.file.clone());
                    let rule = Rule {
                        touchpoint: index,
                        source,
                        evidence: evidence.clone(),
                        place: file.unwrap_or_default(),
                    };
                    self.rules.insert(at, rule);
                }
                RuleChange::Remove => {
                    if let Some(at) = self.rules.iter().rposition(is_it) {
                        self.rules.remove(at);
                    }
                }
            }
        }
    }

    fn find(&self, address: &Address) -> Result<TouchpointIndex, SaveError> {
        self.journeys.find(address).ok_or_else(|| {
            let known: Vec<String> = self
                .journeys
                .touchpoints()
                .map(|(_, touchpoint)| touchpoint.address.to_string())
                .collect();
            let asked = address.to_string();
            let near = nearest(&asked, known.iter().map(String::as_str));
            SaveError::NoTouchpoint {
                help: near
                    .map(|near| format!("; did you mean {near}?"))
                    .unwrap_or_default(),
                touchpoint: visible(&asked),
            }
        })
    }
}
