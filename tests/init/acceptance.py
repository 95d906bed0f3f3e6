#!/usr/bin/python3
"""Holds what `canvass init` makes of real files against what their documents say (*.txt beside this file), and of the same tables with
their columns shuffled, without their header, with other separators and in other encodings. Prints TAP.

Nothing may be mapped wrongly, ever. Of each file at most two lines of the form may be unclear, but for tables without a header, of
which the arithmetic alone must speak. Usage: acceptance.py NAME...

An expectation is lines of a use and a column:
    file PATH            under CANVASS_DATA; `member NAME` takes one member of an archive, as a file of its own
    text ENCODING SEP [N]  the table can be written again for the variants; N title lines stand above it
    exit N
    key A + B            any of several such lines
    reg|signed COLUMN    field ids, option, option_id, option_name, option_party, votes, contest, where, lat, lon
    options A .. B       a run of neighbouring columns; @2 after the use: of the second contest of a row
    may USE|USE COLUMN   any of these
Any other column must not be taken for votes, a line of the form or a key.
"""

import csv
import io
import json
import lzma
import os
import pathlib
import random
import subprocess
import sys
import tarfile
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
BIN = os.environ["CANVASS_BIN"]
DATA = pathlib.Path(os.environ["CANVASS_DATA"])
ROWS = 6000  # of a variant: enough for the arithmetic, and quick
MOST_UNCLEAR = 2
# Why a column is left out that may be an option all the same: nobody can see it in such cells, and it is said.
NO_FIGURES = {"empty", "only zeros", "0 and 1 only"}
CAREFUL = {"field", "option", "option_id", "option_name", "option_party", "votes", "station", "contest"}


class Expectation:
    def __init__(self, name):
        self.keys, self.uses, self.may, self.runs = [], {}, {}, []
        self.member = self.text = self.exit = None
        for line in (HERE / (name + ".txt")).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            word, rest = line.split(" ", 1)
            if word == "key":
                self.keys.append(rest.split(" + "))
            elif word in ("file", "member", "exit"):
                setattr(self, word, rest)
            elif word == "text":
                self.text = rest.split(" ")
            elif word == "may":
                uses, column = rest.split(" ", 1)
                self.may[column] = set(uses.split("|"))
            elif word.startswith("options"):
                self.runs.append((word.replace("options", "option"), *rest.split(" .. ")))
            else:
                self.uses[rest] = word

    def whole(self, columns):
        """Uses with the runs of options written out, by the columns in their original order."""
        uses = dict(self.uses)
        for use, first, last in self.runs:
            for column in columns[columns.index(first):columns.index(last) + 1]:
                uses[column] = use
        return uses


def canvass(path):
    with tempfile.TemporaryDirectory() as box:
        done = subprocess.run([BIN, "init", str(path), "--json", "--out", box + "/case", "-q"], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            return done.returncode, None, done.stderr
        checked = subprocess.run([BIN, "tally", box + "/case", "-q"], capture_output=True, text=True)
        if checked.returncode not in (0, 1):
            return 99, None, "the case is not one that canvass reads: " + checked.stderr
        return done.returncode, json.loads(done.stdout), ""


def said(column):
    use = column["field"] if column["use"] == "field" else column["use"]
    return use


def compare(expected, found, original):
    """Counts of right, unclear, and the list of what is wrong. `original` gives the original name of a column."""
    uses = expected.whole(original["order"])
    key = [original["of"](c["column"]) for c in found["columns"] if c["use"] == "station"]
    right, unclear, wrong = 0, [], []
    if key and sorted(key) not in [sorted(k) for k in expected.keys]:
        wrong.append("key " + " + ".join(key))
    options = any(c["use"] == "option" for c in found["columns"])
    for c in found["columns"]:
        name, use = original["of"](c["column"]), said(c)
        if name in expected.may:
            if use in CAREFUL | {"field"} and use not in expected.may[name]:
                wrong.append(f"{name}: {use}")
            continue
        want = uses.get(name)
        if want is None:
            if (c["use"] in CAREFUL and c["use"] != "station") or c["use"] == "where":
                wrong.append(f"{name}: {use}, expected nothing")
            continue
        word, _, form = want.partition("@")
        if use in word.split("|") and (not form or c.get("form") == int(form)):
            right += 1
        elif use == "unclear" or (use == "ignored" and not (word == "option" and options and c["note"] not in NO_FIGURES)):
            unclear.append(name)
        elif use in ("ignored", "area", "station_name") and word in ("lat", "lon"):
            unclear.append(name)
        else:
            wrong.append(f"{name}: {use}, expected {want}")
    return right, unclear, wrong


def member_bytes(path, member):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as z:
            return z.read(member or z.namelist()[0])
    if ".tar" in path.name:
        with tarfile.open(path) as t:
            return t.extractfile(member).read()
    return lzma.open(path).read()


def table_of(raw, text):
    encoding, separator, titles = (text + ["0"])[:3]
    lines = raw.decode(encoding).splitlines(keepends=True)[int(titles):]
    rows = list(csv.reader(io.StringIO("".join(lines)), delimiter=separator))
    while rows and len(rows[0]) < 3:
        rows.pop(0)
    return [r for r in rows if len(r) == len(rows[0])][:ROWS]


def write(box, rows, separator, encoding):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    path = pathlib.Path(box) / "table.csv"
    try:
        path.write_bytes(text.getvalue().encode(encoding))
    except UnicodeEncodeError:
        return None
    return path


def variants(rows):
    """Name, rows, separator, encoding, order of columns, header kept."""
    order = list(range(len(rows[0])))
    mixed = order[:]
    random.Random(5).shuffle(mixed)
    yield "another separator", rows, "|", "utf-8", order, True
    yield "UTF-16", rows, "\t", "utf-16", order, True
    yield "Cyrillic, 8-bit", rows, ";", "cp1251", order, True
    yield "Western, 8-bit", rows, ";", "cp1252", order, True
    yield "columns shuffled", [[r[i] for i in mixed] for r in rows], ",", "utf-8", mixed, True
    yield "no header", rows[1:], ",", "utf-8", order, False
    yield "no header, columns shuffled", [[r[i] for i in mixed] for r in rows[1:]], ";", "utf-8", mixed, False


def references(header):
    """How canvass names the columns of this header."""
    out = []
    for i, name in enumerate(header):
        name = name.strip()
        same = [k for k, other in enumerate(header) if other.strip() == name]
        out.append(f"#{i + 1}" if not name else name if len(same) == 1 else f"{name}#{same.index(i) + 1}")
    return out


def original_of(rows, order, has_header):
    """The original name of a column of a variant. A name that several columns bear is numbered anew."""
    names = references(rows[0])
    if not has_header:
        return lambda ref: names[order[int(ref[1:]) - 1]]
    here = references([rows[0][i] for i in order])
    return lambda ref: names[order[here.index(ref)]] if ref in here else ref


class Tap:
    def __init__(self):
        self.n = self.failed = 0

    def say(self, ok, name, notes=()):
        self.n += 1
        self.failed += not ok
        print(("ok" if ok else "not ok"), self.n, "-", name)
        for note in notes:
            for line in str(note).splitlines():
                print("#", line)


def hold(tap, name, expected, path, original, strict):
    code, found, error = canvass(path)
    if expected.exit == "3":
        tap.say(code == 3, name, [f"exit {code}"])
        return
    if not found:
        # Without a header there may be nothing to say: that is no wrong mapping.
        tap.say(not strict and code == 3, name, [f"exit {code}: {error.strip()}"])
        return
    table = max(found["tables"], key=lambda t: t["rows"])
    if original is None:
        order = [c["column"] for c in table["columns"]]
        original = {"order": order, "of": lambda ref: ref}
    right, unclear, wrong = compare(expected, table, original)
    notes = [f"{right} right, {len(unclear)} unclear, {len(wrong)} wrong"]
    notes += ["wrong: " + w for w in wrong] + ["unclear: " + u for u in unclear]
    good = not wrong and (not strict or len(unclear) <= MOST_UNCLEAR)
    if strict == "exit" and expected.exit is not None and int(expected.exit) != code:
        good = False
        notes.append(f"exit {code}, expected {expected.exit}")
    tap.say(good, name, notes)


def run(tap, name):
    expected = Expectation(name)
    path = DATA / expected.file
    if not path.exists():
        tap.n += 1
        print("ok", tap.n, "-", name, "# SKIP no", expected.file, "under CANVASS_DATA")
        return
    with tempfile.TemporaryDirectory() as box:
        if expected.member:
            whole = pathlib.Path(box) / "member.csv"
            whole.write_bytes(member_bytes(path, expected.member))
            path_used = whole
        else:
            path_used = path
        hold(tap, name, expected, path_used, None, "exit")
        if not expected.text:
            return
        rows = table_of(member_bytes(path, expected.member), expected.text)
        for what, varied, separator, encoding, order, has_header in variants(rows):
            file = write(box, varied, separator, encoding)
            if not file:
                continue
            original = {"order": references(rows[0]), "of": original_of(rows, order, has_header)}
            hold(tap, f"{name}, {what}", expected, file, original, "few" if has_header else "")


def main():
    tap = Tap()
    for name in sys.argv[1:] or sorted(p.stem for p in HERE.glob("*.txt")):
        run(tap, name)
    print(f"1..{tap.n}")
    return 1 if tap.failed else 0


sys.exit(main())
