// The entry of everything the browser draws: Streamlit calls frame(), sheet(), drill() and board() on each change.
import { html, render } from "./vendor/preact-htm.js";
import { Board } from "./board.js";
import { Over } from "./drill.js";
import { Frame } from "./frame.js";
import { Sheet } from "./sheet.js";

const styled = stylesheet();

export const frame = (component) => draw(component, Frame);
export const sheet = (component) => draw(component, Sheet);
// The drill or the board is the last thing a run sends: once it stands, the page is up to date.
export const drill = (component) => draw(component, Over).then(settled);
export const board = (component) => draw(component, Board).then(settled);

function settled() {
  delete document.documentElement.dataset.busy;
}

async function draw({ parentElement, data, setTriggerValue }, View) {
  await styled;
  data = JSON.parse(new TextDecoder().decode(data));
  const root = parentElement.querySelector(":scope > .root") ?? added(parentElement);
  const act = (kind, particulars) => {
    document.documentElement.dataset.busy = "";
    setTriggerValue("act", { kind, ...particulars, at: Date.now() });
  };
  render(html`<${View} data=${data} act=${act} />`, root);
}

function added(parent) {
  const root = document.createElement("div");
  root.className = "root";
  return parent.appendChild(root);
}

function stylesheet() {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("page.css", import.meta.url).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}
