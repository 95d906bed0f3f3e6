/* The parts that pages are made of. */
export { DataContext, PaperContext, useData, usePaper } from "./context";
export { Figure } from "./figure";
export { H, LevelContext, useLevel } from "./heading";
export { Name, shown } from "./name";
export { Section } from "./section";
export { Source } from "./source";
export { StationLink, StationList, stationText } from "./station";
export { Table, type Column } from "./table";
export { Shape, Verdict } from "./verdict";
