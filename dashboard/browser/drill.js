// The rows behind a mark, in a panel over the page; Escape, the button or the backdrop close it.
import { html, useEffect, useRef } from "./vendor/preact-htm.js";
import { Events } from "./events.js";
import { Explanation } from "./explanation.js";
import { List } from "./list.js";
import { said } from "./said.js";

const BLOCKS = { list: List, events: Events, explanation: Explanation };

let left = null; // where the reader was on the page when rows were opened: the focus goes back there

export function leaving() {
  left = document.activeElement;
}

// What lies over a sheet: the rows that are open, if any.
export function Over({ data: { drill }, act }) {
  const close = () => { act("close"); left?.focus(); };
  return drill && html`<${Drill} key=${drill.opening} data=${drill} close=${close} back=${() => act("back")}
    open=${(mark) => act("mark", { mark, within: true })} more=${(mark) => act("more", { mark })}
    filter=${() => act("filter", { mark: drill.mark })} />`;
}

export function Drill({ data, close, filter, open, back, more }) {
  const dialog = useRef(null);
  useEffect(() => {
    if (!dialog.current.open) dialog.current.showModal();
  }, []);
  return html`<dialog class="drill" ref=${dialog} aria-label=${data.title} data-mark=${data.mark} onClose=${close}
    onClick=${(event) => event.target === dialog.current && dialog.current.close()}>
    <div class="inside">
      <header><h2>${data.title}</h2>
        ${data.back && html`<button type="button" onClick=${back}>${data.back}</button>`}
        ${data.filter && html`<button type="button" class="filter" onClick=${filter}>${data.filter}</button>`}
        <button type="button" onClick=${() => dialog.current.close()}>${data.close}</button></header>
      ${data.scope && html`<p class="note">${data.scope}</p>`}
      ${data.note && html`<p class="note">${said(data.note, open)}</p>`}
      <${BLOCKS[data.block.kind]} data=${data.block} nested=${true} open=${open}
        more=${(most) => more(`${data.mark.replace(/;?most=\d+/, "")};most=${most}`)} />
    </div>
  </dialog>`;
}
