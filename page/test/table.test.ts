import assert from "node:assert/strict";
import test from "node:test";
import { searchRows, sortRows, type Column } from "../src/parts/table";

interface Row { name: string; votes: number | null }
const rows: Row[] = [
    { name: "district 10", votes: 5 }, { name: "district 9", votes: null }, { name: "district 2", votes: 7 },
    { name: "Ömsk", votes: 5 },
];
const votes: Column<Row> = { key: "votes", head: "", cell: () => "", sort: (r) => r.votes };
const name: Column<Row> = { key: "name", head: "", cell: () => "", sort: (r) => r.name };
const order = (c: Column<Row>, down: boolean) => sortRows(rows, c, down).map((r) => rows.indexOf(r));

test("what is not known goes last in both directions; equal rows stay as they came", () => {
    assert.deepEqual(order(votes, false), [0, 3, 2, 1]);
    assert.deepEqual(order(votes, true), [2, 0, 3, 1]);
});

test("names with numbers are in the order of the numbers", () => {
    assert.deepEqual(order(name, false), [2, 1, 0, 3]);
});

test("a search finds rows that have all the words", () => {
    const texts = rows.map((r) => r.name.toLocaleLowerCase());
    assert.deepEqual(searchRows(rows, texts, " 10  DIST ").map((r) => r.name), ["district 10"]);
    assert.equal(searchRows(rows, texts, "").length, 4);
    assert.equal(searchRows(rows, texts, "ömsk").length, 1);
    assert.equal(searchRows(rows, texts, "district 11").length, 0);
});
