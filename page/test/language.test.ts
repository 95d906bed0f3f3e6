import assert from "node:assert/strict";
import test from "node:test";
import { choose, count, day, pluralForm, setLanguage, t, useTexts } from "../src/language";

test("slots take texts and numbers with their noun", () => {
    setLanguage("en");
    assert.equal(t("{n:seat/seats} of {of}", { n: 1, of: 75 }), "1 seat of 75");
    assert.equal(t("{n:seat/seats} of {of}", { n: 1234, of: "all" }), "1,234 seats of all");
    assert.equal(t("{a:vote/votes}", { a: null }), "an unknown number of votes");
    assert.equal(t("a lead of {a}", {}), "a lead of an unknown number");
});

test("a translation has as many forms as its language", () => {
    useTexts({
        ru: { "{n:seat/seats} open": "{n:место/места/мест} под вопросом" },
        vi: { "{n:seat/seats} open": "{n:ghế} còn ngỏ" },
        ky: { "{n:seat/seats} open": "{n:орун} ачык" },
    });
    const say = (n: number) => t("{n:seat/seats} open", { n });
    setLanguage("ru");
    assert.deepEqual([1, 2, 5, 11, 21, 22, 112].map(say).map((s) => s.replace(/\s/g, " ")), [
        "1 место под вопросом", "2 места под вопросом", "5 мест под вопросом",
        "11 мест под вопросом", "21 место под вопросом", "22 места под вопросом",
        "112 мест под вопросом",
    ]);
    setLanguage("vi");
    assert.equal(say(3), "3 ghế còn ngỏ");
    setLanguage("ky");
    assert.equal(say(2), "2 орун ачык");
    useTexts({});
    assert.equal(say(2), "2 seats open", "without a translation the English text stands");
    setLanguage("en");
});

test("Russian forms follow the last digits", () => {
    const forms = [0, 1, 2, 4, 5, 10, 11, 14, 19, 20, 21, 101, 111].map((n) => pluralForm("ru", n));
    assert.deepEqual(forms, [2, 0, 1, 1, 2, 2, 2, 2, 2, 2, 0, 0, 2]);
});

test("the reader's wish comes before the maker's, and that before the browser's", () => {
    const have = ["en", "vi", "ru", "ky"] as const;
    const none = { query: null, remembered: null, report: null, browser: [] };
    assert.equal(choose({ ...none, query: "ky", remembered: "ru", report: "vi" }, have), "ky");
    assert.equal(choose({ ...none, remembered: "ru", report: "vi" }, have), "ru");
    assert.equal(choose({ ...none, report: "vi", browser: ["ru-RU"] }, have), "vi");
    assert.equal(choose({ ...none, browser: ["de-DE", "ru-RU"] }, have), "ru");
    assert.equal(choose({ ...none, query: "xx" }, have), "en");
    assert.equal(choose({ ...none, query: "ru" }, ["en"]), "en", "a language without texts is not offered");
});

test("numbers and dates", () => {
    setLanguage("en");
    assert.equal(count(1234567), "1,234,567");
    assert.equal(count(null), "–");
    assert.equal(day("2012-10-01"), "1 October 2012");
    assert.match(day("2005-03-20T22:30"), /20 March 2005.*22:30/);
    assert.equal(day(null), "–");
});

test("numbers and dates of the other languages, whatever the browser knows", () => {
    const plain = (s: string) => s.replace(/\s/g, " ");
    setLanguage("ky");
    assert.equal(plain(count(1234567)), "1 234 567");
    assert.equal(day("2005-03-20T22:30"), "2005-ж., 20-март, 22:30");
    assert.equal(day("2005-02-27"), "2005-ж., 27-февраль");
    setLanguage("ru");
    assert.equal(plain(count(1234567)), "1 234 567");
    setLanguage("vi");
    assert.equal(count(1234567), "1.234.567");
    setLanguage("en");
});
