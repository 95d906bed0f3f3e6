/* Everything on paper: every page that has a part for it, one after another. */
import { useState } from "preact/hooks";
import { Answer } from "../answer/answer";
import { inQuestion } from "../data";
import { t } from "../language";
import { LevelContext, PaperContext, useData } from "../parts";
import { routes } from "../routes";
import { Seat } from "../seats/seat";
import { SeatsPaper } from "../seats/seats";

/* So many seats are printed in full whatever their word. */
const FEW = 12;

function Seats({ all }: { all: boolean }) {
    const data = useData();
    const list = data.byUrgency.filter((c) => all || inQuestion(c));
    return (
        <>
            {data.byUrgency.length > 1 && <section class="paper-part"><SeatsPaper /></section>}
            {list.map((c) => <section key={c.id} class="paper-part"><Seat contest={c} /></section>)}
            {list.length < data.byUrgency.length && (
                <p class="paper-part faint">
                    {t("Printed in full: the {n:seat/seats} in question, of {of}. The table of seats has all.", { n: list.length, of: data.byUrgency.length })}
                </p>
            )}
        </>
    );
}

export function PrintPage() {
    const data = useData();
    const few = data.review.contests.length <= FEW;
    const [all, setAll] = useState(few);
    return (
        <PaperContext.Provider value={true}>
            <div class="no-print paper-controls">
                <p>{t("Everything in this report, one part after another, for paper.")}</p>
                {!few && (
                    <label><input type="checkbox" checked={all} onChange={(e) => setAll(e.currentTarget.checked)} /> {t("also the seats that are not in question, in full")}</label>
                )}
                <button type="button" onClick={() => print()}>{t("Print")}</button>
            </div>
            <Answer />
            <LevelContext.Provider value={2}>
                <Seats all={all} />
                {routes().filter((r) => r.paper && (r.has?.(data) ?? true)).map((r) => r.paper && <section key={r.key} class="paper-part"><r.paper /></section>)}
            </LevelContext.Provider>
        </PaperContext.Provider>
    );
}
