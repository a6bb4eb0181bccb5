//! Words that strangers write to steer a terminal, a spreadsheet or a page; a workspace full of them; and
//! a reader of what came out that knows only the sequences pothole itself writes.

use std::fs;
use std::path::Path;

/// Attacks on terminals, each of a kind that has worked somewhere.
const ATTACKS: [&str; 40] = [
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]2;title\u{1b}\\",
    "\u{1b}]8;;http://e.example\u{1b}\\x\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;cm0gLXJm\u{7}",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}[>c",
    "\u{1b}[21t",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Gf=24;AAAA\u{1b}\\",
    "\u{1b}^pm\u{1b}\\",
    "\u{1b}Xsos\u{1b}\\",
    "\u{1b}Ptmux;\u{1b}\u{1b}]0;x\u{7}\u{1b}\\",
    "\u{1b}]1337;File=:AA\u{7}",
    "\u{1b}c",
    "\u{1b}#8",
    "\u{1b}(0",
    "\u{1b}[?1049l",
    "\u{1b}[?1000h",
    "\u{9b}31m",
    "\u{9d}0;t\u{9c}",
    "\u{90}q\u{9c}",
    "\u{85}next\u{84}",
    "a\u{8}\u{8}\u{8}b",
    "safe\rEVIL",
    "\u{7}\u{7}",
    "\u{0}nul",
    "\u{e}\u{f}",
    "\u{202e}txt.exe",
    "\u{2066}x\u{2069}",
    "\u{200f}\u{200b}\u{feff}",
    "\u{e0041}\u{e007f}",
    "line\u{2028}para\u{2029}",
    "\u{fff9}a\u{fffa}b\u{fffb}",
    "soft\u{ad}hyphen\u{34f}",
    "\u{3164}\u{115f}",
    "tab\tbed",
    "=HYPERLINK(\"http://e.example\",\"x\")",
];

/// The attacks, clusters without end, and the list of naughty strings where it is there.
pub(crate) fn corpus() -> Vec<String> {
    let mut corpus: Vec<String> = ATTACKS.map(str::to_owned).into();
    corpus.push(format!("z{}", "\u{301}".repeat(10_000)));
    corpus.push("👩\u{200d}".repeat(500));
    corpus.push("x".repeat(50_000));
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/hostile/blns/blns.json");
    if let Ok(text) = fs::read_to_string(list) {
        corpus.extend(serde_json::from_str::<Vec<String>>(&text).unwrap());
    } else {
        println!("skipped: the list of naughty strings is not beside the project");
    }
    corpus
}

/// A text as YAML writes it in quotes, with nothing bare in it that YAML refuses.
fn yaml(text: &str) -> String {
    let sign = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() || hides(c) || ('\u{fff0}'..='\u{ffff}').contains(&c) => {
            format!("\\U{:08x}", c as u32)
        }
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(sign).collect::<String>())
}

/// Writes a workspace in which every word that can be a stranger's is one.
pub(crate) fn workspace(folder: &Path, corpus: &[String]) {
    let columns = "{id: id, at: day, text: words, tags: tags, segment: who, score: score}";
    let evil = yaml(ATTACKS[0]);
    let charter = format!(
        "title: {evil}\nnorth-star: {evil}\nsources:\n  s: {{title: {evil}, files: s.csv, scale: csat-5, columns: {columns}}}\nteams:\n  t: {evil}\n"
    );
    fs::write(folder.join("pothole.yaml"), charter).unwrap();
    let mut journey = format!(
        "journey: j\ntitle: {evil}\npersona: {evil}\nstages:\n- stage: s\n  title: {evil}\n  touchpoints:\n"
    );
    let mut rows = String::from("id,day,words,tags,who,score\n");
    for (place, text) in corpus.iter().enumerate() {
        let (word, evil) = (format!("w{place}w"), yaml(text));
        journey += &format!(
            "  - touchpoint: t{place}\n    title: {evil}\n    owner: {evil}\n    channel: {evil}\n    notes: {evil}\n    feedback: [{{text: {word}}}, {{text: {evil}}}]\n"
        );
        for row in 0..3 {
            let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            let (words, who) = (cell(&format!("{word} {text}")), cell(text));
            rows += &format!("{place}-{row},2025-03-0{},{words},{who},{who},1\n", row + 1);
        }
        rows += &format!("x{place},{0},\"nobody asked\",,,1\n", "\u{1b}[31mday");
    }
    fs::write(folder.join("j.yaml"), journey).unwrap();
    fs::write(folder.join("s.csv"), rows).unwrap();
    fs::write(folder.join("\u{1b}[31mk.yaml"), "journey: [\u{9b}31m\n").unwrap();
    let mut broken = String::from("journey: k\n");
    for text in corpus.iter().filter(|text| !text.contains(['\n', '\r'])) {
        broken += &format!("{}: 1\n", yaml(text));
    }
    fs::write(folder.join("k.yaml"), broken).unwrap();
}

/// Whether a character reorders or hides what stands around it.
pub(crate) fn hides(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The first place in an output to a file or pipe that is no plain text.
pub(crate) fn foreign_text(text: &str) -> Option<String> {
    let at = text.find(|c: char| (c.is_control() && c != '\n') || hides(c))?;
    let start = text[..at]
        .char_indices()
        .rev()
        .nth(40)
        .map_or(0, |(at, _)| at);
    Some(
        text[start..]
            .chars()
            .take(80)
            .collect::<String>()
            .escape_debug()
            .to_string(),
    )
}

/// The first place in what was written to a terminal that is no sequence of our own.
pub(crate) fn foreign_sequence(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| (c.is_control() && c != '\n' && c != '\r') || hides(c))
    {
        let from = &rest[at..];
        match own(from) {
            Some(length) => rest = &from[length..],
            None => {
                return Some(
                    from.chars()
                        .take(60)
                        .collect::<String>()
                        .escape_debug()
                        .to_string(),
                );
            }
        }
    }
    None
}

/// The length of a sequence that pothole writes: colours, places, erasing, and the modes it takes and
/// gives back.
fn own(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\u{1b}[")?;
    let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?'))?;
    let (parameters, last) = (&body[..end], body[end..].chars().next()?);
    let known = match last {
        'm' | 'H' | 'J' | 'K' => !parameters.contains('?'),
        'h' | 'l' => matches!(
            parameters,
            "?25" | "?1049" | "?1000" | "?1002" | "?1003" | "?1006" | "?1015" | "?2004"
        ),
        _ => false,
    };
    known.then_some(2 + end + 1)
}
