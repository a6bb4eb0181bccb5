#!/usr/bin/env python3
"""Writes pothole workspaces for timing.

usage: workspace.py data DIR               for DIR/rules.json and DIR/feedback/feedback.csv
       workspace.py large DIR JOURNEYS EACH  so many journeys with so many touchpoints each

`data` writes DIR/rules (tags, then phrases of the comment name the touchpoint) and DIR/column (the segment
column names it). `large` writes journeys alone, for the time that reading YAML takes.
"""
import json
import os
import sys

RULES_SOURCE = """\
title: A bench
sources:
  feedback:
    files: ../feedback/feedback.csv
    columns: {id: id, at: at, segment: segment, customer: customer, score: score, tags: tags, text: comment}
    scale: nps
    tag-separator: ";"
"""

COLUMN_SOURCE = """\
title: A bench
sources:
  feedback:
    files: ../feedback/feedback.csv
    columns: {at: at, score: score, touchpoint: segment}
    scale: nps
"""

SEGMENTS = ["enterprise", "mid-market", "small-business", "self-serve"]


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def journey(name, stages):
    """One journey: a list of stages, each a name and a list of touchpoints with lines of their own."""
    lines = [f"journey: {name}", f"title: The journey {name}", "persona: A customer", "stages:"]
    for stage, touchpoints in stages:
        lines += [f"  - stage: {stage}", "    touchpoints:"]
        for touchpoint, more in touchpoints:
            lines.append(f"      - touchpoint: {touchpoint}")
            lines += ["        " + line for line in more]
    return "\n".join(lines) + "\n"


def data(folder):
    with open(os.path.join(folder, "rules.json"), encoding="utf-8") as file:
        rules = json.load(file)
    stages = {}
    for rule in rules:
        lines = [
            "feedback:",
            # A list of texts in JSON is one in YAML.
            f"  - {{tags: {json.dumps(rule['tags'])}}}",
            f"  - {{text: {json.dumps(rule['phrases'])}}}",
        ]
        stages.setdefault(rule["stage"], []).append((rule["id"], lines))
    write(os.path.join(folder, "rules"), "pothole.yaml", RULES_SOURCE)
    write(os.path.join(folder, "rules"), "bench.yaml", journey("bench", stages.items()))
    write(os.path.join(folder, "column"), "pothole.yaml", COLUMN_SOURCE)
    segments = [("all", [(name, []) for name in SEGMENTS])]
    write(os.path.join(folder, "column"), "bench.yaml", journey("bench", segments))


def large(folder, journeys, each):
    charter = "title: A large house\nteams:\n" + "".join(f"  team-{team}: {{title: Team {team}}}\n" for team in range(20))
    write(folder, "pothole.yaml", charter)
    for number in range(journeys):
        stages, place = {}, 0
        for place in range(each):
            more = [
                f"title: Touchpoint {place} of journey {number}",
                f"channel: {['web', 'phone', 'branch'][place % 3]}",
                f"owner: team-{place % 20}",
                f"feedback: [{{tags: [j{number}-t{place}]}}, {{text: [\"trouble at {number} {place}\", \"stuck at {number} {place}\"]}}]",
            ]
            if place + 2 < each:
                more.append(f"next: [t{place + 1}, {{to: t{place + 2}, share: 0.25}}]")
            stages.setdefault(f"stage-{place * 10 // each}", []).append((f"t{place}", more))
        write(folder, f"j{number:03}.yaml", journey(f"j{number:03}", stages.items()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["data"] and len(sys.argv) == 3:
        data(sys.argv[2])
    elif sys.argv[1:2] == ["large"] and len(sys.argv) == 5:
        large(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        sys.exit(__doc__)
