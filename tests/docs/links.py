#!/usr/bin/python3
"""Every link of the documents to a file or a heading of the project leads somewhere. Prints TAP."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])


def anchors(path):
    """The anchors of a page, as the forges make them from headings."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    for heading in re.findall(r"^#+ +(.*)$", text, re.M):
        heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        yield re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def words_of_the_page():
    """What the navigation of report.html says."""
    sources = "".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "page/src").glob("**/routes.tsx")))
    return set(re.findall(r'nav: \(\) => t\("(\w+)"\)', sources))


def lost_in_the_report(page):
    """Words in italics, in the part about report.html, that its navigation does not have."""
    text = page.read_text(encoding="utf-8")
    for part in re.findall(r"^## (?:In report\.html|Where to look in the report)$(.*?)(?=^## |\Z)", text, re.M | re.S):
        # What follows ", then" is the name of a seat or a station.
        for word in re.findall(r"(?<!then )\*([A-Z]\w+)\*", part):
            if word not in words_of_the_page():
                yield f"the page '{word}' of report.html"


def broken(page):
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        if not path.exists():
            yield link
        elif anchor and path.suffix == ".md" and anchor not in anchors(path):
            yield link


pages = sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")) + sorted(ROOT.glob("examples/**/*.md"))
pages = [p for p in pages if "node_modules" not in p.parts]
print(f"1..{len(pages)}")
bad = 0
for n, page in enumerate(pages, 1):
    lost = list(broken(page)) + list(lost_in_the_report(page))
    bad += bool(lost)
    print(f"{'not ' if lost else ''}ok {n} - {page.relative_to(ROOT)}")
    for link in lost:
        print(f"# leads nowhere: {link}")
sys.exit(bool(bad))
