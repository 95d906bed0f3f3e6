/* routes.tsx — the pages of the report: one row each. A page names itself; the first of an address
 * (#/seat/12: "seat") is its key. */
import type { ComponentType } from "preact";
import { AnswerPage } from "./answer/answer";
import { ComplaintPage, ComplaintsPage, complaintTitle, hasComplaints } from "./complaints/page";
import { copiesTitle, CopiesPage, CopiesPaper, hasCopies } from "./copies/page";
import type { Data } from "./data";
import { hasIncidents, IncidentsPage } from "./incidents/page";
import { DecisionsPage, hasDecisions } from "./decisions/decisions";
import { t } from "./language";
import { papersRoutes } from "./papers/routes";
import { PrintPage } from "./print/print";
import type { Place } from "./router";
import { SeatPage, seatTitle } from "./seats/seat";
import { SeatsPage } from "./seats/seats";

export interface PageProps { args: string[]; query: URLSearchParams }

export interface Route {
    key: string;
    /* Its word in the navigation; left out: reached by links only. */
    nav?: () => string;
    /* False: the case has nothing for it, and the navigation leaves it out. */
    has?: (data: Data) => boolean;
    /* Of the document, and of what is announced. */
    title: (data: Data, args: string[]) => string;
    /* Shows one <h1>. */
    Page: ComponentType<PageProps>;
    /* A page of which another one is a part, for the mark in the navigation. */
    under?: string;
    /* Where it stands on paper; left out: not printed by #/print. Shows an <h2>. */
    paper?: ComponentType;
}

export const routes = (): Route[] => [
    { key: "", nav: () => t("Answer"), title: () => t("Answer"), Page: AnswerPage },
    { key: "seats", nav: () => t("Seats"), title: () => t("Seats"), Page: SeatsPage },
    { key: "seat", under: "seats", title: seatTitle, Page: SeatPage },
    ...papersRoutes(),
    { key: "decisions", nav: () => t("Decisions"), has: hasDecisions, title: () => t("Decisions"), Page: DecisionsPage, paper: DecisionsPage },
    { key: "complaints", nav: () => t("Complaints"), has: hasComplaints, title: () => t("Complaints and demands"), Page: ComplaintsPage, paper: ComplaintsPage },
    { key: "complaint", under: "complaints", title: complaintTitle, Page: ComplaintPage },
    { key: "copies", nav: () => t("Copies"), has: hasCopies, title: copiesTitle, Page: CopiesPage, paper: CopiesPaper },
    { key: "incidents", nav: () => t("Events"), has: hasIncidents, title: () => t("What happened"), Page: IncidentsPage, paper: IncidentsPage },
    { key: "print", nav: () => t("Print"), title: () => t("Everything, for paper"), Page: PrintPage },
];

export function routeOf(place: Place): Route | undefined {
    return routes().find((r) => r.key === place.key);
}
