// A text whose figures open the rows behind them: ⟦mark|figure⟧ becomes a button.
import { html } from "./vendor/preact-htm.js";

export function said(text, open) {
  const parts = text.split(/⟦([^|⟧]*\|[^⟧]*)⟧/);
  if (parts.length === 1) return text;
  return parts.map((part, n) => {
    const before = n > 0, after = n < parts.length - 1;
    if (n % 2 === 0) return part.slice(before ? head(part).length : 0, after ? -tail(part).length || undefined : undefined);
    const [mark, figure] = part.split("|");
    // A bracket or a full stop beside a figure stays on its line.
    return html`<span class="whole">${tail(parts[n - 1])}${opener(mark, figure, open)}${head(parts[n + 1])}</span>`;
  });
}

const head = (text) => text.match(/^\S*/)[0];
const tail = (text) => text.match(/\S*$/)[0];

// Nothing stands behind a nought.
export function opener(mark, figure, open) {
  if (!open || !mark || figure === "0") return figure;
  return html`<button type="button" class="opens" data-mark=${mark} onClick=${() => open(mark)}>${figure}</button>`;
}

// A large number as people write it, with its thousands apart; other text as it is.
export const number = (text) => (/^\d{4,}$/.test(text) ? Number(text).toLocaleString(document.documentElement.lang) : text);
