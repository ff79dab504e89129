// A card's figures as a table, for those who cannot see or reach the marks of the chart.
import { html } from "./vendor/preact-htm.js";

export function Table({ data, caption }) {
  const kind = (n) => (data.numeric[n] ? "number" : "");
  return html`<div class="table" tabindex="0"><table>
    <caption>${caption}</caption>
    <thead><tr>${data.head.map((name, n) => html`<th scope="col" class=${kind(n)}>${name}</th>`)}</tr></thead>
    <tbody>${data.rows.map((row) => html`<tr>${row.map((cell, n) =>
      n === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${kind(n)}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
