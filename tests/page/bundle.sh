#!/bin/sh
# The page as it is built: whole, asking nothing of a network, running no script but its own. Usage: bundle.sh PAGE
set -u
page=$1
n=0

ok() { # NAME COMMAND...
    n=$((n + 1))
    name=$1
    shift
    if "$@"; then echo "ok $n - $name"; else echo "not ok $n - $name"; fi
}

# each MARK: stands in the page once
once() { [ "$(grep -oF -- "$1" "$page" | wc -l)" -eq 1 ]; }
# none of an extended pattern
none() { ! grep -qiE -- "$1" "$page"; }
# The marks stand in the order in which the program looks for them.
ordered() {
    tr '\n' ' ' <"$page" | grep -q 'lang="en" data-language="".*<title>canvass</title>.*<!--answer-->.*<!--data-->.*<script type="module">'
}
# The policy names the hash of the one script.
hashed() {
    hash=$(node -e '
        const html = require("fs").readFileSync(process.argv[1], "utf8");
        const all = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
        if (all.length !== 1) process.exit(1);
        console.log(require("crypto").createHash("sha256").update(all[0][1]).digest("base64"));
    ' "$page") && grep -qF "script-src 'sha256-$hash'" "$page"
}

echo "1..9"
for mark in 'lang="en" data-language=""' '<title>canvass</title>' '<!--answer-->' '<!--data-->'; do ok "one $mark" once "$mark"; done
ok "marks in order" ordered
ok "nothing is loaded" none '<(link|img|iframe|object|embed)[ >]|<script[^>]+src=|@import|url\(["'\'']?(https?:)?//'
ok "no handler in an attribute" none '<[a-z]+ [^>]*\bon(load|error|click)='
ok "nothing by default" once "default-src 'none'"
ok "the policy allows the one script" hashed
