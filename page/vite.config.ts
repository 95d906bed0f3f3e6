import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

/* Puts the styles and the script into index.html, so that the page is one file which opens from a
 * disk without a server. A script that says "</script" in a string must not end itself. */
function oneFile(): Plugin {
    return {
        name: "one-file",
        enforce: "post",
        generateBundle(_options, bundle) {
            const html = bundle["index.html"];
            if (html?.type !== "asset") throw new Error("index.html is not in the bundle");
            let styles = "";
            let script = "";
            for (const [name, file] of Object.entries(bundle)) {
                if (file === html) continue;
                if (file.type === "chunk") script += file.code;
                else if (name.endsWith(".css")) styles += String(file.source);
                else throw new Error(`${name} cannot be put into index.html`);
                delete bundle[name];
            }
            const bare = String(html.source)
                .replace(/\s*<script type="module"[^>]*src=[^>]*><\/script>/, "")
                .replace(/\s*<link rel="stylesheet"[^>]*>/, "");
            const parts = bare.split(/<!--(styles|script)-->/);
            if (parts.length !== 5) throw new Error("index.html lacks its places for styles, script");
            /* No script but this one runs, whatever a name in the data looks like. */
            const program = script.replace(/<\/script/gi, "<\\/script").trim();
            const hash = createHash("sha256").update(program).digest("base64");
            const head = (parts[0] ?? "").replace("script-src 'none'", `script-src 'sha256-${hash}'`);
            if (head === parts[0]) throw new Error("index.html lacks script-src 'none'");
            html.source = [
                head,
                `<style>${styles.replace(/<\/style/gi, "<\\/style").trim()}</style>`,
                parts[2],
                `<script type="module">${program}</script>`,
                parts[4],
            ].join("");
        },
    };
}

export default defineConfig({
    base: "./",
    esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
    build: {
        target: "es2020",
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        cssCodeSplit: false,
        modulePreload: false,
        reportCompressedSize: false,
        rollupOptions: { output: { inlineDynamicImports: true } },
    },
    plugins: [oneFile()],
});
