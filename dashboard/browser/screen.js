// One screen of the board: banner, sentence, unit, one chart or table, foot.
import { html, useEffect, useRef, useState } from "./vendor/preact-htm.js";
import { Plot } from "./plot.js";
import { number, opener, said } from "./said.js";
import { Table } from "./table.js";

const KINDS = { chart: Chart, figures: Figures, table: Rows };

export function Screen({ data, words, shown, open }) {
  return html`<section class="screen" inert=${!shown} aria-hidden=${shown ? "false" : "true"} data-screen=${data.name} data-shown=${shown ? "" : undefined}>
    <p class="banner">${data.banner}${words.missed && html` · <span class="missed">${words.missed}</span>`}</p>
    <h1>${said(data.said, open)}</h1>
    <p class="unit">${data.note}</p>
    <div class="body" data-fill=""><${KINDS[data.kind]} data=${data} words=${words} open=${open} /></div>
    <p class="foot">${data.foot.map((line) => html`<span>${said(line, open)}</span> `)}</p>
  </section>`;
}

function Chart({ data, words, open }) {
  const [failed, setFailed] = useState(false);
  if (failed) return html`<div class="rows"><p>${words.failed}</p><${Rows} data=${data} words=${words} open=${open} /></div>`;
  return html`<p class="waiting">${words.waiting}</p>
    <${Plot} figure=${data.figure} alt=${data.alt} click=${open} failed=${() => setFailed(true)} />`;
}

// Few figures, large: what each counts stands under it. Of an odd number, the first leads.
function Figures({ data, open }) {
  const column = data.table.numeric.indexOf(true), { rows, marks } = data.table;
  const led = rows.length > 2 && rows.length % 2 === 1, across = rows.length > 3 ? Math.floor(rows.length / 2) : led ? 1 : rows.length;
  return html`<ul class=${led ? "large led" : "large"} style=${`--across:${across}`}>${rows.map((row, n) => html`<li key=${n}
    class=${row[column] === "0" ? "nought" : undefined} style=${`--letters:${number(row[column]).length}`}>
    <strong>${opener(marks[column]?.[n], number(row[column]), open)}</strong><span>${row[0]}</span></li>`)}</ul>`;
}

// As many rows as fit, and how many more there are.
function Rows({ data, words, open }) {
  const box = useRef(null);
  const total = data.table.rows.length;
  const [most, setMost] = useState(total);
  useEffect(() => {
    const watch = new ResizeObserver(() => setMost(fitting(box.current)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [total]);
  const more = total - most + (data.beyond ?? 0);
  const text = (more === 1 ? words.more_one : words.more_many).replace("{n}", number(more));
  return html`<div class="rows" ref=${box} style=${`--most:${most}`} data-most=${most}>
    <${Table} data=${data.table} caption=${data.sentence} open=${open} most=${most} />
    ${more > 0 && html`<p class="beyond">${data.all ? html`<button type="button" onClick=${() => open(data.all)}>${text}</button>` : text}</p>`}
  </div>`;
}

// How many rows of the table lie wholly within the box, with room for the line under them.
function fitting(box) {
  const rows = [...box.querySelectorAll("tbody tr")];
  for (const row of rows) row.hidden = false;
  const room = box.getBoundingClientRect().bottom, line = 2 * parseFloat(getComputedStyle(box).fontSize);
  const ends = rows.map((row) => row.getBoundingClientRect().bottom);
  if (ends.length === 0 || ends.at(-1) <= room) return rows.length;
  return Math.max(1, ends.filter((end) => end <= room - line).length);
}
