#!/bin/sh
# Writes the report of an example and walks it in a browser: every page, mouse and keyboard, narrow and
# wide, light and dark; axe looks at each. Usage: walk.sh EXAMPLE
# Of an example without data in its folder or below CANVASS_DATA nothing is walked.
set -eu
if ! command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1; then
    echo "skip: there is no chromium here"
    exit 77
fi
cd "$CANVASS_ROOT"
tools/page-modules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$CANVASS_BIN" review "examples/$1" --out "$work/out" --quiet >"$work/answer" 2>"$work/talk" || status=$?
# An example without results in its folder has them from elsewhere.
if [ "$status" -gt 1 ] && [ ! -d "examples/$1/results" ] && grep -q ": error: no file '" "$work/talk"; then
    echo "skip: no data of $1 in examples/$1, nor in $CANVASS_DATA"
    exit 77
fi
[ "$status" -le 1 ] || { cat "$work/talk"; exit "$status"; }
mv "$work/out/report.html" "$work/$1.html"
CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node page/tools/walk.mjs "$work/$1.html"
