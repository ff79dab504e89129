// What a card gives away: its picture, drawn here, and its figures and events, written by the server.
import { html, useRef } from "./vendor/preact-htm.js";
import { picture } from "./plot.js";

export function Menu({ data, act }) {
  const menu = useRef(null);
  const { offered, sentence: title } = data;
  const done = (run) => () => { fold(menu.current); run(); };
  const file = (question) => (ending) => html`<button type="button" key=${ending}
    onClick=${done(() => act("file", { question, title, ending }))}>${ending.toUpperCase()}</button>`;
  const image = (format) => html`<button type="button" key=${format}
    onClick=${done(() => picture(data, format))}>${format.toUpperCase()}</button>`;
  return html`<details class="menu" ref=${menu}
    onKeyDown=${(event) => event.key === "Escape" && fold(menu.current)}>
    <summary>${offered.label}</summary>
    <div class="offers">
      ${data.figure && html`<p>${offered.picture}</p><div>${["png", "svg"].map(image)}</div>`}
      <p>${offered.figures}</p><div>${offered.endings.map(file(data.key))}</div>
      ${offered.rows && html`<p>${offered.rows}</p><div>${offered.endings.map(file("events"))}</div>`}
    </div>
  </details>`;
}

// The board pack, made by the server. busy: while a job is under way.
export function Pack({ pack, busy, act }) {
  const menu = useRef(null);
  const make = (ending) => () => { fold(menu.current); act("pack", { ending }); };
  return html`<div class="pack"><details class="menu" ref=${menu} onKeyDown=${(event) => event.key === "Escape" && fold(menu.current)}>
    <summary aria-label=${pack.label}><span>${pack.label}</span></summary>
    <div class="offers"><p>${pack.about}</p><div>${pack.endings.map((ending) => html`<button type="button"
      key=${ending} disabled=${busy} title=${busy ? pack.wait : undefined} onClick=${make(ending)}>${ending.toUpperCase()}</button>`)}</div></div>
  </details></div>`;
}

// A menu that has done its work; the focus stays with it.
function fold(menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
}
