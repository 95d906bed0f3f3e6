/* Source — where a figure stands: file and line, and the hash of the file, so that a reader can
 * hold the same paper. */
import { t } from "../language";
import { to } from "../router";
import { useData } from "./context";
import { shown } from "./name";

/* A long name may go over two lines, at its joints. */
function Path({ text }: { text: string }) {
    return <>{text.split(/(?<=[/_:])|(?=\.)/).map((part, i) => (i ? <><wbr />{part}</> : part))}</>;
}

/* `brief`: without the hash, where many stand in a column. `at` is "file:line" as review.json writes it; or file and line apart. */
export function Source({ at, file, line, brief }: { at?: string | null; file?: string | null; line?: number | null; brief?: boolean }) {
    const data = useData();
    const m = at ? /^(.*):(\d+)$/.exec(at) : null;
    const name = file ?? m?.[1] ?? at;
    const where = line ?? (m ? Number(m[2]) : null);
    if (!name) return <span class="faint">{t("no source")}</span>;
    const sha = data.input(name)?.sha256;
    return (
        <span class="source">
            <a href={to("papers")}><Path text={where ? `${shown(name)}:${where}` : shown(name)} /></a>
            {sha && !brief && <> <span class="hash" title={t("SHA-256 of the file: {hash}", { hash: sha })}>{sha.slice(0, 12)}</span></>}
        </span>
    );
}
