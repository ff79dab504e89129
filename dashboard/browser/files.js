// What a card gives away: its picture, drawn here, and its figures and events, written by the server.
import { html, useRef } from "./vendor/preact-htm.js";
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

export function save(file) {
  if (!file) return;
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
