#!/bin/sh
# help, the manual pages, the completions and docs/reference are made from one table: they agree,
# and the manual pages and completions are ones that their programs accept.
set -u
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
n=0

result() { # PASSED NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else
        echo "not ok $n - $2"
        sed 's/^/# /' "$box/log"
    fi
}

skip() { # NAME WHY
    n=$((n + 1))
    echo "ok $n - $1 # SKIP $2"
}

canvass() {
    "$CANVASS_BIN" "$@"
}

commands=$(canvass help | awk '/^Commands/ { on = 1; next } on && NF == 0 { exit } on && /^  [a-z]/ { print $1 }')
[ -n "$commands" ]
result $? "help lists commands"

canvass help --markdown >"$box/commands.md"
diff -u "$CANVASS_ROOT/docs/reference/commands.md" "$box/commands.md" >"$box/log"
result $? "docs/reference/commands.md is what canvass help --markdown prints"

: >"$box/log"
canvass help | awk '/^Exit codes/ { on = 1; next } on && NF == 0 { exit } on' |
    while read -r code meaning; do
        grep -qF "| $code | $meaning |" "$CANVASS_ROOT/docs/reference/exit-codes.md" || echo "not there: $code $meaning"
    done >"$box/log"
[ ! -s "$box/log" ]
result $? "docs/reference/exit-codes.md has every code"

for c in $commands; do
    canvass help "$c" >"$box/help" 2>"$box/log"
    result $? "canvass help $c"
    options=$(grep -oE '^ +(-[a-z], )?--[a-z-]+' "$box/help" | grep -oE -- '--[a-z-]+')

    canvass help --man "$c" >"$box/page.scd" 2>"$box/log"
    for o in $options; do
        grep -qF -- "$o" "$box/page.scd" || echo "the manual page lacks $o"
    done >"$box/log"
    [ ! -s "$box/log" ]
    result $? "canvass-$c(1) has the options of help"

    for shell in bash zsh fish; do
        canvass help --completion $shell >"$box/completion"
        for o in $options; do
            grep -qE -- "--$(printf %s "${o#--}")|-l ${o#--}" "$box/completion" || echo "$shell lacks $o"
        done
    done >"$box/log"
    [ ! -s "$box/log" ]
    result $? "the completions have the options of canvass $c"
done

# scdoc itself writes empty paragraphs; everything else that mandoc says is ours.
if command -v scdoc >/dev/null 2>&1 && command -v mandoc >/dev/null 2>&1; then
    for page in canvass $commands; do
        canvass help --man "$page" | scdoc >"$box/page.1" 2>"$box/log"
        result $? "scdoc takes the page of $page"
        mandoc -T lint -W warning "$box/page.1" 2>&1 | grep -v 'paragraph macro: PP' >"$box/log"
        [ ! -s "$box/log" ]
        result $? "mandoc takes the page of $page"
    done
else
    skip "manual pages" "needs scdoc and mandoc"
fi

for c in $commands; do
    grep -qF "'canvass-$c'" "$CANVASS_ROOT/docs/meson.build" || echo "docs/meson.build does not install canvass-$c.1"
done >"$box/log"
[ ! -s "$box/log" ]
result $? "every command's page is installed"

for shell in bash zsh fish; do
    if command -v $shell >/dev/null 2>&1; then
        canvass help --completion $shell >"$box/completion"
        $shell -n "$box/completion" >"$box/log" 2>&1
        result $? "$shell reads its completion"
    else
        skip "$shell reads its completion" "no $shell here"
    fi
done

# What a person gets from the tab key.
if command -v bash >/dev/null 2>&1; then
    complete() { # WORD...
        bash -c '
            eval "$("$CANVASS_BIN" help --completion bash)"
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _canvass; echo "${COMPREPLY[*]}"' _ "$@"
    }
    [ "$(complete canvass ver 2>"$box/log")" = version ]
    result $? "bash completes a command"
    [ "$(complete canvass version --js 2>"$box/log")" = --json ]
    result $? "bash completes an option"
    [ -z "$(complete canvass help --js 2>"$box/log")" ]
    result $? "bash offers no option of another command"
fi

echo "1..$n"
