#!/bin/sh
# Each check is tried on small trees: it passes a good one and names the fault of a bad one.
set -u
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
n=0

new_tree() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/tools" "$tree/src" "$tree/tests/unit"
    printf 'base:\ntally: base\naudit: base tally/result.h # one door\nverdict: */result.h\n' >"$tree/tools/layers.txt"
}

put() { # PATH TEXT
    mkdir -p "$tree/$(dirname "$1")"
    printf '%b' "$2" >"$tree/$1"
}

result() { # PASSED NAME
    n=$((n + 1))
    if [ "$1" = yes ]; then echo "ok $n - $2"; else
        echo "not ok $n - $2"
        printf '%s\n' "$out" | sed 's/^/# /'
    fi
}

passes() { # CHECK NAME
    if out=$("$CANVASS_ROOT/tools/check-$1" "$tree" 2>&1); then result yes "$1: $2"; else result no "$1: $2"; fi
}

fails() { # CHECK NAME EXPECTED-TEXT
    if out=$("$CANVASS_ROOT/tools/check-$1" "$tree" 2>&1); then
        result no "$1: $2 (passed)"
        return
    fi
    case $out in *"$3"*) result yes "$1: $2" ;; *) result no "$1: $2 (expected '$3')" ;; esac
}

lines() { # COUNT
    awk -v n="$1" 'BEGIN { while (n-- > 0) printf "    x();\\n" }'
}

# ---- layers ----
new_tree
passes layers "an empty tree"
put src/tally/a.c '#include "tally/a.h"\n#include "base/str.h"\n#include <stdio.h>\n'
put src/audit/a.c '#include "tally/result.h"\n'
put src/verdict/a.c '#include "audit/result.h"\n'
passes layers "own folder, allowed folder, one door, any result.h"
put src/base/a.c '\n#include "tally/a.h"\n'
fails layers "an arrow backwards" "src/base/a.c:2: base/ may not include tally/a.h"
new_tree
put src/audit/a.c '#include "tally/divisor.h"\n'
fails layers "past the door" "src/audit/a.c:1: audit/ may not include tally/divisor.h"
new_tree
put src/verdict/a.c '#include "tally/private/result.h"\n'
fails layers "a result.h that is not a door" "verdict/ may not include tally/private/result.h"
new_tree
put src/tally/a.c '#  include "../base/str.h"\n'
fails layers "dots in a path" "without dots"
new_tree
put src/tally/a.c '#include "a.h"\n'
fails layers "a path not written from src/" "write the path from src/"
new_tree
put src/magic/a.c '#include "base/str.h"\n'
fails layers "an unknown folder" "folder magic/ is not in tools/layers.txt"

# ---- mirror ----
new_tree
put src/base/str.c ''
put tests/unit/base/str_test.c ''
passes mirror "source and test"
put src/base/map.c ''
fails mirror "a source without a test" "src/base/map.c: has no test"
put tools/mirror-exceptions.txt 'src/base/map.c: only a table\n'
passes mirror "an excused source"
put tests/unit/base/map_test.c ''
fails mirror "an excuse no longer needed" "drop its excuse"
put tools/mirror-exceptions.txt ''
put tests/unit/base/gone_test.c ''
fails mirror "a test without a source" "tests/unit/base/gone_test.c: has no source"
new_tree
put src/base/map.c ''
put tools/mirror-exceptions.txt 'src/base/map.c:\n'
fails mirror "an excuse without words" "no excuse for src/base/map.c"

# ---- headers ----
new_tree
put src/base/a.h '#include <stdint.h>\ntypedef int64_t a;\n'
put src/base/b.h '#include "base/a.h"\na f(void);\n'
passes headers "headers that stand alone"
put src/base/c.h 'a g(void);\n'
fails headers "a header that leans on its includer" "src/base/c.h"

# ---- size ----
new_tree
put src/base/a.c "int f(void)\n{\n$(lines 58)}\n"
passes size "60 lines"
put src/base/a.c "static int\nf(void)\n{\n$(lines 59)}\n"
fails size "61 lines" "f() has 61 lines, at most 60"
put tools/size-exceptions.txt 'src/base/a.c:f: a table in disguise\n'
passes size "an excused function"
put src/base/b.c "$(lines 601)"
fails size "a long file" "src/base/b.c: 601 lines, at most 600"

new_tree
put src/base/a.c 'int f(int a, int b, int c, int d, int e,\n      int (*g)(int, int))\n{\n    return 1;\n}\n'
passes size "6 parameters"
put src/base/a.c 'int f(int a, int b, int c, int d, int e,\n      int g, int h)\n{\n    return 1;\n}\n'
fails size "7 parameters" "f() takes 7 parameters, at most 6"

# ---- calls ----
new_tree
put tools/calls.txt 'free: base/arena.c\nprintf: cli\nrand:\n'
put src/base/arena.c 'void f(void)\n{\n    free(p);\n}\n'
put src/cli/a.c 'void f(void)\n{\n    printf("x");\n}\n'
put src/tally/a.c '/* printf("x") is\n * not for rand() */\nchar *s = "free(p)"; // rand()\nx->free(p); cv_free(p); snprintf(p);\n'
passes calls "the file, the folder, comments, texts and longer names"
put src/base/a.c 'int x;\nvoid f(void) { free (p); }\n'
fails calls "a file of the same folder" "src/base/a.c:2: free() is not for base/"
new_tree
put tools/calls.txt 'printf: cli\nrand:\n'
put src/tally/a.c '/* a */ int i = 0; /* b\n*/ printf("/*");\n'
fails calls "a call between comments" "src/tally/a.c:2: printf() is not for tally/"
put src/tally/a.c 'int i = rand();\n'
fails calls "a function for nobody" "rand() is not for tally/"

# ---- format ----
if command -v clang-format >/dev/null 2>&1; then
    new_tree
    cp "$CANVASS_ROOT/.clang-format" "$tree/"
    put src/base/a.c 'int f(void)\n{\n    return 1;\n}\n'
    passes format "laid out"
    put src/base/a.c 'int f(void) { return 1; }\n'
    fails format "not laid out" "src/base/a.c"
fi

echo "1..$n"
