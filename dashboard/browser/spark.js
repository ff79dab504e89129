// Eight quarters of one measure as small columns; grey where nothing was recorded, hatched in part.
// Each column opens its rows: by the mouse, or with the arrows and Enter once the row has the focus.
import { html, useState } from "./vendor/preact-htm.js";

const WIDTH = 96, HEIGHT = 26, STEP = WIDTH / 8;

export function Spark({ bars, label, open, filter }) {
  const [at, setAt] = useState(bars.length - 1);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const words = `${label}: ${bars.map((bar) => bar.label).join(", ")}`;
  const press = (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    const next = Math.min(bars.length - 1, Math.max(0, at + step));
    if (step) { setAt(next); event.currentTarget.querySelectorAll("[role=button]")[next]?.focus(); }
    else if (["Enter", " "].includes(event.key)) (event.shiftKey ? filter : open)(bars[at].mark);
    else return;
    event.preventDefault();
  };
  return html`<svg class="spark" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label=${words} onKeyDown=${press}>
    ${bars.map((bar, n) => {
      const height = bar.value ? Math.max(2, (bar.value / most) * (HEIGHT - 2)) : 0;
      return html`<g key=${n} role="button" tabindex=${n === at ? "0" : "-1"} aria-label=${bar.label} data-mark=${bar.mark}
        data-value=${bar.value} onFocus=${() => setAt(n)} onClick=${(event) => (event.shiftKey ? filter : open)(bar.mark)}>
        <title>${bar.label}</title>
        <rect class=${bar.coverage === "none" ? "band" : "field"} x=${n * STEP} y="0" width=${STEP} height=${HEIGHT} />
        <rect class=${`bar ${bar.coverage} ${n === bars.length - 1 ? "last" : ""}`} x=${n * STEP + 2}
          y=${HEIGHT - height} width=${STEP - 4} height=${height} />
      </g>`;
    })}
    <line class="ground" x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5} />
  </svg>`;
}
