/* What every part may ask for: the review. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Data } from "../data";

export const DataContext = createContext<Data | null>(null);

export function useData(): Data {
    const data = useContext(DataContext);
    if (!data) throw new Error("no review in the context");
    return data;
}

/* Everything is shown at once, for paper: no paging, nothing folded. */
export const PaperContext = createContext(false);

export function usePaper(): boolean {
    return useContext(PaperContext);
}
