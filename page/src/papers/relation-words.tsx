/* What a rule asks for, with the names that the lines have on these forms. */
import type { Data, Rule } from "../data";
import { rich, t } from "../language";
import { Name, useData } from "../parts";
import { carried } from "./relation";
import { SUM } from "./form";
import { fieldName, said } from "./words";

const name = (data: Data, key: string): string =>
    key === SUM ? t("votes for all options, added up") : fieldName(data, key);

function SumNames({ keys }: { keys: readonly string[] }) {
    const data = useData();
    if (keys.length === 0) return <b>{"0"}</b>;
    return <>{keys.map((key, i) => <>{i > 0 && " + "}<b><Name text={name(data, key)} /></b></>)}</>;
}

/* In words with the form's own lines where the rule is a sum; else as the catalogue says it. */
export function MustHold({ rule }: { rule: Rule }) {
    const data = useData();
    const r = carried(rule.code, (field) => data.field(field) !== undefined);
    if (!r || r.sign === "<" || r.sign === "!=") return <p class="must">{said(rule.relation)}</p>;
    const slots = { left: <span><SumNames keys={r.left} /></span>, right: <span><SumNames keys={r.right} /></span> };
    return (
        <p class="must">
            {r.sign === "=" ? rich("{left} must be equal to {right}.", slots) : rich("{left} must be at most {right}.", slots)}
        </p>
    );
}
