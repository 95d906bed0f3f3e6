/* look.ts — light, dark, or as the reader's system says. */
import { remember, remembered } from "./language";

export type Look = "system" | "light" | "dark";
const STORE = "canvass-look";

export function look(): Look {
    const set = document.documentElement.dataset["look"];
    return set === "light" || set === "dark" ? set : "system";
}

export function setLook(to: Look): void {
    if (to === "system") delete document.documentElement.dataset["look"];
    else document.documentElement.dataset["look"] = to;
    remember(STORE, to === "system" ? null : to);
}

export function startLook(): void {
    const kept = remembered(STORE);
    if (kept === "light" || kept === "dark") setLook(kept);
}
