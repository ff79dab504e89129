// Eight quarters of one measure as small columns; grey where nothing was recorded, hatched in part.
import { html } from "./vendor/preact-htm.js";

const WIDTH = 96, HEIGHT = 26, STEP = WIDTH / 8;

export function Spark({ bars, label }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const words = `${label}: ${bars.map((bar) => bar.label).join(", ")}`;
  return html`<svg class="spark" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${words}>
    <title>${words}</title>
    ${bars.map((bar, n) => {
      const height = bar.value ? Math.max(2, (bar.value / most) * (HEIGHT - 2)) : 0;
      return html`<g key=${n}>
        ${bar.coverage === "none" && html`<rect class="band" x=${n * STEP} y="0" width=${STEP} height=${HEIGHT} />`}
        <rect class=${`bar ${bar.coverage} ${n === bars.length - 1 ? "last" : ""}`} x=${n * STEP + 2}
          y=${HEIGHT - height} width=${STEP - 4} height=${height} />
      </g>`;
    })}
    <line class="ground" x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5} />
  </svg>`;
}
