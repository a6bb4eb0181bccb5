//! The playbook of the front line: what its people may do at every touchpoint without asking, by team and stage.

use super::text::{markdown as escaped, one_line};
use crate::board::Lacking;
use crate::journey::{Charter, Journeys, Touchpoint, TouchpointIndex};
use std::collections::BTreeMap;
use std::io;

/// What a playbook speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Authorities<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// The people.
    pub charter: &'a Charter,
    /// Where complaints say that somebody was not allowed to help.
    pub lacking: &'a [Lacking],
}

/// Touchpoints of one stage of one journey, for one team.
struct Chapter {
    title: String,
    touchpoints: Vec<TouchpointIndex>,
}

impl<'a> Authorities<'a> {
    /// The chapters by team, in the order of the roster, then owners it does not know, then nobody.
    fn by_team(self) -> Vec<(String, Vec<Chapter>)> {
        let mut teams: BTreeMap<(usize, String), Vec<Chapter>> = BTreeMap::new();
        for (index, touchpoint) in self.journeys.touchpoints() {
            let chapters = teams.entry(self.team(touchpoint)).or_default();
            let title = self.stage(touchpoint);
            match chapters.last_mut().filter(|chapter| chapter.title == title) {
                Some(chapter) => chapter.touchpoints.push(index),
                None => chapters.push(Chapter {
                    title,
                    touchpoints: vec![index],
                }),
            }
        }
        teams
            .into_iter()
            .map(|((_, team), chapters)| (team, chapters))
            .collect()
    }

    /// The place of a touchpoint's team in the book, and what it is called.
    fn team(self, touchpoint: &Touchpoint) -> (usize, String) {
        let roster = &self.charter.roster;
        let Some(owner) = touchpoint.owner.as_deref() else {
            return (usize::MAX, "Nobody's".to_owned());
        };
        let person = roster.people.iter().find(|person| person.id == owner);
        let team = person
            .and_then(|person| person.team.as_deref())
            .unwrap_or(owner);
        let place = roster.teams.iter().position(|known| known.id == team);
        let place = place.unwrap_or(usize::MAX - 1);
        (place, roster.title(team).to_owned())
    }

    fn stage(self, touchpoint: &Touchpoint) -> String {
        let journey = self.journeys.all().get(touchpoint.journey);
        let stage = journey.and_then(|journey| journey.stages.get(touchpoint.stage));
        let titles = [journey.map(|one| &one.title), stage.map(|one| &one.title)];
        let titles: Vec<&str> = titles.into_iter().flatten().map(String::as_str).collect();
        titles.join(": ")
    }

    fn mark(self, index: TouchpointIndex) -> Option<String> {
        let found = self
            .lacking
            .iter()
            .find(|lacking| lacking.touchpoint == index)?;
        let s = if found.of == 1 { "" } else { "s" };
        let say = if found.rows == 1 { "says" } else { "say" };
        Some(format!(
            "lacks authority: {} of {} complaint{s} read {say} so, as in “{}”",
            found.rows, found.of, found.phrase
        ))
    }

    fn authority(self, index: TouchpointIndex) -> Option<&'a str> {
        self.journeys.touchpoint(index).authority.as_deref()
    }
}

/// What stands where nobody has written anything.
const NOTHING: &str = "nothing is written down: ask the owner";

/// Writes the playbook in Markdown, to be printed. Fails only when `out` does.
pub fn playbook_markdown(book: Authorities<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let title = book.charter.title.as_deref().map(escaped);
    let of = title.map_or_else(String::new, |title| format!("{title}: "));
    writeln!(out, "# {of}what you may do without asking")?;
    for (team, chapters) in book.by_team() {
        writeln!(out, "\n## {}", escaped(&team))?;
        for chapter in chapters {
            writeln!(out, "\n### {}\n", escaped(&chapter.title))?;
            for index in chapter.touchpoints {
                let touchpoint = book.journeys.touchpoint(index);
                let authority = book.authority(index).map(escaped);
                let authority = authority.unwrap_or_else(|| format!("*{NOTHING}*"));
                writeln!(out, "- **{}**: {authority}", escaped(&touchpoint.title))?;
                if let Some(mark) = book.mark(index) {
                    writeln!(out, "  - ⚠ {}", escaped(&mark))?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the playbook as plain text. Fails only when `out` does.
pub fn playbook_text(book: Authorities<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "What you may do without asking")?;
    for (team, chapters) in book.by_team() {
        writeln!(out, "\n{}", one_line(&team).to_uppercase())?;
        for chapter in chapters {
            writeln!(out, "  {}", one_line(&chapter.title))?;
            for index in chapter.touchpoints {
                let touchpoint = book.journeys.touchpoint(index);
                let authority = book.authority(index).map(one_line);
                let authority = authority.unwrap_or_else(|| NOTHING.to_owned());
                writeln!(out, "    {}: {authority}", one_line(&touchpoint.title))?;
                if let Some(mark) = book.mark(index) {
                    writeln!(out, "      ! {}", one_line(&mark))?;
                }
            }
        }
    }
    Ok(())
}
