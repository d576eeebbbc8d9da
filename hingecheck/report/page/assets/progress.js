// Every measure over the days, each recording with its error bar.
const EDGES = {left: 46, right: 14, top: 10, foot: 20}, PER_U = 1.96;
const drawn = [];
const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

function valueRange({points, warn, fault}) {
  const all = points.flatMap(({mean, u}) => [mean - PER_U * u, mean + PER_U * u]);
  for (const limit of [warn, fault]) if (limit != null) all.push(limit);
  const low = Math.min(...all), high = Math.max(...all), room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}

function drawCourse(canvas, course) {
  const [pen, width, height] = sized(canvas), range = valueRange(course);
  const {left, right, top, foot} = EDGES, first = course.points[0].t, last = course.points.at(-1).t;
  const x = (t) => left + 8 + (width - left - right - 16) * (last > first ? (t - first) / (last - first) : 0.5);
  const y = (value) => top + (height - top - foot) * (range[1] - value) / (range[1] - range[0]);
  pen.font = "11px system-ui, sans-serif";
  pen.textAlign = "right"; pen.textBaseline = "middle";
  for (const at of ticks(...range, 4)) {
    pen.fillStyle = colourOf("--line"); pen.fillRect(left, y(at), width - left - right, 1);
    pen.fillStyle = colourOf("--quiet");
    pen.fillText(`${Number(at.toFixed(3))}${course.unit === "deg" ? "°" : ""}`.replace("-", "\u2212"), left - 5, y(at));
  }
  pen.textBaseline = "top";
  pen.textAlign = "left"; pen.fillText(day(first), left, height - foot + 5);
  if (last > first) { pen.textAlign = "right"; pen.fillText(day(last), width - right, height - foot + 5); }
  for (const [limit, colour, dash] of [[course.warn, "--borderline", [3, 4]], [course.fault, "--fault", [9, 4]]]) {
    if (limit == null) continue;
    pen.strokeStyle = colourOf(colour); pen.lineWidth = 1.5; pen.setLineDash(dash);
    pen.beginPath(); pen.moveTo(left, y(limit)); pen.lineTo(width - right, y(limit)); pen.stroke(); pen.setLineDash([]);
  }
  pen.strokeStyle = pen.fillStyle = colourOf("--main"); pen.lineWidth = 1;
  pen.globalAlpha = 0.5; pen.beginPath();
  for (const {t, mean} of course.points) pen.lineTo(x(t), y(mean));
  pen.stroke(); pen.globalAlpha = 1; pen.lineWidth = 2;
  for (const {t, mean, u} of course.points) {
    pen.beginPath(); pen.moveTo(x(t), y(mean - PER_U * u)); pen.lineTo(x(t), y(mean + PER_U * u)); pen.stroke();
    pen.beginPath(); pen.arc(x(t), y(mean), 3.5, 0, 7); pen.fill();
  }
}

document.querySelectorAll("[data-section]").forEach((section) => {
  const place = section.querySelector(".courses"), {courses, title} = DATA.sections[section.dataset.section];
  for (const course of [...courses].sort((a, b) => b.changed - a.changed)) {
    const words = course.points.map(({t, mean, u}) => `${day(t)} ${withError(mean, u, course.unit)}`).join("; ");
    const canvas = el("canvas", {role: "img", "aria-label": `${title}, ${course.name}: ${words}`});
    place.append(el("div", {class: "plot"}, el("h3", {}, capital(course.name) + (course.changed ? " (changed)" : "")), canvas));
    drawn.push([canvas, course]);
  }
  new ResizeObserver(drawAll).observe(place);
});
function drawAll() { drawn.forEach(([canvas, course]) => drawCourse(canvas, course)); }
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
