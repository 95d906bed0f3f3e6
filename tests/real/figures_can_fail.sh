#!/bin/sh
# Shows that figures tells right from wrong: each row of the table says which it is.
# Usage: figures_can_fail.sh FIGURES
set -u
figures=$1
dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT
CANVASS_DATA=$dir
export CANVASS_DATA

cat >"$dir/json" <<'END'
{"contests": [{"id": "26", "margin": 161, "winners": ["5"], "tie": false, "runoff": null},
              {"id": "1", "margin": 9561, "winners": ["41", "5"]}],
 "findings": [{"code": "C306", "contest": "1", "papers": 3}, {"code": "C306", "contest": "2", "papers": 4},
              {"code": "C307", "papers": 9}]}
END
printf 'contest,margin\n26,161\n1,9561\n' >"$dir/right.csv"
printf 'contest,margin\n26,161\n1,9562\n' >"$dir/wrong.csv"
cat >"$dir/table" <<'END'
case: nothing
# a comment
@exit = 1  # right
@exit = 0  # wrong
contests[id=26].margin = 161  # right
contests[id=26].margin = 162  # wrong
contests[id=2*].winners[0] = 5  # right
contests[id=1].winners[*]# = 2  # right
contests[*].winners[*]# = 3  # right
contests[*].winners[*]# = 2  # wrong
contests[0].tie = false  # right
contests[0].runoff = null  # right
contests[0].runoff = 0  # wrong
contests[0].none = 0  # wrong
contests[*].margin = 161  # wrong
findings[code=C306]# = 2  # right
findings[code=C306,contest=2]# = 1  # right
findings[code=C306]+papers = 7  # right
findings[code=C306]+papers = 8  # wrong
findings[*]^papers = 9  # right
findings[code=C999]# = 0  # right
findings[kode=C999]# = 0  # wrong
findinks[*]# = 0  # wrong
contests[id=26].margin = 161 without a source, wrong

each: right.csv
contests[id={1}].margin = {2}  # right

each: wrong.csv
contests[id={1}].margin = {2}  # wrong

each: absent.csv
END

"$figures" "$dir/table" "$dir/json" 1 >"$dir/tap"
# The last row is wrong too: the file that it names does not exist.
{ grep -o 'right$\|wrong$' "$dir/table"; echo wrong; } >"$dir/expected"
sed -n 's/^ok .*/right/p; s/^not ok .*/wrong/p' "$dir/tap" >"$dir/found"
echo 1..2
if diff "$dir/expected" "$dir/found" >"$dir/diff"; then
    echo "ok 1 - right rows pass, wrong rows fail"
else
    echo "not ok 1 - right rows pass, wrong rows fail"
    sed 's/^/# /' "$dir/diff" "$dir/tap"
fi
if "$figures" "$dir/table" "$dir/absent" 0 >"$dir/tap"; then
    echo "not ok 2 - no JSON, no success"
else
    echo "ok 2 - no JSON, no success"
fi
