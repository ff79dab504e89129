// The selection that the reader's is compared with: its filters, and what is most often compared with.
import { html } from "./vendor/preact-htm.js";
import { Filters } from "./filters.js";

export function Versus({ data, act }) {
  const choose = (link) => act("versus", { link });
  return html`<section class="versus" aria-label=${data.label}>
    <p class="side"><span class="dot a" aria-hidden="true"></span>${data.a}</p>
    <p class="side"><span class="dot b" aria-hidden="true"></span>${data.b}</p>
    <div class="choice"><span>${data.label}</span>
      ${data.ways.map((way) => html`<button type="button" key=${way.label} onClick=${() => choose(way.link)}>${way.label}</button>`)}
      <button type="button" onClick=${() => act("swap", { link: data.swap.link })}>${data.swap.label}</button></div>
    <${Filters} data=${data.filters} link=${data.link} choose=${choose} />
  </section>`;
}
