#!/bin/sh
# Writes the reports of examples and walks them in a browser: every page, mouse and keyboard, narrow and
# wide, light and dark; axe looks at each. Usage: walk.sh EXAMPLE...
set -eu
if ! command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1; then
    echo "skip: there is no chromium here"
    exit 77
fi
cd "$CANVASS_ROOT"
tools/page-modules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in "$@"; do
    status=0
    "$CANVASS_BIN" review "examples/$name" --out "$work/$name" --quiet >"$work/answer" || status=$?
    [ "$status" -le 1 ] || exit "$status"
    mv "$work/$name/report.html" "$work/$name.html"
done
CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node page/tools/walk.mjs "$work"/*.html
