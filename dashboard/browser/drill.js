// The rows behind a mark, in a panel over the page; Escape, the button or the backdrop close it.
import { html, useEffect, useRef } from "./vendor/preact-htm.js";
import { Events } from "./events.js";
import { Explanation } from "./explanation.js";
import { List } from "./list.js";

const BLOCKS = { list: List, events: Events, explanation: Explanation };

export function Drill({ data, close, filter, open }) {
  const dialog = useRef(null);
  useEffect(() => {
    if (!dialog.current.open) dialog.current.showModal();
  }, []);
  return html`<dialog class="drill" ref=${dialog} aria-label=${data.title} data-mark=${data.mark} onClose=${close}
    onClick=${(event) => event.target === dialog.current && dialog.current.close()}>
    <div class="inside">
      <header><h2>${data.title}</h2>
        ${data.filter && html`<button type="button" class="filter" onClick=${filter}>${data.filter}</button>`}
        <button type="button" onClick=${() => dialog.current.close()}>${data.close}</button></header>
      <${BLOCKS[data.block.kind]} data=${data.block} nested=${true} open=${open} />
    </div>
  </dialog>`;
}
