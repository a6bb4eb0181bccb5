#!/usr/bin/env python3
"""Random inputs for every measure, with the answers of scipy, statsmodels and numpy.

Writes one JSON object a line: {"measure": name, "input": {...}, "answer": {...}}.
`tests/measures_against_references.rs` computes the same and compares. Usage:
check_measures.py [CASES A MEASURE, default 1000]
"""

import json
import math
import sys
import warnings

import numpy as np
from scipy import sparse, special, stats
from scipy.sparse import linalg as sparse_linalg
from statsmodels.stats import multitest, proportion

warnings.filterwarnings("ignore")
random = np.random.default_rng(20250704)
Z = 1.96
ALPHA = 2 * stats.norm.sf(Z)


def whole(low, high):
    """A whole number from low to high, small ones as likely as large ones."""
    return int(math.floor(math.exp(random.uniform(math.log(low + 1), math.log(high + 2))) - 1))


def clopper_pearson(hits, of):
    low = stats.beta.ppf(0.025, hits, of - hits + 1) if hits else 0.0
    high = stats.beta.isf(0.025, hits + 1, of - hits) if hits < of else 1.0
    return low, high


def wilson():
    of = whole(1, 100_000)
    hits = int(random.integers(0, of + 1))
    low, high = proportion.proportion_confint(hits, of, ALPHA, "wilson")
    return {"hits": hits, "of": of}, {"low": low, "high": high}


def nps():
    scores = [int(count) for count in random.integers(0, 400, 11)]
    signs = np.repeat(np.repeat([-1, 0, 1], [7, 2, 2]), scores)
    n = len(signs)
    return {"scores": scores}, {
        "score": 100 * signs.mean(),
        "margin": Z * 100 * signs.std() / math.sqrt(n),
    }


def ces():
    scores = [int(count) for count in random.integers(0, 60, 7)]
    scores[int(random.integers(7))] += 2
    answers = np.repeat(np.arange(1, 8), scores)
    easy = int((answers >= 5).sum())
    sem = stats.sem(answers)
    low, high = proportion.proportion_confint(easy, len(answers), ALPHA, "wilson")
    return {"scores": scores}, {
        "mean": answers.mean(),
        "low": answers.mean() - Z * sem,
        "high": answers.mean() + Z * sem,
        "easy_low": 100 * low,
        "easy_high": 100 * high,
    }


def csat():
    scores = [int(count) for count in random.integers(0, 60, 5)]
    scores[0] += 1
    of, good = sum(scores), scores[3] + scores[4]
    low, high = proportion.proportion_confint(good, of, ALPHA, "wilson")
    return {"scores": scores}, {"share": 100 * good / of, "low": 100 * low, "high": 100 * high}


def mood():
    five = [int(count) for count in random.integers(0, 60, 5)]
    effort = [int(count) for count in random.integers(0, 60, 5)]
    five[0] += 1
    values = np.concatenate([np.repeat(np.linspace(-2, 2, 5), five), np.repeat(np.linspace(2, -2, 5), effort)])
    return {"csat": five, "effort": effort}, {"value": values.mean()}


def friction_weighted():
    severities = np.round(random.gamma(0.7, 120, int(random.integers(1, 60))), 2)
    plain, rest = whole(0, 50), whole(0, 500)
    typical = float(random.uniform(20, 200))
    weights = np.concatenate([severities / typical, np.ones(plain + rest)])
    hurt = np.concatenate([severities / typical, np.ones(plain)]).sum()
    share = hurt / weights.sum()
    effective = weights.sum() ** 2 / (weights**2).sum()
    low, high = proportion.proportion_confint(share * effective, effective, ALPHA, "wilson")
    return (
        {"severities": severities.tolist(), "plain": plain, "rest": rest, "typical": typical},
        {"share": 100 * share, "low": 100 * low, "high": 100 * high},
    )


def pain():
    pains = np.round(random.gamma(0.4, 900, int(random.integers(1, 30))), 2) + 0.01
    order = np.argsort(-pains, kind="stable")
    shares = 100 * pains[order] / pains.sum()
    return {"pains": pains.tolist()}, {
        "places": order.tolist(),
        "shares": shares.tolist(),
        "together": np.cumsum(shares).tolist(),
    }


def contact_rate():
    events = whole(0, 20_000)
    exposure = float(events + random.uniform(1, 50_000))
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    high = stats.chi2.isf(0.025, 2 * events + 2) / 2
    return {"events": events, "exposure": exposure}, {
        "value": 1000 * events / exposure,
        "low": 1000 * low / exposure,
        "high": 1000 * high / exposure,
    }


def churn():
    lost, of = [], []
    for _ in range(2):
        of.append(whole(2, 5_000))
        lost.append(int(random.integers(1, of[-1])))
    low, high = proportion.confint_proportions_2indep(
        lost[0], of[0], lost[1], of[1], "newcomb", "diff", ALPHA
    )
    ratio = stats.contingency.relative_risk(lost[0], of[0], lost[1], of[1])
    interval = ratio.confidence_interval(1 - ALPHA)
    return {"lost": lost, "of": of}, {
        "difference": 100 * (lost[0] / of[0] - lost[1] / of[1]),
        "low": 100 * low,
        "high": 100 * high,
        "ratio": ratio.relative_risk,
        "ratio_low": interval.low,
        "ratio_high": interval.high,
    }


def poisson():
    mean = float(10 ** random.uniform(-3, 5))
    count = max(0, int(mean + random.uniform(-6, 9) * math.sqrt(mean)))
    return {"mean": mean, "count": count}, {
        "exactly": stats.poisson.pmf(count, mean),
        "at_least": stats.poisson.sf(count - 1, mean),
        "at_most": stats.poisson.cdf(count, mean),
    }


def binomial():
    of, share = whole(1, 200_000), float(random.beta(0.6, 0.6))
    spread = math.sqrt(of * share * (1 - share))
    hits = int(np.clip(of * share + random.uniform(-7, 7) * spread, 0, of))
    low, high = clopper_pearson(hits, of)
    return {"of": of, "share": share, "hits": hits}, {
        "exactly": stats.binom.pmf(hits, of, share),
        "at_least": stats.binom.sf(hits - 1, of, share),
        "at_most": stats.binom.cdf(hits, of, share),
        "low": low,
        "high": high,
    }


def chi_squared():
    x = float(10 ** random.uniform(-4, 2.5))
    return {"x": x}, {"upper": stats.chi2.sf(x, 1)}


def fisher():
    of = [whole(1, 3_000), whole(1, 3_000)]
    share = random.beta(1, 3)
    hits = [int(random.binomial(n, min(1, share * random.uniform(0.5, 2)))) for n in of]
    table = [[hits[0], of[0] - hits[0]], [hits[1], of[1] - hits[1]]]
    return {"hits": hits, "of": of}, {"p": stats.fisher_exact(table).pvalue}


def discovery_rates():
    p = random.beta(0.4, 1.5, int(random.integers(1, 60)))
    return {"p": p.tolist()}, {"q": multitest.multipletests(p, method="fdr_bh")[1].tolist()}


def u_chart():
    exposures = random.uniform(500, 1500, int(random.integers(8, 27)))
    counts = random.poisson(exposures * 10 ** random.uniform(-4, -1))
    counts[0] += 1
    week, seen = float(random.uniform(500, 1500)), int(random.integers(0, 60))
    mean = counts.sum() / exposures.sum()
    spread = 3 * math.sqrt(mean / week)
    return (
        {"events": counts.tolist(), "exposures": exposures.tolist(), "week": week, "seen": seen},
        {
            "mean": mean,
            "upper": mean + spread,
            "lower": max(0.0, mean - spread),
            "tail": stats.poisson.sf(seen - 1, mean * week),
        },
    )


def spike():
    """The last of a series with a jump, judged by the weeks before it."""
    exposures = random.uniform(500, 1500, 20)
    rate = 10 ** random.uniform(-3, -1)
    counts = np.maximum(1, np.round(exposures[:-1] * rate)).astype(int)
    seen = int(exposures[-1] * rate * random.uniform(3, 6) + 25)
    share = exposures[-1] / exposures.sum()
    return (
        {"events": [*counts.tolist(), seen], "exposures": exposures.tolist()},
        {
            "week": 19,
            "seen": seen,
            "expected": counts.sum() / exposures[:-1].sum() * exposures[-1],
            "tail": stats.binom.sf(seen - 1, seen + counts.sum(), share),
        },
    )


def drift():
    """The greatest CUSUM of a series; thresholds just below and just above it."""
    events = random.poisson(6, 14).tolist() + random.poisson(11, 16).tolist()
    cusum, evidence, seen = 0.0, 0.0, 0
    n, e = sum(events[:8]), 8.0
    for x in events[8:]:
        unchanged, doubled = 1 / (1 + e), 2 / (2 + e)
        cusum += stats.binom.logpmf(x, x + n, doubled) - stats.binom.logpmf(x, x + n, unchanged)
        seen += x
        if cusum <= 0:
            cusum, seen = 0.0, 0
        evidence = max(evidence, cusum)
        n, e = n + x, e + 1
    return {"events": events, "below": evidence * (1 - 1e-8), "above": evidence * (1 + 1e-8)}, {"evidence": evidence}


def growth():
    a, b = int(random.integers(1, 60)), int(random.integers(1, 60))
    c, d = a + int(random.integers(1, 800)), b + int(random.integers(1, 800))
    if a / c <= b / d:
        (a, c), (b, d) = (b, d), (a, c)
    if a * d == b * c:
        a, c = a + 1, c + 1
    # G2 of Rayson and Garside weighs the two words' cells alone, not the whole table.
    observed = np.array([a, b])
    expected = np.array([c, d]) * (a + b) / (c + d)
    g2 = 2 * special.xlogy(observed, observed / expected).sum()
    return {"now": [a, c], "before": [b, d]}, {"g2": g2, "p": stats.chi2.sf(g2, 1)}


def before_after():
    before, after = whole(1, 4_000), whole(0, 4_000)
    exposures = random.uniform(500, 9_000, 2).tolist()
    share = exposures[1] / sum(exposures)
    interval = clopper_pearson(after, before + after)
    odds = [x / (1 - x) * exposures[0] / exposures[1] for x in interval]
    better = stats.binom.cdf(after, before + after, share)
    worse = stats.binom.sf(after - 1, before + after, share)
    return (
        {"events": [before, after], "exposures": exposures},
        {
            "ratio": (after / exposures[1]) / (before / exposures[0]),
            "low": odds[0],
            "high": odds[1],
            "p_better": better,
            "p_worse": worse,
            "verdict": "better" if better <= 0.025 else "worse" if worse <= 0.025 else "not shown yet",
        },
    )


def halving():
    before, exposure = int(random.integers(16, 300)), float(random.uniform(10, 60))
    so_far = float(random.uniform(0, 10))
    for weeks in range(521):
        after = so_far + weeks
        halved = after * before / exposure / 2
        counts = np.arange(0, int(2 * halved) + 40)
        better = stats.binom.cdf(counts, before + counts, after / (after + exposure)) <= 0.025
        if better.any() and stats.poisson.cdf(counts[better].max(), halved) >= 0.8:
            return {"before": before, "exposure": exposure, "so_far": so_far}, {"weeks": weeks}
    return {"before": before, "exposure": exposure, "so_far": so_far}, {"weeks": None}


def chain():
    count = int(random.integers(3, 40))
    steps, matrix = [], np.zeros((count, count))
    for place in range(count - 1):
        targets = {place + 1} | {int(to) for to in random.integers(0, count, 3)}
        shares = random.dirichlet(np.ones(len(targets) + 1))[:-1]
        steps.append([[to, share] for to, share in zip(sorted(targets), shares)])
        matrix[place, sorted(targets)] = shares
    steps.append([])
    system = sparse.csc_matrix(np.eye(count) - matrix.T)
    visits = sparse_linalg.spsolve(system, np.eye(count)[0])
    return {"steps": steps}, {"visits": visits.tolist(), "goal": visits[-1]}


def relative_weights():
    count, rows = int(random.integers(2, 12)), int(random.integers(40, 120))
    ratings = random.normal(size=(rows, count)) + random.normal(size=(rows, 1))
    overall = ratings @ random.normal(size=count) + random.normal(size=rows) * count
    correlations = np.corrcoef(np.column_stack([ratings, overall]).T)
    inner, outcome = correlations[:-1, :-1], correlations[:-1, -1]
    values, vectors = np.linalg.eigh(inner)
    root = vectors @ np.diag(np.sqrt(values)) @ vectors.T
    weights = root**2 @ np.linalg.solve(root, outcome) ** 2
    explained = outcome @ np.linalg.solve(inner, outcome)
    assert abs(weights.sum() - explained) < 1e-9
    return {"ratings": ratings.T.tolist(), "overall": overall.tolist()}, {
        "importance": (100 * weights / explained).tolist(),
        "explained": explained,
    }


def gap():
    value, target, half = (float(x) for x in random.normal(0, 10, 3))
    return {"value": value, "target": target, "half": abs(half)}, {
        "high": value - target,
        "low": target - value,
        "open": bool(abs(value - target) <= abs(half)),
    }


MEASURES = [
    wilson, nps, ces, csat, mood, friction_weighted, pain, contact_rate, churn, poisson, binomial,
    chi_squared, fisher, discovery_rates, u_chart, spike, drift, growth, before_after, halving, chain,
    relative_weights, gap,
]


def plain(value):
    return value.item() if isinstance(value, np.generic) else value


def main():
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for measure in MEASURES:
        for _ in range(cases):
            asked, answer = measure()
            line = {"measure": measure.__name__, "input": asked, "answer": answer}
            print(json.dumps(line, default=plain))


if __name__ == "__main__":
    main()
