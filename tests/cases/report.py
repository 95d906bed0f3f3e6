#!/usr/bin/python3
"""report.html of the tests and examples: its data keeps to schema/review.schema.json and schema/report.schema.json, its
numbers point where they say, its forms are those of tables/stations.csv, read here anew; every file is the same bytes on one
thread and on two. Usage: report.py small | large (the examples whose data is in CANVASS_DATA)"""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP needs python3-jsonschema")
    sys.exit(0)

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]
BYTES_MOST = 25_000_000
ROWS_MOST = 200
ABOUT = ["station", "copy", "state", "file", "line"]


def data_of(case):
    folder = json.loads((case / "election.json").read_text(encoding="utf-8")).get("data")
    return pathlib.Path(os.environ["CANVASS_DATA"]) / folder if folder else None


def whole_schema():
    review = json.loads((ROOT / "schema/review.schema.json").read_text(encoding="utf-8"))
    report = json.loads((ROOT / "schema/report.schema.json").read_text(encoding="utf-8"))
    for part in ("properties", "$defs"):
        assert not set(review[part]) & set(report[part]), part
        review[part] |= report[part]
    review["required"] += report["required"]
    review["$defs"]["refused"]["properties"] |= report["$defs"]["refused_said"]["properties"]
    jsonschema.Draft202012Validator.check_schema(review)
    return review


def block(page, name):
    found = re.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1, f"{len(found)} blocks {name}"
    assert "<" not in found[0], f"a < in {name}"
    return json.loads(found[0])


def cut(data):
    """The same with the first rows of each list: the others are like them, and the schema is slow."""
    if isinstance(data, list):
        return [cut(item) for item in data[:ROWS_MOST]]
    if isinstance(data, dict):
        return {key: cut(item) for key, item in data.items()}
    return data


def columns_of(form):
    return {name: form[name] for name in ABOUT} | {
        f"{group}.{name}": column for group in ("fields", "votes") for name, column in form[group].items()}


def wrong_numbers(data):
    n_stations = len(data["stations"]["code"])
    for name, column in data["stations"].items():
        if len(column) != n_stations:
            yield f"stations.{name} has {len(column)} cells of {n_stations}"
    if any(a is not None and a >= len(data["areas"]) for a in data["stations"]["area"]):
        yield "an area that is not there"
    forms = {f["contest"]: f for f in data["forms"]}
    for f in data["forms"]:
        for name, column in columns_of(f).items():
            if len(column) != len(f["station"]):
                yield f"{f['contest']}: {name} has {len(column)} cells of {len(f['station'])}"
        if f["station"] and max(f["station"]) >= n_stations:
            yield f"{f['contest']}: a station that is not there"
        if any(c >= len(data["copy_list"]) for c in f["copy"]):
            yield f"{f['contest']}: a copy that is not there"
        if "forms" not in data["cut"] and len(f["station"]) != f["of"]:
            yield f"{f['contest']}: {len(f['station'])} forms of {f['of']}"
    for x in data["findings"]:
        if "form" not in x:
            continue
        f, i = forms[x["contest"]], x["form"]
        if data["stations"]["code"][f["station"][i]] != x["station"]:
            yield f"{x['code']}: form {i} is of another station than '{x['station']}'"
        place = None if f["file"][i] is None else f"{data['inputs'][f['file'][i]]['file']}:{f['line'][i]}"
        if place != x["source"]:
            yield f"{x['code']}: form {i} is at {place}, not at {x['source']}"


def text(cell):
    return "" if cell is None else str(cell)


def wrong_forms(data, table):
    """Forms of the page against rows of the table, by contest and number."""
    with open(table, encoding="utf-8", newline="") as file:
        rows = {(r["contest"], int(r["form"])): r for r in csv.DictReader(file)}
    if len(rows) != sum(f["of"] for f in data["forms"]):
        yield f"{len(rows)} rows in stations.csv"
    for f in data["forms"]:
        for i in range(len(f["station"])):
            row = rows[f["contest"], i]
            want = {"station": data["stations"]["code"][f["station"][i]], "state": f["state"][i], "line": text(f["line"][i]),
                    "copy": data["copy_list"][f["copy"][i]]["id"]}
            want |= {name: text(column[i]) for name, column in f["fields"].items()}
            for place, (name, column) in enumerate(f["votes"].items(), 1):
                want[f"votes:{name}" if f"votes:{name}" in row else f"votes_{place}"] = text(column[i])
            for name, value in want.items():
                if row[name].removeprefix("'") != value:
                    yield f"{f['contest']} form {i}: {name} is {row[name]} in stations.csv, {value} in the page"


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def problems(schema, case, folder, large):
    outs = []
    for threads in ("1", "2"):
        out = folder / threads
        done = subprocess.run([BIN, "review", "--quiet", "--threads", threads, "--out", out, case], capture_output=True)
        if done.returncode > 1:
            yield f"exit {done.returncode}: {done.stderr.decode()}"
            return
        outs.append(out)
        if large:
            break
    page = (outs[0] / "report.html").read_text(encoding="utf-8")
    data = block(page, "canvass-review")
    if (outs[0] / "report.html").stat().st_size > BYTES_MOST:
        yield f"report.html has {len(page)} characters"
    for error in jsonschema.Draft202012Validator(schema).iter_errors(cut(data)):
        yield f"{error.json_path}: {error.message[:300]}"
    if not isinstance(block(page, "canvass-texts"), dict):
        yield "texts are no object"
    yield from list(wrong_numbers(data))[:10]
    if large:
        return
    yield from list(wrong_forms(data, outs[0] / "tables/stations.csv"))[:10]
    one, two = files_of(outs[0]), files_of(outs[1])
    for name in one.keys() | two.keys():
        if one.get(name) != two.get(name):
            yield f"{name}: other bytes on two threads"


def main():
    large = sys.argv[1] == "large"
    schema = whole_schema()
    cases = [path.parent for folder in ("tests/cases", "examples") for path in sorted(ROOT.glob(f"{folder}/*/election.json"))]
    cases = [case for case in cases if (data_of(case) is not None) == large]
    print(f"1..{len(cases)}")
    for number, case in enumerate(cases, 1):
        name = case.relative_to(ROOT)
        if large and not data_of(case).exists():
            print(f"ok {number} - {name} # SKIP its data is not here")
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = list(problems(schema, case, pathlib.Path(folder), large))
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for problem in found:
            print(f"# {problem}")


main()
