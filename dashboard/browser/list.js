// A heading, a sentence and a table: what the record holds and lacks.
import { html } from "./vendor/preact-htm.js";
import { said } from "./said.js";
import { Table } from "./table.js";

export function List({ data, open }) {
  const plain = data.sentence.replace(/⟦[^|⟧]*\|([^⟧]*)⟧/g, "$1");
  return html`<section class="card list" style=${`--span:${data.span}`} aria-label=${plain}>
    <h2>${said(data.sentence, open)}</h2>
    ${data.note && html`<p class="note">${said(data.note, open)}</p>`}
    ${data.table.rows.length > 0 && html`<${Table} data=${data.table} caption=${plain} open=${open} />`}
  </section>`;
}
