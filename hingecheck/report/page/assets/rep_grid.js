// One row per rep, one column per phase.
// In the reps' own order: a lift from the floor begins with the ascent, a swing with its setup.
const PHASES = [];
for (const rep of fullReps) rep.phases.forEach(([name], place) => {
  if (PHASES.includes(name)) return;
  const next = rep.phases.slice(place + 1).map(([later]) => PHASES.indexOf(later)).find((index) => index >= 0);
  PHASES.splice(next ?? PHASES.length, 0, name);
});
const picked = new Set();
const MOST_PICKED = 4;

// Reps of several movements call one phase by several words.
const wordsOf = (name) => [...new Set(fullReps.flatMap((rep) => rep.phases).filter(([phase]) => phase === name).map((phase) => phase[3]))].join(" or ");
const stillOf = (rep, phase) => DATA.stills[`${rep.number}:${phase}`];
const pictureSource = (still) => `data:image/jpeg;base64,${still}`;

function frameOf(rep, [phase, start, stop]) {
  if (phase === "bottom" && rep.bottom != null) return rep.bottom;
  if (phase === "top" && rep.top != null) return rep.top;
  return (start + stop - 1) >> 1;
}

// A picture is decoded when it comes into sight; a long recording has thousands.
const inSight = new IntersectionObserver((entries) => {
  for (const {isIntersecting, target} of entries) {
    if (!isIntersecting) continue;
    target.src = pictureSource(DATA.stills[target.dataset.still]);
    inSight.unobserve(target);
  }
}, {rootMargin: "600px"});

function repWords(rep) {
  const of = findingsOfRep.get(rep.number) ?? [];
  for (const verdict of ["fault", "borderline"]) {
    const those = of.filter((found) => found.verdict === verdict);
    if (those.length) return [verdict, `${those.length}`];
  }
  return of.some((found) => found.verdict === "clear") ? ["clear", ""] : ["unseen", ""];
}

function repHead(rep) {
  const [verdict, count] = repWords(rep);
  const box = el("input", {type: "checkbox", "aria-label": `Compare rep ${rep.number}`, "data-rep": rep.number, onchange: (event) => pick(rep, event.target)});
  return el("th", {scope: "row"}, el("label", {}, box, ` Rep ${rep.number}`), el("br"),
    el("span", {class: `verdict ${verdict}`}, VERDICTS[verdict] + (count > 1 ? ` in ${count}` : "")));
}

function repCell(rep, name) {
  const phase = rep.phases.find(([phase]) => phase === name);
  if (!phase) return el("td", {class: "small"}, "not in this rep");
  const frame = frameOf(rep, phase), still = stillOf(rep, name);
  const words = `Rep ${rep.number}, ${phase[3]}, ${clock(times[frame])}`;
  const picture = still ? el("img", {alt: "", "data-still": `${rep.number}:${name}`, width: 90, height: 132}) : el("span", {class: "none"}, clock(times[frame]));
  if (still) inSight.observe(picture);
  return el("td", {}, el("button", {type: "button", "aria-label": words, title: words, "data-frame": frame, onclick: () => show(frame)}, picture));
}

function drawGrid() {
  if (!fullReps.length) return;
  byId("grid-section").hidden = false;
  const head = el("tr", {}, el("th", {scope: "col"}, "Rep"), ...PHASES.map((phase) => el("th", {scope: "col"}, capital(wordsOf(phase)))));
  byId("grid").append(el("thead", {}, head),
    el("tbody", {}, ...fullReps.map((rep) => el("tr", {}, repHead(rep), ...PHASES.map((phase) => repCell(rep, phase))))));
}

function pick(rep, box) {
  if (box.checked && picked.size >= MOST_PICKED) {
    box.checked = false;
    byId("said").textContent = `At most ${MOST_PICKED} reps side by side.`;
    return;
  }
  if (box.checked) picked.add(rep); else picked.delete(rep);
  drawSideBySide([...picked].sort((a, b) => a.number - b.number));
}
drawGrid();

const cellOfRep = groupBy([...document.querySelectorAll("#grid [data-frame]")], (button) => repAt(Number(button.dataset.frame))?.number);
let lit = null;
onMove((frame) => {
  const rep = repAt(frame), phase = phaseAt(rep, frame);
  const cell = phase && (cellOfRep.get(rep.number) ?? []).find((button) => phaseAt(rep, Number(button.dataset.frame)) === phase);
  if (cell === lit) return;
  lit?.classList.remove("now");
  cell?.classList.add("now");
  lit = cell ?? null;
});
