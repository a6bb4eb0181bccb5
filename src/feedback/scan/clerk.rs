//! Reads one row by the plan of its source: its day, its score, its touchpoints; and enters it.

use super::cell::{count, day, name};
use super::ids::{self, Dropped, Ids};
use super::part::Part;
use super::reader::{Outcome, Spot, Taker};
use super::registry::{Facet, Numbers, plain_reading};
use super::roll::Roll;
use crate::feedback::coverage::Sight;
use crate::feedback::intake::{JsonRow, Row, Slot};
use crate::feedback::plain;
use crate::feedback::rules::{Answer, Gauge, Plan, Plans, Router, Voice};
use crate::feedback::{Day, Place, Polarity, Reading, UNDATED};

/// Reads rows into its part.
#[derive(Debug)]
pub(super) struct Clerk<'s> {
    plans: &'s Plans,
    dropped: &'s Dropped,
    /// When there are some, ids are noted and nothing else is read.
    pub(super) ids: Option<Ids>,
    numbers: Numbers<'s>,
    pub(super) part: Part,
    router: Router,
    /// What the present row says: touchpoint, reading and how often.
    pub(super) said: Vec<(u32, u16, u64)>,
    /// How it speaks where no rating decides: reading and how often.
    voice: Vec<(u16, u64)>,
    /// The customers to mark, where there is a roll of them.
    roll: Option<&'s Roll>,
    /// Of the readings met while there is a roll: whether each is a complaint. The first is the plain
    /// complaint.
    complaints: Vec<bool>,
    lower: String,
}

impl Taker for Clerk<'_> {
    fn row(&mut self, here: Spot<'_>, row: &Row<'_>) -> Outcome {
        let Some(plan) = self.plan(here.block.source) else {
            return Outcome::Unmapped;
        };
        if let Some(keep) = plan.duplicates {
            if let Some(ids) = &mut self.ids {
                ids.take(plan, here, row);
                return Outcome::Unmapped;
            }
            if self.dropped.has(here) {
                return Outcome::Duplicate(ids::refusal(plan, keep, row));
            }
        }
        match self.read(plan, row) {
            Ok(day) if self.part.census.is_some() => self.survey(plan, here, row, day),
            Ok(day) => self.count(plan, here, row, day),
            Err(reason) => Outcome::Rejected(reason),
        }
    }

    fn object(&mut self, here: Spot<'_>, object: &str, json: &mut JsonRow) -> Outcome {
        let Some(plan) = self.plan(here.block.source) else {
            return Outcome::Unmapped;
        };
        if let Err(reason) = plan.keys.read(object, json) {
            return Outcome::Rejected(reason);
        }
        self.part.saw_keys(here.block.file, &json.cells);
        let row = Row {
            text: &json.text,
            cells: &json.cells,
            columns: &plan.key_columns,
        };
        self.row(here, &row)
    }

    #[inline(always)]
    fn enter(&mut self, here: Spot<'_>, outcome: Outcome) {
        let (block, line) = (here.block, here.line);
        let books = &mut self.part.books[block.source];
        match outcome {
            Outcome::Mapped { undated } => {
                books.read += 1;
                books.mapped += 1;
                books.undated += u64::from(undated);
            }
            Outcome::Unmapped => {
                books.read += 1;
                books.unmapped += 1;
            }
            Outcome::Rejected(reason) => {
                self.part.reject(block.source, block.file, line, reason);
            }
            Outcome::Duplicate(reason) => {
                (self.part).drop_duplicate(block.source, block.file, line, reason);
            }
        }
    }
}

impl<'s> Clerk<'s> {
    /// A clerk with an empty part.
    pub(super) fn new(
        plans: &'s Plans,
        dropped: &'s Dropped,
        roll: Option<&'s Roll>,
        numbers: Numbers<'s>,
        part: Part,
    ) -> Self {
        Self {
            plans,
            dropped,
            ids: None,
            numbers,
            part,
            router: Router::default(),
            said: Vec::new(),
            voice: Vec::new(),
            roll,
            complaints: vec![true],
            lower: String::new(),
        }
    }

    /// The plan of a source.
    fn plan(&self, source: usize) -> Option<&'s Plan> {
        self.plans.sources.get(source)
    }

    /// Lets the census count the row instead of the tally. Every rule stands for a touchpoint there.
    fn survey(&mut self, plan: &Plan, here: Spot<'_>, row: &Row<'_>, day: Option<Day>) -> Outcome {
        let sight = Sight {
            file: here.block.file,
            offset: here.offset(),
            line: here.line,
            source: here.block.source,
        };
        let said = self.said.iter().map(|said| said.0);
        let met = said.chain(self.router.hits.iter().copied());
        let census = self.part.census.as_mut();
        if census.is_some_and(|census| census.row(plan, row, sight, day, met)) {
            Outcome::Mapped {
                undated: day.is_none(),
            }
        } else {
            Outcome::Unmapped
        }
    }

    /// Notes where an unmapped row lies, as long as it is among the newest.
    fn set_aside(&mut self, plan: &Plan, here: Spot<'_>, row: &Row<'_>, day: Option<Day>) {
        let day = day.map_or(UNDATED, |day| day.0);
        if self.part.unmapped.wants(0, day) && plan.text.iter().any(|&slot| row.has(slot)) {
            self.part.unmapped.put(Place {
                touchpoint: 0,
                day,
                source: here.block.source as u16,
                segment: 0,
                reading: plain_reading(Polarity::Unscored),
                file: here.block.file,
                offset: here.offset(),
                line: here.line,
            });
        }
    }

    /// Reads the row's day, and leaves in `said` what it says and where.
    pub(super) fn read(&mut self, plan: &Plan, row: &Row<'_>) -> Result<Option<Day>, String> {
        self.said.clear();
        self.voice.clear();
        let day = day(plan, row)?;
        self.listen(plan, row)?;
        for rating in &plan.ratings {
            if let Some(reading) = self.score(&rating.gauge, plan, rating.slot, row)?
                && !self.said.iter().any(|said| said.0 == rating.touchpoint)
            {
                self.said.push((rating.touchpoint, reading, 1));
            }
        }
        let rated = self.said.len();
        self.router.route(plan, &self.plans.phrases, row);
        for &touchpoint in &self.router.hits {
            if rated == 0
                && let [(reading, count)] = self.voice[..]
            {
                self.said.push((touchpoint, reading, count));
            } else if !self.said[..rated].iter().any(|said| said.0 == touchpoint) {
                let voice = self.voice.iter();
                self.said
                    .extend(voice.map(|&(reading, count)| (touchpoint, reading, count)));
            }
        }
        Ok(day)
    }

    /// Leaves in `voice` how the row speaks where no rating decides.
    fn listen(&mut self, plan: &Plan, row: &Row<'_>) -> Result<(), String> {
        match &plan.voice {
            Voice::Always(polarity) => self.voice.push((plain_reading(*polarity), 1)),
            Voice::Scored(slot, gauge) => {
                let reading = self.score(gauge, plan, *slot, row)?;
                let reading = reading.unwrap_or(plain_reading(Polarity::Unscored));
                self.voice.push((reading, 1));
            }
            Voice::Counted(columns) => {
                for &(slot, polarity) in columns {
                    let count = count(plan, slot, row)?;
                    self.voice.push((plain_reading(polarity), count));
                }
            }
        }
        Ok(())
    }

    /// The reading of a score cell; `None` when it holds no answer.
    #[inline(always)]
    fn score(
        &mut self,
        gauge: &Gauge,
        plan: &Plan,
        slot: Slot,
        row: &Row<'_>,
    ) -> Result<Option<u16>, String> {
        let glance = match row.bytes(slot) {
            Some(cell) => gauge.glance(cell),
            None => None,
        };
        match glance.unwrap_or_else(|| gauge.read(&row.cell(slot))) {
            Answer::Missing => Ok(None),
            Answer::Given(score, polarity) => {
                let score = Some((gauge.scale_index, score));
                let reading = self.numbers.reading(Reading { score, polarity });
                if self.roll.is_some() {
                    self.note(reading, polarity);
                }
                Ok(Some(reading))
            }
            refused => Err(refusal(refused, gauge, name(plan, slot), &row.cell(slot))),
        }
    }

    /// Remembers whether a reading is a complaint.
    fn note(&mut self, reading: u16, polarity: Polarity) {
        let place = usize::from(reading);
        if self.complaints.len() <= place {
            self.complaints.resize(place + 1, false);
        }
        self.complaints[place] = polarity == Polarity::Complaint;
    }

    /// Enters what the row says.
    fn count(&mut self, plan: &Plan, here: Spot<'_>, row: &Row<'_>, day: Option<Day>) -> Outcome {
        if self.said.is_empty() && self.router.hits.is_empty() {
            self.set_aside(plan, here, row, day);
            return Outcome::Unmapped;
        }
        let segment = match plan.segment {
            Some(slot) => self.numbers.segment(row, slot, plain::line),
            None => 0,
        };
        let number = day.map_or(UNDATED, |day| day.0);
        let severity = self.severity(plan, here.block.source, row);
        self.mark(plan, row);
        let mut has_text = None;
        let source = here.block.source as u16;
        for &(touchpoint, reading, count) in &self.said {
            let facet = self.numbers.facet(Facet {
                source,
                segment,
                reading,
            });
            match count {
                0 => {}
                1 => self.part.counter.one((touchpoint, number, facet)),
                _ => self.part.counter.add((touchpoint, number, facet), count),
            }
            if let Some(steps) = severity {
                self.part.weights.add((touchpoint, number, facet), steps);
            }
            if self.part.shelf.wants(touchpoint, number)
                && !matches!(plan.voice, Voice::Counted(_))
                && *has_text.get_or_insert_with(|| plan.text.iter().any(|&slot| row.has(slot)))
            {
                self.part.shelf.put(Place {
                    touchpoint,
                    day: number,
                    source,
                    segment,
                    reading,
                    file: here.block.file,
                    offset: here.offset(),
                    line: here.line,
                });
            }
        }
        Outcome::Mapped {
            undated: day.is_none(),
        }
    }

    /// How severe the row is, in steps, as far as it says so; one that does not is counted.
    #[inline]
    fn severity(&mut self, plan: &Plan, source: usize, row: &Row<'_>) -> Option<u64> {
        let weigher = plan.weigher.as_ref()?;
        let steps = weigher.read(&row.cell(weigher.slot), &mut self.lower);
        if steps.is_none() {
            self.part.books[source].without_severity += 1;
        }
        steps
    }

    /// Marks on the roll what the customer met.
    #[inline]
    fn mark(&self, plan: &Plan, row: &Row<'_>) {
        let (Some(roll), Some(slot)) = (self.roll, plan.customer) else {
            return;
        };
        let Some(who) = roll.find(&row.cell(slot)) else {
            return;
        };
        for &(touchpoint, reading, count) in &self.said {
            if count > 0 {
                let complained = self.complaints.get(usize::from(reading)) == Some(&true);
                roll.mark(touchpoint, who, complained);
            }
        }
    }
}

/// Why a score cell cannot be read, and what was expected instead.
#[cold]
fn refusal(refused: Answer, gauge: &Gauge, column: &str, cell: &str) -> String {
    let (cell, scale) = (plain::line(cell), gauge.scale());
    let (low, high) = (scale.low.value(), scale.high.value());
    let is_word = matches!(scale.name.as_str(), "thumbs" | "yes-no");
    let expected = if is_word {
        "yes or no, up or down, 1 or 0".to_owned()
    } else {
        format!("{low} to {high}")
    };
    let what = match refused {
        Answer::OffScale => format!("is not on the scale {}", scale.name),
        _ if is_word => "says neither yes nor no".to_owned(),
        _ => "is not a number".to_owned(),
    };
    format!("`{column}` is `{cell}`, which {what}: expected {expected}, or list it under `missing`")
}
