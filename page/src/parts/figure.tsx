/* Figure — a chart with its title, what it shows and in which units, a text for those who do not
 * see it, and the same figures as a table. */
import type { ComponentChildren } from "preact";
import { t } from "../language";
import { usePaper } from "./context";
import { useLevel } from "./heading";

interface Props {
    title: string;
    /* One or two sentences: what is drawn, in which units, how to read it. */
    caption: ComponentChildren;
    /* What a reader who does not see it must know: the finding, not the look. */
    alt: string;
    /* The figures, usually a <Table>; left out where the text around holds them. */
    data?: ComponentChildren;
    /* Of its heading; left out: one below a section. */
    level?: number;
    children: ComponentChildren;
}

export function Figure({ title, caption, alt, data, level, children }: Props) {
    const paper = usePaper();
    const below = useLevel() + 2;
    const Heading = `h${level ?? below}` as "h2" | "h3" | "h4";
    return (
        <figure class="figure">
            <Heading>{title}</Heading>
            <div class="drawing" role="img" aria-label={alt}>{children}</div>
            <figcaption>{caption}</figcaption>
            {data && !paper && (
                <details class="no-print">
                    <summary>{t("The figures as a table")}</summary>
                    {data}
                </details>
            )}
        </figure>
    );
}
