#!/bin/sh
# The closing line of make check is only as honest as this count: each kind of result, once.
set -u
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
n=0

cat >"$tree/tests.json" <<'JSON'
[{"name": "tap", "protocol": "tap"}, {"name": "whole", "protocol": "exitcode"}]
JSON

counts() { # NAME EXPECTED RECORD
    n=$((n + 1))
    printf '%s\n' "$3" >"$tree/log.json"
    out=$(jq -r -s --slurpfile tests "$tree/tests.json" -f "$CANVASS_ROOT/tools/count-tests.jq" "$tree/log.json" 2>&1)
    if [ "$out" = "$2" ]; then echo "ok $n - $1"; else echo "not ok $n - $1: expected '$2', got '$out'"; fi
}

echo "1..12"
counts "each line of TAP counts" "2 0 0" '{"name": "canvass:unit / tap", "result": "OK", "stdout": "1..2\nok 1 - a\nok 2 - b\n"}'
counts "a failed line" "1 1 0" '{"name": "canvass:unit / tap", "result": "FAIL", "stdout": "1..2\nok 1 - a\nnot ok 2 - b\n"}'
counts "a skipped line" "1 0 1" '{"name": "canvass:unit / tap", "result": "OK", "stdout": "1..2\nok 1 - a\nok 2 - b # SKIP no data\n"}'
counts "a crash after good lines" "1 1 0" '{"name": "canvass:unit / tap", "result": "ERROR", "stdout": "1..2\nok 1 - a\n"}'
counts "a crash before any line" "0 1 0" '{"name": "canvass:unit / tap", "result": "ERROR", "stdout": ""}'
counts "a time-out" "0 1 0" '{"name": "canvass:unit / tap", "result": "TIMEOUT", "stdout": "1..9\n"}'
counts "a stream that skips all" "0 0 1" '{"name": "canvass:unit / tap", "result": "SKIP", "stdout": "1..0 # SKIP no data\n"}'
counts "talk between the lines" "1 0 0" '{"name": "canvass:unit / tap", "result": "OK", "stdout": "1..1\nokay, reading\n# ok\nok 1 - a\n"}'
counts "a whole test that passed" "1 0 0" '{"name": "canvass:cli / whole", "result": "OK", "stdout": "not ok\n"}'
counts "a whole test that failed" "0 1 0" '{"name": "canvass:cli / whole", "result": "FAIL", "stdout": ""}'
counts "a whole test skipped" "0 0 1" '{"name": "canvass:cli / whole", "result": "SKIP", "stdout": ""}'
counts "no record of output" "0 1 0" '{"name": "canvass:cli / whole", "result": "ERROR"}'
