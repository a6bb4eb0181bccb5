//! `pothole rule`: adds a phrase rule to a touchpoint.

use super::assign::refuse;
use super::exit::{Exit, say};
use super::place::Place;
use super::{named, output};
use crate::feedback::{Condition, Evidence};
use crate::journey::{Edit, PhraseRule, RuleChange, TouchpointIndex};
use crate::workspace::{self, Refusal, SaveError, Workspace};
use clap::Args;

/// Add a rule to a touchpoint, as one added line of YAML
///
/// Rows whose text holds the phrase, as whole words and in any case, are about the touchpoint from then
/// on. `pothole coverage` says which words to look for.
#[derive(Args, Debug)]
pub(super) struct AddRule {
    /// The touchpoint, as journey/touchpoint, or its id where one touchpoint only has it
    touchpoint: String,

    /// What customers say
    #[arg(long, value_name = "PHRASE")]
    text: String,

    /// Only in this source; may be given several times
    #[arg(long, value_name = "ID")]
    source: Vec<String>,

    /// Take the rule away instead
    #[arg(long)]
    remove: bool,
}

impl AddRule {
    /// Saves the edit and says what changed and where.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let index = match named::touchpoint(&workspace.journeys, &self.touchpoint) {
            Ok(index) => index,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let ids = workspace.sources.iter().map(|source| source.id.as_str());
        if let Some(unknown) =
            (self.source.iter()).find(|id| !ids.clone().any(|known| known == *id))
        {
            return Ok(refuse(&named::unknown("source", unknown, ids)));
        }
        let edit = Edit::Rule {
            touchpoint: workspace.journeys.touchpoint(index).address.clone(),
            rule: PhraseRule {
                phrase: self.text.trim().to_owned(),
                sources: distinct(&self.source),
            },
            change: if self.remove {
                RuleChange::Remove
            } else {
                RuleChange::Add
            },
        };
        let file = match workspace::save(&workspace, &edit) {
            Ok(file) => file,
            Err(SaveError::Refused {
                refusal: Refusal::SameRule { line },
                file,
            }) => {
                say(&format!(
                    "nothing to change: {file}:{line}: {}",
                    edit.describe()
                ));
                return Ok(Exit::Well);
            }
            Err(error) => return Ok(refuse(&format!("{:#}", anyhow::Error::new(error)))),
        };
        let found = if self.remove {
            None
        } else {
            written(&*place.open()?, index, self.text.trim())
        };
        let line = format!("{}: {}\n", found.unwrap_or(file), edit.describe());
        output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
        Ok(Exit::Well)
    }
}

fn distinct(sources: &[String]) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for source in sources {
        if !distinct.contains(source) {
            distinct.push(source.clone());
        }
    }
    distinct
}

/// The file and line of the rule that was saved.
fn written(workspace: &Workspace, touchpoint: TouchpointIndex, phrase: &str) -> Option<String> {
    let evidence = Evidence::When(Condition::Text(vec![phrase.to_owned()]));
    let mut rules = workspace.rules.iter().rev();
    let rule = rules.find(|rule| rule.touchpoint == touchpoint && rule.evidence == evidence)?;
    Some(rule.place.clone())
}
