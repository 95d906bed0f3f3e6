#!/usr/bin/env node
/* Milliseconds from the address to the first heading of a report, in a browser started for it: the
 * quickest of so many times.
 *
 *     tools/opens.mjs TIMES report.html */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [times, file] = process.argv.slice(2);

async function once() {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const start = performance.now();
    await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: "commit" });
    await page.waitForSelector("main h1");
    const ms = performance.now() - start;
    await browser.close();
    return ms;
}

let quickest = Infinity;
for (let i = 0; i < Number(times); i++) quickest = Math.min(quickest, await once());
console.log(Math.round(quickest));
