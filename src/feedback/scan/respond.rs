//! Reads a wide survey once more, respondent by respondent: what each gave at every touchpoint.

use super::ids;
use super::reader::Outcome;
use super::table::Table;
use crate::feedback::intake::{Reach, Row, Writing};
use crate::feedback::rules::{Answer, Plan, Plans};
use crate::feedback::{DriverSurvey, Respondents, Rule, Source};
use crate::journey::Journeys;
use std::ops::ControlFlow;
use std::path::Path;

/// What each respondent of a survey gave overall and at each touchpoint its rules rate, brought to -2
/// (worst) .. +2 (best) by the ends of each question's own scale.
///
/// A respondent who answered nothing, or whose row a scan would reject for one of its scores or drop
/// for another one of its id, is not
/// among them. Where two columns rate one touchpoint, the first answer counts. At most
/// [`Respondents::MOST`] are kept.
pub fn respondents(
    root: &Path,
    journeys: &Journeys,
    sources: &[Source],
    rules: &[Rule],
    survey: &DriverSurvey,
) -> Respondents {
    let plans = Plans::new(journeys, sources, rules);
    let (Some(source), Some(plan)) = (sources.get(survey.source), plans.sources.get(survey.source))
    else {
        return Respondents {
            least: survey.least,
            ..Respondents::default()
        };
    };
    let mut matrix = Matrix::new(plan, survey);
    let table = Table::new(&source.id, &source.files, Writing::of(source));
    let table = table.with_columns(&plan.columns);
    let files = table.feed_files(root, survey.source);
    let alone = (1, Reach::default());
    let on = &mut |_| ControlFlow::Continue(());
    let table = table.without(ids::dropped(root, &plans, &files, alone, on));
    table.read(root, |row| matrix.row(plan, row));
    matrix.respondents
}

/// The matrix as it grows.
struct Matrix {
    respondents: Respondents,
    overall: u32,
    answers: Vec<Option<f64>>,
}

impl Matrix {
    fn new(plan: &Plan, survey: &DriverSurvey) -> Self {
        let overall = survey.overall.index() as u32;
        let left_out = |touchpoint: u32| {
            let mut except = survey.except.iter();
            touchpoint == overall || except.any(|other| other.index() as u32 == touchpoint)
        };
        let mut touchpoints: Vec<u32> = plan
            .ratings
            .iter()
            .map(|rating| rating.touchpoint)
            .collect();
        touchpoints.retain(|touchpoint| !left_out(*touchpoint));
        touchpoints.sort_unstable();
        touchpoints.dedup();
        Self {
            answers: vec![None; touchpoints.len()],
            respondents: Respondents {
                ratings: vec![Vec::new(); touchpoints.len()],
                touchpoints,
                least: survey.least,
                ..Respondents::default()
            },
            overall,
        }
    }

    fn row(&mut self, plan: &Plan, row: &Row<'_>) -> Outcome {
        self.answers.fill(None);
        let mut overall = None;
        for rating in &plan.ratings {
            let mood = match rating.gauge.read(&row.cell(rating.slot)) {
                Answer::Missing => continue,
                Answer::Given(score, _) => rating.gauge.scale().mood(score),
                Answer::NoNumber | Answer::OffScale => return Outcome::Rejected(String::new()),
            };
            let known = self
                .respondents
                .touchpoints
                .binary_search(&rating.touchpoint);
            match known {
                _ if rating.touchpoint == self.overall => overall = overall.or(Some(mood)),
                Ok(column) => self.answers[column] = self.answers[column].or(Some(mood)),
                Err(_) => {}
            }
        }
        if overall.is_none() && self.answers.iter().all(Option::is_none) {
            return Outcome::Unmapped;
        }
        let respondents = &mut self.respondents;
        if respondents.overall.len() >= Respondents::MOST {
            respondents.left_out += 1;
        } else {
            respondents.overall.push(overall);
            for (column, answer) in respondents.ratings.iter_mut().zip(&self.answers) {
                column.push(*answer);
            }
        }
        Outcome::Mapped { undated: false }
    }
}
