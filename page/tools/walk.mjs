#!/usr/bin/env node
/* Walks a report in Chromium: every page of the navigation, a seat, sorting, searching, the keyboard,
 * from a finding to the file it is of, the languages, paper; and lets axe look at each page, in light
 * and in dark, narrow and wide.
 *
 *     tools/walk.mjs report.html...          fails on an error of the page, or on what axe calls serious
 *
 * The first view sees every page, the last ones, and of a large report all others, those that differ most. Says what it
 * measured: how long until the first heading stands, the file's size, the slowest page. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const problems = [];
const BIG = 2e6; /* bytes: axe takes seconds on a page of such a report */

/* The first sees and does everything. */
const WIDEST = 2560; /* the page only spreads here: axe finds nothing new */
const VIEWS = [[1280, "light"], [375, "light"], [1280, "dark"], [375, "dark"], [WIDEST, "light"]];

/* What the walk goes to, out of the report itself. */
function wayThrough(file) {
    const text = readFileSync(file, "utf8");
    const block = (id) => {
        const start = text.indexOf(">", text.indexOf(`id="${id}"`)) + 1;
        return JSON.parse(text.slice(start, text.indexOf("</script>", start)));
    };
    const review = block("canvass-review");
    const told = review.findings.filter((f) => f.station && f.form != null);
    const asked = review.contests.find((c) => told.some((f) => f.contest === c.id)) ?? review.contests[0];
    return {
        seat: `#/seat/${encodeURIComponent(asked.id)}`,
        code: review.stations?.code[0],
        finding: told.find((f) => f.severity === "error") ?? told[0],
        texts: block("canvass-texts"),
        sha: new Map(review.inputs.map((i) => [i.file, i.sha256])),
    };
}

const stationPage = (code) => `#/station/${encodeURIComponent(code)}`;

function expect(what, holds) {
    if (!holds) problems.push(what);
}

async function examine(page, where) {
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of violations) {
        const line = `${where}: ${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`;
        if (v.impact === "serious" || v.impact === "critical") problems.push(line);
        else console.error(`walk: ${line}`);
    }
}

let slowest = { ms: 0, where: "" };

/* `quick`: without axe, where every part was examined on its own page already. */
async function look(page, where, { quick } = {}) {
    const start = performance.now();
    if (!quick && (await page.evaluate(() => innerWidth)) < WIDEST) await examine(page, where);
    expect(`${where}: one h1`, (await page.locator("h1").count()) === 1);
    const levels = await page.$$eval("h1,h2,h3,h4,h5,h6", (all) => all.map((h) => Number(h.tagName[1])));
    expect(`${where}: headings skip a level: ${levels.join("")}`, levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`${where}: the page is ${wide} px wider than the screen`, wide <= 0);
    const ms = Math.round(performance.now() - start);
    if (ms > slowest.ms) slowest = { ms, where };
}

async function open(page, address, hash) {
    await page.goto(`${address}${hash}`);
    await page.waitForSelector("main h1");
}

/* A busy machine draws late: some seconds are given, and no more. */
async function comesToHeading(page) {
    return page.waitForFunction(() => document.activeElement?.tagName === "H1", null, { timeout: 5000 })
        .then(() => true, () => false);
}

/* Sorting by a head turns the order and says so; a search says how many rows it leaves. */
async function table(page, address) {
    await open(page, address, "#/seats");
    const list = page.locator("main .table").first();
    const head = list.locator("thead th[aria-sort] button").first();
    if (!(await head.count())) return;
    await head.focus();
    await page.keyboard.press("Enter");
    const sorted = () => list.locator("thead th").first().getAttribute("aria-sort");
    expect("seats: sorted by the keyboard", (await sorted()) === "ascending");
    const first = await list.locator("tbody tr").first().innerText();
    await page.keyboard.press("Enter");
    expect("seats: sorted the other way", (await sorted()) === "descending");
    const rows = await list.locator("tbody tr").count();
    expect("seats: another order", rows < 2 || first !== (await list.locator("tbody tr").first().innerText()));
    const search = list.locator("input[type=search]");
    if (!(await search.count())) return;
    await search.fill("no seat has this name");
    expect("seats: a search that finds nothing", (await list.locator("tbody tr").count()) === 0);
    expect("seats: the search says so", /0/.test(await list.locator("[role=status]").first().innerText()));
}

/* A station is found by its code. */
async function search(page, address, { code }) {
    if (code === undefined) return;
    await open(page, address, "#/stations");
    const list = page.locator("main .table", { has: page.locator("input[type=search]") }).first();
    if (!(await list.count())) return;
    await list.locator("input[type=search]").fill(code);
    expect(`stations: '${code}' is found`, (await list.locator("tbody").innerText()).includes(code));
}

/* Every page of the navigation, a seat and a station; `few`: those that differ most. The focus goes to
 * the heading of a page that was gone to. */
async function pages(page, address, { seat, code, finding }, { few, big }) {
    await open(page, address, "#/");
    const links = await page.$$eval("header nav a", (all) => all.map((a) => a.getAttribute("href")));
    const station = finding?.station ?? code;
    const more = [seat];
    if (station !== undefined) more.unshift(stationPage(station));
    for (const hash of few ? ["#/", "#/findings", ...more] : [...links, ...more, "#/nothing"]) {
        await page.evaluate((to) => { location.hash = to; }, hash);
        await page.waitForTimeout(60);
        await page.waitForSelector("main h1");
        if (hash !== "#/") expect(`${hash}: the focus is at the heading`, await comesToHeading(page));
        await look(page, hash, { quick: big && hash === "#/print" });
    }
}

/* Where a figure stands leads to its file among the papers, by name and by hash. */
async function source(page, where, { sha }) {
    const link = page.locator("main .source a").first();
    if (!(await link.count())) return;
    const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(await link.innerText());
    expect(`${where}: '${file}' names its line`, line !== undefined);
    expect(`${where}: '${file}' is a file of the review`, sha.has(file));
    await link.click();
    await page.waitForTimeout(60);
    await page.waitForSelector("main h1");
    const find = page.locator("main .table input[type=search]").first();
    if (sha.size > 12) await find.fill(file);
    const papers = (await page.locator("main").innerText()).replace(/\s/g, "");
    expect(`${where}: its file '${file}' is among the papers`, papers.includes(file.replace(/\s/g, "")));
    expect(`${where}: so is the hash of '${file}'`, papers.includes(sha.get(file)));
}

/* From a rule to its first finding, to the form with the marked line, to the file that it is of. */
async function papers(page, address, way, big) {
    if (!way.finding) return;
    const { code, station: of } = way.finding;
    const station = stationPage(of);
    await open(page, address, `#/findings/${code}`);
    await look(page, code);
    await page.locator("main tbody a[href^='#/station/']").first().click();
    await page.waitForSelector("main table.form, main .station-forms");
    if (!big) await look(page, `a station of ${code}`);
    await open(page, address, station);
    expect(`${station}: names ${code}`, (await page.locator(`main a[href='#/findings/${code}']`).count()) > 0);
    await page.$$eval("main details", (all) => all.forEach((d) => { d.open = true; }));
    await look(page, `${station}, everything open`);
    await source(page, station, way);
}

/* One stop for the whole strip; arrows go on; Enter opens a seat. */
async function keyboard(page, address) {
    await open(page, address, "#/");
    const mark = page.locator(".strip a[tabindex='0']").first();
    if (!(await mark.count())) return;
    await mark.focus();
    await page.keyboard.press("ArrowRight");
    const name = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await page.keyboard.press("Enter");
    await page.waitForTimeout(60);
    const title = await page.locator("main h1").innerText();
    expect(`strip: '${name}' opens '${title}'`, name.startsWith(title));
}

/* Everything fits on paper: no sheet is wider than A4, which would shrink it. */
async function paper(page, address) {
    await open(page, address, "#/print");
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect("print: a file without sheets", pdf.length > 10000 && sheets > 0);
    console.error(`walk: on paper ${sheets} sheets, ${pdf.length} bytes`);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`print: ${wide} px wider than the sheet`, wide <= 0);
}

/* Every language there is, each with the words that its catalogue has, and back. */
async function languages(page, address, { texts }) {
    await open(page, address, "#/");
    const choice = page.locator("header select").first();
    const codes = await choice.evaluate((s) => [...s.options].map((o) => o.value));
    if (!codes.includes("en")) return;
    const words = () => page.locator("header nav").innerText();
    const choose = async (code) => {
        await choice.selectOption(code);
        await page.waitForTimeout(60);
    };
    await choose("en");
    const english = await words();
    for (const code of codes) {
        await choose(code);
        expect(`language ${code}`, (await page.evaluate(() => document.documentElement.lang)) === code);
        const answer = texts[code]?.Answer ?? "Answer";
        expect(`language ${code}: says '${answer}'`, (await words()).startsWith(answer));
    }
    await choose("en");
    expect("language: back to English", (await words()) === english);
}

async function everything(page, address, way, big) {
    await table(page, address);
    await search(page, address, way);
    await keyboard(page, address);
    await papers(page, address, way, big);
    await languages(page, address, way);
    await paper(page, address);
}

async function walk(browser, file) {
    const address = pathToFileURL(resolve(file)).href;
    const way = wayThrough(file);
    const big = statSync(file).size > BIG;
    slowest = { ms: 0, where: "" };
    for (const [i, [width, colorScheme]] of VIEWS.entries()) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: "en-GB" });
        const view = `${width} ${colorScheme}`;
        const before = problems.length;
        page.on("pageerror", (e) => problems.push(String(e)));
        page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
        page.on("request", (r) => !/^(file|data|blob):/.test(r.url()) && problems.push(`asks the network for ${r.url()}`));
        const start = performance.now();
        await open(page, address, "#/");
        console.error(`walk: ${file} ${view}: ${Math.round(performance.now() - start)} ms to the heading, ${statSync(file).size} bytes`);
        await pages(page, address, way, { few: i > (big ? 0 : 1), big });
        if (i === 0) await everything(page, address, way, big);
        await page.close();
        for (let k = before; k < problems.length; k++) problems[k] = `${view}: ${problems[k]}`;
    }
    console.error(`walk: the slowest look, ${slowest.ms} ms, at ${slowest.where}`);
}

const files = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of files) await walk(browser, file);
await browser.close();
if (problems.length) console.error(problems.map((p) => `walk: error: ${p}`).join("\n"));
process.exit(problems.length ? 1 : 0);
