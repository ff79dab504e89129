// Figures as a table, for those who cannot see or reach the marks of the chart.
import { html } from "./vendor/preact-htm.js";
import { number, opener, said } from "./said.js";

const BRIEF = 18; // letters that stand on one line, such as the months of a quarter
const brief = (rows, n) => rows.every((row) => String(row[n]).length <= BRIEF);

export function Table({ data, caption, open, most = Infinity }) {
  const written = (text, n) => (data.numeric[n] ? number(text) : text);
  const cell = (text, row, n) => (data.marks[n] ? opener(data.marks[n][row], written(text, n), open) : said(written(text, n), open));
  const kinds = data.head.map((_, n) => (data.numeric[n] ? "number" : brief(data.rows, n) ? "brief" : ""));
  return html`<div class="table" tabindex="0"><table>
    <caption>${caption}</caption>
    <thead><tr>${data.head.map((name, n) => html`<th scope="col" class=${kinds[n]}>${name}</th>`)}</tr></thead>
    <tbody>${data.rows.map((row, r) => html`<tr hidden=${r >= most}>${row.map((text, n) =>
      n === 0 ? html`<th scope="row">${text}</th>` : html`<td class=${kinds[n]} data-label=${data.head[n]}>${cell(text, r, n)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
