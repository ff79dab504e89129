// Board mode: one screen of the story at a time, filling the window. All screens are drawn at once and
// stay; moving between them shows another one and asks the server nothing.
import { html, useEffect, useRef, useState } from "./vendor/preact-htm.js";
import { base, count } from "./counted.js";
import { Drill } from "./drill.js";
import { Pack } from "./files.js";
import { Notes } from "./notes.js";
import { Screen } from "./screen.js";
import { Work, useWork } from "./work.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

export function Board({ data, act }) {
  const { screens, words } = data;
  const root = useRef(null);
  const work = useWork(data.work);
  const [place, setPlace] = useState(() => placed(screens, data.screen));
  const now = Math.min(place, screens.length - 1);
  const turned = useRef(null), at = useRef(0);
  at.current = now; // known before the next screen is drawn, so that no key is lost
  const go = (to) => {
    at.current = Math.max(0, Math.min(screens.length - 1, to));
    setPlace(at.current);
    turned.current?.(screens[at.current]?.name);
  };
  useEffect(() => written(screens[now]?.name), [now, screens.length]);
  useEffect(() => followed(data, turned, setPlace), [data.link, data.notes, screens.map(({ name }) => name).join()]);
  useEffect(() => { if (data.notes) root.current.scrollTo(0, 0); }, [now]);
  useEffect(() => measured(root.current), []);
  useEffect(() => keys((key) => moved(key, at.current, screens.length, go), () => act("close")), [screens.length]);
  const open = (mark, screen) => act("mark", { mark, screen, within: Boolean(document.querySelector("dialog.drill[open]")) });
  // Rows that come after the reader has moved on belong to another screen: they are not shown.
  const late = data.drill && !data.notes && data.screen !== screens[now]?.name;
  useEffect(() => { if (late) act("close"); }, [late]);
  const drill = data.drill && !late && html`<${Drill} key=${data.drill.opening} data=${data.drill} close=${() => act("close")} back=${() => act("back")} more=${(mark) => act("more", { mark })}
    open=${(mark) => open(mark, screens[now].name)} />`;
  if (data.notes) return html`<div class="board notes" ref=${root}><${Notes} data=${data} now=${now} open=${open} />${drill}</div>`;
  return html`<div class="board" ref=${root} tabindex="-1">
    <div class="stage">
      ${screens.map((screen, n) => html`<${Screen} key=${screen.name} data=${screen} words=${words} shown=${n === now}
        open=${(mark) => open(mark, screen.name)} />`)}
      ${screens.length === 0 && html`<section class="screen none"><h1>${words.nothing}</h1><p>${words.nothing_do}</p></section>`}
    </div>
    <${Ways} data=${data} now=${now} go=${go} act=${act} work=${work} />
    <p class="aloud" role="status">${screens[now] && words.named.replace("{name}", count(words.place, now, screens)).replace("{text}", screens[now].heading)}</p>
    ${drill}
  </div>`;
}

// Buttons, the list of all screens, the notes, the way out.
function Ways({ data, now, go, act, work }) {
  const { screens, words } = data, list = useRef(null);
  const name = screens[now]?.name ?? "";
  const jump = (n) => () => { list.current.open = false; go(n); };
  const button = (label, sign, to) => html`<button type="button" aria-label=${label} title=${label}
    disabled=${to < 0 || to >= screens.length} onClick=${() => go(to)}>${sign}</button>`;
  return html`<nav class="ways" aria-label=${words.board}>
    ${screens.length > 0 && html`${button(words.back, "←", now - 1)}${button(words.on, "→", now + 1)}
    <details class="jump" ref=${list} onKeyDown=${(event) => event.key === "Escape" && (list.current.open = false)}>
      <summary aria-label=${words.jump}><span>${now + 1} / ${screens.length}</span> <b>${screens[now].heading}</b></summary>
      <ol>${screens.map((screen, n) => html`<li key=${screen.name}><button type="button" onClick=${jump(n)}
        aria-current=${n === now ? "true" : undefined}>${n + 1} · ${screen.heading}</button></li>`)}</ol>
    </details>`}
    <span class="out"><${Work} work=${data.work} now=${work} />${data.pack && screens.length > 0 && html`<${Pack} pack=${data.pack} busy=${work.busy} act=${act} />`}<a href=${`${base()}board?${data.asked}&screen=${name}&notes=1`} target="_blank" title=${words.newtab}>${words.notes}</a>
    <a class="leave" href=${`${base()}?${data.link}`}>${words.leave}</a></span>
  </nav>`;
}

// A screen by its name, or by its number as people count.
function placed(screens, asked) {
  const found = screens.findIndex((screen) => screen.name === asked);
  const number = /^[0-9]+$/.test(asked) ? Math.min(Number(asked), screens.length) - 1 : 0;
  return Math.max(0, found >= 0 ? found : number);
}

// The link names the screen that is open.
function written(name) {
  const url = new URL(location.href);
  if (!name || url.searchParams.get("screen") === name) return;
  url.searchParams.set("screen", name);
  history.replaceState(history.state, "", url.href.replaceAll("%2C", ","));
}

// The board and its notes in two windows of one browser turn together, if their links select the same. Only what a
// reader does is sent, so that none echoes another; boards hear notes alone, and notes boards. Notes that open ask where
// the board is, and take one answer: another board's may come late.
function followed({ link, notes, screens }, turned, setPlace) {
  const channel = new BroadcastChannel(`${base()}board?${link}`), send = (message) => channel.postMessage({ notes, ...message });
  let heard = false;
  turned.current = (screen) => { heard = true; send({ screen }); };
  channel.onmessage = ({ data }) => {
    if (data.notes === notes) return;
    if (data.asks) return send({ screen: new URL(location.href).searchParams.get("screen"), answers: true });
    const place = screens.findIndex(({ name }) => name === data.screen);
    if (place < 0 || (data.answers && heard)) return;
    heard = true;
    setPlace(place);
  };
  if (notes) send({ asks: true });
  return () => channel.close();
}

function moved(key, now, length, go) {
  if (key in STEPS) go(now + STEPS[key]);
  if (key === "Home") go(0);
  if (key === "End") go(length - 1);
  return key in STEPS || key === "Home" || key === "End";
}

// Keys move unless something is written or a panel is open; R and C, Streamlit's own, do nothing here.
function keys(move, stop) {
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea")) return;
    if (["r", "c"].includes(event.key.toLowerCase())) event.stopImmediatePropagation();
    else if (document.querySelector("dialog[open]") || (event.key.startsWith("Arrow") && event.target.matches?.(".canvas:not([aria-label=''])"))) return;
    else if (event.key === "Escape" && "busy" in document.documentElement.dataset) stop();
    else if (move(event.key)) event.preventDefault();
  };
  window.addEventListener("keydown", pressed, true);
  return () => window.removeEventListener("keydown", pressed, true);
}

// The panel of rows grows with the page's letters.
function measured(root) {
  const size = () => root?.style.setProperty("--zoom", parseFloat(getComputedStyle(root).fontSize) / 15);
  size();
  window.addEventListener("resize", size);
  return () => window.removeEventListener("resize", size);
}
