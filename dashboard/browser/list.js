// A heading, a sentence and a table: what the record holds and lacks.
import { html } from "./vendor/preact-htm.js";
import { Table } from "./table.js";

export function List({ data }) {
  return html`<section class="card list" style=${`--span:${data.span}`} aria-label=${data.sentence}>
    <h2>${data.sentence}</h2>
    ${data.note && html`<p class="note">${data.note}</p>`}
    ${data.table.rows.length > 0 && html`<${Table} data=${data.table} caption=${data.sentence} />`}
  </section>`;
}
