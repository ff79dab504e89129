// The presenter's notes: a second window with every screen in words, the one that is open first.
import { html } from "./vendor/preact-htm.js";
import { base, count } from "./counted.js";
import { said } from "./said.js";

export function Notes({ data, now, open }) {
  const { screens, words } = data;
  const order = [now, ...screens.keys()].filter((n, place, all) => screens[n] && all.indexOf(n) === place);
  return html`<header><h1>${words.presenter}</h1><a href=${`${base()}board?${data.link}&screen=${screens[now]?.name ?? ""}`}>${words.board}</a></header>
    ${data.notices.length > 0 && html`<section><h2>${words.link}</h2><ul>${data.notices.map((text) => html`<li>${text}</li>`)}</ul></section>`}
    ${order.map((n) => html`<${Note} key=${screens[n].name} screen=${screens[n]} open=${(mark) => open(mark, screens[n].name)}
      where=${count(words.place, n, screens) + (n === now ? ` · ${words.here}` : "")} />`)}
    <section><h2>${words.skipped}</h2>
      ${data.skipped.length === 0 ? html`<p>${words.unskipped}</p>`
        : html`<ul class="skipped">${data.skipped.map((one) => html`<li key=${one.name}><b>${one.heading}</b> ${one.reason}</li>`)}</ul>`}
    </section>`;
}

function Note({ screen, where, open }) {
  return html`<section data-note=${screen.name}>
    <p class="where">${where}</p>
    <h2>${screen.heading}</h2>
    <p class="said">${said(screen.said, open)}</p>
    <dl>${screen.notes.map(([name, text]) => html`<dt>${name}</dt><dd>${said(text, open)}</dd>`)}</dl>
    <ul>${screen.foot.map((line) => html`<li>${said(line, open)}</li>`)}</ul>
  </section>`;
}
