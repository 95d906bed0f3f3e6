/* check.ts — how a reader finds a figure in the file, with tools that every system has. */

/* A word for the shell; quoted only where it must be. */
export function quoted(word: string): string {
    return /^[A-Za-z0-9_.,:=+@%/-]+$/.test(word) && !word.startsWith("-") ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/* "archive.zip!member.csv" is a member of an archive; the hash is that of the archive. */
export function partsOf(file: string): { file: string; member: string | null } {
    const at = file.indexOf("!");
    return at < 0 ? { file, member: null } : { file: file.slice(0, at), member: file.slice(at + 1) };
}

/* Each command writes the file as the program read it. */
const UNPACK: [RegExp, (file: string) => string][] = [
    [/\.xz$/i, (f) => `xz -dc ${f}`],
    [/\.gz$/i, (f) => `gzip -dc ${f}`],
    [/\.bz2$/i, (f) => `bzip2 -dc ${f}`],
    [/\.zst$/i, (f) => `zstd -dc ${f}`],
];

export function hashCommand(file: string): string {
    return `sha256sum ${quoted(partsOf(file).file)}`;
}

/* Prints the line; null where a line of the file says nothing to a reader (workbooks, XML). */
export function lineCommand(name: string, line: number): string | null {
    const { file, member } = partsOf(name);
    const path = quoted(file);
    if (/\.(xlsx|ods|xml)$/i.test(member ?? file)) return null;
    if (member !== null && /\.zip$/i.test(file)) return `unzip -p ${path} ${quoted(member)} | sed -n ${line}p`;
    if (member !== null) return `bsdtar -xOf ${path} ${quoted(member)} | sed -n ${line}p`;
    const unpack = UNPACK.find(([ending]) => ending.test(file));
    return unpack ? `${unpack[1](path)} | sed -n ${line}p` : `sed -n ${line}p ${path}`;
}
