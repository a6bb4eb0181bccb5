#!/usr/bin/env python3
"""Reproduces the speed table of docs/performance.md: pothole against DuckDB and Polars, in turn, in one run.

usage: compare.py POTHOLE DATA [ROUNDS]

POTHOLE is the release program. DATA holds feedback/feedback.csv (columns id, at, source, segment, customer,
score, tags, comment) and rules.json (touchpoints with tags and phrases), as the bench's generator writes
them. Needs `pip install duckdb polars`; an engine that is not installed is left out. Every run is a process
of its own, timed whole: wall time, processor time and peak memory. All counts must be equal.
"""
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def touchpoints(folder):
    with open(os.path.join(folder, "rules.json"), encoding="utf-8") as file:
        rules = json.load(file)
    first = {}
    for number, rule in enumerate(rules):
        for tag in rule["tags"]:
            first.setdefault(tag, number)
    return rules, first


def by_duckdb(folder, task):
    import duckdb

    connection = duckdb.connect()
    connection.execute("set threads = 2")
    rows = f"read_csv('{folder}/feedback/feedback.csv', header = true, all_varchar = true)"
    week, complaints = "date_trunc('week', \"at\"[1:10]::date)", "count(*) filter (score::int <= 6)"
    if task == "column":
        query = f"select segment, {week}, count(*), {complaints} from {rows} group by all"
        return counted(connection.execute(query).fetchall(), lambda row: row[0], lambda row: row[2])
    rules, tags = touchpoints(folder)
    quoted = lambda text: "'" + text.lower().replace("'", "''") + "'"
    # The fastest we found: tags by hash, one regular expression to sieve, then the phrases of what passes.
    every = "|".join(phrase.lower() for rule in rules for phrase in rule["phrases"])
    first = " ".join(
        "when " + " or ".join(f"contains(low, {quoted(phrase)})" for phrase in rule["phrases"]) + f" then {number}"
        for number, rule in enumerate(rules)
    )
    query = f"""
        with tagged as (select segment, "at", score, lower(comment) low, list_min(list_transform(
                 string_split(tags, ';'), lambda tag: map_extract_value(map({list(tags)!r}, {list(tags.values())!r}), tag))) tag
               from {rows}),
             mapped as (select *, case when tag is not null then tag
                 when regexp_matches(low, '{every}') then (case {first} end) end touchpoint from tagged)
        select touchpoint, segment, {week}, count(*), {complaints} from mapped group by all"""
    name = lambda row: "(unmapped)" if row[0] is None else rules[row[0]]["id"]
    return counted(connection.execute(query).fetchall(), name, lambda row: row[3])


def by_polars(folder, task):
    import polars as pl

    rows = pl.scan_csv(f"{folder}/feedback/feedback.csv", infer_schema=False)
    week = pl.col("at").str.slice(0, 10).str.to_date().dt.truncate("1w").alias("week")
    complaints = (pl.col("score").cast(pl.Int32) <= 6).sum().alias("complaints")
    if task == "column":
        groups = rows.group_by("segment", week)
        name = lambda row: row["segment"]
    else:
        rules, tags = touchpoints(folder)
        low = pl.col("comment").str.to_lowercase()
        said = pl.lit(None, dtype=pl.Int32)
        for number in reversed(range(len(rules))):
            phrases = [phrase.lower() for phrase in rules[number]["phrases"]]
            said = pl.when(low.str.contains_any(phrases)).then(pl.lit(number, dtype=pl.Int32)).otherwise(said)
        tag = pl.element().replace_strict(tags, default=None, return_dtype=pl.Int32)
        tagged = pl.col("tags").str.split(";").list.eval(tag).list.min()
        rows = rows.with_columns(tagged.alias("tag"))
        # Written with `coalesce` it takes twice as long.
        touchpoint = pl.when(pl.col("tag").is_not_null()).then(pl.col("tag")).otherwise(said)
        rows = rows.with_columns(touchpoint.alias("touchpoint"))
        groups = rows.group_by("touchpoint", "segment", week)
        name = lambda row: "(unmapped)" if row["touchpoint"] is None else rules[row["touchpoint"]]["id"]
    found = groups.agg(pl.len().alias("rows"), complaints).collect(engine="streaming")
    return counted(found.iter_rows(named=True), name, lambda row: row["rows"])


def counted(rows, name, count):
    counts = {}
    for row in rows:
        counts[name(row)] = counts.get(name(row), 0) + count(row)
    return counts


def counts_of(output, task, engine):
    found = json.loads(output)
    if engine != "pothole":
        return found
    counts = {one["id"].split("/")[1]: one["feedback"] for one in found["touchpoints"]}
    if task == "rules":
        counts["(unmapped)"] = found["rows"]["unmapped"]
    return counts


def timed(command):
    """Wall seconds, processor seconds, peak MiB and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = status
    if status:
        sys.exit(f"failed: {command}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output


def main(pothole, folder, rounds):
    subprocess.run([sys.executable, os.path.join(HERE, "workspace.py"), "data", folder], check=True)
    print("| task | engine | wall, median of %d | processor | peak memory | pothole is faster |" % rounds)
    print("|---|---|---|---|---|---|")
    for task in ["rules", "column"]:
        own = [sys.executable, os.path.abspath(__file__), "--engine"]
        engines = {"pothole": [pothole, "--no-cache", "-C", f"{folder}/{task}", "export", "--format", "json"]}
        for engine in ["duckdb", "polars"]:
            if subprocess.run([sys.executable, "-c", f"import {engine}"], stderr=subprocess.DEVNULL).returncode == 0:
                engines[engine] = [*own, engine, task, folder]
        runs, counts = {engine: [] for engine in engines}, {}
        for _ in range(rounds):
            for engine, command in engines.items():
                *figures, output = timed(command)
                runs[engine].append(figures)
                counts[engine] = counts_of(output, task, engine)
        for engine in engines:
            if counts[engine] != counts["pothole"]:
                sys.exit(f"{engine} counts otherwise than pothole on {task}")
            wall, cpu, peak = (statistics.median(part) for part in zip(*runs[engine]))
            ratio = statistics.median(other[0] / mine[0] for other, mine in zip(runs[engine], runs["pothole"]))
            print(f"| `{task}` | {engine} | {wall:.2f} s | {cpu:.2f} s | {peak:.0f} MiB | {ratio:.1f}x |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        engine, task, folder = sys.argv[2:]
        print(json.dumps({"duckdb": by_duckdb, "polars": by_polars}[engine](folder, task), sort_keys=True))
    elif len(sys.argv) in (3, 4):
        main(sys.argv[1], sys.argv[2].rstrip("/"), int(sys.argv[3]) if len(sys.argv) > 3 else 5)
    else:
        sys.exit(__doc__)
