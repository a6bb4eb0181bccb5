//! The plan of one source while its rules are added to it.

use super::calendar::Calendar;
use super::check::Check;
use super::compile::Compiler;
use super::names::TouchpointNames;
use super::phrases::PhraseTargets;
use super::plan::{Compound, Plan, Rating, Separators, ValueTable, Voice};
use super::tag_table::TagTable;
use super::weigher::Weigher;
use crate::feedback::intake::{Column, Keys, Need, Slot};
use crate::feedback::scan::FastMap;
use crate::feedback::{Condition, Evidence, Polarity, Rule, Scale, Source, Speaks, Test};
use std::sync::Arc;

/// A plan being made.
#[derive(Debug)]
pub(super) struct Draft<'s> {
    source: &'s Source,
    plan: Plan,
    columns: Vec<Column>,
}

impl<'s> Draft<'s> {
    /// The plan of a source without rules.
    pub(super) fn new(
        source: &'s Source,
        names: &Arc<TouchpointNames>,
        compiler: &mut Compiler,
    ) -> Self {
        let mut columns = Vec::new();
        let of = &source.columns;
        let mut useful = |name: &Option<String>| {
            let name = name.as_ref()?;
            Some(slot_of(&mut columns, source, name, Need::Useful))
        };
        let id = useful(&of.id);
        let customer = useful(&of.customer);
        let weigher = useful(&of.severity).map(|slot| Weigher::new(slot, source));
        let text = (of.text.iter())
            .filter_map(|name| useful(&Some(name.clone())))
            .collect();
        let (segment, tags) = (useful(&of.segment), useful(&of.tags));
        let mut slot = |name: &Option<String>| {
            let name = name.as_ref()?;
            Some(slot_of(&mut columns, source, name, Need::Declared))
        };
        if source.duplicates.is_some() {
            slot(&of.id);
        }
        let plan = Plan {
            columns: Arc::default(),
            keys: Keys::default(),
            key_columns: Vec::new(),
            at: slot(&of.at),
            date: source.date,
            calendar: Calendar::of(source),
            id,
            duplicates: source.duplicates,
            text,
            segment,
            customer,
            weigher,
            touchpoint: slot(&of.touchpoint),
            names: Arc::clone(names),
            voice: voice(source, &mut slot, compiler),
            ratings: Vec::new(),
            mapping: source.mapping,
            tags,
            separators: Separators::new(&source.tag_separators),
            by_tag: TagTable::default(),
            by_value: Vec::new(),
            by_phrase: PhraseTargets::default(),
            on_fields: Vec::new(),
            on_text: Vec::new(),
            leaves: 0,
        };
        Self {
            source,
            plan,
            columns,
        }
    }

    /// Adds a rule; one that cannot be used does nothing, and the compiler is told why.
    pub(super) fn add(&mut self, source: &Source, rule: &Rule, compiler: &mut Compiler) {
        let touchpoint = rule.touchpoint.index() as u32;
        match &rule.evidence {
            Evidence::Rating {
                column,
                scale,
                missing,
            } => {
                let Some(scale) = scale.as_ref().or(scale_of(source)) else {
                    let reason = format!(
                        "the rating by `{column}` has no scale; give one to the rule or to its source"
                    );
                    return compiler.refuse(&source.id, rule, reason);
                };
                let missing = missing.as_ref().unwrap_or(&source.missing);
                let gauge = compiler.gauge(scale, missing);
                let slot = self.slot(column, rule);
                self.plan.ratings.push(Rating {
                    slot,
                    touchpoint,
                    gauge,
                });
            }
            Evidence::When(condition) => {
                if let Err(reason) = self.when(condition, touchpoint, rule, compiler) {
                    compiler.refuse(&source.id, rule, reason);
                }
            }
        }
    }

    /// The finished plan.
    pub(super) fn finish(mut self) -> Plan {
        let first = |list: &mut Vec<Compound>| list.sort_by_key(|compound| compound.touchpoint);
        first(&mut self.plan.on_fields);
        first(&mut self.plan.on_text);
        self.plan.keys = Keys::new(&self.columns, self.plan.tags);
        self.plan.key_columns = (0..self.columns.len() as u32).collect();
        self.plan.columns = Arc::new(self.columns);
        self.plan
    }

    fn when(
        &mut self,
        condition: &Condition,
        touchpoint: u32,
        rule: &Rule,
        compiler: &mut Compiler,
    ) -> Result<(), String> {
        match condition {
            Condition::All(parts) | Condition::Any(parts) if parts.len() == 1 => {
                return self.when(&parts[0], touchpoint, rule, compiler);
            }
            Condition::Tags(tags) => {
                for tag in tags {
                    self.tag(tag).decide(touchpoint);
                }
            }
            Condition::Text(phrases) => {
                for phrase in phrases {
                    if let Some(number) = compiler.book.add(phrase, self.source.folds_accents) {
                        self.plan.by_phrase.entry(number).decide(touchpoint);
                    }
                }
            }
            Condition::Where {
                column,
                test: Test::OneOf(values),
            } => {
                let slot = self.slot(column, rule);
                for value in values {
                    self.value(slot, value).decide(touchpoint);
                }
            }
            other => {
                let check = self.check(other, rule, compiler)?;
                let compound = Compound { touchpoint, check };
                if is_on_fields(other) {
                    self.plan.on_fields.push(compound);
                } else {
                    self.plan.on_text.push(compound);
                }
            }
        }
        Ok(())
    }

    fn check(
        &mut self,
        condition: &Condition,
        rule: &Rule,
        compiler: &mut Compiler,
    ) -> Result<Check, String> {
        Ok(match condition {
            Condition::Tags(tags) => {
                let leaf = self.leaf();
                for tag in tags {
                    self.tag(tag).meet(leaf);
                }
                Check::Leaf { leaf, text: false }
            }
            Condition::Text(phrases) => {
                let leaf = self.leaf();
                for phrase in phrases {
                    if let Some(number) = compiler.book.add(phrase, self.source.folds_accents) {
                        self.plan.by_phrase.entry(number).meet(leaf);
                    }
                }
                Check::Leaf { leaf, text: true }
            }
            Condition::Matches(pattern) => Check::Matches(compiler.expressions.compile(pattern)?),
            Condition::Where { column, test } => {
                let slot = self.slot(column, rule);
                match test {
                    Test::OneOf(values) => {
                        let values = values.iter().map(|value| value.trim().to_owned());
                        Check::OneOf(slot, values.collect())
                    }
                    Test::Pattern(pattern) => {
                        Check::Pattern(slot, compiler.expressions.compile(pattern)?)
                    }
                    Test::Range { from, to } => Check::Range(
                        slot,
                        from.unwrap_or(f64::NEG_INFINITY),
                        to.unwrap_or(f64::INFINITY),
                    ),
                }
            }
            Condition::All(parts) => Check::All(self.checks(parts, rule, compiler)?),
            Condition::Any(parts) => Check::Any(self.checks(parts, rule, compiler)?),
            Condition::None(parts) => Check::None(self.checks(parts, rule, compiler)?),
        })
    }

    fn checks(
        &mut self,
        parts: &[Condition],
        rule: &Rule,
        compiler: &mut Compiler,
    ) -> Result<Vec<Check>, String> {
        parts
            .iter()
            .map(|part| self.check(part, rule, compiler))
            .collect()
    }

    fn leaf(&mut self) -> u32 {
        self.plan.leaves += 1;
        self.plan.leaves - 1
    }

    fn tag(&mut self, tag: &str) -> &mut super::targets::Targets {
        let tag = tag.trim().to_lowercase();
        self.plan.by_tag.entry(tag)
    }

    fn value(&mut self, slot: Slot, value: &str) -> &mut super::targets::Targets {
        let tables = &mut self.plan.by_value;
        let known = tables.iter().position(|table| table.slot == slot);
        let place = known.unwrap_or_else(|| {
            tables.push(ValueTable {
                slot,
                values: FastMap::default(),
            });
            tables.len() - 1
        });
        let values = &mut tables[place].values;
        values.entry(value.trim().to_owned()).or_default()
    }

    /// A column that a rule reads. A rule for every source may name one that only some have.
    fn slot(&mut self, name: &str, rule: &Rule) -> Slot {
        let need = match rule.source {
            Some(_) => Need::Rule(rule.place.clone()),
            None => Need::Optional,
        };
        slot_of(&mut self.columns, self.source, name, need)
    }
}

fn slot_of(columns: &mut Vec<Column>, source: &Source, name: &str, need: Need) -> Slot {
    let name = name.trim();
    if let Some(place) = columns.iter().position(|column| column.name == name) {
        let known = &mut columns[place].need;
        if *known == Need::Optional || need == Need::Declared {
            *known = need;
        }
        return place;
    }
    columns.push(Column::new(name, need, &source.aliases));
    columns.len() - 1
}

fn scale_of(source: &Source) -> Option<&Scale> {
    match &source.speaks {
        Speaks::Scored(scale) => Some(scale),
        _ => None,
    }
}

fn voice(
    source: &Source,
    slot: &mut dyn FnMut(&Option<String>) -> Option<Slot>,
    compiler: &mut Compiler,
) -> Voice {
    let score = slot(&source.columns.score);
    match (&source.speaks, score) {
        (Speaks::Scored(scale), Some(score)) => {
            Voice::Scored(score, compiler.gauge(scale, &source.missing))
        }
        (Speaks::Scored(_), None) | (Speaks::Unsaid, _) => Voice::Always(Polarity::Unscored),
        (Speaks::Always(polarity), _) => Voice::Always(*polarity),
        (Speaks::Counted(counts), _) => {
            let columns = [
                (slot(&counts.complaints), Polarity::Complaint),
                (slot(&counts.neutral), Polarity::Neutral),
                (slot(&counts.praise), Polarity::Praise),
            ];
            let declared = columns
                .into_iter()
                .filter_map(|(slot, polarity)| Some((slot?, polarity)));
            Voice::Counted(declared.collect())
        }
    }
}

/// Whether a condition asks for tags or columns anywhere in it: then it outranks text alone.
pub(crate) fn is_on_fields(condition: &Condition) -> bool {
    match condition {
        Condition::Tags(_) | Condition::Where { .. } => true,
        Condition::Text(_) | Condition::Matches(_) => false,
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            parts.iter().any(is_on_fields)
        }
    }
}
