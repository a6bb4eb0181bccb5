//! A random journey file: block and flow style, comments everywhere, odd indentation, anchors, block
//! scalars, any line ending, owners anywhere in any quotes.

use super::dice::Dice;

/// A journey file, and what the test must know of how it is written.
pub(crate) struct RandomFile {
    pub(crate) text: String,
    /// The touchpoints.
    pub(crate) ids: Vec<String>,
    /// What ends its lines.
    pub(crate) ending: &'static str,
    /// Whether an owner may share the line of a dash.
    pub(crate) dashed: bool,
    /// Whether aliases may give one value to several touchpoints.
    pub(crate) shared: bool,
    /// Whether owners are written so that putting them back gives the same bytes.
    pub(crate) plain: bool,
}

struct Writer<'d> {
    dice: &'d mut Dice,
    lines: Vec<String>,
    comments: usize,
    anchors: bool,
    defaults: bool,
    dashed: bool,
    /// How many anchors are named so far.
    names: usize,
}

impl RandomFile {
    pub(crate) fn roll(dice: &mut Dice) -> Self {
        let ending = if dice.once_in(3) { "\r\n" } else { "\n" };
        let (mark, last) = (dice.once_in(8), dice.once_in(4));
        let (anchors, defaults) = (dice.once_in(6), dice.once_in(6));
        let mut writer = Writer {
            dice,
            lines: Vec::new(),
            comments: 0,
            anchors,
            defaults,
            dashed: false,
            names: 0,
        };
        let ids = writer.journey();
        let dashed = writer.dashed;
        let mut text = writer.lines.join(ending);
        if !last {
            text.push_str(ending);
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        Self {
            text,
            ids,
            ending,
            dashed,
            shared: anchors || defaults,
            plain: !anchors && !defaults,
        }
    }
}

impl Writer<'_> {
    fn journey(&mut self) -> Vec<String> {
        if self.dice.once_in(5) {
            self.lines.push("---".to_owned());
        }
        self.noise("");
        let mut head = vec![
            "journey: j".to_owned(),
            "title: 'A # journey: of \"ours\"'".to_owned(),
        ];
        if self.defaults {
            let owner = *self.dice.pick(&["owner: base, ", ""]);
            head.push(format!("x-defaults: &d {{{owner}channel: web}}"));
        }
        self.dice.shuffle(&mut head);
        for line in head {
            let comment = self.comment();
            self.lines.push(line + &comment);
        }
        self.noise("");
        let comment = self.comment();
        self.lines.push(format!("stages:{comment}"));
        let mut ids = Vec::new();
        let indent = " ".repeat(self.dice.below(4));
        for stage in 0..=self.dice.below(2) {
            self.stage(stage, &indent, &mut ids);
        }
        if self.dice.once_in(3) {
            self.noise("");
            self.lines.push("persona: someone".to_owned());
        }
        ids
    }

    fn stage(&mut self, stage: usize, indent: &str, ids: &mut Vec<String>) {
        let gap = " ".repeat(1 + self.dice.below(3));
        let inner = format!("{indent} {gap}");
        let comment = self.comment();
        self.lines
            .push(format!("{indent}-{gap}stage: s{stage}{comment}"));
        self.noise(&inner);
        let first = ids.len();
        let count = 1 + self.dice.below(2);
        ids.extend((first..first + count).map(|number| format!("t{number}")));
        if self.dice.once_in(8) {
            let items: Vec<String> = ids[first..].iter().map(|id| self.braces(id)).collect();
            self.lines
                .push(format!("{inner}touchpoints: [{}]", items.join(", ")));
            return;
        }
        self.lines.push(format!("{inner}touchpoints:"));
        let deeper = format!("{inner}{}", " ".repeat(self.dice.below(4)));
        for id in &ids[first..] {
            self.noise(&deeper);
            self.touchpoint(id, &deeper);
        }
    }

    fn touchpoint(&mut self, id: &str, indent: &str) {
        let gap = " ".repeat(1 + self.dice.below(3));
        if self.dice.once_in(4) {
            if self.dice.once_in(2) {
                return self.long_braces(id, indent);
            }
            let (braces, comment) = (self.braces(id), self.comment());
            self.lines.push(format!("{indent}-{gap}{braces}{comment}"));
            return;
        }
        let mut entries = self.entries(id);
        if self.defaults && self.dice.once_in(2) {
            entries.push(vec!["<<: *d".to_owned()]);
        }
        if self.dice.once_in(4) {
            entries.push(self.notes());
        }
        self.dice.shuffle(&mut entries);
        self.dashed |= entries[0][0].contains("owner");
        let inner = format!("{indent} {gap}");
        for (place, entry) in entries.iter().enumerate() {
            if place > 0 && self.dice.once_in(4) {
                self.noise(&inner);
            }
            for (row, line) in entry.iter().enumerate() {
                let comment = if entry.len() == 1 {
                    self.comment()
                } else {
                    String::new()
                };
                let before = if place + row == 0 {
                    format!("{indent}-{gap}")
                } else {
                    inner.clone()
                };
                let line = format!("{before}{line}{comment}");
                let blank = line.trim().is_empty();
                self.lines.push(if blank { String::new() } else { line });
            }
        }
    }

    /// The entries of a touchpoint, each as its lines.
    fn entries(&mut self, id: &str) -> Vec<Vec<String>> {
        let mut entries = vec![vec![format!("touchpoint: {id}")]];
        if self.dice.once_in(2) {
            entries.push(vec!["title: \"Where, what: # and {how}\"".to_owned()]);
        }
        if self.dice.once_in(2) {
            entries.push(vec!["channel: web".to_owned()]);
        }
        if !self.dice.once_in(3) {
            entries.push(vec![self.owner()]);
        }
        if self.dice.once_in(3) {
            entries.push(vec!["next: [t0, {to: t0, share: 0.4}]".to_owned()]);
        }
        if self.dice.once_in(6) {
            entries.push(vec!["next:".to_owned(), "  - t0".to_owned()]);
        }
        if self.dice.once_in(3) {
            let rules = self.rules();
            entries.push(rules);
        }
        if self.dice.once_in(3) {
            let actions = self.actions(id);
            entries.push(actions);
        }
        let mut seen = Vec::new();
        entries.retain(|entry| {
            let key = entry[0].split(':').next().unwrap_or_default().to_owned();
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        entries
    }

    fn owner(&mut self) -> String {
        let key = *self.dice.pick(&[
            "owner",
            "owner",
            "owner",
            "owner",
            "owner",
            "\"owner\"",
            "'owner'",
        ]);
        let owners = [
            "old-team",
            "'old team'",
            "\"old # team\"",
            "~",
            "",
            "null",
            "old-team",
        ];
        let owner = *self.dice.pick(&owners);
        let value = match self.dice.below(if self.anchors { 4 } else { 1 }) {
            0 => owner.to_owned(),
            1 => {
                self.names += 1;
                format!("&a{} {owner}", self.names).trim_end().to_owned()
            }
            2 if self.names > 0 => format!("*a{} ", 1 + self.dice.below(self.names)),
            _ => "!!str old-team".to_owned(),
        };
        let blank = if value.is_empty() { "" } else { " " };
        format!("{key}:{blank}{value}")
    }

    /// A list of rules, in one of the ways people write it.
    fn rules(&mut self) -> Vec<String> {
        let comments = [self.comment(), self.comment(), self.comment()];
        let [one, two, three] = &comments;
        let key = *self.dice.pick(&["feedback", "feedback", "'feedback'"]);
        match self.dice.below(9) {
            0 => vec![format!("{key}: []")],
            1 => vec![format!("{key}:")],
            2 => vec![format!(
                "{key}: [{{text: \"a, #b\"}}, {{source: s, tags: [x]}}]"
            )],
            3 => vec![format!("{key}: [ {{tags: x}}, ]")],
            4 => vec![
                format!("{key}:{one}"),
                format!("- {{tags: [x]}}{two}"),
                format!("- {{source: s, text: 'it''s'}}{three}"),
            ],
            5 => vec![
                format!("{key}:{one}"),
                format!("    -   source: s{two}"),
                "        tags:".to_owned(),
                format!("        - x{three}"),
                format!("        - y{}", self.comment()),
            ],
            6 => vec![
                format!("{key}:"),
                "  - text:".to_owned(),
                "      - >-".to_owned(),
                "        two".to_owned(),
                "        lines".to_owned(),
            ],
            7 => vec![
                format!("{key}: [{one}"),
                format!("    {{tags: x}},{two}"),
                format!("    {{tags: y}}{three}"),
                "  ]".to_owned(),
            ],
            _ => vec![
                format!("{key}:"),
                "  - text: |+".to_owned(),
                "      two".to_owned(),
                String::new(),
            ],
        }
    }

    /// A list of actions, in one of the ways people write it; the first is `first-` and the touchpoint's id.
    fn actions(&mut self, id: &str) -> Vec<String> {
        let comments = [self.comment(), self.comment(), self.comment()];
        let [one, two, three] = &comments;
        match self.dice.below(6) {
            0 => vec!["actions: []".to_owned()],
            1 => vec![format!("actions: [{{action: first-{id}, title: 'A, b'}}]")],
            2 => vec![
                format!("actions:{one}"),
                format!("- action: first-{id}{two}"),
                format!("  title: \"First: # of\"{three}"),
                "  due: 2026-02-01".to_owned(),
                format!("- {{action: second-{id}, title: B, status: fixing}}"),
            ],
            3 => vec![
                format!("'actions':{one}"),
                format!("  -   status: planned{two}"),
                format!("      \"action\": first-{id}{three}"),
                "      title: >-".to_owned(),
                "        two".to_owned(),
                "        lines".to_owned(),
                "      due: '2026-02-01'".to_owned(),
            ],
            4 => vec![
                "actions: [".to_owned(),
                format!("    {{\"action\": \"first-{id}\", \"title\": \"T\"}},{one}"),
                format!("    {{action: second-{id}, title: T, due: 2026-02-01}}{two}"),
                "  ]".to_owned(),
            ],
            _ => vec!["actions:".to_owned()],
        }
    }

    fn notes(&mut self) -> Vec<String> {
        let head = *self.dice.pick(&["|", ">", "|-", "|+", ">-"]);
        let mut lines = vec![format!("notes: {head}")];
        lines.push("  owner: not this one".to_owned());
        if self.dice.once_in(2) {
            lines.push(String::new());
            lines.push("    # no comment".to_owned());
        }
        if self.dice.once_in(3) {
            lines.push(String::new());
        }
        lines
    }

    fn braces(&mut self, id: &str) -> String {
        let mut entries = self.entries(id);
        entries.retain(|entry| entry.len() == 1);
        self.dice.shuffle(&mut entries);
        let entries: Vec<String> = entries.into_iter().flatten().collect();
        let comma = *self.dice.pick(&["", "", ",", " ,"]);
        let blank = *self.dice.pick(&["", " "]);
        format!("{{{blank}{}{comma}{blank}}}", entries.join(", "))
    }

    fn long_braces(&mut self, id: &str, indent: &str) {
        let mut entries = self.entries(id);
        entries.retain(|entry| entry.len() == 1);
        self.dice.shuffle(&mut entries);
        let inner = format!("{indent}    ");
        self.lines.push(format!("{indent}- {{"));
        let last = entries.len() - 1;
        for (place, entry) in entries.into_iter().flatten().enumerate() {
            let comma = if place < last || self.dice.once_in(3) {
                ","
            } else {
                ""
            };
            let comment = self.comment();
            self.lines.push(format!("{inner}{entry}{comma}{comment}"));
        }
        self.lines.push(format!("{indent}  }}"));
    }

    /// A comment behind a line, now and then.
    fn comment(&mut self) -> String {
        if !self.dice.once_in(5) {
            return String::new();
        }
        self.comments += 1;
        let blanks = " ".repeat(1 + self.dice.below(3));
        format!("{blanks}# c@{} owner: x", self.comments)
    }

    /// Lines that mean nothing.
    fn noise(&mut self, indent: &str) {
        if self.dice.once_in(4) {
            self.comments += 1;
            self.lines
                .push(format!("{indent}# c@{} - touchpoint: no", self.comments));
        }
        if self.dice.once_in(8) {
            self.lines.push(String::new());
        }
    }
}
