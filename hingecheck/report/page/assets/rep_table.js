// Numbers per rep: sorted by any column, copied as tab-separated text.
const READ_AT = {
  trunk_inclination: "bottom", trunk_thigh_flexion: "bottom", knee_flexion: "bottom", hip_setback: "bottom",
  back_bow: "bottom", stack_offset: "top", plank_hip: "top", plank_knee: "top", swing_height: "top",
};
const seconds = (frame) => frame == null ? null : times[Math.min(frame, lastFrame)];

const setOf = (rep) => DATA.sets.find(({reps}) => reps.includes(rep.number))?.number ?? null;

function columns() {
  const time = (name, read) => ({name, read: (rep) => [read(rep), read(rep) == null ? "" : clock(read(rep))]});
  const measures = Object.entries(READ_AT).filter(([name]) => signalByName.has(name)).map(([name, at]) => {
    const signal = signalByName.get(name);
    const unit = signal.unit === "deg" ? "°" : signal.unit;
    return {name: `${capital(spaced(name))} at the ${at}${unit ? ` (${unit})` : ""}`, read: (rep) => {
      const value = rep[at] == null ? null : valueAt(signal, rep[at]);
      return [value, value == null ? "not seen" : `${number(value, signal.unit)} ± ${number(errorAt(signal, rep[at]), signal.unit)}`];
    }};
  });
  const seen = (rep, verdict) => (findingsOfRep.get(rep.number) ?? []).filter((found) => found.verdict === verdict).map((found) => found.check.name).join(", ");
  return [
    {name: "Rep", read: (rep) => [rep.number, String(rep.number)], go: (rep) => rep.start},
    ...(DATA.sets.length > 1 ? [{name: "Set", read: (rep) => { const at = setOf(rep); return [at, String(at ?? "")]; }}] : []),
    time("Start", (rep) => seconds(rep.start)), {...time("Bottom at", (rep) => seconds(rep.bottom)), go: (rep) => rep.bottom},
    {...time("Top at", (rep) => seconds(rep.top)), go: (rep) => rep.top},
    {name: "Bottom to top (s)", read: (rep) => { const value = seconds(rep.top) - seconds(rep.bottom); return [value, value.toFixed(2)]; }},
    ...measures,
    {name: "Faults", read: (rep) => [seen(rep, "fault"), seen(rep, "fault")]},
    {name: "Borderline", read: (rep) => [seen(rep, "borderline"), seen(rep, "borderline")]},
  ];
}

const COLUMNS = columns();
let sortBy = 0, sortWay = 1, rows = [...fullReps];

function compared(a, b) {
  const [x] = COLUMNS[sortBy].read(a), [y] = COLUMNS[sortBy].read(b);
  if (x == null || y == null) return (x == null) - (y == null); // unseen last, either way
  return sortWay * (typeof x === "string" ? x.localeCompare(y) : x - y);
}

function drawTable() {
  rows.sort(compared);
  const cell = (column, rep) => {
    const [, text] = column.read(rep);
    return el("td", {}, column.go ? el("button", {type: "button", class: "link", onclick: () => show(column.go(rep))}, text) : text);
  };
  byId("reps").tBodies[0].replaceChildren(...rows.map((rep) => el("tr", {"data-rep": rep.number}, ...COLUMNS.map((column) => cell(column, rep)))));
  [...byId("reps").tHead.rows[0].cells].forEach((head, place) =>
    head.setAttribute("aria-sort", place !== sortBy ? "none" : sortWay > 0 ? "ascending" : "descending"));
}

function asTsv() {
  const plain = (rep, column) => {
    const [value, text] = column.read(rep);
    return typeof value === "number" ? String(Number(value.toFixed(3))) : value == null ? "" : text.replaceAll(/[\t\n]/g, " ");
  };
  return [COLUMNS.map(({name}) => name), ...rows.map((rep) => COLUMNS.map((column) => plain(rep, column)))]
    .map((line) => line.join("\t")).join("\n") + "\n";
}

async function copyText(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* an old way follows */ }
  const box = el("textarea", {class: "only-heard"});
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}

if (fullReps.length) {
  byId("table-section").hidden = false;
  const heads = COLUMNS.map(({name}, place) => el("th", {scope: "col"}, el("button", {type: "button", onclick: () => {
    sortWay = place === sortBy ? -sortWay : 1;
    sortBy = place;
    drawTable();
  }}, name)));
  byId("reps").append(el("thead", {}, el("tr", {}, ...heads)), el("tbody"));
  drawTable();
  byId("copy").addEventListener("click", async () => {
    byId("copied").textContent = await copyText(asTsv()) ? "Copied; paste it into a spreadsheet." : "This browser does not allow copying.";
  });
}
