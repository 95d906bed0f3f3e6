#!/bin/sh
# Every text of the page is in the report, in every language that it offers.
set -eu
cd "$CANVASS_ROOT"
tools/page-modules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$CANVASS_BIN" review examples/etobicoke-centre-2011 --out "$work/review" --quiet >/dev/null || status=$?
[ "$status" -le 1 ] || exit "$status"
node page/tools/messages.mjs >"$work/messages.json"
node - "$work/review/report.html" "$work/messages.json" <<'END'
const { readFileSync } = require("fs");
const [html, messages] = process.argv.slice(2, 4).map((name) => readFileSync(name, "utf8"));
const block = /<script type="application\/json" id="canvass-texts">([\s\S]*?)<\/script>/.exec(html);
const texts = JSON.parse(block[1]);
// "{name}: {word}" has no words of its own: there is nothing to translate.
const wanted = JSON.parse(messages)
    .map((message) => message.msgid)
    .filter((msgid) => /\p{L}/u.test(msgid.replace(/\{[^}:]*\}/g, "")));
const languages = Object.keys(texts).sort();
console.log(`1..${languages.length + 1}`);
console.log(`${languages.join() === "ky,ru,vi" ? "ok" : "not ok"} 1 - languages: ${languages.join()}`);
languages.forEach((language, i) => {
    const missing = wanted.filter((msgid) => !(msgid in texts[language]));
    console.log(`${missing.length ? "not ok" : "ok"} ${i + 2} - ${language}: ${wanted.length - missing.length} of ${wanted.length} texts`);
    missing.slice(0, 20).forEach((msgid) => console.log(`# missing: ${msgid}`));
});
END
