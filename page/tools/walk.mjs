#!/usr/bin/env node
/* Walks a report in Chromium: every page of the navigation, a seat, sorting, searching, the keyboard,
 * the language, paper; and lets axe look at each page, in light and in dark.
 *
 *     tools/walk.mjs report.html...          fails on an error of the page, or on what axe calls serious
 *
 * Says what it measured: how long until the first heading stands, and the file's size. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const problems = [];

function expect(what, holds) {
    if (!holds) problems.push(what);
}

async function look(page, where) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const v of violations) {
        const line = `${where}: ${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`;
        if (v.impact === "serious" || v.impact === "critical") problems.push(line);
        else console.error(`walk: ${line}`);
    }
    expect(`${where}: one h1`, (await page.locator("h1").count()) === 1);
    const levels = await page.$$eval("h1,h2,h3,h4,h5,h6", (all) => all.map((h) => Number(h.tagName[1])));
    expect(`${where}: headings skip a level: ${levels.join("")}`, levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`${where}: the page is ${wide} px wider than the screen`, wide <= 0);
}

async function open(page, address, hash) {
    await page.goto(`${address}${hash}`);
    await page.waitForSelector("main h1");
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

/* Every page of the navigation, and a seat. The focus goes to the heading of a page that was gone to. */
async function pages(page, address) {
    await open(page, address, "#/");
    const links = await page.$$eval("header nav a", (all) => all.map((a) => a.getAttribute("href")));
    const { seat, station } = await page.evaluate(() => {
        const review = JSON.parse(document.getElementById("canvass-review").textContent);
        return { seat: review.contests[0].id, station: review.stations?.code[0] };
    });
    const more = [`#/seat/${encodeURIComponent(seat)}`, "#/nothing"];
    if (station !== undefined) more.unshift(`#/station/${encodeURIComponent(station)}`);
    for (const hash of [...links, ...more]) {
        await page.evaluate((to) => { location.hash = to; }, hash);
        await page.waitForTimeout(60);
        await page.waitForSelector("main h1");
        if (hash !== "#/") expect(`${hash}: the focus is at the heading`, await page.evaluate(() => document.activeElement?.tagName === "H1"));
        await look(page, hash);
    }
}

/* From a rule to its first finding, to the form with the marked line, to the file that it is of. */
async function papers(page, address) {
    const way = await page.evaluate(() => {
        const r = JSON.parse(document.getElementById("canvass-review").textContent);
        const f = r.findings.find((x) => x.station && x.form != null && x.severity === "error")
            ?? r.findings.find((x) => x.station && x.form != null);
        return f ? { code: f.code, station: f.station } : null;
    });
    if (!way) return;
    const station = `#/station/${encodeURIComponent(way.station)}`;
    await open(page, address, `#/findings/${way.code}`);
    await look(page, way.code);
    await page.locator("main tbody a[href^='#/station/']").first().click();
    await page.waitForSelector("main table.form, main .station-forms");
    await look(page, `a station of ${way.code}`);
    await open(page, address, station);
    expect(`${station}: names ${way.code}`, (await page.locator(`main a[href='#/findings/${way.code}']`).count()) > 0);
    await page.$$eval("main details", (all) => all.forEach((d) => { d.open = true; }));
    await look(page, `${station}, everything open`);
    const source = page.locator("main .source a").first();
    if (!(await source.count())) return;
    const file = (await source.innerText()).replace(/:\d+$/, "");
    await source.click();
    await page.waitForTimeout(60);
    expect(`${station}: its file '${file}' is among the papers`, (await page.locator("main").innerText()).includes(file));
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
    expect("print: a file without sheets", pdf.length > 10000);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`print: ${wide} px wider than the sheet`, wide <= 0);
}

async function languages(page, address) {
    await open(page, address, "#/");
    const choice = page.locator("header select").first();
    const codes = await choice.evaluate((s) => [...s.options].map((o) => o.value));
    if (!codes.includes("en")) return;
    for (const code of codes) {
        await choice.selectOption(code);
        expect(`language ${code}`, (await page.evaluate(() => document.documentElement.lang)) === code);
    }
}

async function walk(browser, file) {
    const address = pathToFileURL(resolve(file)).href;
    for (const [width, colorScheme] of [[1280, "light"], [375, "light"], [1280, "dark"], [2560, "light"]]) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: "en-GB" });
        page.on("pageerror", (e) => problems.push(`${width} ${colorScheme}: ${e}`));
        page.on("console", (m) => m.type() === "error" && problems.push(`${width} ${colorScheme}: ${m.text()}`));
        page.on("request", (r) => !/^(file|data|blob):/.test(r.url()) && problems.push(`asks the network for ${r.url()}`));
        const start = performance.now();
        await open(page, address, "#/");
        console.error(`walk: ${file} ${width} ${colorScheme}: ${Math.round(performance.now() - start)} ms to the heading, ${statSync(file).size} bytes`);
        await pages(page, address);
        if (width === 1280 && colorScheme === "light") {
            await table(page, address);
            await keyboard(page, address);
            await papers(page, address);
            await languages(page, address);
            await paper(page, address);
        }
        await page.close();
    }
}

const files = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of files) await walk(browser, file);
await browser.close();
if (problems.length) console.error(problems.map((p) => `walk: error: ${p}`).join("\n"));
process.exit(problems.length ? 1 : 0);
