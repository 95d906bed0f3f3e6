#!/usr/bin/env python3
"""The reader of election.json and its schema agree on every file of tests/schema and of the examples, and on every
small change of the good ones. Usage: agree.py VERDICTS ROOT; prints TAP."""
import copy
import glob
import json
import os
import subprocess
import sys

import jsonschema

VERDICTS, ROOT = sys.argv[1:3]


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


SCHEMA = load(os.path.join(ROOT, "schema/election.schema.json"))
jsonschema.Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# A value of each type; a float that is whole is left out: for the schema it is an integer, for the reader it is not.
OTHERS = [None, True, 0, -1, 10**13, 1.5, "", "zz", [], ["zz"], [1], {}, {"zz": "zz"}, [{}]]


def places(node, path=()):
    """Every path of a document, the whole included."""
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from places(value, path + (key,))


def changed(document, path, change):
    new = copy.deepcopy(document)
    if not path:
        return change(None, None, new)
    at = new
    for step in path[:-1]:
        at = at[step]
    change(at, path[-1], new)
    return new


def put(value):
    def change(at, key, new):
        if at is None:
            return value
        at[key] = value
        return new
    return change


def drop(at, key, new):
    if at is None:
        return new
    del at[key]
    return new


def rename(at, key, new):
    if at is None or not isinstance(at, dict):
        return new
    at[key + "x"] = at.pop(key)
    return new


def mutants(document):
    for path in places(document):
        for value in OTHERS:
            yield changed(document, path, put(value))
        yield changed(document, path, drop)
        yield changed(document, path, rename)


def reader_says(documents):
    text = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    run = subprocess.run([VERDICTS], input=text.encode(), capture_output=True, check=True)
    lines = run.stdout.decode().splitlines()
    assert len(lines) == len(documents), (len(lines), len(documents))
    return lines


def disagreements(documents):
    for document, line in zip(documents, reader_says(documents)):
        if line.startswith("good") != VALIDATOR.is_valid(document):
            errors = [error.message for error in VALIDATOR.iter_errors(document)] or ["good"]
            yield "reader: %s; schema: %s; %s" % (line, errors[0], json.dumps(document, ensure_ascii=False)[:600])


def expect(name, documents, verdict=None):
    wrong = list(disagreements(documents))
    if verdict:
        wrong += [line for line in reader_says(documents) if not line.startswith(verdict)]
    for line in wrong[:5]:
        print("# " + line)
    return name, not wrong


def keys_of(document):
    """Names of keys that a document uses, for the check that `full` uses them all."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield key
            yield from keys_of(value)
    if isinstance(document, list):
        for value in document:
            yield from keys_of(value)


def tests():
    good = sorted(glob.glob(os.path.join(ROOT, "tests/schema/good/*.json")))
    bad = sorted(glob.glob(os.path.join(ROOT, "tests/schema/bad/*.json")))
    examples = sorted(glob.glob(os.path.join(ROOT, "examples/*/election.json")))
    assert good and bad and examples
    for path in good + examples:
        yield expect(os.path.relpath(path, ROOT), [load(path)], "good")
    for path in bad:
        yield expect(os.path.relpath(path, ROOT), [load(path)], "bad")
    for path in good:
        yield expect("every small change of " + os.path.relpath(path, ROOT), list(mutants(load(path))))
    known = {key for shape in SCHEMA["$defs"].values() for key in shape.get("properties", {})}
    used = set(keys_of(load(os.path.join(ROOT, "tests/schema/good/full.json"))))
    if known - used:
        print("# full.json does not use: " + ", ".join(sorted(known - used)))
    yield "full.json uses every key", known <= used


results = []
for number, (name, right) in enumerate(tests(), 1):
    print("%s %d - %s" % ("ok" if right else "not ok", number, name), flush=True)
    results.append(right)
print("1..%d" % len(results))
sys.exit(not all(results))
