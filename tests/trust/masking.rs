//! Two thousand lines as customers write them, each labelled with what it gives away: how much of it is
//! hidden, and how much is hidden for nothing.

use crate::dice::Dice;
use crate::place::program;
use pothole::export::{Secret, secrets};
use std::collections::BTreeMap;
use std::fs;

/// Telephone numbers of many countries: `#` is any digit, `+` and the rest stand for themselves.
const PHONES: [&str; 52] = [
    "+49 1## #######",
    "+49 (0) 89 ######",
    "0049 30 #######",
    "01## #######",
    "089/######",
    "0## ########",
    "(2##) 5##-####",
    "3##-555-####",
    "4##.555.####",
    "1-8##-555-####",
    "+1 2## 555 ####",
    "+1 (6##) 555-####",
    "720555####",
    "020 7### ####",
    "07### ######",
    "07#########",
    "+44 7### ######",
    "+44 (0)20 7### ####",
    "01 ## ## ## ##",
    "06.##.##.##.##",
    "+33 6 ## ## ## ##",
    "0033 1########",
    "9## ## ## ##",
    "+34 6## ### ###",
    "6## ### ###",
    "+39 3## #######",
    "3## #######",
    "+351 9## ### ###",
    "9## ### ###",
    "+91 9#### #####",
    "9#### #####",
    "(11) 9####-####",
    "+55 21 9####-####",
    "+86 13# #### ####",
    "13# #### ####",
    "03-####-####",
    "090-####-####",
    "+81 90 #### ####",
    "010-####-####",
    "04## ### ###",
    "(02) 9### ####",
    "+61 4## ### ###",
    "8 (9##) ###-##-##",
    "+7 9## ### ## ##",
    "+45 ## ## ## ##",
    "4# ## ## ##",
    "9## ## ###",
    "07#-### ## ##",
    "06-########",
    "+31 6 ########",
    "5## ### ###",
    "+27 8# ### ####",
];
const ANNOUNCED: [&str; 6] = [
    "call me on 555####",
    "my mobile is 9########",
    "Tel.: 030######",
    "WhatsApp 6########",
    "meine Handynummer unter Telefon 17########",
    "my number is 2########",
];
const AROUND: [(&str, &str); 12] = [
    ("", ""),
    ("Please ", " asap"),
    ("Nobody answered, I am ", "."),
    ("reach me: ", " (evenings)"),
    ("You can get me at ", ", thanks"),
    ("- ", ";"),
    ("I wrote twice from ", "!"),
    ("Mein Kontakt: ", ", danke"),
    ("(", ")"),
    ("\"", "\""),
    ("Voici ", ", merci"),
    ("Refund to ", " please, it is the third time I ask"),
];
const LOCALS: [&str; 8] = [
    "ann",
    "j.o'neil",
    "maria.silva+shop",
    "k_99",
    "x-y",
    "müller",
    "info",
    "tom.b%c",
];
const HOSTS: [&str; 8] = [
    "example.org",
    "mail.example.co.uk",
    "a-b.io",
    "straße.de",
    "firma.museum",
    "example.com.br",
    "sub.sub.example.net",
    "xn--bcher-kva.example",
];
const IBANS: [(&str, usize); 8] = [
    ("DE", 18),
    ("GB", 18),
    ("FR", 23),
    ("ES", 20),
    ("NL", 14),
    ("PT", 21),
    ("NO", 11),
    ("CH", 17),
];
/// What only looks like a secret.
const FRIENDS: [&str; 38] = [
    "Order ########## never came",
    "order no. #### #### ##",
    "Bestellung ##########",
    "ticket #########, third time",
    "invoice 2025-####-####",
    "INV-2025-00####",
    "parcel 1Z999AA1##########",
    "tracking 00#####################",
    "on 2025-0#-1# at 1#:##",
    "am 1#.0#.2025 um 1#:## Uhr",
    "from 0#/1#/2024 to 0#/1#/2025",
    "paid 1,2##.## EUR",
    "it cost 1 2## ### yen",
    "1.2##.###,## Euro",
    "$ 1,###,### lost",
    "flight LH#### on 1# May",
    "version 1#.4.2#621",
    "server 10.2#.3#.4#",
    "at 52.5####, 13.4####",
    "ISBN 978-3-16-1484##-#",
    "waited 4# minutes, then 1# more",
    "room 4##, floor 1#, bed #",
    "10/10, would do it again in 20##",
    "since 2019-2024 nothing",
    "model WX-#####-##",
    "article 400638####93#",
    "ref: ABC########",
    "#######",
    "we are @acme on social",
    "3 @ 4.50 each",
    "gate B## at 0#:##",
    "VAT DE#########",
    "case 0#####-##",
    "step 1-2-3-4-5",
    "score 9.5/10 of 1### votes",
    "zip 94107-####",
    "build 2025######",
    "24/7, 365 days, 100 %",
];

fn filled(dice: &mut Dice, pattern: &str) -> String {
    let digit = |c: char| match c {
        '#' => char::from(b'0' + dice.below(10) as u8),
        c => c,
    };
    pattern.chars().map(digit).collect()
}

fn digits(dice: &mut Dice, count: usize) -> String {
    filled(dice, &"#".repeat(count))
}

fn card(dice: &mut Dice) -> String {
    let (start, length) = *dice.pick(&[
        ("4", 16),
        ("51", 16),
        ("2221", 16),
        ("37", 15),
        ("6011", 16),
        ("4", 19),
        ("36", 14),
        ("3530", 16),
    ]);
    let body = digits(dice, length - 1 - start.len());
    let number = format!("{start}{body}");
    let check = (0..10)
        .map(|check| format!("{number}{check}"))
        .find(|number| {
            let weighed = number.bytes().rev().enumerate().map(|(place, byte)| {
                let value = u32::from(byte - b'0') << (place % 2);
                value / 10 + value % 10
            });
            weighed.sum::<u32>() % 10 == 0
        });
    let gap = *dice.pick(&["", " ", "-", " "]);
    let groups: &[usize] = match length {
        14 => &[4, 6, 4],
        15 => &[4, 6, 5],
        16 => &[4, 4, 4, 4],
        _ => &[4, 4, 4, 4, 3],
    };
    let number = check.unwrap();
    let mut rest = number.as_str();
    let mut parts = Vec::new();
    for group in groups {
        let (part, more) = rest.split_at(*group);
        parts.push(part);
        rest = more;
    }
    parts.join(gap)
}

fn iban(dice: &mut Dice) -> String {
    let (country, length) = *dice.pick(&IBANS);
    let body = digits(dice, length);
    let signs = format!("{body}{country}00");
    let rest = signs
        .chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| {
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        });
    let whole = format!("{country}{:02}{body}", 98 - rest);
    if dice.once_in(2) {
        return whole;
    }
    let groups = whole
        .as_bytes()
        .chunks(4)
        .map(|group| std::str::from_utf8(group).unwrap());
    groups.collect::<Vec<_>>().join(" ")
}

/// A line and what it gives away.
fn line(dice: &mut Dice) -> (String, Option<(String, Secret)>) {
    let kind = dice.below(10);
    let (secret, what) = match kind {
        0..=2 => {
            let local = *dice.pick(&LOCALS);
            (
                format!("{local}{}@{}", dice.below(1_000), dice.pick(&HOSTS)),
                Secret::Mail,
            )
        }
        3 => (card(dice), Secret::Card),
        4..=5 => {
            let pattern = if dice.once_in(6) {
                *dice.pick(&ANNOUNCED)
            } else {
                *dice.pick(&PHONES)
            };
            (filled(dice, pattern), Secret::Phone)
        }
        6 => (iban(dice), Secret::Account),
        _ => {
            let friend = *dice.pick(&FRIENDS);
            return (filled(dice, friend), None);
        }
    };
    let (before, after) = *dice.pick(&AROUND);
    (format!("{before}{secret}{after}"), Some((secret, what)))
}

/// Whether a secret can no longer be read: nothing is left of it but what announced it.
fn is_hidden(text: &str, secret: &str, found: &[(std::ops::Range<usize>, Secret)]) -> bool {
    let start = text.find(secret).unwrap();
    let is_left = |(at, c): (usize, char)| {
        let covered = found.iter().any(|(range, _)| range.contains(&(start + at)));
        !covered && (c.is_ascii_digit() || c == '@')
    };
    !secret.char_indices().any(is_left)
}

#[test]
fn what_customers_give_away_is_hidden_and_little_else() {
    let mut dice = Dice::new(7);
    let (mut recall, mut hidden_for_nothing, mut hidden) = (BTreeMap::new(), 0, 0);
    let mut misses = Vec::new();
    for _ in 0..2_000 {
        let (text, secret) = line(&mut dice);
        let found = secrets(&text);
        hidden += found.len();
        let Some((secret, what)) = secret else {
            hidden_for_nothing += found.len();
            if !found.is_empty() {
                misses.push(format!("for nothing: {text}"));
            }
            continue;
        };
        let counts = recall.entry(format!("{what:?}")).or_insert((0, 0));
        counts.1 += 1;
        if is_hidden(&text, &secret, &found) {
            counts.0 += 1;
        } else {
            misses.push(format!("{what:?} left: {text}"));
        }
    }
    let share = |what: &str| {
        let (seen, all): (i32, i32) = recall[what];
        f64::from(seen) / f64::from(all)
    };
    let precision = 1.0 - hidden_for_nothing as f64 / hidden as f64;
    let recalls = ["Mail", "Card", "Phone", "Account"].map(share);
    println!(
        "recall of mail, card, phone, account {recalls:.4?}, precision {precision:.4}; {recall:?}"
    );
    println!("{}", misses.join("\n"));
    assert!(recalls[0] >= 0.99 && recalls[1] >= 0.99, "{misses:#?}");
    assert!(recalls[2] >= 0.95 && recalls[3] >= 0.95, "{misses:#?}");
    assert!(precision >= 0.9, "{misses:#?}");
}

const TOLD: &str = "parking refused ann@example.org card 4111 1111 1111 1111 ring +49 171 2345678";

#[test]
fn no_command_lets_a_secret_out_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let columns = "{id: id, at: day, text: words, segment: who, score: score}";
    write(
        "pothole.yaml",
        &format!("sources:\n  s: {{files: s.csv, scale: csat-5, columns: {columns}}}\n"),
    );
    write(
        "j.yaml",
        "journey: j\nstages:\n- stage: s\n  touchpoints:\n  - {touchpoint: t, feedback: [{text: parking}]}\n",
    );
    let mut rows = String::from("id,day,words,who,score\n");
    for row in 0..60 {
        let word = if row % 2 == 0 { "parking" } else { "unfound" };
        let words = TOLD.replace("parking", word);
        let day = if row < 50 { "2025-03-03" } else { "2025-01-06" };
        rows += &[&row.to_string(), day, &words, "bob@example.org", "1\n"].join(",");
    }
    rows += "99,never ann@example.org,x,y,1\n";
    write("s.csv", &rows);
    let commands: [&[&str]; 12] = [
        &["export", "--format", "json"],
        &["export", "--format", "markdown"],
        &["export", "--format", "csv"],
        &["explain", "j/t"],
        &["coverage"],
        &["coverage", "--format", "json"],
        &["export", "--format", "html"],
        &["show", "j/t"],
        &["digest", "--week", "2025-W10"],
        &["digest", "--week", "2025-W10", "--format", "markdown"],
        &["digest", "--week", "2025-W10", "--format", "slack"],
        &["digest", "--week", "2025-W10", "--format", "html"],
    ];
    let secrets = ["ann@", "bob@", "4111", "2345678"];
    let mut shown = 0;
    for command in commands {
        let say = |raw: &[&str]| {
            let output = program(folder.path(), &[command, raw].concat())
                .output()
                .unwrap();
            assert!(output.status.success(), "{output:?}");
            String::from_utf8(output.stdout).unwrap()
        };
        let masked = say(&[]);
        for secret in secrets {
            assert!(
                !masked.contains(secret),
                "{secret} in {command:?}:\n{masked}"
            );
        }
        let raw = say(&["--raw"]);
        shown += secrets
            .iter()
            .filter(|secret| raw.contains(**secret))
            .count();
    }
    assert!(shown >= 8, "{shown}");
}
