import assert from "node:assert/strict";
import test from "node:test";
import { setLanguage, useTexts } from "../src/language";
import { saidWith } from "../src/papers/words";

/* Arguments as base/message.c keeps them: the precision of a "%.*s" is one, and empty. */
test("a message is said again with its arguments", () => {
    setLanguage("en");
    assert.equal(saidWith("expected %d cells, found %d", ["20", "19"]), "expected 20 cells, found 19");
    assert.equal(saidWith("'%.*s%s' is not a whole number", ["", "12a", ""]), "'12a' is not a whole number");
    assert.equal(saidWith("100 %% of '%.*s'", ["", "%d"]), "100 % of '%d'");
    assert.equal(saidWith("cell %d", []), "cell ");
});

test("a translation may take the arguments in another order", () => {
    useTexts({ ru: {
        "expected %d cells, found %d": "ячеек %2$d, ожидалось %1$d",
        "option '%.*s' is not in contest '%.*s'": "в «%4$.*3$s» нет «%2$.*1$s»",
    } });
    setLanguage("ru");
    assert.equal(saidWith("expected %d cells, found %d", ["20", "19"]), "ячеек 19, ожидалось 20");
    assert.equal(saidWith("option '%.*s' is not in contest '%.*s'", ["", "A", "", "1"]), "в «1» нет «A»");
    useTexts({});
    setLanguage("en");
});
