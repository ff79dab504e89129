// The sheet of a page: its heading, then its blocks on a grid of twelve columns.
import { html, useState } from "./vendor/preact-htm.js";
import { leaving } from "./drill.js";
import { Events } from "./events.js";
import { Menu, Pack } from "./files.js";
import { List } from "./list.js";
import { Plot } from "./plot.js";
import { opener, said } from "./said.js";
import { Shelf } from "./shelf.js";
import { Spark } from "./spark.js";
import { Table } from "./table.js";
import { Versus } from "./versus.js";
import { Work, useWork } from "./work.js";

const KINDS = { figures: Figures, card: Card, events: Events, list: List, versus: Versus, shelf: Shelf };

export function Sheet({ data, act }) {
  const work = useWork(data.work, () => act("done"));
  const open = (mark) => { leaving(); act("mark", { mark }); };
  return html`<div class="sheet" id="sheet" tabindex="-1">
    <div class="heading"><h1>${data.title}</h1><p>${data.lead}</p>
      <${Work} work=${data.work} now=${work} />
      ${data.pack && html`<${Pack} pack=${data.pack} busy=${work.busy} act=${act} />`}</div>
    <div class="grid">${data.blocks.map(
      (block, n) => html`<${KINDS[block.kind]} key=${block.key ?? block.kind + n} data=${block} act=${act} open=${open} />`,
    )}</div>
  </div>`;
}

function Figures({ data, act, open }) {
  return html`<section class="figures" aria-label=${data.label}>
    <div class="row">${data.items.map(
      (item) => html`<div key=${item.key} class=${`figure st-key-figure-${item.key}`}>
        <h2>${item.label} <button type="button" class="how" aria-label=${`${data.how}: ${item.label}`} title=${item.help}
          onClick=${() => open(`explain=${item.key}`)}>?</button></h2>
        <p class="number"><strong>${opener(item.mark, item.value, open)}</strong> <span class="unit">${item.unit}</span></p>
        <${Spark} bars=${item.spark} label=${item.spark_label} open=${open}
          filter=${(mark) => act("filter", { mark })} />
        <p class="unknown">${item.change && html`<strong class=${data.alike ? "change" : "change weak"}>${opener(item.change_mark, item.change, open)}</strong> `}${said(item.unknown || "\u00a0", open)}</p>
      </div>`,
    )}</div>
    <p class="comparison">${said(data.comparison, open)}</p>
  </section>`;
}

function Card({ data, act, open }) {
  const [view, setView] = useState("chart");
  const id = `card-${data.key}`;
  return html`<article class=${`card st-key-${id}`} style=${`--span:${data.span}`} aria-labelledby=${id}>
    <h2 id=${id}>${said(data.said, open)}</h2>
    <p class="note">${data.note}</p>
    ${data.empty
      ? html`<p class="empty">${said(data.empty, open)}</p>`
      : html`
          <${Plot} figure=${data.figure} alt=${data.alt} hidden=${view !== "chart"}
            click=${(mark, filters) => (filters ? act("filter", { mark }) : open(mark))} />
          ${view === "table" && html`<${Table} data=${data.table} caption=${data.sentence} open=${open} />`}`}
    <footer>
      ${data.foot.map((line) => html`<p>${said(line, open)}</p>`)}
      <p class="source">${data.source}</p>
      <div class="ways"><${Menu} data=${data} act=${act} />${data.words.how && html`<button type="button" onClick=${() => open(`explain=${data.explain ?? data.key}`)}
        >${data.words.how}</button>`}<button type="button" aria-pressed=${view === "table" ? "true" : "false"}
        onClick=${() => setView(view === "table" ? "chart" : "table")}
        >${view === "table" ? data.words.chart : data.words.table}</button></div>
    </footer>
  </article>`;
}
