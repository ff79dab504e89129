// Events as a list that can be searched and sorted; each row opens its evidence.
import { html, useState } from "./vendor/preact-htm.js";

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const findable = new WeakMap(); // what a row can be found by, made when the first search is
const searched = (row) => findable.get(row) ?? findable.set(row, plain([row.title, row.place, row.when, ...row.themes, ...row.partners, ...row.projects,
  ...row.activities.flatMap((part) => [part.title, ...part.partners])].join(" "))).get(row);
const ORDERS = { date: (row) => row.sort, title: (row) => plain(row.title), place: (row) => plain(row.place) };

export function Events({ data, nested, more }) {
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState({ by: "date", down: true });
  const { words } = data;
  const terms = plain(search).split(/\s+/).filter(Boolean);
  const found = data.rows.filter((row) => terms.every((term) => searched(row).includes(term)));
  const key = ORDERS[order.by];
  const { compare } = new Intl.Collator(document.documentElement.lang);
  found.sort((a, b) => compare(key(a), key(b)) * (order.down ? -1 : 1));
  const head = (by) => html`<button type="button" class="sort"
    aria-pressed=${order.by === by ? "true" : "false"}
    onClick=${() => setOrder({ by, down: order.by === by ? !order.down : by === "date" })}
    >${words[by]}${order.by === by && html`<span aria-hidden="true"> ${order.down ? "↓" : "↑"}</span>`}</button>`;
  return html`<section class=${`events ${nested ? "nested" : ""}`} style=${`--span:${data.span}`}>
    <div class="tools">
      <h2>${terms.length > 0 && !data.searched && `${found.length} / `}${data.sentence}</h2>
      ${data.rows.length > 5 && html`<input type="search" placeholder=${words.search} aria-label=${words.search}
        value=${search} onInput=${(event) => setSearch(event.target.value)} />`}
      <div class="order">${head("date")}${head("title")}${head("place")}</div>
    </div>
    ${data.hidden && html`<p class="note">${data.hidden}</p>`}
    ${terms.length > 0 && data.searched && html`<p class="note" role="status">${data.searched.replace("{found}", found.length)}</p>`}
    <ol>${found.map((row) => html`<${Row} key=${row.id} row=${row} words=${words} />`)}</ol>
    ${more && data.more && html`<button type="button" class="longer" onClick=${() => more(data.more.most)}>${data.more.label}</button>`}
    ${data.rows.length === 0 && data.empty && html`<p class="empty">${data.empty}</p>`}
    ${found.length === 0 && data.rows.length > 0 && !data.searched && html`<p class="empty">${words.nothing}</p>`}
  </section>`;
}

// The evidence of a row is written when the row is opened.
function Row({ row, words }) {
  const [read, setRead] = useState(false);
  return html`<li><details onToggle=${(event) => event.target.open && setRead(true)}>
    <summary>
      <span class="when">${row.when}</span>
      <span class="title">${row.title}${row.status && html` <em>${row.status}</em>`}${row.discretion && html` <em>${row.discretion}</em>`}</span>
      <span class="place">${row.place}</span>
      <span class="themes">${row.themes.join(" · ")}</span>
    </summary>
    ${read && html`<div class="evidence">
      <${Evidence} row=${row} words=${words} />
      ${row.activities.length > 0 && html`<h3>${words.activities} (${row.activities.length})</h3>
        <ul class="activities">${row.activities.map((part) => html`<li key=${part.id} class=${part.counted ? "" : "uncounted"}>
          <details><summary><span class="when">${part.when}</span><span class="title">${part.title}
            ${part.status && html` <em>${part.status}</em>`}${part.discretion && html` <em>${part.discretion}</em>`}${!part.counted && html` <em>${words.uncounted}</em>`}</span></summary>
            <div class="evidence"><${Evidence} row=${part} words=${words} /></div></details></li>`)}</ul>`}
    </div>`}
  </details></li>`;
}

function Evidence({ row, words }) {
  const line = (name, value) => value && html`<dt>${words[name]}</dt><dd>${value}</dd>`;
  return html`<dl>
    ${line("summary", row.summary)}
    ${line("role", row.role)}
    ${line("format", row.format)}
    ${line("themes", row.themes.join(", "))}
    ${line("partners", row.partners.join(", "))}
    ${line("projects", row.projects?.join(", "))}
    ${line("precision", row.precision)}
    ${line("source", row.source)}
    ${line("publisher", row.publisher)}
    ${line("recap", row.recap !== row.source && row.recap)}
    ${row.pages.length > 0 && html`<dt>${words.pages}</dt><dd>${row.pages.map((page) => html`<${Page} url=${page} words=${words} />`)}</dd>`}
    ${row.notes && html`<dt>${words.notes}</dt><dd lang="en">${row.notes}</dd>`}
    ${line("batch", row.batch)}
  </dl>`;
}

// Only web addresses become links: a record may hold anything.
function Page({ url, words }) {
  if (!/^https?:\/\//.test(url)) return html`<span>${url}</span>`;
  return html`<a href=${url} target="_blank" rel="noreferrer noopener" title=${words.newtab}>${url}</a>`;
}
