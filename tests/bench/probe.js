// When did the page last change? From the reader's click to the last frame that changed anything,
// once the page shows what is expected and two further frames brought nothing new.
(() => {
  const state = { clicked: 0, changed: 0, dirty: false, right: 0 };
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const listed = (values) => (values ? Array.from(values) : values);
  const charts = () => [...document.querySelectorAll(".js-plotly-plot")].map(
    (box) => [listed(box.data?.[0]?.x), listed(box.data?.[0]?.y)]);
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText.trim());
  const drawn = () => [...document.querySelectorAll(".js-plotly-plot")].every((box) => box.querySelector(".main-svg"));
  const shows = ({ selector, figures, charts: expected, script }) =>
    (!figures || same(texts(selector), figures)) && (!expected || (same(charts(), expected) && drawn()))
    && (!script || new Function(`return ${script}`)());
  addEventListener("click", (event) => { if (!state.clicked) state.clicked = event.timeStamp; }, true);
  const begin = () => new MutationObserver(() => { state.dirty = true; }).observe(document,
    { subtree: true, childList: true, attributes: true, characterData: true });
  begin();
  const waits = [];
  let quiet = 0;
  // The time that a frame's callback is handed is when the frame was due: long before, where the page was busy drawing
  // charts. It is painted after its callbacks.
  const painted = new MessageChannel();
  painted.port1.onmessage = () => { state.changed = performance.now(); };
  const frame = () => {
    const now = performance.now();
    quiet = state.dirty ? 0 : quiet + 1;
    if (state.dirty) painted.port2.postMessage(null);
    state.dirty = false;
    for (const wait of [...waits]) {
      if (wait.expected.figures && !wait.figures && same(texts(wait.expected.selector), wait.expected.figures)) wait.figures = now;
      if (quiet >= 2 && (state.clicked || wait.from === 0) && shows(wait.expected)) {
        waits.splice(waits.indexOf(wait), 1);
        wait.done({ ms: state.changed - (wait.from ?? state.clicked), figures: (wait.figures ?? state.changed) - (wait.from ?? state.clicked) });
      }
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.probe = {
    expect(expected, from) {
      if (from === undefined) { state.clicked = 0; state.changed = 0; }
      window.probe.result = new Promise((done) => waits.push({ expected, from, done }));
    },
    now: () => ({ shown: waits.map(({ expected }) => texts(expected.selector ?? "none")), drawn: drawn(), charts: charts().length, quiet }),
  };
})();
