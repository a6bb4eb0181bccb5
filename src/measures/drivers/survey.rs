//! A wide survey as plain numbers: what each respondent gave overall and at each touchpoint.

use crate::measures::Unsaid;

/// What to do with respondents who did not rate every touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Leave them out altogether: every number rests on the same people, but on few where many questions
    /// may be skipped.
    Listwise,
    /// Use each for the pairs of questions they answered: more people, not the same for each pair.
    Pairwise,
}

/// A wide survey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// The overall score of each respondent; a high one is good.
    pub overall: Vec<Option<f64>>,
    /// For each touchpoint, what each respondent gave; a high one is good.
    pub ratings: Vec<Vec<Option<f64>>>,
}

/// Columns of a survey, standardised, ready to be correlated; the last is the overall score.
pub(super) struct Columns {
    /// One for each column: the value of each respondent kept, 0 where there is none.
    pub(super) values: Vec<Vec<f64>>,
    /// Whether there is a value.
    pub(super) known: Vec<Vec<bool>>,
    /// The touchpoint of each column but the last.
    pub(super) touchpoints: Vec<usize>,
}

impl Columns {
    /// How many respondents there are.
    pub(super) fn respondents(&self) -> usize {
        self.values.last().map_or(0, Vec::len)
    }
}

impl Survey {
    /// Whether all columns are as long as the overall one and hold finite numbers.
    pub(super) fn check(&self) -> Result<(), Unsaid> {
        let length = self.overall.len();
        if self.ratings.iter().any(|column| column.len() != length) {
            return Err(Unsaid::Mismatch {
                what: "the respondents of two questions",
            });
        }
        let mut all = self.overall.iter().chain(self.ratings.iter().flatten());
        if all.any(|value| value.is_some_and(|value| value.abs() > 1e100 || value.is_nan())) {
            return Err(Unsaid::NotANumber { what: "a score" });
        }
        Ok(())
    }

    /// Who is kept: those with an overall score and, listwise, with every rating asked for.
    pub(super) fn kept(&self, touchpoints: &[usize], missing: Missing) -> Vec<usize> {
        let complete = |who: usize| {
            touchpoints
                .iter()
                .all(|at| self.ratings[*at][who].is_some())
        };
        (0..self.overall.len())
            .filter(|who| self.overall[*who].is_some())
            .filter(|who| missing == Missing::Pairwise || complete(*who))
            .collect()
    }

    /// The columns of some touchpoints and the overall score over some respondents.
    pub(super) fn columns(&self, touchpoints: Vec<usize>, kept: &[usize]) -> Columns {
        let asked = touchpoints.iter().map(|at| &self.ratings[*at]);
        let (mut values, mut known) = (Vec::new(), Vec::new());
        for column in asked.chain([&self.overall]) {
            let answers: Vec<Option<f64>> = kept.iter().map(|who| column[*who]).collect();
            known.push(answers.iter().map(Option::is_some).collect());
            values.push(standardised(&answers));
        }
        Columns {
            values,
            known,
            touchpoints,
        }
    }
}

/// The answers less their mean, over their spread: sums of squares then lose no digits. All 0 when the
/// answers are alike.
fn standardised(answers: &[Option<f64>]) -> Vec<f64> {
    let given: Vec<f64> = answers.iter().flatten().copied().collect();
    let n = given.len().max(1) as f64;
    let mean = given.iter().sum::<f64>() / n;
    let spread = (given.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt();
    if alike(answers) || spread <= 0.0 {
        return vec![0.0; answers.len()];
    }
    let standard = |answer: &Option<f64>| answer.map_or(0.0, |x| (x - mean) / spread);
    answers.iter().map(standard).collect()
}

/// Whether all answers given are the same, or none was.
pub(super) fn alike(answers: &[Option<f64>]) -> bool {
    let mut given = answers.iter().flatten();
    given
        .next()
        .is_none_or(|first| given.all(|other| other.to_bits() == first.to_bits()))
}
