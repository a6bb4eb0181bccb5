//! Finds the touchpoints a row is about: by its touchpoint column, by tags and columns, then by text.

use super::check::{Check, Evidence};
use super::names::lowercase;
use super::phrases::PhraseFinder;
use super::plan::{Compound, Plan};
use super::targets::Targets;
use crate::feedback::Mapping;
use crate::feedback::intake::{Row, Slot, joined};
use crate::feedback::scan::{CellKey, Recent};
use std::borrow::Cow;

/// No touchpoint: it sorts behind all of them.
const NONE: u32 = u32::MAX;

/// Room to work in, kept from row to row.
#[derive(Debug, Default)]
pub(crate) struct Router {
    /// The touchpoints of the present row.
    pub(crate) hits: Vec<u32>,
    /// Which row last met each leaf.
    marks: Vec<u32>,
    /// The present row's number.
    row: u32,
    lower: String,
    text_hits: Vec<u32>,
    /// The touchpoints that cells named lately.
    recent: Recent<u32>,
}

impl Router {
    /// Finds the row's touchpoints and leaves them in `hits`, in order and none twice.
    #[inline(never)]
    pub(crate) fn route(&mut self, plan: &Plan, phrases: &PhraseFinder, row: &Row<'_>) {
        self.hits.clear();
        self.text_hits.clear();
        self.next_row(plan.leaves);
        let named = match plan.touchpoint {
            Some(slot) => self.named(plan, row, slot),
            None => None,
        };
        let all = plan.mapping == Mapping::All;
        self.hits.extend(named);
        if named.is_some() && !all {
            return;
        }
        let mut search = Search {
            plan,
            phrases,
            row,
            text: None,
            searched: false,
            all,
            router: self,
        };
        search.fields();
        if all || search.router.hits.is_empty() {
            search.words();
        }
        if all {
            self.hits.sort_unstable();
            self.hits.dedup();
        }
    }

    /// The touchpoint that a cell names.
    #[inline]
    fn named(&mut self, plan: &Plan, row: &Row<'_>, slot: Slot) -> Option<u32> {
        let key = CellKey::of(row, slot);
        let known = key.and_then(|key| self.recent.find(&key));
        let named = known.unwrap_or_else(|| {
            let found = plan
                .names
                .find(&row.cell(slot), &mut self.lower)
                .unwrap_or(NONE);
            if let Some(key) = key {
                self.recent.keep(key, found);
            }
            found
        });
        (named != NONE).then_some(named)
    }

    /// Forgets what the last row met.
    fn next_row(&mut self, leaves: u32) {
        self.row = self.row.wrapping_add(1);
        if self.row == 0 {
            self.marks.fill(0);
            self.row = 1;
        }
        if self.marks.len() < leaves as usize {
            self.marks.resize(leaves as usize, 0);
        }
    }

    #[inline(always)]
    fn mark(&mut self, targets: &Targets) {
        for &leaf in targets.leaves() {
            if let Some(mark) = self.marks.get_mut(leaf as usize) {
                *mark = self.row;
            }
        }
    }
}

/// The search for one row's touchpoints.
struct Search<'a> {
    plan: &'a Plan,
    phrases: &'a PhraseFinder,
    row: &'a Row<'a>,
    text: Option<Cow<'a, str>>,
    searched: bool,
    all: bool,
    router: &'a mut Router,
}

impl Search<'_> {
    /// Looks at tags and columns.
    #[inline(always)]
    fn fields(&mut self) {
        let plan = self.plan;
        let mut best = NONE;
        if let Some(slot) = plan.tags
            && !plan.by_tag.is_empty()
        {
            best = self.tags(&self.row.cell(slot));
        }
        for table in &plan.by_value {
            let cell = self.row.cell(table.slot);
            if let Some(targets) = table.values.get(cell.trim()) {
                best = best.min(self.decided(targets));
            }
        }
        self.settle(best, &plan.on_fields);
    }

    /// Looks at the text.
    fn words(&mut self) {
        let plan = self.plan;
        // A rule that takes a whole source stands here too, and needs no text.
        if plan.text.is_empty() && plan.on_text.is_empty() {
            return;
        }
        let best = if plan.by_phrase.any {
            self.search_text();
            self.router.text_hits.iter().copied().min().unwrap_or(NONE)
        } else {
            NONE
        };
        if self.all {
            let Router {
                hits, text_hits, ..
            } = &mut *self.router;
            hits.append(text_hits);
        }
        self.settle(best, &plan.on_text);
    }

    #[inline(always)]
    fn tags(&mut self, cell: &str) -> u32 {
        let mut best = NONE;
        let plan = self.plan;
        plan.separators.tags(cell, |tag, is_lower| {
            let found = if is_lower {
                plan.by_tag.get(tag)
            } else {
                lowercase(tag, &mut self.router.lower);
                plan.by_tag.get(self.router.lower.as_str())
            };
            if let Some(targets) = found {
                best = best.min(self.decided(targets));
            }
        });
        best
    }

    /// Notes what a tag or a value leads to, and returns the first touchpoint it decides.
    #[inline(always)]
    fn decided(&mut self, targets: &Targets) -> u32 {
        self.router.mark(targets);
        if self.all {
            self.router.hits.extend_from_slice(targets.touchpoints());
        }
        targets.first()
    }

    /// Asks the compound rules and adds what was found. They stand in order, so the first that is met is
    /// the first of them all.
    fn settle(&mut self, best: u32, compounds: &[Compound]) {
        let mut best = best;
        for compound in compounds {
            if !self.all && compound.touchpoint >= best {
                break;
            }
            if self.meets(&compound.check) {
                best = compound.touchpoint;
                if self.all {
                    self.router.hits.push(best);
                }
            }
        }
        if !self.all && best != NONE {
            self.router.hits.push(best);
        }
    }

    fn meets(&mut self, check: &Check) -> bool {
        if self.text.is_none() {
            self.text = Some(joined(self.row, &self.plan.text));
        }
        check.is_met(self)
    }

    /// Finds every phrase of the source in the text, once a row.
    fn search_text(&mut self) {
        if std::mem::replace(&mut self.searched, true) {
            return;
        }
        let text = self
            .text
            .take()
            .unwrap_or_else(|| joined(self.row, &self.plan.text));
        let (targets, all) = (&self.plan.by_phrase, self.all);
        let router = &mut *self.router;
        self.phrases.find(&text, &mut |number| {
            let Some(found) = targets.get(number) else {
                return;
            };
            router.mark(found);
            if all {
                router.text_hits.extend_from_slice(found.touchpoints());
            } else if found.first() != NONE {
                router.text_hits.push(found.first());
            }
        });
        self.text = Some(text);
    }
}

impl Evidence for Search<'_> {
    fn row(&self) -> &Row<'_> {
        self.row
    }

    fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    fn is_met(&mut self, leaf: u32, text: bool) -> bool {
        if text {
            self.search_text();
        }
        self.router.marks.get(leaf as usize) == Some(&self.router.row)
    }
}
