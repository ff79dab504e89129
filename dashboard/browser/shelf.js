// Snapshots: a form that makes one, and those there are, each with its board and what changed since.
import { html, useRef } from "./vendor/preact-htm.js";

export function Shelf({ data, act }) {
  const name = useRef(null);
  const freeze = (event) => { event.preventDefault(); act("freeze", { name: name.current.value }); };
  const root = new URL(".", document.baseURI).pathname;
  return html`<section class="card list shelf" style="--span:12" aria-label=${data.sentence}>
    <h2>${data.sentence}</h2>
    <p class="note">${data.note}</p>
    ${data.freeze && html`<form onSubmit=${freeze}>
      <input type="text" ref=${name} required maxlength="64" placeholder=${data.example} aria-label=${data.name} />
      <button type="submit">${data.freeze}</button></form>`}
    <ol>${data.rows.map((row) => html`<li key=${row.name}><strong>${row.name}</strong><span>${row.day}</span><span>${row.version}</span>
      ${row.has_board ? html`<a href=${root + row.board}>${data.board}</a>` : html`<span></span>`}
      <span>${row.packs.map((pack) => html`<a key=${pack.ending} href=${root + pack.href} download aria-label=${`${data.pack} ${row.name} ${pack.ending}`}>${pack.ending}</a> `)}</span>
      <a href=${root + row.since}>${data.since}</a><span class="holds">${row.holds}</span></li>`)}</ol>
  </section>`;
}
