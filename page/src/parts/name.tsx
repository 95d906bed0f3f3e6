/* Name — a name from the data, as it is written. A name may be in any script and must not reorder
 * the sentence around it; characters that hide or turn text are shown as what they are not: text. */
const HIDING = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function shown(text: string): string {
    return text.replace(HIDING, "\ufffd");
}

export function Name({ text }: { text: string }) {
    return <bdi>{shown(text)}</bdi>;
}
