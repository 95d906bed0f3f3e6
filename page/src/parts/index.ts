/* The parts that pages are made of. */
export { DataContext, PaperContext, useData, usePaper } from "./context";
export { Figure } from "./figure";
export { Name, shown } from "./name";
export { Source } from "./source";
export { Table, type Column } from "./table";
export { Shape, Verdict } from "./verdict";
