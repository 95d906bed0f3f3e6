#!/usr/bin/python3
"""Every review.json that the tests and examples give keeps to schema/review.schema.json; the small ones are the same
bytes on one thread and on several. Of large cases the rows beyond ROWS_MOST are not looked at: they are like the first."""

import json
import os
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP needs python3-jsonschema")
    sys.exit(0)

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]
ROWS_MOST = 300
PARTS = {
    "review": None,
    "check": ["inputs", "skipped", "rules", "structural", "findings", "repairs", "exchanges", "refused"],
    "tally": ["inputs", "skipped", "rule_sets", "contests"],
    "sensitivity": ["inputs", "skipped", "contests"],
    "incidents": ["inputs", "skipped", "incidents", "bloc_statements", "chambers"],
}


def canvass(command, case, *options):
    done = subprocess.run([BIN, command, "--json", "--quiet", *options, str(case)], capture_output=True)
    if done.returncode > 1:
        return None, f"exit {done.returncode}: {done.stderr.decode()}"
    return done.stdout, ""


def data_of(case):
    folder = json.loads((case / "election.json").read_text(encoding="utf-8")).get("data")
    return pathlib.Path(os.environ["CANVASS_DATA"]) / folder if folder else None


def cut(document):
    for rows in ("findings", "refused"):
        if rows in document:
            document[rows] = document[rows][:ROWS_MOST]
    for contest in document.get("contests", []):
        if "sensitivity" in contest:
            contest["sensitivity"]["forms"] = contest["sensitivity"]["forms"][:ROWS_MOST]
    return document


def first_error(schema, text):
    try:
        document = cut(json.loads(text))
    except ValueError as why:
        return f"not JSON: {why}"
    for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        return f"{error.json_path}: {error.message[:300]}"
    return ""


def part_of(schema, keys):
    """The schema of a document that holds only these keys of the whole, beside the head."""
    head = ["canvass", "case", "title", "place", "date", "simulated", "as_of"]
    part = dict(schema)
    part["required"] = head + keys
    part["properties"] = {key: schema["properties"][key] for key in part["required"]}
    part["$defs"] = dict(schema["$defs"])
    part["$defs"]["contest"] = dict(schema["$defs"]["contest"], required=["id", "options", "outcome", "margin_votes"])
    return part


def problems(schema, case):
    large = data_of(case) is not None
    for command, keys in PARTS.items():
        if large and command != "review":
            continue
        text, why = canvass(command, case, "--threads", "1")
        if text is None:
            yield f"{command}: {why}"
            continue
        why = first_error(part_of(schema, keys) if keys else schema, text)
        if why:
            yield f"{command}: {why}"
        if large:
            continue
        again, _ = canvass(command, case, "--threads", "2")
        if again != text:
            yield f"{command}: other bytes on two threads"


def main():
    schema = json.loads((ROOT / "schema/review.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    cases = sorted(path.parent for folder in ("tests/cases", "examples") for path in ROOT.glob(f"{folder}/*/election.json"))
    print(f"1..{len(cases)}")
    for number, case in enumerate(cases, 1):
        name = case.relative_to(ROOT)
        data = data_of(case)
        if data and not data.exists():
            print(f"ok {number} - {name} # SKIP its data is not here")
            continue
        found = list(problems(schema, case))
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for problem in found:
            print(f"# {problem}")


main()
