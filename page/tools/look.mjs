#!/usr/bin/env node
/* A picture of a page of a report, to look at with one's own eyes.
 *
 *     tools/look.mjs ADDRESS WIDTH HEIGHT picture.png|paper.pdf [dark]
 *
 * HEIGHT 0: the whole page. Uses the system's Chromium. */
import { chromium } from "playwright-core";

const [address, width, height, out, dark] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) || 900 }, colorScheme: dark ? "dark" : "light",
});
page.on("pageerror", (e) => console.error(String(e)));
page.on("console", (m) => m.type() === "error" && console.error(m.text()));
await page.goto(address);
await page.waitForSelector("h1");
if (out.endsWith(".pdf")) await page.pdf({ path: out, format: "A4", printBackground: true, preferCSSPageSize: true });
else await page.screenshot({ path: out, fullPage: Number(height) === 0 });
await browser.close();
