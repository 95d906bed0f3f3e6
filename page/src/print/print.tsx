/* Everything on paper: every page that has a part for it, one after another. */
import { t } from "../language";
import { PaperContext } from "../parts";
import { routes } from "../routes";

export function PrintPage() {
    return (
        <PaperContext.Provider value={true}>
            <h1>{t("Everything, for paper")}</h1>
            {routes().map((r) => r.paper && <section key={r.key} class="paper-part"><r.paper /></section>)}
        </PaperContext.Provider>
    );
}
