#!/usr/bin/python3
"""Every figure of an example's README is one that canvass gives, or is said here to come from elsewhere.
Usage: stories.py NAME; prints TAP. A figure is a whole number from 100 on, or a share in per cent."""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]
DATA = pathlib.Path(os.environ["CANVASS_DATA"])

# Figures that a review of the case does not print, and where they are from. One that is printed after all has no place here.
ELSEWHERE = {
    "bolivia-2019": {
        "36,285": "by hand, from the 546 forms: 10 x lead - valid votes",
    },
    "bundestag-2025": {
        "4,277": "final less provisional, BSW: counted apart",
        "2,640": "the same, BÜNDNIS DEUTSCHLAND",
    },
    "canada-2011": {
        "73,680": "polls in the files, void and merged ones too",
        "5,163": "counted apart: votes + rejected > electors",
    },
    "etobicoke-centre-2011": {"600": "numbers of polls", "613": "numbers of polls"},
    "georgia-2012": {
        "8,720": "papers of C307, districts: counted apart; a note has no votes",
        "36,432": "papers of C307, list",
        "13,027": "sum of the registers of 17 forms",
    },
    "indonesia-2019": {
        "792,848": "counted apart: neither copy is 0 and 0",
        "8,052": "counted apart: the crowd's copy, which is not the one that counts",
        "0.5": "4,011 of 792,848",
    },
    "kyrgyzstan-2005": {
        "8.8": "Wilson's interval, 95 %, of 11 % of 650: lower end",
        "13.6": "upper end",
    },
    "mexico-2012": {"3,329,785": "19,226,784 - 15,896,999"},
    "russia-2011": {
        "14,925": "margin on the certified votes: tests/seats",
        "3,750": "counted apart: small stations too",
    },
    "russia-2018": {"109,001,306": "published later"},
}


def whole_numbers(value, out):
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int):
        out.add(abs(value))
    elif isinstance(value, str):
        out.update(int(m.replace(",", "")) for m in re.findall(r"\d[\d,]*", value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            whole_numbers(key, out)
            whole_numbers(inner, out)
    elif isinstance(value, list):
        for inner in value:
            whole_numbers(inner, out)


def from_findings(review):
    """How many findings a rule has, their votes together and the most of one: in all, and by kind of contest."""
    votes = collections.defaultdict(list)
    for f in review["findings"]:
        for key in (f["code"], (f["code"], (f.get("contest") or "").split("-")[0])):
            votes[key].append(f.get("votes_contradicted") or 0)
    return {n for v in votes.values() for n in (len(v), sum(v), max(v))}


def shares(review):
    """Of each option in the valid votes, and of each lead, with one to three decimals."""
    out = set()
    for contest in review["contests"]:
        votes = sorted((o["votes"] or 0 for o in contest["options"]), reverse=True)
        valid = sum(votes)
        of = votes + [votes[0] - votes[1]] if len(votes) > 1 else votes
        if valid:
            out |= {f"{100 * v / valid:.{d}f}" for v in of for d in (1, 2, 3)}
    return out


def said_in(text):
    """Figures of the page before its sources, without addresses, codes and commands."""
    text = text.split("## Source")[0]
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|\b[CR]\d{2,3}\b", " ", text, flags=re.S)
    return re.findall(r"(?<![\w.,/])\d[\d,]*(?:\.\d+)?(?![\w/])", text)


def is_figure(word):
    return "." in word or int(word.replace(",", "")) >= 100


def is_year(word):
    return re.fullmatch(r"(19|20)\d\d", word)


def main(name):
    case = ROOT / "examples" / name
    folder = json.loads((case / "election.json").read_text()).get("data")
    if folder and not (DATA / folder).exists():
        print(f"1..0 # SKIP {name}: no data at {DATA / folder}")
        return 0
    done = subprocess.run([BIN, "review", "--json", "--quiet", str(case)], capture_output=True)
    if done.returncode > 1:
        print(f"Bail out! canvass ended with {done.returncode}: {done.stderr.decode()}")
        return 1
    review = json.loads(done.stdout)
    numbers = set()
    whole_numbers(review, numbers)
    numbers |= from_findings(review)
    known = {f"{n}" for n in numbers} | shares(review)
    elsewhere = ELSEWHERE.get(name, {})
    words = [w.strip(",") for w in said_in((case / "README.md").read_text())]
    figures = [w for w in dict.fromkeys(words) if is_figure(w) and not is_year(w)]
    wrong = [w for w in figures if w.replace(",", "") not in known and w not in elsewhere]
    idle = [w for w in elsewhere if w not in words or w.replace(",", "") in known]
    print("1..3")
    print(f"{'not ' if wrong or len(figures) < 5 else ''}ok 1 - {len(figures)} figures are those of the review")
    for w in wrong:
        print(f"# nowhere in the review: {w}")
    print(f"{'not ' if idle else ''}ok 2 - no excuse is idle")
    for w in idle:
        print(f"# not said, or printed after all: {w}")
    print(f"{'not ' if '999999937' in known else ''}ok 3 - a figure that nobody gave is not found")
    return bool(wrong or idle or "999999937" in known)


sys.exit(main(sys.argv[1]))
