/* Drawn to the width that there is: a drawing that is only shrunk has letters nobody can read. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLevel, usePaper } from "../parts";

const ON_PAPER = 660; /* px of A4 between the margins */

export function useWidth(most: number): [preact.RefObject<HTMLDivElement>, number] {
    const paper = usePaper();
    const box = useRef<HTMLDivElement>(null);
    const [width, setWidth] = useState(paper ? ON_PAPER : 0);
    useLayoutEffect(() => {
        const node = box.current;
        if (!node || paper) return undefined;
        const measure = () => setWidth(Math.floor(node.clientWidth));
        measure();
        const watch = new ResizeObserver(measure);
        watch.observe(node);
        return () => watch.disconnect();
    }, [paper]);
    return [box, Math.min(width, most)];
}

/* The figure around it says in words what is drawn: names of the drawing's parts ("bar") would only
 * be read out between. */
function silent(drawing: Element): Element {
    for (const node of [drawing, ...drawing.querySelectorAll("[aria-label],[aria-description]")]) {
        node.removeAttribute("aria-label");
        node.removeAttribute("aria-description");
    }
    drawing.setAttribute("aria-hidden", "true");
    return drawing;
}

/* Shows what `make` gives for the width; an element that d3 makes, or markup. */
export function Sized({ make, most = 900, children }: {
    make?: (width: number) => Element; most?: number; children?: (width: number) => ComponentChildren;
}) {
    const [box, width] = useWidth(most);
    const inside = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (make && width > 0) inside.current?.replaceChildren(silent(make(width)));
    });
    return (
        <div ref={box} class="sized">
            {make ? <div ref={inside} /> : width > 0 && children?.(width)}
        </div>
    );
}

/* The heading of a figure that stands `down` below the page's title. */
export function useFigureLevel(down: 1 | 2): 2 | 3 | 4 {
    return Math.min(4, useLevel() + down) as 2 | 3 | 4;
}
