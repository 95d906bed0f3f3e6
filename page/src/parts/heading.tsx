/* H — a heading in its order: 1 on a page; one deeper where the page is a part of the print-out. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";

export const LevelContext = createContext(1);

type Tag = "h1" | "h2" | "h3" | "h4" | "h5" | "h6";

/* `down`: 0 the page's title, 1 a section, 2 a part of it. */
export function H({ down, id, children }: { down: 0 | 1 | 2; id?: string; children: ComponentChildren }) {
    const level = useContext(LevelContext) + down;
    const Tag = `h${level}` as Tag;
    return <Tag {...(id ? { id } : {})}>{children}</Tag>;
}

export function useLevel(): number {
    return useContext(LevelContext);
}
