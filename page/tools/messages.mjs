#!/usr/bin/env node
/* Lists every text of the page that people read, for the catalogues: the literals given to t(),
 * rich() and msg(), with where they stand, as JSON. With --check it prints nothing.
 *
 *     tools/messages.mjs [--check]
 *
 * It fails where a text would reach the reader untranslated: letters in JSX text, or in an attribute
 * that is read out, and where t(), rich() or msg() is given something else than a literal. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const page = join(dirname(fileURLToPath(import.meta.url)), "..");
const CALLS = new Set(["t", "rich", "msg"]);
const READ_OUT = new Set(["title", "aria-label", "placeholder", "alt", "aria-description", "caption",
    "label", "aria-roledescription", "aria-valuetext", "head", "empty", "search"]);
const LETTER = /\p{L}/u;

const messages = new Map();
const wrong = [];

function place(file, node) {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    return `page/${relative(page, file.fileName)}:${line + 1}`;
}

/* A plain literal, or literals joined by +. */
function literal(node) {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
        const left = literal(node.left), right = literal(node.right);
        return left === null || right === null ? null : left + right;
    }
    return null;
}

function onCall(file, node) {
    if (!ts.isIdentifier(node.expression) || !CALLS.has(node.expression.text)) return;
    const text = node.arguments[0] ? literal(node.arguments[0]) : null;
    if (text === null) {
        wrong.push(`${place(file, node)}: ${node.expression.text}() needs a literal`);
        return;
    }
    if (!messages.has(text)) messages.set(text, []);
    messages.get(text).push(place(file, node));
}

function onAttribute(file, node) {
    const name = node.name.getText(file), value = node.initializer;
    if (!READ_OUT.has(name) || !value) return;
    const inside = ts.isJsxExpression(value) ? value.expression : value;
    if (inside && ts.isStringLiteralLike(inside) && LETTER.test(inside.text))
        wrong.push(`${place(file, node)}: ${name}="${inside.text}" is not translated`);
}

/* {"text"} between tags; conditions are looked into. */
function onExpression(file, node) {
    if (ts.isConditionalExpression(node)) {
        onExpression(file, node.whenTrue);
        onExpression(file, node.whenFalse);
    } else if (ts.isStringLiteralLike(node) && LETTER.test(node.text)) {
        wrong.push(`${place(file, node)}: '${node.text}' is not translated`);
    }
}

function walk(file, node) {
    if (ts.isCallExpression(node)) onCall(file, node);
    else if (ts.isJsxText(node) && LETTER.test(node.text))
        wrong.push(`${place(file, node)}: '${node.text.trim()}' is not translated`);
    else if (ts.isJsxAttribute(node)) onAttribute(file, node);
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
        onExpression(file, node.expression);
    ts.forEachChild(node, (child) => walk(file, child));
}

function sources(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return sources(path);
        return /\.tsx?$/.test(entry.name) ? [path] : [];
    }).sort();
}

for (const path of sources(join(page, "src"))) {
    const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2020, true, kind);
    walk(file, file);
}
if (wrong.length) {
    console.error(wrong.join("\n"));
    process.exit(1);
}
if (!process.argv.includes("--check")) {
    const rows = [...messages].map(([msgid, places]) => ({ msgid, places }));
    console.log(JSON.stringify(rows.sort((a, b) => (a.msgid < b.msgid ? -1 : 1)), null, 1));
}
