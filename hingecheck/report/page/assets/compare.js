// Two usual reps over one another, phase by phase.
const EDGES = {left: 46, right: 8, top: 8, foot: 20};
const drawn = [];

function curveRange(sides) {
  let low = Infinity, high = -Infinity;
  for (const {mean, spread} of sides) mean.forEach((value, place) => {
    if (value == null) return;
    low = Math.min(low, value - spread[place]); high = Math.max(high, value + spread[place]);
  });
  if (low > high) return null;
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}

function drawCurves(canvas, curve) {
  const [pen, width, height] = sized(canvas), range = curveRange([curve.before, curve.after]);
  const {left, right, top, foot} = EDGES, count = curve.after.mean.length;
  const x = (place) => left + (width - left - right) * (place + 0.5) / count;
  const y = (value) => top + (height - top - foot) * (range[1] - value) / (range[1] - range[0]);
  pen.font = "11px system-ui, sans-serif";
  DATA.phases.forEach((phase, place) => {
    const from = left + (width - left - right) * place / DATA.phases.length, wide = (width - left - right) / DATA.phases.length;
    if (place % 2) { pen.fillStyle = colourOf("--soft"); pen.fillRect(from, top, wide, height - top - foot); }
    pen.fillStyle = colourOf("--quiet"); pen.textAlign = "center"; pen.textBaseline = "top";
    pen.fillText(phase, from + wide / 2, height - foot + 4);
  });
  if (!range) return;
  pen.textAlign = "right"; pen.textBaseline = "middle";
  for (const at of ticks(...range, 4)) {
    pen.fillStyle = colourOf("--line"); pen.fillRect(left, y(at), width - left - right, 1);
    pen.fillStyle = colourOf("--quiet");
    pen.fillText(`${Number(at.toFixed(3))}${curve.unit === "deg" ? "°" : ""}`.replace("-", "\u2212"), left - 5, y(at));
  }
  for (const [side, colour, dash] of [[curve.before, "--borderline", [6, 4]], [curve.after, "--main", []]]) drawSide(pen, side, x, y, colour, dash);
}

function drawSide(pen, {mean, spread}, x, y, colour, dash) {
  const seen = mean.map((value, place) => [place, value]).filter(([, value]) => value != null);
  const runs = [];
  for (const point of seen) {
    if (runs.length && runs.at(-1).at(-1)[0] === point[0] - 1) runs.at(-1).push(point); else runs.push([point]);
  }
  for (const run of runs) {
    pen.globalAlpha = 0.2; pen.fillStyle = colourOf(colour); pen.beginPath();
    for (const [place, value] of run) pen.lineTo(x(place), y(value + spread[place]));
    for (const [place, value] of [...run].reverse()) pen.lineTo(x(place), y(value - spread[place]));
    pen.fill(); pen.globalAlpha = 1;
    pen.strokeStyle = colourOf(colour); pen.lineWidth = 2; pen.setLineDash(dash); pen.beginPath();
    for (const [place, value] of run) pen.lineTo(x(place), y(value));
    pen.stroke(); pen.setLineDash([]);
  }
}

for (const curve of [...DATA.curves].sort((a, b) => b.changed - a.changed)) {
  const words = `${capital(spaced(curve.name))} over one rep, before and after, by phase: ${DATA.phases.join(", ")}`;
  const canvas = el("canvas", {role: "img", "aria-label": words});
  byId("plots").append(el("div", {class: "plot"}, el("h3", {}, capital(spaced(curve.name)) + (curve.changed ? " (changed)" : "")), canvas));
  drawn.push([canvas, curve]);
}
const drawAll = () => drawn.forEach(([canvas, curve]) => drawCurves(canvas, curve));
new ResizeObserver(drawAll).observe(byId("plots"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
