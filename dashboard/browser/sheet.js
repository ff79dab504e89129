// The sheet of a page: its heading, then its blocks on a grid of twelve columns.
import { html, useEffect, useState } from "./vendor/preact-htm.js";
import { Drill } from "./drill.js";
import { Events } from "./events.js";
import { Menu, save } from "./files.js";
import { List } from "./list.js";
import { Plot } from "./plot.js";
import { Spark } from "./spark.js";
import { Table } from "./table.js";

const KINDS = { figures: Figures, card: Card, events: Events, list: List };

export function Sheet({ data, act }) {
  useEffect(() => save(data.file), [data.file?.content, data.turn]);
  return html`<div class="sheet" id="sheet" tabindex="-1">
    <div class="heading"><h1>${data.title}</h1><p>${data.lead}</p></div>
    <div class="grid">${data.blocks.map(
      (block, n) => html`<${KINDS[block.kind]} key=${block.key ?? block.kind + n} data=${block} act=${act} />`,
    )}</div>
    ${data.drill && html`<${Drill} key=${data.drill.opening} data=${data.drill} close=${() => act("close")}
      filter=${() => act("filter", { mark: data.drill.mark })} />`}
  </div>`;
}

function Figures({ data, act }) {
  const opener = (mark, text) => html`<button type="button" class="opens" onClick=${() => act("mark", { mark })}>${text}</button>`;
  return html`<section class="figures" aria-label=${data.label}>
    <div class="row">${data.items.map(
      (item) => html`<div key=${item.key} class=${`figure st-key-figure-${item.key}`}>
        <h2>${item.label} <button type="button" class="how" aria-label=${`${data.how}: ${item.label}`} title=${item.help}
          onClick=${() => act("mark", { mark: `explain=${item.key}` })}>?</button></h2>
        <p class="number"><strong>${opener(item.mark, item.value)}</strong> <span class="unit">${item.unit}</span></p>
        <${Spark} bars=${item.spark} label=${item.spark_label} />
        <p class="unknown">${item.change && html`<strong class=${data.alike ? "change" : "change weak"}>${item.change}</strong> `}${item.unknown && item.unknown_mark ? opener(item.unknown_mark, item.unknown) : item.unknown || "\u00a0"}</p>
      </div>`,
    )}</div>
    <p class="comparison">${data.comparison}</p>
  </section>`;
}

function Card({ data, act }) {
  const [view, setView] = useState("chart");
  const id = `card-${data.key}`;
  return html`<article class=${`card st-key-${id}`} style=${`--span:${data.span}`} aria-labelledby=${id}>
    <h2 id=${id}>${said(data.said, (mark) => act("mark", { mark }))}</h2>
    <p class="note">${data.note}</p>
    ${data.empty
      ? html`<p class="empty">${data.empty}</p>`
      : html`
          <${Plot} figure=${data.figure} alt=${data.alt} hidden=${view !== "chart"}
            click=${(mark, filters) => act(filters ? "filter" : "mark", { mark })} />
          ${view === "table" && html`<${Table} data=${data.table} caption=${data.sentence}
            open=${(mark) => act("mark", { mark })} />`}`}
    <footer>
      ${data.foot.map((line) => html`<p>${line}</p>`)}
      <p class="source">${data.source}</p>
      <div class="ways"><${Menu} data=${data} act=${act} /><button type="button" onClick=${() => act("mark", { mark: `explain=${data.key}` })}
        >${data.words.how}</button><button type="button" aria-pressed=${view === "table" ? "true" : "false"}
        onClick=${() => setView(view === "table" ? "chart" : "table")}
        >${view === "table" ? data.words.chart : data.words.table}</button></div>
    </footer>
  </article>`;
}

// A sentence whose figures open the rows behind them: ⟦mark|figure⟧ becomes a button.
function said(sentence, open) {
  return sentence.split(/⟦([^|⟧]*\|[^⟧]*)⟧/).map((part, n) => {
    if (n % 2 === 0) return part;
    const [mark, figure] = part.split("|");
    return html`<button type="button" class="opens" onClick=${() => open(mark)}>${figure}</button>`;
  });
}
