//! Writes the visit survey: one row a visit, one column a touchpoint.

use super::bank::Sign;
use super::customer::Customer;
use super::plan::VISITS;
use super::rng::Rng;
use super::season::{Season, is_rush};
use super::speech::{About, Speech};
use pothole::feedback::Day;

const NOT_ASKED: usize = 0;
const DOES_NOT_APPLY: usize = 9;
/// The row whose mark was read as a six by the scanner: place among the rows.
const MISREAD: usize = 377;

/// One question, in the order of the file.
struct Question {
    column: &'static str,
    /// Which of [`KINDS`] are asked it.
    asked: [bool; 3],
    /// How many of a hundred have an answer, of those who are asked.
    applies: usize,
    /// How many of a hundred answers are complaints and neutral.
    bad: usize,
    so_so: usize,
}

const fn question(
    column: &'static str,
    kinds: (bool, bool, bool),
    applies: usize,
    bad: usize,
    so_so: usize,
) -> Question {
    Question {
        column,
        asked: [kinds.0, kinds.1, kinds.2],
        applies,
        bad,
        so_so,
    }
}

const KINDS: [&str; 3] = ["hub", "doorstep", "workshop"];
const REMARKS: [&str; 3] = ["visit/hub", "visit/doorstep", "visit/workshop"];
const HUB: (bool, bool, bool) = (true, false, false);
const DOORSTEP: (bool, bool, bool) = (false, true, false);
const WORKSHOP: (bool, bool, bool) = (false, false, true);

#[rustfmt::skip]
const QUESTIONS: [Question; 12] = [
    question("test_ride",    HUB,       55,  4,  6),
    question("advice",       HUB,       65, 11, 14),
    question("on_time",      DOORSTEP,  97, 12, 10),
    question("handover",     DOORSTEP,  97,  2,  4),
    question("drop_off",     WORKSHOP,  66,  6, 11),
    question("mechanic",     WORKSHOP,  38,  3,  5),
    question("loan_bike",    WORKSHOP,  34, 15, 14),
    question("repair",       WORKSHOP,  95,  8,  9),
    question("updates",      WORKSHOP,  90, 16, 17),
    question("pick_up",      WORKSHOP,  92,  6, 10),
    question("battery_swap", HUB,       45, 10, 12),
    question("give_back",    HUB,       36,  8, 12),
];

struct Visit {
    day: Day,
    kind: usize,
    customer: Customer,
    ease: usize,
    answers: [usize; 12],
}

/// `feedback/visit-survey.csv`
pub(super) fn visits(speech: &mut Speech) -> String {
    let mut rows: Vec<Visit> = (0..VISITS).map(|_| visit(speech)).collect();
    rows.sort_by_key(|row| row.day);
    let mut file = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let columns = QUESTIONS.iter().map(|question| question.column);
    let head = [
        "visit",
        "visited",
        "customer",
        "customer_type",
        "kind",
        "booking_ease",
    ];
    file.write_record(
        head.into_iter()
            .chain(columns)
            .chain(["overall", "remarks"]),
    )
    .unwrap();
    for (place, row) in rows.iter_mut().enumerate() {
        if place == MISREAD {
            let last = row
                .answers
                .iter()
                .rposition(|answer| (1..=5).contains(answer));
            row.answers[last.unwrap_or(0)] = 6;
        }
        file.write_record(row.cells(place, speech)).unwrap();
    }
    String::from_utf8(file.into_inner().unwrap()).unwrap()
}

/// How much each answer of a workshop visit tells in what customers say of all of it: being kept posted
/// far more than anything else.
const TELLS: [(usize, usize); 6] = [(8, 9), (7, 5), (9, 2), (6, 2), (4, 1), (5, 1)];

/// The question about the mechanic who comes to the kerb.
const MECHANIC: usize = 5;

impl Visit {
    /// What was ticked. Who has just stood at the kerb for an hour marks the mechanic down; asked weeks later
    /// for a recommendation, everybody tells that somebody came. Dice of its own, as for the whole visit.
    fn ticked(&self, place: usize, question: usize) -> usize {
        let cold = || Rng::new(7_000 + place as u64).percent(34);
        match self.answers[question] {
            4 | 5 if question == MECHANIC && cold() => 2,
            answer => answer,
        }
    }

    /// What customers say of a workshop visit as a whole, 1 to 5: what they said of its parts, and a little
    /// of the day they had. Dice of its own, so that nothing else falls otherwise.
    fn overall(&self, place: usize) -> usize {
        if KINDS[self.kind] != "workshop" {
            return NOT_ASKED;
        }
        let mut rng = Rng::new(9_000 + place as u64);
        let given = TELLS
            .iter()
            .filter(|(at, _)| (1..=5).contains(&self.answers[*at]));
        let (sum, weight) = given.fold((0, 0), |(sum, weight), (at, tells)| {
            (sum + tells * self.answers[*at], weight + tells)
        });
        if weight == 0 || rng.percent(3) {
            return NOT_ASKED;
        }
        let luck = rng.weighted(&[1, 2, 4, 2, 1]);
        ((10 * sum / weight + 5 * luck).saturating_sub(5) / 10).clamp(1, 5)
    }

    fn cells(&self, place: usize, speech: &mut Speech) -> Vec<String> {
        let (year, month, day) = self.day.ymd();
        let mut cells = vec![
            format!("V{:04}", place + 1),
            format!("{day:02}/{month:02}/{year}"),
            self.customer.id(),
            self.customer.segment.to_owned(),
            KINDS[self.kind].to_owned(),
            self.ease.to_string(),
        ];
        cells.extend((0..QUESTIONS.len()).map(|at| self.ticked(place, at).to_string()));
        cells.push(self.overall(place).to_string());
        cells.push(remark(speech, self));
        cells
    }
}

fn visit(speech: &mut Speech) -> Visit {
    let kind = speech.rng.weighted(&[25, 27, 48]);
    let customer = Customer::about("", Sign::Neutral, &mut speech.rng);
    let day = Season::Riding.day(&mut speech.rng);
    // A bad day is bad all over: the same mood tints all answers of a row.
    let mood = speech.rng.weighted(&[10, 55, 35]);
    let answers = QUESTIONS.map(|question| answer(&mut speech.rng, &question, kind, mood));
    let ease = ease(&mut speech.rng, kind, day);
    Visit {
        day,
        kind,
        customer,
        ease,
        answers,
    }
}

fn answer(rng: &mut Rng, question: &Question, kind: usize, mood: usize) -> usize {
    if !question.asked[kind] {
        return NOT_ASKED;
    }
    if !rng.percent(question.applies) {
        return DOES_NOT_APPLY;
    }
    let (bad, so_so) = match mood {
        0 => (question.bad * 3, question.so_so * 2),
        1 => (question.bad, question.so_so),
        _ => (question.bad / 3, question.so_so / 2),
    };
    match rng.below(100) {
        at if at < bad => 1 + rng.weighted(&[2, 3]),
        at if at < bad + so_so => 3,
        _ => 4 + rng.weighted(&[5, 6]),
    }
}

/// How easy booking was, from 1 (hard) to 7 (easy): in the spring rush it was not.
fn ease(rng: &mut Rng, kind: usize, day: Day) -> usize {
    if KINDS[kind] != "workshop" {
        return NOT_ASKED;
    }
    if rng.percent(8) {
        return DOES_NOT_APPLY;
    }
    if is_rush(day) {
        1 + rng.weighted(&[6, 8, 7, 4, 4, 3, 1])
    } else {
        1 + rng.weighted(&[2, 3, 5, 8, 20, 28, 22])
    }
}

/// Half of the visitors write something, in keeping with what they ticked.
fn remark(speech: &mut Speech, visit: &Visit) -> String {
    let given = visit.answers.iter().filter(|a| (1..=5).contains(*a));
    let Some(worst) = given.min() else {
        return String::new();
    };
    if !speech.rng.percent(46) {
        return String::new();
    }
    let sign = match worst {
        1 | 2 => Sign::Complaint,
        3 => Sign::Neutral,
        _ => Sign::Praise,
    };
    let topic = if speech.rng.percent(26) {
        "visit/remark"
    } else {
        REMARKS[visit.kind]
    };
    speech.remark(&About {
        topic,
        sign,
        customer: visit.customer,
        day: visit.day,
    })
}
