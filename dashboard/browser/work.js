// Work that the server does beside the page. What the reader asked for in this tab is followed until it is done, also from
// another page and once a page is loaded anew; the server ends a file that nobody follows any more.
import { html, useEffect, useState } from "./vendor/preact-htm.js";

const EACH = 250; // milliseconds between two looks at a job
const UNDER_WAY = "outreach.work"; // in the store of this tab: token and name of each
const jobs = new Map(); // by token: { name, step, stopping } of one under way, { said } of one that ended without a file
const known = new Set(); // tokens that are or were followed
const draws = new Set(); // who shows them: one at most, but a page may come before another is gone
let words = {}, done = () => {};

// What there is to show. given.begun: the job just asked for. after: when something was done of which there is no file.
export function useWork(given, after = () => {}) {
  const [, again] = useState(0);
  words = given;
  done = after;
  useEffect(() => {
    const draw = () => again((times) => times + 1);
    draws.add(draw);
    kept().forEach(follow);
    return () => draws.delete(draw);
  }, []);
  useEffect(() => { if (given.begun) follow([given.begun.token, given.begun.name]); }, [given.begun?.token]);
  return { jobs: [...jobs], busy: [...jobs.values()].some(({ step }) => step) };
}

// Which step each job has reached, with a way to stop it; what became of one that left no file.
export function Work({ work, now }) {
  const stop = (token, job) => {
    tell(token, { ...job, step: work.stopping, stopping: true });
    fetch(address(token, "/stop"), { method: "POST" }).catch(() => jobs.has(token) && tell(token, job)); // not heard: ask again
  };
  const button = (run, text) => html`<button type="button" onClick=${run}>${text}</button>`;
  return html`<div class="work" role="status">${now.jobs.map(([token, job]) => html`<p key=${token}><span>${job.step ?? job.said}</span>
    ${job.said ? button(() => tell(token, null), work.close) : !job.stopping && button(() => stop(token, job), work.stop)}</p>`)}</div>`;
}

const address = (token, rest = "") => new URL(`jobs/${token}${rest}`, document.baseURI).href;

function tell(token, told) {
  if (told) jobs.set(token, told);
  else jobs.delete(token);
  keep([...jobs].filter(([, { step }]) => step).map(([one, { name }]) => [one, name]));
  draws.forEach((draw) => draw());
}

async function follow([token, name]) {
  if (known.has(token)) return;
  known.add(token);
  jobs.forEach(({ said }, other) => { if (said) jobs.delete(other); }); // what was said of earlier ones was read
  tell(token, { name, step: words.making });
  try {
    for (;;) {
      const { state, step, said, stopping } = await (await asked(address(token))).json();
      if (state === "made" && said) { tell(token, { said }); return done(); }
      if (state === "made") break;
      if (state !== "making") return tell(token, { said: said || words.stopped });
      const ending = stopping || jobs.get(token)?.stopping;
      tell(token, { name, step: ending ? words.stopping : step || words.making, stopping: ending });
      await new Promise((on) => setTimeout(on, EACH));
    }
    download(await (await asked(address(token, "/file"))).blob(), name);
    tell(token, null);
  } catch {
    tell(token, { said: words.lost });
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

// A browser that lends no store forgets what is under way with the page.
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(UNDER_WAY)) ?? [];
  } catch {
    return [];
  }
}

function keep(all) {
  try {
    sessionStorage.setItem(UNDER_WAY, JSON.stringify(all));
  } catch {}
}
