import assert from "node:assert/strict";
import test from "node:test";
import { parse, to, toQuery } from "../src/router";

test("an address names a page and comes back the same", () => {
    assert.deepEqual(parse(""), { key: "", args: [], query: new URLSearchParams() });
    assert.equal(parse("#/").key, "");
    assert.equal(to("station", "87/11"), "#/station/87%2F11");
    for (const code of ["87/11", "S/R 1", "а?б#в", "100%", "..", "&lt;"]) {
        const place = parse(to("station", code));
        assert.deepEqual([place.key, place.args], ["station", [code]]);
    }
});

test("an address may carry a question", () => {
    const place = parse(toQuery({ seat: "smd-1" }, "findings", "C302"));
    assert.deepEqual([place.key, place.args, place.query.get("seat")], ["findings", ["C302"], "smd-1"]);
});

test("an address that was typed wrongly is no error", () => {
    assert.deepEqual(parse("#/seat/%E0%A4%A").args, ["%E0%A4%A"]);
});
