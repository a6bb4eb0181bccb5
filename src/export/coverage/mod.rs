//! What the rules do with the feedback, as text for a terminal and as JSON for everything else.

use super::chorus::{Voices, chorus};
use super::column::{WIDTH, around, line, wrapped};
use super::handout::Paper;
use super::number::grouped;
use super::rule_text::looks_for;
use super::text::one_line;
use crate::board::Chorus;
use crate::feedback::{Coverage, Leftover, Rule, RuleCount, Source};
use crate::journey::{Journeys, Touchpoint, TouchpointIndex};
use std::io;

mod record;

pub use record::coverage_json;

/// What a coverage report speaks of.
#[derive(Clone, Copy, Debug)]
pub struct RuleBook<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// Where feedback comes from.
    pub sources: &'a [Source],
    /// Every rule.
    pub rules: &'a [Rule],
    /// What they do.
    pub coverage: &'a Coverage,
    /// Who hears customers where, when that was looked at.
    pub chorus: Option<&'a Chorus>,
}

/// How many words and how many tags the text shows.
const WORDS_SHOWN: usize = 12;

impl<'a> RuleBook<'a> {
    /// The grid of who hears customers where.
    pub(super) fn voices(self) -> Option<Voices<'a>> {
        Some(Voices {
            journeys: self.journeys,
            sources: self.sources,
            chorus: self.chorus?,
        })
    }

    /// The touchpoints no row is at, each with how many rules it has.
    fn unfed(self) -> impl Iterator<Item = (&'a Touchpoint, usize)> {
        let fed = move |index: TouchpointIndex| self.coverage.rows_at(index) > 0;
        let all = self.journeys.touchpoints();
        all.filter(move |(index, _)| !fed(*index))
            .map(move |(index, touchpoint)| {
                let own = self.rules.iter().filter(|rule| rule.touchpoint == index);
                (touchpoint, own.count())
            })
    }

    /// The rules that catch nothing in any source.
    fn silent(self) -> impl Iterator<Item = (&'a Rule, RuleCount)> {
        let counts = move |(place, rule)| (rule, self.coverage.rule(place));
        let all = self.rules.iter().enumerate().map(counts);
        all.filter(|(_, count)| count.caught == 0)
    }

    /// The rules that a source's rows meet, and those written for this source.
    fn of_source(self, source: usize) -> impl Iterator<Item = (&'a Rule, RuleCount)> {
        let counts = self.coverage.sources.get(source);
        let counts = counts.map(|source| source.rules.as_slice());
        let pairs = self.rules.iter().zip(counts.unwrap_or_default());
        let pairs = pairs.map(|(rule, count)| (rule, *count));
        pairs.filter(move |(rule, count)| rule.source == Some(source) || count.met > 0)
    }

    /// A rule in a line. `named` says its source too, for a list of rules of several sources.
    fn told(self, rule: &Rule, named: bool) -> String {
        let touchpoint = &self.journeys.touchpoint(rule.touchpoint).address.touchpoint;
        let source = rule.source.filter(|_| named);
        let source = source.and_then(|source| self.sources.get(source));
        let source = source.map_or_else(String::new, |s| format!(" in {}", one_line(&s.id)));
        let place = one_line(&rule.place);
        format!(
            "{place} {touchpoint}{source}: {}",
            looks_for(&rule.evidence)
        )
    }
}

/// Writes the report as text, at most 80 columns wide. Fails only when `out` does.
pub fn coverage_text(book: RuleBook<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    wrapped(
        out,
        0,
        "caught: rows that meet the rule and count at its touchpoint. only: rows that no other rule \
         meets. fought: rows that meet a rule of another touchpoint as strong, so that the order of \
         the workspace decided.",
    )?;
    for place in 0..book.sources.len() {
        source(book, place, out)?;
    }
    silent(book, out)?;
    unfed(book, out)?;
    let unmapped = book.coverage.books.total().unmapped;
    leftovers("word", unmapped, &book.coverage.words, out)?;
    leftovers("tag", unmapped, &book.coverage.tags, out)?;
    let Some(voices) = book.voices() else {
        return Ok(());
    };
    writeln!(out)?;
    chorus(voices, Paper::Text, out)
}

fn source(book: RuleBook<'_>, place: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let (Some(source), Some(books)) = (
        book.sources.get(place),
        book.coverage.books.sources.get(place),
    ) else {
        return Ok(());
    };
    writeln!(out)?;
    let id = one_line(&source.id);
    line(out, &format!("{id}: {}", one_line(&source.title)))?;
    let [read, mapped, unmapped, rejected] =
        [books.read, books.mapped, books.unmapped, books.rejected].map(grouped);
    wrapped(
        out,
        2,
        &format!("{read} rows read = {mapped} mapped + {unmapped} unmapped + {rejected} rejected"),
    )?;
    let Some(counts) = book.coverage.sources.get(place) else {
        return Ok(());
    };
    if counts.fought > 0 {
        let fought = grouped(counts.fought);
        line(out, &format!("  {fought} rows were fought over by rules"))?;
    }
    let named: u64 = counts.named.iter().sum();
    if let (Some(column), true) = (&source.columns.touchpoint, named > 0) {
        let (named, column) = (grouped(named), one_line(column));
        line(
            out,
            &format!("  {named} rows placed by the column {column}"),
        )?;
    }
    let rules: Vec<_> = book.of_source(place).collect();
    if rules.is_empty() {
        return line(out, "  no rule speaks of it");
    }
    line(out, "    caught     only   fought  rule")?;
    for (rule, count) in rules {
        let [caught, alone, fought] = [count.caught, count.alone, count.fought].map(grouped);
        let told = book.told(rule, false);
        line(out, &format!("{caught:>10} {alone:>8} {fought:>8}  {told}"))?;
    }
    Ok(())
}

fn silent(book: RuleBook<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (never, beaten): (Vec<_>, Vec<_>) = book.silent().partition(|(_, count)| count.met == 0);
    if never.is_empty() && beaten.is_empty() {
        writeln!(out)?;
        return line(out, "Every rule catches something.");
    }
    if !never.is_empty() {
        writeln!(out)?;
        line(out, "Rules that never fire")?;
    }
    for (rule, _) in never {
        line(out, &format!("  {}", book.told(rule, true)))?;
    }
    if !beaten.is_empty() {
        writeln!(out)?;
        line(out, "Rules whose rows all count elsewhere")?;
        line(out, "       met  rule")?;
    }
    for (rule, count) in beaten {
        let (met, told) = (grouped(count.met), book.told(rule, true));
        line(out, &format!("{met:>10}  {told}"))?;
    }
    Ok(())
}

fn unfed(book: RuleBook<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let unfed: Vec<_> = book.unfed().collect();
    writeln!(out)?;
    if unfed.is_empty() {
        return line(out, "Every touchpoint is fed.");
    }
    line(out, "Touchpoints nothing feeds")?;
    for (touchpoint, rules) in unfed {
        let rules = match rules {
            0 => "no rules".to_owned(),
            1 => "1 rule, which catches nothing".to_owned(),
            more => format!("{more} rules, which catch nothing"),
        };
        line(out, &format!("  {}: {rules}", touchpoint.address))?;
    }
    Ok(())
}

fn leftovers(
    what: &str,
    unmapped: u64,
    list: &[Leftover],
    out: &mut dyn io::Write,
) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let unmapped = grouped(unmapped);
    line(
        out,
        &format!("What to write next: {what}s of {unmapped} unmapped rows that stand out"),
    )?;
    line(out, &format!("  unmapped   mapped  {what}"))?;
    for leftover in list.iter().take(WORDS_SHOWN) {
        let [unmapped, mapped] = [leftover.unmapped, leftover.mapped].map(grouped);
        let word = one_line(&leftover.word);
        line(out, &format!("{unmapped:>10} {mapped:>8}  {word}"))?;
        if let Some(example) = &leftover.example {
            let place = format!("{}:{}", one_line(&example.file), example.line);
            line(out, &format!("{:21}{place}", ""))?;
            let text = around(&example.text, &leftover.word, WIDTH - 23);
            if !text.is_empty() {
                line(out, &format!("{:23}{text}", ""))?;
            }
        }
    }
    Ok(())
}
