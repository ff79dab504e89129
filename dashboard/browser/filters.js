// The filter bar. What is chosen is a link's parameters; each change sends the whole of them.
import { html, useEffect, useRef, useState } from "./vendor/preact-htm.js";
import { number } from "./said.js";

// `name` tells the bars of a page apart; a bar for comparing shares calendar, reset and unconfirmed.
export function Filters({ data, link: answered, choose }) {
  const [draft, setDraft] = useState(null); // what was asked for and is not answered yet
  const asked = useRef(null);
  const link = draft ?? answered;
  const settle = () => { asked.current = null; setDraft(null); };
  // Effects run after the paint: a click may have come since, so only what was asked for last counts.
  useEffect(() => { if (asked.current && same(asked.current, answered)) settle(); }, [answered]);
  useEffect(() => {
    const late = draft && setTimeout(() => { if (asked.current === draft) settle(); }, 4000);
    return () => clearTimeout(late);
  }, [draft]);
  const [open, setOpen] = useState("");
  const [shown, setShown] = useState(false);
  const bar = useRef(null);
  useEffect(() => closing(bar, open && data.name + open, setOpen), [open]);
  const send = (next) => { asked.current = next; setDraft(next); choose(next); };
  const change = (changes) => send(without({ ...(asked.current ?? answered), ...changes }));
  const chosenIn = (id) => ids((asked.current ?? link)[id]);
  const pop = (id, label, value, body, wide) => html`
    <div class=${`pop ${wide ? "wide" : ""}`}>
      <button type="button" class="opener" aria-expanded=${open === id ? "true" : "false"} data-filter=${data.name + id}
        aria-controls=${`pop-${data.name}${id}`} onClick=${() => setOpen(open === id ? "" : id)}>
        <span class="what">${label}</span>${value && html`<span class="value">${value}</span>`}
      </button>
      ${open === id && html`<div class="panel" id=${`pop-${data.name}${id}`} role="group" aria-label=${label}>${body()}</div>`}
    </div>`;
  const remove = ({ dimension, id }) => {
    bar.current.querySelector(`[data-filter="${data.name}${dimension}"]`)?.focus(); // the chip will be gone
    change(dimension === "period" ? { from: "", to: "" }
      : { [dimension]: id ? chosenIn(dimension).filter((one) => one !== id).join(",") : "" });
  };
  const chosen = data.chips.length + (data.unconfirmed?.on ? 1 : 0);
  return html`
    <section class="filters" aria-label=${data.label} ref=${bar}>
      <div class="bar">
        ${pop("period", data.period.label, data.period.value, () => html`<${Period} data=${data.period}
          words=${data.words} pick=${(days) => { change(days); setOpen(""); }} />`, true)}
        ${data.calendar && html`<${Segments} data=${data.calendar} pick=${(id) => change({ calendar: id })} />`}
        <button type="button" class="more" aria-expanded=${shown ? "true" : "false"}
          onClick=${() => setShown(!shown)}>${data.words.filters}${chosen > 0 && ` (${chosen})`}</button>
        <div class=${`rest ${shown ? "shown" : ""}`}>
          ${data.dimensions.map((dimension) => {
            const on = chosenIn(dimension.id).length;
            return pop(dimension.id, dimension.label, on ? String(on) : "", () => html`<${Options}
              data=${dimension} words=${data.words} change=${change} chosenIn=${chosenIn} />`);
          })}
          ${data.unconfirmed && html`<label class="switch" title=${data.unconfirmed.hint}>
            <input type="checkbox" role="switch" checked=${link.unconfirmed === "1"}
              onChange=${(event) => change({ unconfirmed: event.target.checked ? "1" : "" })} />
            <span>${data.unconfirmed.label} <em>${data.unconfirmed.hint}</em></span>
          </label>`}
        </div>
        ${data.reset && html`<button type="button" class="reset" disabled=${!data.reset.needed}
          onClick=${() => { settle(); choose(data.reset.link); }}>${data.reset.label}</button>`}
      </div>
      ${data.chips.length > 0 && html`<ul class="chips">${data.chips.map((chip) => html`
        <li key=${chip.dimension + chip.id}>${chip.remove ? html`<button type="button" class="chip"
          aria-label=${chip.remove}
          onClick=${() => remove(chip)}
          >${chip.label}<span aria-hidden="true"> ×</span></button>` : html`<span class="chip">${chip.label}</span>`}</li>`)}</ul>`}
    </section>`;
}

function Segments({ data, pick }) {
  return html`<div class="segments" role="group" aria-label=${data.label}>${data.options.map(
    (option) => html`<button key=${option.id} type="button" aria-pressed=${option.on ? "true" : "false"}
      onClick=${() => pick(option.id)}>${option.label}</button>`,
  )}</div>`;
}

function Options({ data, words, change, chosenIn }) {
  const [search, setSearch] = useState("");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const found = data.options.filter(({ label, short }) => plain(`${label} ${short}`).includes(plain(search)));
  const chosen = chosenIn(data.id);
  const toggle = (id) => {
    const now = chosenIn(data.id);
    change({ [data.id]: (now.includes(id) ? now.filter((x) => x !== id) : [...now, id]).join(",") });
  };
  return html`
    ${data.match && html`<div class="match"><span>${data.match.label}</span><${Segments} data=${data.match}
      pick=${(id) => change({ match: id === "all" ? "all" : "" })} /></div>`}
    ${data.options.length > 12 && html`<input type="search" placeholder=${words.search} aria-label=${words.search}
      value=${search} onInput=${(event) => setSearch(event.target.value)} />`}
    <p class="hint">${data.hint}</p>
    <ul class="options">${found.map(
      (option) => html`<li key=${option.id} class=${option.count ? "" : "none"}><label>
        <input type="checkbox" checked=${chosen.includes(option.id)} value=${option.id} onChange=${() => toggle(option.id)} />
        <span class="name">${option.label}</span><span class="count">${number(option.count)}</span></label></li>`,
    )}</ul>
    ${data.more && html`<p class="hint">${data.more}</p>`}
    ${found.length === 0 && html`<p class="hint">${words.nothing}</p>`}
    ${chosen.length > 0 && html`<button type="button" class="clear"
      onClick=${() => change({ [data.id]: "", ...(data.match && { match: "" }) })}>${words.clear}</button>`}`;
}

function Period({ data, words, pick }) {
  const [from, setFrom] = useState(data.from);
  const [to, setTo] = useState(data.to);
  const days = (option) => () => pick({ from: option.from, to: option.to });
  return html`<div class="periods">
    <div><h3>${data.presets_label}</h3><ul class="presets">${data.presets.map(
      (option) => html`<li key=${option.label}><button type="button" aria-pressed=${option.on ? "true" : "false"}
        onClick=${days(option)}><span>${option.label}<small>${option.days}</small></span>
        <span class="count">${number(option.count || option.unrecorded || 0)}</span></button></li>`,
    )}</ul>
    <h3>${data.days_label}</h3>
    <form class="days" onSubmit=${(event) => { event.preventDefault(); pick({ from, to }); }}>
      <label>${data.from_label}<input type="date" value=${from} required onInput=${(e) => setFrom(e.target.value)} /></label>
      <label>${data.to_label}<input type="date" value=${to} required min=${from} onInput=${(e) => setTo(e.target.value)} /></label>
      <button type="submit">${words.apply}</button>
    </form></div>
    <div><h3>${data.years_label}</h3><div class="years">${data.years.map(
      (year) => html`<div class="year" key=${year.label}>
        <button type="button" aria-pressed=${year.on ? "true" : "false"} onClick=${days(year)}>${year.label}
          <span class="count">${number(year.count)}</span></button>
        ${year.quarters.map((quarter) => html`<button type="button" key=${quarter.label} title=${quarter.title}
          class=${quarter.coverage} aria-label=${`${quarter.title}: ${number(quarter.count)}`}
          aria-pressed=${quarter.on ? "true" : "false"} onClick=${days(quarter)}>${quarter.label}
          <span class="count">${number(quarter.count)}</span></button>`)}
      </div>`,
    )}</div></div>
  </div>`;
}

// A panel closes on Escape, on a click elsewhere, and gives the focus back to what opened it.
function closing(bar, open, setOpen) {
  if (!open) return undefined;
  const outside = (event) => !bar.current?.querySelector(".panel")?.parentElement.contains(event.target) && setOpen("");
  const escape = (event) => {
    if (event.key !== "Escape") return;
    bar.current?.querySelector(`[data-filter="${open}"]`)?.focus();
    setOpen("");
  };
  document.addEventListener("pointerdown", outside);
  document.addEventListener("keydown", escape);
  return () => {
    document.removeEventListener("pointerdown", outside);
    document.removeEventListener("keydown", escape);
  };
}

const ids = (text) => (text ?? "").split(",").filter(Boolean);
const same = (one, other) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
const without = (link) => Object.fromEntries(Object.entries(link).filter(([, value]) => value !== ""));
