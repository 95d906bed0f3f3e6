import { render } from "preact";
import { App, Empty } from "./app";
import { load, loadTexts } from "./data";
import { startLanguage } from "./language";
import { startLook } from "./look";
import "./styles/index.css";

startLanguage(loadTexts(document), document, window);
startLook();
const data = load(document);
const root = document.getElementById("page");
if (root) root.replaceChildren();
if (root) render(data ? <App data={data} /> : <Empty />, root);
