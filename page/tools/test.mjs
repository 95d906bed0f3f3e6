#!/usr/bin/env node
/* Bundles the tests and runs them with node's own runner: no other runner, no configuration. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const page = join(dirname(fileURLToPath(import.meta.url)), "..");
const tests = readdirSync(join(page, "test")).filter((f) => /\.test\.tsx?$/.test(f)).sort();
const out = mkdtempSync(join(page, "node_modules", ".test-"));
await build({
    entryPoints: tests.map((f) => join(page, "test", f)),
    outdir: out, outExtension: { ".js": ".mjs" }, bundle: true, platform: "node", format: "esm",
    target: "node18", packages: "external", jsx: "automatic", jsxImportSource: "preact",
    sourcemap: "inline", logLevel: "warning",
});
const run = spawnSync(
    process.execPath,
    ["--enable-source-maps", "--test", ...tests.map((f) => join(out, f.replace(/\.tsx?$/, ".mjs")))],
    { stdio: "inherit", cwd: page },
);
rmSync(out, { recursive: true });
process.exit(run.status ?? 1);
