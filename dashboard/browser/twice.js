// What people click twice they mean once. Where the first click of a double click brought rows, took them away, made away
// with what was clicked or unfolded something, the second one would meet what its reader has not seen yet, or fold it again:
// it goes nowhere.
const UNFOLDS = "summary, [aria-expanded]";
let first = null; // what was clicked first, and the rows that were open then

export function meantOnce() {
  for (const kind of ["mousedown", "mouseup", "click"]) window.addEventListener(kind, hear, true);
}

function hear(event) {
  if (event.type === "mousedown" && event.detail === 1) first = { target: event.target, rows: open() };
  if (event.detail < 2 || !first || (stands(first.target) && first.rows === open() && !event.target.closest?.(UNFOLDS))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

const stands = (what) => what.checkVisibility?.() ?? what.isConnected;
const open = () => document.querySelector("dialog[open]");
