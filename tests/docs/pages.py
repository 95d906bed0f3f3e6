#!/usr/bin/python3
"""Runs what a page of the documents tells people to type, in the order of the page, in a folder with a copy of the
examples; and looks for what it says will appear. Usage: pages.py PAGE...; prints TAP, one test a block.

    ```            a block that begins with a program's name is commands: each must end with 0, or 1 (in question)
    ```text        what the commands before it print: each line, spaces apart, in this order; `...` stands for any lines
    ```json, csv   shown only; other kinds too
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]
DATA = pathlib.Path(os.environ["CANVASS_DATA"])
PROGRAMS = ("canvass", "examples/get", "cp", "mkdir", "cat", "printf", "jq", "grep", "cut", "sort", "sha256sum", "cmp", "head", "ls")
BROWSERS = re.compile(r"^(xdg-open|open) ", re.M)  # a person's own program: shown, not run

# canvass ends with 1 when a seat is in question: for a page that is a result, not a failure.
PRELUDE = """set -eu
canvass() { command canvass "$@" || { code=$?; [ $code -eq 1 ] || exit $code; }; }
"""


def blocks(text):
    for m in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
        yield text[:m.start()].count("\n") + 1, m.group(1), m.group(2)


def is_command(kind, body):
    first = re.split(r"[\s;|]", body.strip(), maxsplit=1)[0]
    return kind in ("", "sh") and first in PROGRAMS


def one_space(line):
    return re.sub(r"\s+", " ", line).strip()


def missing_line(said, output):
    """The first line of `said` that does not come in its turn; None when all do."""
    lines = [one_space(x) for x in output.splitlines()]
    at = 0
    for line in map(one_space, said.splitlines()):
        if not line or line == "...":
            continue
        while at < len(lines) and lines[at] != line:
            at += 1
        if at == len(lines):
            return line
        at += 1
    return None


class Place:
    def __init__(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="canvass-docs-"))
        shutil.copytree(ROOT / "examples", self.top / "examples", ignore=shutil.ignore_patterns("review", "*.xz", "*.zip"))
        (self.top / "bin").mkdir()
        (self.top / "bin/canvass").symlink_to(BIN)
        self.env = dict(os.environ, PATH=f"{self.top}/bin:{os.environ['PATH']}", COLUMNS="100", LANGUAGE="en")
        # Data is what examples/get brings, as for a reader who has set nothing.
        self.env.pop("CANVASS_DATA", None)

    def run(self, body):
        body = BROWSERS.sub(": ", body)
        body = re.sub(r"^examples/get ", f"CANVASS_DATA={DATA} examples/get ", body, flags=re.M)
        done = subprocess.run(["sh", "-c", PRELUDE + body], cwd=self.top, env=self.env, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def close(self):
        shutil.rmtree(self.top)


def check(page, tests):
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    if "examples/get " in text and not (DATA / "elections").exists():
        tests.append((True, f"{page} # SKIP needs data at {DATA}", ""))
        return
    place = Place()
    output = None
    for line, kind, body in blocks(text):
        where = f"{page}:{line}"
        if is_command(kind, body):
            code, output, talk = place.run(body)
            tests.append((code == 0, where, f"exit {code}\n{talk[-1000:]}" if code else ""))
        elif kind == "text":
            lost = "no commands before it" if output is None else missing_line(body, output)
            tests.append((lost is None, where, f"not printed: {lost}"))
        elif kind in ("", "sh"):
            tests.append((False, where, "neither commands nor marked as text"))
    place.close()


def main(pages):
    tests = []
    for page in pages:
        check(page, tests)
    print(f"1..{len(tests)}")
    for n, (holds, name, why) in enumerate(tests, 1):
        print(f"{'' if holds else 'not '}ok {n} - {name}")
        for line in [] if holds else why.splitlines():
            print(f"# {line}")
    return not all(holds for holds, _, _ in tests)


sys.exit(main(sys.argv[1:]))
