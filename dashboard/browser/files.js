// What a card gives away: its picture, drawn here, and its figures and events, written by the server.
import { html, useEffect, useRef, useState } from "./vendor/preact-htm.js";
import { picture } from "./plot.js";

export function Menu({ data, act }) {
  const menu = useRef(null);
  const { offered, sentence: title } = data;
  const done = (run) => () => { menu.current.open = false; run(); };
  const file = (question) => (ending) => html`<button type="button" key=${ending}
    onClick=${done(() => act("file", { question, title, ending }))}>${ending.toUpperCase()}</button>`;
  const image = (format) => html`<button type="button" key=${format}
    onClick=${done(() => picture(data, format))}>${format.toUpperCase()}</button>`;
  return html`<details class="menu" ref=${menu}
    onKeyDown=${(event) => event.key === "Escape" && (menu.current.open = false)}>
    <summary>${offered.label}</summary>
    <div class="offers">
      ${data.figure && html`<p>${offered.picture}</p><div>${["png", "svg"].map(image)}</div>`}
      <p>${offered.figures}</p><div>${offered.endings.map(file(data.key))}</div>
      ${offered.rows && html`<p>${offered.rows}</p><div>${offered.endings.map(file("events"))}</div>`}
    </div>
  </details>`;
}

// The board pack, made by the server. busy: while a job is under way.
export function Pack({ pack, busy, act }) {
  const menu = useRef(null);
  const make = (ending) => () => { menu.current.open = false; act("pack", { ending }); };
  return html`<div class="pack"><details class="menu" ref=${menu} onKeyDown=${(event) => event.key === "Escape" && (menu.current.open = false)}>
    <summary aria-label=${pack.label}><span>${pack.label}</span></summary>
    <div class="offers"><p>${pack.about}</p><div>${pack.endings.map((ending) => html`<button type="button"
      key=${ending} disabled=${busy} onClick=${make(ending)}>${ending.toUpperCase()}</button>`)}</div></div>
  </details></div>`;
}

// The jobs that the reader began and the server works at: { token, name, step } for one under way, { token, said } for
// one that ended otherwise than with a file. work.begun: the job just asked for, followed by its token beside Streamlit
// until it is done, also from another page. after: when something was done of which there is no file.
export function useWork(work, after) {
  const [jobs, setJobs] = useState([]);
  const tell = (token, told) => setJobs((all) => [...all.filter((job) => job.token !== token && !job.said), ...(told ? [{ token, ...told }] : [])]);
  const begun = work.begun;
  useEffect(() => { if (begun) follow(begun, work, (told) => tell(begun.token, told), after); }, [begun?.token]);
  return { jobs, busy: jobs.some((job) => job.step), close: (token) => tell(token, null) };
}

// Which step each job has reached, with a way to stop it; what became of one that left no file.
export function Work({ work, now }) {
  const stop = (token) => fetch(address(token, "/stop"), { method: "POST" }).catch(() => {});
  return html`<div class="work" role="status">${now.jobs.map((job) => html`<p key=${job.token}><span>${job.step ?? job.said}</span>
    <button type="button" onClick=${() => (job.step ? stop(job.token) : now.close(job.token))}>${job.step ? work.stop : work.close}</button></p>`)}</div>`;
}

const EACH = 250; // milliseconds between two looks at a job
const address = (token, rest = "") => new URL(`jobs/${token}${rest}`, document.baseURI).href;

async function follow({ token, name }, words, tell, after) {
  tell({ step: words.making });
  try {
    for (;;) {
      const { state, step, said, stopping } = await (await asked(address(token))).json();
      if (state === "made" && said) { tell({ said }); return after?.(); }
      if (state === "made") break;
      if (state !== "making") return tell({ said: said || words.stopped });
      tell({ step: stopping ? words.stopping : step || words.making });
      await new Promise((on) => setTimeout(on, EACH));
    }
    download(await (await asked(address(token, "/file"))).blob(), name);
    tell(null);
  } catch {
    tell({ said: words.lost });
  }
}

async function asked(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
