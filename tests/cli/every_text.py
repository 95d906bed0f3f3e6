#!/usr/bin/env python3
"""No text is missed: every command speaks a language in which each text stands in brackets.

tools/messages makes the catalogue from what it takes out of the code, so a text that is not taken
out, or not looked up, shows itself: its letters stand outside the brackets. What may stand there is
data (names and codes that the case itself has), what a person types, and the few words below.
"""
import csv
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]

# Outside the brackets, each with its reason.
ALLOWED = [
    (r"\bcanvass\b", "the name of the program"),
    (r"⟦hint:⟧|⟦error:⟧", "heads of lines, translated"),
    (r"(?<![\w-])-{1,2}[a-z][a-z-]*", "options, as they are typed"),
    (r"\b[A-Z]{1,}(_[A-Z]+)*\b", "placeholders of the command line: CASE, DIR, N"),
    (r"\b[CR]\d{2,3}\b", "codes of rules and refusals"),
    (r"\b[0-9a-f]{16}\b", "the beginning of a hash"),
    (r"\bSHA-256\b", "the name of a function that nobody translates"),
    (r"[\w./-]+\.(json|csv|html|xlsx|txt)\b", "names of files"),
    (r"/tables/|/review\b", "names of folders"),
    (r"\b\d+(\.\d+)+\b", "the version"),
    (r"\b[a-z_]+\.[a-z_]+\d*:", "keys of a legal profile"),
    (r"\([a-z_]+(\[\d+\]|\.[a-z_]+)*\)$", "where in election.json"),
]
# Keys of review.json whose values are names of the case, shown as they are written.
NAMES = {"case", "title", "place", "name", "id", "area", "party", "bloc", "holder", "body", "file", "station",
         "contest", "cite", "code", "rule", "encoding_words", "copy",
         "filer", "standing", "against", "places",
         "account", "part", "subject", "outlet", "attributed_to", "wording", "published", "note", "address", "origin", "summary", "place_of", "place_note", "date_note", "asserted_by"}

n_tests = n_failed = 0


def canvass(*args, **more):
    env = {"PATH": os.environ["PATH"], "COLUMNS": "1000", "CANVASS_DATA": os.environ.get("CANVASS_DATA", "none")}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    return subprocess.run([BIN, *args], capture_output=True, text=True, env=env, **more)


def names(value, key=None):
    """The names of a case, from review.json."""
    if isinstance(value, dict):
        for k, v in value.items():
            yield from names(v, k)
    elif isinstance(value, list):
        for v in value:
            yield from names(v, key)
    elif isinstance(value, str) and key in NAMES:
        yield value


def outside(text):
    """What stands outside all brackets; they may stand inside each other."""
    before = None
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    return text


@functools.lru_cache(maxsize=8)
def any_of(data):
    """One expression for all names, longest first: a case with claims has hundreds of them."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, data))})(?!\w)") if data else None


def without(line, data):
    names = any_of(tuple(data))
    return names.sub(" ", line) if names else line


def missed(text, data):
    rest = []
    for line in outside(text).splitlines():
        if re.match(r"\s+canvass ", line):
            continue  # an example, as it is typed
        # Names of one or two letters last: they could take a hash or a code apart.
        line = without(line, [name for name in data if len(name) > 2])
        for pattern, _ in ALLOWED:
            line = re.sub(pattern, " ", line)
        line = without(line, data)
        if re.search(r"[^\W\d_]", line):
            rest.append(line.strip())
    return rest


def check(what, text, data):
    global n_tests, n_failed
    n_tests += 1
    rest = missed(text, sorted(data, key=len, reverse=True))
    if "⟦" not in text and text.strip():
        rest.append("nothing of it was looked up")
    if not rest:
        print(f"ok {n_tests} - {what}")
        return
    n_failed += 1
    print(f"not ok {n_tests} - {what}")
    for line in rest[:20]:
        print(f"# {line}", file=sys.stderr)


def speak(what, catalogue, args, data=(), **more):
    done = canvass(*args, "--language", catalogue, **more)
    check(what, done.stdout + done.stderr, {*data, *args[1:]})


def case_data(path, work):
    done = canvass("review", str(path), "--json", cwd=work)
    found = set(names(json.loads(done.stdout))) if done.stdout.startswith("{") else set()
    return {n for n in found if re.search(r"[^\W\d_]", n)} | {str(path)}


def quantities(path):
    claims = path / "incidents.csv"
    return {row.get("quantity") or "" for row in csv.DictReader(claims.open(encoding="utf-8"))} if claims.exists() else set()


def cases():
    for path in sorted((ROOT / "tests/cases").iterdir()):
        if (path / "election.json").exists():
            yield path
    for name in ("etobicoke-centre-2011", "bundestag-2025", "kyrgyzstan-2005"):
        if (ROOT / "examples" / name / "election.json").exists():
            yield ROOT / "examples" / name


# A folder is made with these files, and the command is run in it.
WRONG = [
    ("no such command", {}, ["frobnicate"]),
    ("a misspelt command", {}, ["reveiw"]),
    ("an option first", {}, ["--json"]),
    ("no argument", {}, ["review"]),
    ("an argument too many", {}, ["version", "now"]),
    ("an unknown option", {}, ["review", "x", "--frob"]),
    ("a misspelt option", {}, ["review", "x", "--jsno"]),
    ("an option of another command", {}, ["help", "--json"]),
    ("a value that is none", {}, ["review", "x", "--threads", "0"]),
    ("no date", {}, ["review", "x", "--as-of", "yesterday"]),
    ("a case that is not there", {}, ["review", "nowhere"]),
    ("a folder without a case", {"empty/x.txt": "x"}, ["review", "empty"]),
    ("not JSON", {"c/election.json": "{"}, ["review", "c"]),
    ("a comma too few", {"c/election.json": '{"id": "x" "title": "y"}'}, ["review", "c"]),
    ("a key that is missing", {"c/election.json": "{}"}, ["review", "c"]),
    ("an unknown key", {"c/election.json": '{"idd": "x"}'}, ["review", "c"]),
    ("a value of another type", {"c/election.json": '{"id": 7}'}, ["review", "c"]),
    ("a page that nobody made", {}, ["help", "nothing"]),
    ("no language", {}, ["help", "--completion", "tcsh"]),
]


def wrong(catalogue, work):
    for what, files, args in WRONG:
        with tempfile.TemporaryDirectory(dir=work) as folder:
            for name, text in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            speak(f"wrong: {what}", catalogue, args, {"nowhere", "x", "reveiw", *files}, cwd=folder)


def right(catalogue, work):
    for path in cases():
        data = case_data(path, work)
        out = str(Path(work) / "out")
        speak(f"{path.name}: review", catalogue, ["review", str(path), "--out", out, "--all"],
              {*data, out})
        # What is claimed of an event may be called like a file: "seats", "stations".
        speak(f"{path.name}: incidents", catalogue, ["incidents", str(path)],
              {*data, *quantities(path)})
        for command in ("check", "tally", "sensitivity", "complaints"):
            for more in ([], ["--all"]):
                what = f"{path.name}: {command} {' '.join(more)}".strip()
                speak(what, catalogue, [command, str(path), *more], data)
    made = str(Path(work) / "made")
    speak("simulate", catalogue, ["simulate", made, "--districts", "3", "--stations", "30"])
    data = case_data(made, work)
    speak("simulated: review", catalogue, ["review", made, "--all"], data)
    bare(catalogue, work)


# Files of results as somebody has them, and what is wrong with some of them.
BARE = [
    ("by station", "Station,Registered,Valid,Invalid,Anna,Bek\n1,500,290,10,180,110\n2,400,198,2,90,108\n"),
    ("a sum that is off", "Station,Registered,Valid,Invalid,Anna,Bek\n1,500,290,10,180,110\n2,400,199,2,90,108\n"),
    ("something unclear", "Place;x;y;Anna;Bek\nOsh;500;7;180;110\nTalas;400;9;90;108\n"),
    ("long", "Station,Candidate,Votes\n1,Anna,180\n1,Bek,110\n2,Anna,90\n2,Bek,108\n"),
    ("a refused row", "Station,Valid,Anna,Bek\n1,290,180,110\n2,198,9O,108\n3,100,40,60\n4,100,40,60\n"),
    ("no table", "hello\n"),
    ("nothing", ""),
]


KEYS = {"station", "reg", "valid", "invalid", "votes"}  # of election.json, said as they are typed there


def bare(catalogue, work):
    for what, text in BARE:
        data = set(re.split(r"[,;\s]", text)) | {"results.csv", "results", "out"} | KEYS
        with tempfile.TemporaryDirectory(dir=work) as folder:
            (Path(folder) / "results.csv").write_text(text, "utf-8")
            speak(f"bare file, {what}: init", catalogue, ["init", "results.csv", "--out", "out"], data, cwd=folder)
            speak(f"bare file, {what}: review", catalogue, ["review", "results.csv", "--out", "out", "--all"], data,
                  cwd=folder)


def main():
    # The test itself can fail.
    assert missed("⟦Seats of ⟦Ош⟧⟧ and more", []) == ["and more"]
    assert missed("⟦in⟧ results/a.csv C306 --all Ош", ["Ош"]) == []
    with tempfile.TemporaryDirectory() as work:
        catalogue = str(Path(work) / "xa.mo")
        made = subprocess.run([ROOT / "tools/messages", "pseudo", catalogue], capture_output=True, text=True)
        if made.returncode:
            print("1..0 # SKIP " + made.stderr.strip().splitlines()[-1])
            return 77
        commands = re.findall(r"^  ([a-z]+) ", canvass("help").stdout, re.M)
        commands = [c for c in commands if c != "canvass"]
        speak("help", catalogue, ["help"], commands)
        for command in commands:
            speak(f"help {command}", catalogue, ["help", command], commands)
        right(catalogue, work)
        wrong(catalogue, work)
    print(f"1..{n_tests}")
    return 1 if n_failed else 0


sys.exit(main())
