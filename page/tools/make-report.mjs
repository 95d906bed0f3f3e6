#!/usr/bin/env node
/* Puts a review into the page, as `canvass review` does, so that the page can be looked at while
 * it is being made.
 *
 *     tools/make-report [--language ru] [--texts texts.json] review.json report.html
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const given = process.argv.slice(2);
function option(name) {
    const at = given.indexOf(name);
    return at < 0 ? null : given.splice(at, 2)[1];
}
const language = option("--language") ?? "";
const texts = option("--texts");
const [review, report] = given;
if (!review || !report) {
    console.error("usage: make-report [--language CODE] [--texts FILE] review.json report.html");
    process.exit(2);
}
const page = join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "index.html");
const block = (id, json) =>
    `<script type="application/json" id="${id}">${json.replace(/</g, "\\u003c")}</script>`;
const data = JSON.stringify(JSON.parse(readFileSync(review, "utf8")));
const catalogues = texts ? readFileSync(texts, "utf8") : "{}";
writeFileSync(
    report,
    readFileSync(page, "utf8")
        .replace("<!--data-->", () => block("canvass-review", data) + block("canvass-texts", catalogues))
        .replace('data-language=""', `data-language="${language}"`),
);
