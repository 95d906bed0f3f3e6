#!/usr/bin/python3
"""The picture in README.md still shows what a report looks like: it is drawn again and compared, not byte by byte but
block by block, so that another version of the browser or of a font is no difference. Prints TAP."""

import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(os.environ["CANVASS_ROOT"])
PICTURE = ROOT / "docs/pictures/report.png"
CASE = "examples/bundestag-2025"
BLOCK = 20     # pixels
FAR = 24       # of 255: a block that looks different
MOST = 0.03    # of all blocks


def unfilter(kind, line, above, step):
    """One line of a PNG, by the five filters of its standard (section 9.2)."""
    for i in range(len(line)):
        a = line[i - step] if i >= step else 0
        b = above[i]
        if kind == 1:
            line[i] = (line[i] + a) & 255
        elif kind == 2:
            line[i] = (line[i] + b) & 255
        elif kind == 3:
            line[i] = (line[i] + (a + b) // 2) & 255
        elif kind == 4:
            c = above[i - step] if i >= step else 0
            pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
            line[i] = (line[i] + (a if pa <= pb and pa <= pc else b if pb <= pc else c)) & 255
    return line


def blocks(path):
    """Mean brightness of each block of a picture with 8 bits a channel, and how many stand in a row."""
    data = path.read_bytes()
    at, packed, head = 8, b"", None
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at:at + 8])
        if name == b"IHDR":
            head = struct.unpack(">IIBB", data[at + 8:at + 18])
        if name == b"IDAT":
            packed += data[at + 8:at + 8 + size]
        at += 12 + size
    width, height, depth, colour = head
    assert depth == 8 and colour in (2, 6), "not the kind of PNG that the browser makes"
    step = 3 if colour == 2 else 4
    raw = zlib.decompress(packed)
    across, down = width // BLOCK, height // BLOCK
    sums = [[0] * across for _ in range(down)]
    above = bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        above = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + width * step]), above, step)
        if y < down * BLOCK:
            green = above[1::step]  # carries most of the brightness
            for x in range(across):
                sums[y // BLOCK][x] += sum(green[x * BLOCK:(x + 1) * BLOCK])
    return [[s / BLOCK ** 2 for s in row] for row in sums]


def apart(a, b):
    """The share of blocks that look different; 1 for pictures of different sizes."""
    if (len(a), len(a[0])) != (len(b), len(b[0])):
        return 1.0
    pairs = [(x, y) for r, s in zip(a, b) for x, y in zip(r, s)]
    return sum(abs(x - y) > FAR for x, y in pairs) / len(pairs)


def draw(page, to):
    subprocess.run([str(ROOT / "tools/picture"), CASE, page, str(to)], check=True, timeout=120)
    return blocks(to)


def main():
    if os.environ.get("CANVASS_SANITIZE", "none") != "none":
        print("1..0 # SKIP drawn once, without the sanitizers")
        return 0
    if not any(shutil.which(n) for n in ("chromium", "chromium-browser", "google-chrome")):
        print("1..0 # SKIP needs chromium")
        return 0
    font = subprocess.run(["fc-match", "-f", "%{family}", "system-ui"], capture_output=True, text=True).stdout
    if font != "Noto Sans":
        print(f"1..0 # SKIP the picture is drawn in Noto Sans, pages here in {font}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        now = draw("", pathlib.Path(folder) / "now.png")
        other = draw("seats", pathlib.Path(folder) / "other.png")
    kept = blocks(PICTURE)
    near, far = apart(kept, now), apart(kept, other)
    print("1..2")
    print(f"{'not ' if near > MOST else ''}ok 1 - the picture is that of a report of today")
    print(f"# {100 * near:.1f} % of it look different" + (": 'make pictures' draws it again" if near > MOST else ""))
    print(f"{'not ' if far <= MOST else ''}ok 2 - another page is told apart")
    print(f"# {100 * far:.1f} % of it look different")
    return near > MOST or far <= MOST


sys.exit(main())
