// All signals on one clock, with a cursor that follows the video and leads it.
const USUAL = ["trunk_inclination", "trunk_thigh_flexion", "knee_flexion"];
const plots = [];
let span = [0, times[lastFrame] || 1];

// Only checks that read the signal as it is: others compare a change or a share of it.
function limitsOf(signal) {
  return DATA.checks.filter((check) => check.signal === signal.name && check.limits && check.phases.length)
    .map((check) => ({...check.limits, phases: check.phases, name: check.name}));
}

function plotWords(signal, range) {
  const limits = limitsOf(signal).map(({name, warn, fault, beyond, unit}) =>
    `${name}: borderline ${beyond} ${number(warn, unit)}${fault == null ? "" : `, fault ${beyond} ${number(fault, unit)}`}`);
  const seen = signal.values.filter((value) => value != null).map((value) => value / signal.steps);
  const from = seen.reduce((a, b) => Math.min(a, b), Infinity), to = seen.reduce((a, b) => Math.max(a, b), -Infinity);
  const ends = seen.length ? `from ${number(from, signal.unit)} to ${number(to, signal.unit)}${UNIT[signal.unit] ?? ""}` : "never seen";
  return `Plot of ${spaced(signal.name)} over time, ${ends}. ${limits.join("; ")}`;
}

// Drawn only while in sight.
const plotInSight = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const shown = plots.find(({node}) => node === entry.target);
    shown.visible = entry.isIntersecting;
    if (shown.visible) drawPlot(shown);
  }
}, {rootMargin: "200px"});

function addPlot(signal, first) {
  const canvas = el("canvas", {role: "img", "aria-label": plotWords(signal)});
  const cursor = el("div", {class: "cursor"}), value = el("output");
  const frame = el("div", {class: "frame"}, canvas, cursor);
  const node = el("div", {class: "plot"}, el("h3", {}, capital(spaced(signal.name)), value), frame, el("p", {class: "small"}, signal.meaning));
  const plot = new Plot(canvas, {...signal, limits: limitsOf(signal)});
  const shown = {signal, node, plot, cursor, value, first, visible: false};
  const seek = (event) => go(frameAt(plot.secondsAt(event.clientX - canvas.getBoundingClientRect().left)));
  frame.addEventListener("pointerdown", (event) => { frame.setPointerCapture(event.pointerId); seek(event); });
  frame.addEventListener("pointermove", (event) => { if (event.buttons) seek(event); });
  plots.push(shown);
  byId("plots").append(node);
  plotInSight.observe(node);
}

function drawPlot(shown) {
  shown.plot.draw(span);
  moveCursor(shown, now);
}

function moveCursor({plot, cursor, value, signal}, frame) {
  if (!plot.width) return;
  const x = plot.x(times[frame]);
  cursor.hidden = x < LEFT - 1 || x > plot.width - RIGHT + 1;
  cursor.style.transform = `translateX(${x - 1}px)`;
  value.textContent = withError(valueAt(signal, frame), errorAt(signal, frame), signal.unit);
}

// The window turns like a page: it stays until the cursor leaves it.
function spanFor(frame) {
  const length = Number(byId("window").value), end = times[lastFrame] || 1;
  if (!length || length >= end) return [0, end];
  if (times[frame] >= span[0] && times[frame] <= span[1] && Math.abs(span[1] - span[0] - length) < 1e-6) return span;
  const start = Math.max(0, Math.min(end - length, times[frame] - length * 0.1));
  return [start, start + length];
}

function drawPlots() { for (const shown of plots) if (shown.visible && !shown.node.hidden) drawPlot(shown); }

onMove((frame) => {
  const next = spanFor(frame);
  if (next[0] !== span[0] || next[1] !== span[1]) { span = next; drawPlots(); return; }
  for (const shown of plots) if (shown.visible && !shown.node.hidden) moveCursor(shown, frame);
});
byId("window").addEventListener("change", () => { span = spanFor(now); drawPlots(); });
byId("all-signals").addEventListener("click", ({target}) => {
  const all = target.getAttribute("aria-expanded") !== "true";
  target.setAttribute("aria-expanded", all);
  target.textContent = all ? "Fewer signals" : "All signals";
  if (all) for (const signal of laterSignals.splice(0)) addPlot(signal, false); // made when asked for
  for (const shown of plots) shown.node.hidden = !(all || shown.first);
});

if (times[lastFrame] > 60) byId("window").value = "30";
const isFirst = (signal) => signal.troubled || USUAL.includes(signal.name);
const laterSignals = DATA.signals.filter((signal) => !isFirst(signal));
for (const signal of DATA.signals.filter(isFirst).sort((a, b) => b.troubled - a.troubled)) addPlot(signal, true);
span = spanFor(0);
new ResizeObserver(drawPlots).observe(byId("plots"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawPlots);
