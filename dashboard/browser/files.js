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

// The board pack, made by the server: while it is, the menu says so. turn: of the page, new once it is there.
export function Pack({ pack, turn, act }) {
  const menu = useRef(null);
  const [making, setMaking] = useState(false);
  useEffect(() => setMaking(false), [turn]);
  const make = (ending) => () => { menu.current.open = false; setMaking(true); act("pack", { ending }); };
  return html`<div class="pack"><span role="status">${making ? pack.making : ""}</span>
    <details class="menu" ref=${menu} onKeyDown=${(event) => event.key === "Escape" && (menu.current.open = false)}>
    <summary>${pack.label}</summary>
    <div class="offers"><p>${pack.about}</p><div>${pack.endings.map((ending) => html`<button type="button"
      key=${ending} disabled=${making} onClick=${make(ending)}>${ending.toUpperCase()}</button>`)}</div></div>
  </details></div>`;
}

export function save(file) {
  if (!file) return;
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
