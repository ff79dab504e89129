// One number explained, with its SQL to copy.
import { html, useState } from "./vendor/preact-htm.js";
import { said } from "./said.js";

export function Explanation({ data, open }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(data.sql).then(() => setCopied(true));
  return html`<section class="explanation">
    <dl>${data.lines.map(([name, text]) => html`<dt>${name}</dt><dd>${said(text, open)}</dd>`)}</dl>
    <details><summary>${data.sql_label}</summary>
      ${data.column && html`<p class="note">${data.column}</p>`}
      <p class="note">${data.file}</p>
      <button type="button" onClick=${copy}>${copied ? data.copied : data.copy}</button>
      <pre tabindex="0"><code>${data.sql}</code></pre>
    </details>
  </section>`;
}
