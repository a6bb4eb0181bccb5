//! What is put into the `{slots}` of a sentence: places, people, bikes, days and sums.

use super::customer::Customer;
use super::rng::Rng;
use super::season::is_fixed;
use pothole::feedback::Day;

const HUBS: [&str; 7] = [
    "Harbour Hub",
    "Station Hub",
    "Mill Lane",
    "Northgate",
    "Quayside",
    "the Old Tram Depot",
    "Castle Hill Hub",
];
const TOWNS: [&str; 9] = [
    "Saltby",
    "Port Hallam",
    "Ashmere",
    "Linden Quay",
    "Marsh End",
    "Upper Fenwick",
    "Gullhaven",
    "Brackley Sands",
    "Thornmouth",
];
const BIKES: [&str; 5] = ["Wren", "Swift", "Plover", "Heron", "Puffin"];
const CARGO: [&str; 3] = ["Heron", "Gannet", "Gannet XL"];
const STAFF: [&str; 12] = [
    "Ada", "Juno", "Robin", "Noor", "Marta", "Aylin", "Kim", "Saoirse", "Billie", "Greet", "Ines",
    "Freya",
];
const DAYS: [&str; 6] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];
#[rustfmt::skip]
const MONTHS: [(&str, [&str; 12]); 3] = [
    ("", ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]),
    ("es", ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "octubre", "noviembre", "diciembre"]),
    ("pt", ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
            "outubro", "novembro", "dezembro"]),
];

/// Who speaks, when, and in which language.
pub(super) struct Scene<'a> {
    pub(super) customer: &'a Customer,
    pub(super) day: Day,
    pub(super) language: &'a str,
}

impl Scene<'_> {
    /// Fills every slot of a sentence; the same slot twice may be filled differently.
    pub(super) fn fill(&self, sentence: &str, rng: &mut Rng) -> String {
        let mut filled = String::with_capacity(sentence.len() + 16);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').expect("a slot ends");
            filled.push_str(before);
            filled.push_str(&self.slot(slot, rng));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn slot(&self, slot: &str, rng: &mut Rng) -> String {
        let number = |low, high, rng: &mut Rng| rng.between(low, high).to_string();
        match slot {
            "hub" => rng.pick(&HUBS).to_owned(),
            "town" => rng.pick(&TOWNS).to_owned(),
            "bike" => rng.pick(&BIKES).to_owned(),
            "cargo" => rng.pick(&CARGO).to_owned(),
            "name" => rng.pick(&STAFF).to_owned(),
            "who" => self.customer.name().to_owned(),
            "day" => rng.pick(&DAYS).to_owned(),
            "time" => format!(
                "{}:{}",
                rng.between(7, 18),
                rng.pick(&["00", "15", "30", "45"])
            ),
            // Polish counts two to four differently from five and more.
            "weeks" => number(2, if self.language == "pl" { 4 } else { 7 }, rng),
            "days" => number(2, 9, rng),
            "mins" => number(20, 70, rng),
            "n" => number(3, 24, rng),
            "euro" => number(19, 180, rng),
            "version" => version(self.day, rng),
            "next" => self.month(1),
            "months" => self.month(12 - rng.between(2, 4)),
            either if either.contains('|') => {
                let choices: Vec<&str> = either.split('|').collect();
                rng.pick(&choices).to_owned()
            }
            other => panic!("no slot is called {other}"),
        }
    }

    /// The name of the month so many months on.
    fn month(&self, on: usize) -> String {
        let (_, month, _) = self.day.ymd();
        let names = MONTHS.iter().find(|(of, _)| *of == self.language);
        let (_, names) = names.unwrap_or(&MONTHS[0]);
        names[(month as usize - 1 + on) % 12].to_owned()
    }
}

/// The version of the app that was current on a day.
pub(super) fn version(day: Day, rng: &mut Rng) -> String {
    let minor = if is_fixed(day) { 2 } else { 1 };
    format!("4.{minor}.{}", rng.below(5))
}
