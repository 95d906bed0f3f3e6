/* Section — a part of a page with its heading; on a wide screen the heading stands beside it, so that
 * a long page can be scanned along its left edge. */
import type { ComponentChildren } from "preact";
import { H } from "./heading";

export function Section({ title, children }: { title: ComponentChildren; children: ComponentChildren }) {
    return (
        <section class="section">
            <H down={1}>{title}</H>
            <div class="body">{children}</div>
        </section>
    );
}
