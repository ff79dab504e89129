// The entry of everything the browser draws: Streamlit calls frame(), sheet(), drill() and board() on each change.
import { html, render } from "./vendor/preact-htm.js";
import { Board } from "./board.js";
import { Over } from "./drill.js";
import { Frame } from "./frame.js";
import { Sheet } from "./sheet.js";
import { meantOnce } from "./twice.js";

const styled = stylesheet();
meantOnce();

export const frame = (component) => draw(component, Frame, "frame");
export const sheet = (component) => draw(component, Sheet, "sheet");
// The drill or the board is the last thing a run sends: once it stands, the page is up to date.
export const drill = (component) => draw(component, Over, "drill", settled);
export const board = (component) => draw(component, Board, "board", settled);

// What the reader did and the server has not answered yet. It is sent again with what they do next, since Streamlit may
// drop a message when another comes at its heels; the server does each once.
let unanswered = [];
let number = Date.now();
const MOMENT = 5000; // milliseconds after which nobody waits for it any more
const NOTICEABLE = 150; // milliseconds of waiting that are worth a sign; what moves costs a frame of the answer
let sign = 0;

// From here on the page is not up to date.
function waits() {
  const page = document.documentElement.dataset;
  page.busy = "";
  clearTimeout(sign);
  sign = setTimeout(() => { page.waiting = ""; }, NOTICEABLE);
}

function settled({ done }) {
  unanswered = unanswered.filter((act) => act.number > done);
  clearTimeout(sign);
  delete document.documentElement.dataset.busy;
  delete document.documentElement.dataset.waiting;
}

async function draw({ parentElement, data, setTriggerValue }, View, where, after = () => {}) {
  await styled;
  data = JSON.parse(new TextDecoder().decode(data));
  const root = parentElement.querySelector(":scope > .root") ?? added(parentElement);
  hold(parentElement);
  const act = (kind, particulars) => {
    const now = Date.now();
    waits();
    number = Math.max(number + 1, now);
    unanswered = [...unanswered.filter(({ at }) => now - at < MOMENT), { ...particulars, kind, where, number, at: now }];
    setTriggerValue("act", unanswered);
  };
  render(html`<${View} data=${data} act=${act} />`, root);
  after(data);
}

function added(parent) {
  const root = document.createElement("div");
  root.className = "root";
  return parent.appendChild(root);
}

// Mark what holds us. A page that was left meanwhile has let go of us already: then there is less above, or nothing.
function hold(parent) {
  for (let holder = parent; holder && holder !== document.documentElement; holder = holder.parentElement) {
    if (!("holds" in holder.dataset)) holder.dataset.holds = "";
  }
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
