// A Plotly chart that stays while its data changes, and whose named marks the keyboard can reach.
// A click or Enter opens the rows behind a mark; with Shift it filters by the mark instead.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact-htm.js";

const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };
const SMALLEST = 12; // pixels of the smallest letters in a figure
const BESIDE = 9, LINE = 1.3, MOST = 0.7; // pixels for an axis beside its names, lines of their letters, part of the width
let loading, pen;

// Within an element that says data-fill, it takes that element's height and letters.
export function Plot({ figure, alt, hidden, click, failed }) {
  const box = useRef(null);
  const act = useRef(click);
  act.current = click;
  const shown = useRef(figure);
  shown.current = figure;
  const redraw = () => draw(box.current, shown.current, act).catch((problem) => { failed?.(); throw problem; });
  useLayoutEffect(() => { redraw(); }, [JSON.stringify(figure)]);
  useEffect(() => resized(box.current, redraw), []);
  const [at, aloud] = useState("");
  return html`<div class="plot" role="figure" aria-label=${alt} hidden=${hidden}
><div class="canvas" ref=${box} tabindex=${figure.layout.meta?.ids ? undefined : "0"} role="group" aria-label=${at}
    onKeyDown=${(event) => walked(event, box.current, act, aloud)} onBlur=${() => { unhovered(box.current); aloud(""); }}></div></div>`;
}

async function draw(box, { data, layout }, act) {
  const turn = (box.turn = (box.turn ?? 0) + 1);
  delete box.dataset.drawn;
  if (!box.layout) await painted();
  const Plotly = await library();
  if (!box.isConnected) return;
  box.drawnAt = sized(box);
  const traces = slim(box) ? data.map((trace) => ({ ...trace, ...trace.meta?.narrow })) : data;
  const shown = fitted(layout, box);
  await Plotly.react(box, scaled(numbered(traces), scale(box)), { ...shown, margin: roomy(shown, traces, box) }, CONFIG);
  if (!("listens" in box.dataset)) {
    box.dataset.listens = "";
    box.on("plotly_click", ({ points, event }) =>
      points[0]?.customdata && act.current(points[0].customdata, event?.shiftKey));
    box.on("plotly_clickannotation", ({ annotation, event }) =>
      annotation.name && act.current(annotation.name, event?.shiftKey));
    box.on("plotly_afterplot", () => { nameable(box, act); uncrowd(box); });
  }
  nameable(box, act);
  uncrowd(box);
  if (turn === box.turn) box.dataset.drawn = "1";
}

// The numbers at the ends of bars as marks of their own: Plotly measures a bar's number by itself, which lays out the page
// once a number, a third of all that drawing takes. A mark without a number keeps a space: Plotly takes away an empty text
// for good.
function numbered(traces) {
  const numbers = traces.filter(({ type, textposition }) => type === "bar" && textposition === "outside");
  return [...traces.map((trace) => (numbers.includes(trace) ? { ...trace, textposition: "none" } : trace)),
    ...numbers.map(({ x, y, xaxis, yaxis, text, textfont, cliponaxis, orientation }) => ({ type: "scatter", mode: "text", x, y, xaxis, yaxis,
      text: text.map((number) => number || " "), textfont, textposition: orientation === "h" ? "middle right" : "top center",
      cliponaxis, hoverinfo: "skip", customdata: [] }))];
}

// Marks without a name beside them: the arrows go from one to the next, Enter opens its rows.
// On the board the arrows turn the screens until Enter hands them to the chart; Escape hands them back.
function walked(event, box, act, aloud) {
  const begins = filled(box) && !box.getAttribute("aria-label"), enters = ["Enter", " "].includes(event.key);
  if (begins && !enters) return;
  if (begins) delete box.at;
  const step = begins ? 1 : { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const marks = box.layout?.meta?.ids ? [] : named(box), now = marks[box.at];
  if (event.key === "Escape") { unhovered(box); aloud(""); }
  if (step && marks.length) {
    box.at = ((box.at ?? (step > 0 ? -1 : 0)) + step + marks.length) % marks.length;
    const { mark, ...point } = marks[box.at];
    window.Plotly.Fx.hover(box, [point], axes(box.data[point.curveNumber]));
    aloud(plain(box.data[point.curveNumber].hovertext[point.pointNumber]));
  } else if (enters && now) act.current(now.mark, event.shiftKey);
  else return;
  event.preventDefault();
}

const plain = (text) => new DOMParser().parseFromString(text.replaceAll("<br>", ", "), "text/html").body.textContent;
const axes = (trace) => [`${trace.xaxis ?? "x"}${trace.yaxis ?? "y"}`.replace("x1", "x")];
const unhovered = (box) => { if (box?.layout && window.Plotly) window.Plotly.Fx.unhover(box); };

function named(box) {
  return (box.data ?? []).flatMap((trace, curveNumber) => trace.customdata.map((mark, pointNumber) => ({ mark, curveNumber, pointNumber }))
    .filter(({ mark, pointNumber }) => mark && (trace.type !== "bar" || Number(trace.y[pointNumber]) > 0)));
}

// On a phone a chart may bring another layout, in meta.narrow, and each of its traces other words.
const slim = (box) => box.clientWidth < 480;

function fitted(layout, box) {
  const room = filled(box), narrow = slim(box) ? layout.meta?.narrow : undefined;
  const fit = { ...layout, ...narrow, autosize: true, height: (narrow ?? layout).height ?? layout.height };
  const shown = scaled(fit, scale(box));
  shown.height = room ? Math.max(room.clientHeight, least(fit, room) * scale(box)) : Math.round(shown.height * Math.sqrt(scale(box)));
  box.parentElement.style.height = `${shown.height}px`;
  return shown;
}

// Room for the names at the axes, which Plotly only makes when it has drawn all of it, to draw it again; it still adds
// what is missing here.
function roomy(layout, traces, box) {
  const margin = { ...layout.margin }, beside = slim(box) ? BESIDE - 1 : BESIDE;
  for (const [key, axis] of Object.entries(layout)) {
    if (!axis?.automargin) continue;
    const side = (axis.side ?? (key[0] === "x" ? "bottom" : "left"))[0], font = { ...layout.font, ...axis.tickfont };
    const names = axis.ticktext ?? traces.flatMap((trace) => trace[key[0]] ?? []);
    const lines = names.map((name) => `${name}${axis.ticksuffix ?? ""}`.split("<br>"));
    const size = key[0] === "y" ? Math.min(widest(lines.flat(), font), box.clientWidth * MOST)
      : axis.tickangle === -90 ? widest(lines.flat(), font)
      : Math.max(0, ...lines.map(({ length }) => length)) * font.size * LINE;
    margin[side] = Math.max(margin[side], Math.ceil(size) + beside);
  }
  return margin;
}

function widest(lines, { size, family }) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${size}px ${family}`;
  return Math.max(0, ...lines.map((line) => pen.measureText(line.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt);/g, "&")).width));
}

// Names on two lines need a bar's whole height, where there is less and the room scrolls.
const least = (layout, room) => (getComputedStyle(room).overflowY === "auto"
  && layout.yaxis?.ticktext?.some((name) => name.includes("<br>")) ? layout.height : 0);

const filled = (box) => box.closest("[data-fill]");

// On a large screen, which is mostly a shared one, letters grow with the page's own; on the board
// the smallest are as large as the page's.
function scale(box) {
  const room = filled(box);
  return room ? parseFloat(getComputedStyle(room).fontSize) / SMALLEST : window.innerWidth >= 1800 ? 1.25 : 1;
}

function scaled(part, by) {
  if (Array.isArray(part)) return part.map((one) => scaled(one, by));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key.toLowerCase().endsWith("font") ? { ...value, size: value.size * by }
        : key === "size" && by > 1.3 ? grown(value, by) : scaled(value, by),
    ]),
  );
}

// Marks that hold a number grow with it.
const grown = (size, by) => (Array.isArray(size) ? size.map((one) => one * by) : size * by);

// Of numbers that would lie over one another, or over a bar beside theirs, the higher ones are shown.
function uncrowd(box) {
  const taken = [...box.querySelectorAll(".bars .point path")].map((bar) => bar.getBoundingClientRect());
  const texts = [...box.querySelectorAll(".bars .bartext, .barlayer:not(:empty) ~ .scatterlayer .textpoint text")]
    .filter((text) => text.textContent.trim()).map((text) => ({ text, at: text.getBoundingClientRect() }));
  for (const { text, at } of texts.sort((a, b) => a.at.top - b.at.top)) {
    const over = taken.some((one) => at.left + 1 < one.right && one.left + 1 < at.right && at.top + 1 < one.bottom && one.top + 1 < at.bottom);
    text.style.visibility = over ? "hidden" : "";
    if (!over) taken.push(at);
  }
  if (box.layout?.meta?.many) sparse(box);
}

// Of many marks with a number each, those drawn first have room for theirs, and no number lies on another large mark.
function sparse(box) {
  const room = box.getBoundingClientRect(), texts = [...box.querySelectorAll(".scatterlayer .textpoint text")];
  const marks = [...box.querySelectorAll(".scatterlayer .points .point")].map((point, n) => ({ n, at: point.getBoundingClientRect() }));
  const taken = marks.filter(({ at }) => at.width > 12);
  texts.forEach((text, n) => {
    const at = text.getBoundingClientRect(), own = marks[n]?.at;
    const within = own && at.left >= own.left && at.right <= own.right; // on its mark, which lies on earlier ones
    const over = taken.some((one) => one.n !== n && !(within && one.n < n) && at.left < one.at.right && one.at.left < at.right && at.top < one.at.bottom && one.at.top < at.bottom);
    const hidden = over || at.left < room.left || at.right > room.right;
    text.style.visibility = hidden ? "hidden" : "";
    if (!hidden) taken.push({ at });
  });
}

// The names beside bars do what the bars do, by mouse and by keyboard.
function nameable(box, act) {
  const ids = box.layout?.meta?.ids;
  if (!ids) return;
  const labels = [...box.querySelectorAll(".yaxislayer-above .ytick text")];
  labels.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  for (const label of labels) {
    label.parentNode.parentNode.append(label.parentNode); // the keyboard goes downwards
    const id = ids[label.dataset.unformatted?.trim() ?? label.textContent.trim()];
    if (!id || label.getAttribute("role")) continue;
    label.setAttribute("role", "button");
    label.setAttribute("tabindex", "0");
    label.style.pointerEvents = "all";
    label.addEventListener("click", (event) => act.current(id, event.shiftKey));
    label.addEventListener("keydown", (event) => {
      if (!["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      act.current(id, event.shiftKey);
    });
  }
}

// The room that a chart is drawn for; empty where it is not shown.
function sized(box) {
  const room = filled(box) ?? box;
  return room.clientWidth ? `${room.clientWidth} ${filled(box) ? room.clientHeight : ""}` : "";
}

function resized(box, redraw) {
  const watch = new ResizeObserver(() => {
    if (box.layout && sized(box) && sized(box) !== box.drawnAt) redraw();
  });
  watch.observe(filled(box) ?? box);
  return () => { watch.disconnect(); window.Plotly?.purge(box); };
}

// A card's chart as a picture that says what it is, for slides and minutes.
export async function picture({ figure, sentence, scope: note, plain_foot: foot, source, file_name: filename }, format) {
  const Plotly = await library();
  const width = 1200, lines = [...foot, source], { height, margin, ...layout } = figure.layout;
  const look = getComputedStyle(document.documentElement);
  const line = (text, y, size, yanchor, yshift) => ({ text, xref: "paper", yref: "paper",
    x: 0, y, xanchor: "left", yanchor, yshift, showarrow: false, align: "left", font: { size } });
  const annotations = [...(layout.annotations ?? []), line(`<b>${escaped(sentence)}</b>`, 1, 20, "bottom", 40),
    line(escaped(note), 1, 14, "bottom", 16),
    ...lines.map((text, n) => line(escaped(text), 0, 13, "top", -44 - 18 * n))];
  const framed = { ...layout, annotations, width, height: height + 150 + 18 * lines.length,
    paper_bgcolor: look.getPropertyValue("--page").trim(), margin: { l: 24, r: 24, t: 90, b: 60 + 18 * lines.length } };
  await Plotly.downloadImage({ data: structuredClone(figure.data), layout: framed }, { format, width,
    height: framed.height, scale: format === "png" ? 2 : 1, filename });
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// The figures of a page are seen before its first chart is drawn, which takes the browser a while.
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

function library() {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("vendor/plotly-basic.min.js", import.meta.url).href;
    script.onload = () => done(window.Plotly);
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}
