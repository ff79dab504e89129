// The rows behind a mark, in a panel over the page; Escape, the button or the backdrop close it.
import { html, useEffect, useLayoutEffect, useRef } from "./vendor/preact-htm.js";
import { Events } from "./events.js";
import { Explanation } from "./explanation.js";
import { List } from "./list.js";
import { said } from "./said.js";

const BLOCKS = { list: List, events: Events, explanation: Explanation };

let left = null; // where the reader was on the page when rows were opened: the focus goes back there
const places = new Map(); // where the reader was among rows when others were opened from them, by their mark
let returning = false; // whether the rows to come were gone back to

export function leaving() {
  left = document.activeElement;
}

// What lies over a sheet: the rows that are open, if any.
export function Over({ data: { drill }, act }) {
  const before = useRef(null);
  useEffect(() => {
    if (before.current && !drill && document.activeElement === document.body) refocus();
    before.current = drill;
  }, [drill]);
  return drill && html`<${Drill} key=${drill.opening} data=${drill} close=${() => { act("close"); refocus(); }} back=${() => act("back")}
    open=${(mark) => act("mark", { mark, within: true })} more=${(mark) => act("more", { mark })}
    filter=${() => act("filter", { mark: drill.mark })} />`;
}

// The focus goes back to what opened the rows or, where that is gone, to the sheet.
function refocus() {
  (left?.isConnected ? left : document.getElementById("sheet"))?.focus();
}

export function Drill({ data, close, filter, open, back, more }) {
  const dialog = useRef(null);
  useLayoutEffect(() => { // in the frame that brings the rows, not in one of its own
    if (!dialog.current.open) dialog.current.showModal();
    const place = returning && places.get(data.mark);
    returning = false;
    if (!place) return;
    dialog.current.querySelector(`[data-mark="${CSS.escape(place.mark)}"]`)?.focus({ preventScroll: true });
    dialog.current.scrollTop = place.top;
  }, []);
  const further = (mark) => {
    places.set(data.mark, { mark, top: dialog.current.scrollTop });
    open(mark);
  };
  return html`<dialog class="drill" ref=${dialog} aria-label=${data.title} data-mark=${data.mark} onClose=${close}
    onClick=${(event) => event.target === dialog.current && dialog.current.close()}>
    <div class="inside">
      <header><h2>${data.title}</h2>
        ${data.back && html`<button type="button" onClick=${() => { returning = true; back(); }}>${data.back}</button>`}
        ${data.filter && html`<button type="button" class="filter" onClick=${filter}>${data.filter}</button>`}
        <button type="button" onClick=${() => dialog.current.close()}>${data.close}</button></header>
      ${data.scope && html`<p class="note">${data.scope}</p>`}
      ${data.note && html`<p class="note">${said(data.note, further)}</p>`}
      <${BLOCKS[data.block.kind]} data=${data.block} nested=${true} open=${further}
        more=${(most) => more(`${data.mark.replace(/;?most=\d+/, "")};most=${most}`)} />
    </div>
  </dialog>`;
}
