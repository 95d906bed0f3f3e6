#!/bin/sh
# The test of pages tells a false page from a true one.
top=$(mktemp -d) || exit 99
trap 'rm -rf "$top"' EXIT
n=0
bad=0
echo 1..5

# page NAME WANTED-LINE TEXT
page() {
    n=$((n + 1))
    printf '%b' "$3" >"$top/page.md"
    if "$CANVASS_ROOT/tests/docs/pages.py" "$top/page.md" 2>&1 | grep -q -- "$2"; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1"
        bad=1
    fi
}

page 'a true page' '^ok 2 ' '```\nprintf "a  1\\n"\n```\n```text\na 1\n```\n'
page 'a line that is not printed' '^# not printed: a 2' '```\nprintf "a  1\\n"\n```\n```text\na 2\n```\n'
page 'a command that fails' '^# exit 3' '```\ncanvass review nowhere\n```\n'
page 'lines in another order' '^# not printed: a' '```\nprintf "a\\nb\\n"\n```\n```text\nb\na\n```\n'
page 'a block that is neither' 'neither commands nor marked' '```\nfrobnicate\n```\n'
exit "$bad"
