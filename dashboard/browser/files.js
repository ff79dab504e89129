// What a card gives away: its picture, drawn here, and its figures and events, written by the server.
import { html, useEffect, useRef, useState } from "./vendor/preact-htm.js";
import { picture } from "./plot.js";

export function Menu({ data, act }) {
  const menu = useRef(null);
  const { offered, sentence: title } = data;
  const done = (run) => () => { menu.current.open = false; run(); };
  const file = (question) => (ending) => html`<button type="button" key=${ending}
    onClick=${done(() => act("file", { question, title, ending }))}>${ending.toUpperCase()}</button>`;
  const image = (format) => html`<button type="button" key=${format}
    onClick=${done(() => picture(data, format))}>${format.toUpperCase()}</button>`;
  return html`<details class="menu" ref=${menu}
    onKeyDown=${(event) => event.key === "Escape" && (menu.current.open = false)}>
    <summary>${offered.label}</summary>
    <div class="offers">
      ${data.figure && html`<p>${offered.picture}</p><div>${["png", "svg"].map(image)}</div>`}
      <p>${offered.figures}</p><div>${offered.endings.map(file(data.key))}</div>
      ${offered.rows && html`<p>${offered.rows}</p><div>${offered.endings.map(file("events"))}</div>`}
    </div>
  </details>`;
}

// The board pack, made by the server: which step it has reached, and a way to stop it. pack.begun: the pack just asked
// for, followed by its token beside Streamlit until it is there, also from another page.
export function Pack({ pack, act }) {
  const menu = useRef(null);
  const [job, setJob] = useState(null); // { step, token } while a pack is made, { said } after one that was not
  const token = pack.begun?.token;
  useEffect(() => { if (token) follow(pack.begun, pack, setJob); }, [token]);
  const make = (ending) => () => { menu.current.open = false; setJob({ step: pack.making }); act("pack", { ending }); };
  const stop = () => fetch(address(job.token, "/stop"), { method: "POST" }).catch(() => {});
  return html`<div class="pack"><span role="status">${job?.step ?? job?.said ?? ""}</span>
    ${job?.token && html`<button type="button" class="stop" onClick=${stop}>${pack.stop}</button>`}
    <details class="menu" ref=${menu} onKeyDown=${(event) => event.key === "Escape" && (menu.current.open = false)}>
    <summary aria-label=${pack.label}><span>${pack.label}</span></summary>
    <div class="offers"><p>${pack.about}</p><div>${pack.endings.map((ending) => html`<button type="button"
      key=${ending} disabled=${Boolean(job?.step)} onClick=${make(ending)}>${ending.toUpperCase()}</button>`)}</div></div>
  </details></div>`;
}

const EACH = 250; // milliseconds between two looks at a pack
const address = (token, rest = "") => new URL(`packs/${token}${rest}`, document.baseURI).href;

async function follow({ token, name }, words, tell) {
  try {
    for (;;) {
      const { state, step, said } = await (await asked(address(token))).json();
      if (state === "made") break;
      if (state !== "making") return tell({ said: said || words.stopped });
      tell({ step: step || words.making, token });
      await new Promise((on) => setTimeout(on, EACH));
    }
    download(await (await asked(address(token, "/file"))).blob(), name);
    tell(null);
  } catch {
    tell({ said: words.lost });
  }
}

async function asked(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

export function save(file) {
  if (!file) return;
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  download(new Blob([bytes], { type: file.type }), file.name);
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
