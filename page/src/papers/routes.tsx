/* The pages about papers: findings, stations, copies, method. */
import type { Route } from "../routes";

export function papersRoutes(): Route[] {
    return [];
}
