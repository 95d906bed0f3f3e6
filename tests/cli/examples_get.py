#!/usr/bin/python3
"""examples/get against a server of our own: whole, wrong, cut and resumed transfers, local copies, missing tools. And
examples/sources.tsv against the examples. Prints TAP."""

import csv
import hashlib
import http.server
import io
import json
import lzma
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
BIN = os.environ["CANVASS_BIN"]
DATA = pathlib.Path(os.environ["CANVASS_DATA"])
TOOLS = "sh awk sed grep cat cut head mktemp mkdir rm mv tr wc find dirname sha256sum xz tar".split()

CSV = b"s,a,b\n1,10,20\n2,30,5\n"
MORE = b"s,a,b\n3,1,2\n"
OTHER = b"not what was published\n"


def sha(data):
    return hashlib.sha256(data).hexdigest()


# ---- the server ----

class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files = {}       # path: bytes
    cut_at = None    # send so many bytes of the next answer and hang up
    asked = []       # (path, first byte asked for)

    def log_message(self, *_):
        pass

    def do_GET(self):
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        first = int(found.group(1)) if found else 0
        Server.asked.append((self.path, first))
        data = Server.files.get(self.path)
        if data is None:
            self.send_error(404)
            return
        if first > len(data) or (found and first == len(data)):
            self.send_response(416)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = data[first:]
        self.send_response(206 if found else 200)
        if found:
            self.send_header("Content-Range", f"bytes {first}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        cut, Server.cut_at = Server.cut_at, None
        self.wfile.write(body if cut is None else body[:cut])
        if cut is not None:
            self.close_connection = True


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
HERE = f"http://127.0.0.1:{server.server_port}"

# ---- a project with one example ----

ELECTION = {
    "canvass": 1, "id": "t", "title": "t", "data": "elections/t",
    "rule_sets": {"p": {"engine": "plurality"}}, "contests": [{"id": "c", "rule": "p"}],
    "results": [{"file": ["plain.csv", "packed.csv.xz", "many.tar.xz"], "station": "s",
                 "forms": [{"contest": "c", "options": {"A": "a", "B": "b"}}]}],
}
MEMBERS = {"x.csv": b"s,a,b\n4,1,1\n", "y.csv": b"s,a,b\n5,1,1\n6,2,2\n"}


class Project:
    def __init__(self, address=HERE):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="canvass-get-"))
        self.case = self.top / "project/examples/t"
        self.case.mkdir(parents=True)
        shutil.copy(ROOT / "examples/get", self.case.parent / "get")
        # An indent and an order that nothing should depend on.
        (self.case / "election.json").write_text(json.dumps(ELECTION, indent=2))
        rows = [("t", "plain.csv", CSV, "as-is", "/plain.csv"), ("t", "packed.csv.xz", MORE, "xz", "/a%20b.csv")]
        rows += [("t", f"many.tar.xz/{name}", data, "tar", f"/{name}") for name, data in sorted(MEMBERS.items())]
        rows += [("only-here", "o.csv.xz", CSV, "xz", None)]
        (self.case.parent / "only-here").mkdir()
        (self.case.parent / "only-here/election.json").write_text('{\n  "data": "o"\n}\n')
        with open(self.case.parent / "sources.tsv", "w") as out:
            out.write("name\tfile\tbytes\tsha256\tform\taddress\tlicence\n")
            for name, file, data, form, path in rows:
                where = address + path if path else "-"
                out.write("\t".join([name, file, str(len(data)), sha(data), form, where, "none stated"]) + "\n")
        Server.files = {"/plain.csv": CSV, "/a%20b.csv": MORE, **{f"/{n}": d for n, d in MEMBERS.items()}}
        Server.asked = []
        Server.cut_at = None

    def get(self, *words, data=None, tools=None):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.top)}
        if data:
            env["CANVASS_DATA"] = str(data)
        if tools is not None:
            env["PATH"] = str(self.tools(tools))
        done = subprocess.run([str(self.case.parent / "get"), *words], capture_output=True, text=True, env=env,
                              cwd=self.top, timeout=120)
        return done.returncode, done.stdout + done.stderr

    def tools(self, names):
        folder = self.top / ("bin-" + "-".join(names))
        folder.mkdir(exist_ok=True)
        for name in names:
            found = shutil.which(name)
            if found and not (folder / name).exists():
                (folder / name).symlink_to(found)
        return folder

    def left(self):
        return sorted(p.name for p in self.case.iterdir())

    def close(self):
        shutil.rmtree(self.top)


WHOLE = ["election.json", "many.tar.xz", "packed.csv.xz", "plain.csv"]


def packed(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as tar:
        for name, data in sorted(members.items()):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


# ---- tests: each a generator of (what, holds) ----

def lists_what_there_is(p):
    code, said = p.get()
    yield "exit", code == 0
    yield "names and sources", "only-here" in said and "a local copy only" in said
    yield "size in one line", re.search(r"^t +0\.0 MB +none stated", said, re.M)
    yield "the same by name", p.get("--list") == (code, said)


def brings_everything(p):
    code, said = p.get("t")
    yield "exit", code == 0 or print("#", said)
    yield "every file and nothing else", p.left() == WHOLE
    yield "as it was", (p.case / "plain.csv").read_bytes() == CSV
    yield "packed", lzma.decompress((p.case / "packed.csv.xz").read_bytes()) == MORE
    with tarfile.open(p.case / "many.tar.xz") as tar:
        yield "an archive", {m: tar.extractfile(m).read() for m in tar.getnames()} == MEMBERS
    env = {k: v for k, v in os.environ.items() if k != "CANVASS_DATA"}
    done = subprocess.run([BIN, "review", "--json", str(p.case)], capture_output=True, env=env, cwd=p.top)
    votes = {o["id"]: o["votes"] for o in json.loads(done.stdout)["contests"][0]["options"]}
    yield "canvass reads it without a variable", votes == {"A": 10 + 30 + 1 + 1 + 1 + 2, "B": 20 + 5 + 2 + 1 + 1 + 2}
    yield "next", "canvass review examples/t" in said


def a_second_time_does_nothing(p):
    p.get("t")
    asked = len(Server.asked)
    before = [(f.name, f.stat().st_mtime_ns) for f in sorted(p.case.iterdir())]
    code, said = p.get("t")
    yield "exit", code == 0
    yield "nothing was asked for", len(Server.asked) == asked
    yield "nothing was written", before == [(f.name, f.stat().st_mtime_ns) for f in sorted(p.case.iterdir())]
    yield "says so", said.count("there already") == 3


def refuses_other_bytes(p):
    Server.files["/plain.csv"] = OTHER
    code, said = p.get("t")
    yield "exit", code == 3
    yield "what was expected", f"expected {len(CSV)} bytes, SHA-256 {sha(CSV)}" in said
    yield "what was found", f"found    {len(OTHER)} bytes, SHA-256 {sha(OTHER)}" in said
    yield "no file of that name", "plain.csv" not in p.left()
    yield "kept aside", (p.case / ".part/plain.csv.wrong").read_bytes() == OTHER
    Server.files["/plain.csv"] = CSV
    code, said = p.get("t")
    yield "right the next time", code == 0 and p.left() == WHOLE


def goes_on_after_a_cut(p):
    Server.cut_at = 7
    code, said = p.get("t")
    yield "exit", code == 4
    yield "how far", f"7 of {len(CSV)} bytes" in said
    yield "a way on", "hint: run it again to go on" in said
    yield "no half file", "plain.csv" not in p.left()
    Server.asked = []
    code, said = p.get("t")
    yield "whole", code == 0 and p.left() == WHOLE
    yield "from where it stopped", Server.asked[0] == ("/plain.csv", 7)


def starts_again_after_a_wrong_beginning(p):
    (p.case / ".part").mkdir()
    (p.case / ".part/plain.csv").write_bytes(b"###")
    code, said = p.get("t")
    yield "whole", code == 0 and p.left() == WHOLE or print("#", said)
    yield "bytes", (p.case / "plain.csv").read_bytes() == CSV


def works_with_wget(p):
    code, said = p.get("t", tools=TOOLS + ["wget"])
    yield "whole", code == 0 and p.left() == WHOLE or print("#", said)


def needs_a_tool_to_fetch(p):
    code, said = p.get("t", tools=TOOLS)
    yield "exit", code == 4
    yield "which", "neither 'curl' nor 'wget' is there" in said and "hint: " in said
    yield "left as it was", p.left() in (["election.json"], [".part", "election.json"])


def needs_a_tool_to_check(p):
    code, said = p.get("t", tools=[t for t in TOOLS if t != "sha256sum"])
    yield "exit", code == 4
    yield "which", "neither 'sha256sum' nor 'shasum' is there" in said
    code, said = p.get("t", tools=[t for t in TOOLS if t != "xz"])
    yield "xz", code == 4 and "'xz' is needed" in said and "xz-utils" in said


def says_that_nobody_answers(p):
    q = Project("http://127.0.0.1:9")  # the discard port: nobody listens
    code, said = q.get("t")
    yield "exit", code == 4
    yield "where and what then", "http://127.0.0.1:9/plain.csv" in said and "a local copy does as well" in said
    q.close()


def says_that_it_is_gone(p):
    Server.files = {}
    code, said = p.get("t")
    yield "exit", code == 4
    yield "where", "/plain.csv" in said and "the transfer ended early: 0 of" in said


def takes_a_local_copy(p):
    folder = p.top / "data/elections/t"
    folder.mkdir(parents=True)
    (folder / "plain.csv").write_bytes(CSV)
    (folder / "packed.csv.xz").write_bytes(lzma.compress(MORE))
    (folder / "many.tar.xz").write_bytes(packed(MEMBERS))
    code, said = p.get("t", data=p.top / "data")
    yield "whole", code == 0 and p.left() == WHOLE
    yield "without the network", Server.asked == []
    yield "says from where", said.count(f"from {p.top}/data/elections/t") == 3


def takes_no_other_copy(p):
    folder = p.top / "data/elections/t"
    folder.mkdir(parents=True)
    (folder / "plain.csv").write_bytes(OTHER)
    (folder / "packed.csv.xz").write_bytes(CSV)  # not packed, and other bytes
    (folder / "many.tar.xz").write_bytes(packed({**MEMBERS, "z.csv": OTHER}))
    code, said = p.get("t", data=p.top / "data")
    yield "whole", code == 0 and p.left() == WHOLE or print("#", said)
    yield "from the address", (p.case / "plain.csv").read_bytes() == CSV
    yield "says that it left them", said.count("is another file, and was left alone") == 3


def looks_beside_the_project(p):
    folder = p.top / "shared/data/o"
    folder.mkdir(parents=True)
    (folder / "o.csv.xz").write_bytes(lzma.compress(CSV))
    code, said = p.get("only-here")
    yield "found", code == 0 or print("#", said)


def says_what_has_no_address(p):
    code, said = p.get("only-here")
    yield "exit", code == 3
    yield "why and what then", "no public file has the bytes of 'o.csv.xz'" in said and "CANVASS_DATA=FOLDER" in said


def checks(p):
    code, said = p.get("--check", "t")
    yield "missing", code == 1 and said.count(": missing") == 3
    p.get("t")
    yield "right", p.get("--check", "t") == (0, "".join(f"t/{f}: right\n" for f in ("plain.csv", "packed.csv.xz", "many.tar.xz")))
    (p.case / "many.tar.xz").write_bytes(packed({"x.csv": MEMBERS["x.csv"]}))
    code, said = p.get("--check", "t")
    yield "a member is missing", code == 1 and "t/many.tar.xz: another file" in said
    yield "nothing is changed", len(tarfile.open(p.case / "many.tar.xz").getnames()) == 1


def mistakes_of_the_caller(p):
    yield "unknown", p.get("nowhere")[0] == 2
    yield "unknown option", p.get("--force")[0] == 2
    yield "check what", p.get("--check")[0] == 2
    (p.case.parent / "small").mkdir()
    (p.case.parent / "small/election.json").write_text("{}")
    code, said = p.get("small")
    yield "needs none", code == 2 and "'small' needs no data" in said


# ---- the table itself ----

def the_table_and_the_examples_agree(_):
    with open(ROOT / "examples/sources.tsv", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    yield "pinned by commit", all(re.fullmatch(r"-|https://raw\.githubusercontent\.com/[^/]+/[^/]+/[0-9a-f]{40}/\S+", r["address"]) for r in rows)
    yield "hashes", all(re.fullmatch(r"[0-9a-f]{64}", r["sha256"]) for r in rows)
    yield "no row twice", len({(r["name"], r["file"]) for r in rows}) == len(rows)
    for path in sorted(ROOT.glob("examples/*/election.json")):
        election = json.loads(path.read_text())
        listed = {r["file"].split("/")[0] for r in rows if r["name"] == path.parent.name}
        if "data" not in election:
            yield f"{path.parent.name} has all in its folder", not listed
            continue
        tables = election["results"] + [election[k] for k in ("stations", "declared") if k in election]
        files = set()
        for table in tables:
            files |= set([table["file"]] if isinstance(table["file"], str) else table["file"])
        files = {f for f in files if not (path.parent / f).exists() or f in listed}
        yield f"{path.parent.name}: rows of examples/sources.tsv for {sorted(files ^ listed)}", files == listed


def the_hashes_are_those_of_the_data(p):
    """With the data at hand: every example is brought from it, and one is reviewed without a variable."""
    shutil.copy(ROOT / "examples/sources.tsv", p.case.parent)
    names = []
    for path in sorted(ROOT.glob("examples/*/election.json")):
        folder = json.loads(path.read_text()).get("data")
        if folder and (DATA / folder).exists():
            names.append(path.parent.name)
            (p.case.parent / path.parent.name).mkdir()
            shutil.copy(path, p.case.parent / path.parent.name)
    code, said = p.get(*names, data=DATA)
    yield "all are taken", code == 0 and "another file" not in said and "public address" not in said or print("#", said)
    georgia = p.case.parent / "georgia-2012"
    env = {k: v for k, v in os.environ.items() if k != "CANVASS_DATA"}
    done = subprocess.run([BIN, "review", str(georgia)], capture_output=True, text=True, env=env, cwd=p.top)
    yield "and reviewed", "of 74 contests for 150 seats" in done.stdout


TESTS = [lists_what_there_is, brings_everything, a_second_time_does_nothing, refuses_other_bytes, goes_on_after_a_cut,
         starts_again_after_a_wrong_beginning, works_with_wget, needs_a_tool_to_fetch, needs_a_tool_to_check,
         says_that_nobody_answers, says_that_it_is_gone, takes_a_local_copy, takes_no_other_copy, looks_beside_the_project,
         says_what_has_no_address, checks, mistakes_of_the_caller, the_table_and_the_examples_agree,
         the_hashes_are_those_of_the_data]


def main():
    if not shutil.which("curl"):
        print("1..0 # SKIP needs curl")
        return
    print(f"1..{len(TESTS)}")
    bad = 0
    for n, test in enumerate(TESTS, 1):
        name = test.__name__.replace("_", " ")
        if test is works_with_wget and not shutil.which("wget"):
            print(f"ok {n} - {name} # SKIP needs wget")
            continue
        if test is the_hashes_are_those_of_the_data and not (DATA / "elections/georgia-2012").exists():
            print(f"ok {n} - {name} # SKIP no data at {DATA}")
            continue
        p = Project()
        wrong = [what for what, holds in test(p) if not holds]
        p.close()
        bad += bool(wrong)
        print(f"{'not ' if wrong else ''}ok {n} - {name}")
        for what in wrong:
            print(f"# {what}")
        sys.stdout.flush()
    sys.exit(bool(bad))


main()
