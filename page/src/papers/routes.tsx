/* The pages about papers: findings, stations, papers, method. */
import { t } from "../language";
import type { Route } from "../routes";
import { FindingsByRule, FindingsPage } from "./findings";
import { MethodPage } from "./method";
import { PapersPage } from "./papers-page";
import { StationPage, StationsPage, stationTitle } from "./stations-page";

export function papersRoutes(): Route[] {
    return [
        {
            key: "findings", nav: () => t("Findings"), Page: FindingsPage, paper: FindingsByRule,
            title: (_data, args) => args[0] ?? t("Findings"),
        },
        { key: "stations", nav: () => t("Stations"), title: () => t("Stations"), Page: StationsPage },
        { key: "station", under: "stations", title: stationTitle, Page: StationPage },
        { key: "papers", nav: () => t("Papers"), title: () => t("Papers"), Page: PapersPage, paper: PapersPage },
        { key: "method", nav: () => t("Method"), title: () => t("Method"), Page: MethodPage, paper: MethodPage },
    ];
}
