//! Regular expressions of all rules, compiled under one bound on their size together.

use crate::feedback::{Condition, Evidence, Rule, Test};
use regex::{Regex, RegexBuilder};
use std::collections::HashMap;

/// How much memory all compiled expressions together may take, in bytes.
const MOST_TOGETHER: usize = 32 * 1024 * 1024;

/// What one expression may take however many there are, in bytes.
const LEAST_EACH: usize = 32 * 1024;

/// How many different expressions are compiled: each costs a millisecond and some memory, however small
/// it is.
const MOST_EXPRESSIONS: usize = 1_000;

/// Compiles expressions, each within its share of the bound, and each once.
#[derive(Clone, Debug)]
pub(crate) struct Expressions {
    share: usize,
    made: HashMap<String, Result<Regex, String>>,
}

impl Expressions {
    /// The bound shared among the expressions of these rules.
    pub(crate) fn of(rules: &[Rule]) -> Self {
        let count: usize = rules
            .iter()
            .map(|rule| match &rule.evidence {
                Evidence::When(condition) => count(condition),
                Evidence::Rating { .. } => 0,
            })
            .sum();
        Self {
            share: (MOST_TOGETHER / count.max(1)).max(LEAST_EACH),
            made: HashMap::new(),
        }
    }

    /// Compiles one.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub(crate) fn compile(&mut self, pattern: &str) -> Result<Regex, String> {
        if let Some(made) = self.made.get(pattern) {
            return made.clone();
        }
        if self.made.len() >= MOST_EXPRESSIONS {
            return Err(format!(
                "there are more than {MOST_EXPRESSIONS} regular expressions, and `{pattern}` is left out; \
                 write phrases, or join several with |"
            ));
        }
        let made = self.make(pattern);
        self.made.insert(pattern.to_owned(), made.clone());
        made
    }

    fn make(&self, pattern: &str) -> Result<Regex, String> {
        RegexBuilder::new(pattern)
            .case_insensitive(true)
            .size_limit(self.share)
            .dfa_size_limit(self.share.min(2 * 1024 * 1024))
            .build()
            .map_err(|error| match error {
                regex::Error::CompiledTooBig(_) => format!(
                    "the regular expression `{pattern}` is too large; write fewer or smaller repetitions"
                ),
                other => {
                    let whole = other.to_string();
                    let last = whole.lines().last().unwrap_or_default();
                    let why = last.strip_prefix("error: ").unwrap_or(last);
                    format!("`{pattern}` is no regular expression: {why}")
                }
            })
    }
}

fn count(condition: &Condition) -> usize {
    match condition {
        Condition::Matches(_)
        | Condition::Where {
            test: Test::Pattern(_),
            ..
        } => 1,
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            parts.iter().map(count).sum()
        }
        Condition::Tags(_) | Condition::Text(_) | Condition::Where { .. } => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_that_is_none_or_too_large_is_refused_in_a_sentence() {
        let mut expressions = Expressions::of(&[]);
        assert_eq!(
            expressions.compile("a(b").unwrap_err(),
            "`a(b` is no regular expression: unclosed group"
        );
        let large = expressions.compile(r"(\w{1000}){1000}").unwrap_err();
        assert!(large.contains("is too large"), "{large}");
        assert!(
            expressions
                .compile("RE-?fund")
                .unwrap()
                .is_match("a refund")
        );
    }

    #[test]
    fn more_expressions_than_fit_together_are_refused_in_a_sentence() {
        let mut expressions = Expressions::of(&[]);
        for number in 0..MOST_EXPRESSIONS {
            expressions.compile(&format!("a{number}")).unwrap();
        }
        expressions.compile("a7").unwrap();
        let refused = expressions.compile("b").unwrap_err();
        assert!(
            refused.starts_with("there are more than 1000 regular expressions"),
            "{refused}"
        );
    }
}
