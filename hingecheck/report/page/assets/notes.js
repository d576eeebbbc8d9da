// A coach's word on each finding, kept until it is saved as a small file.
const notes = new Map(DATA.notes.map((note) => [`${note.code}:${note.rep}`, {there: note.there, comment: note.comment}]));
const ORDER = {fault: 0, borderline: 1, unseen: 2, clear: 3};
let unsaved = false;

function noteOf(found) {
  const key = `${found.check.code}:${found.rep}`;
  if (!notes.has(key)) notes.set(key, {there: null, comment: ""});
  return notes.get(key);
}

function changed() {
  unsaved = true;
  byId("notes-state").textContent = `${given().length} notes, not saved yet`;
}

const given = () => findings.filter((found) => {
  const note = notes.get(`${found.check.code}:${found.rep}`);
  return note && (note.there !== null || note.comment.trim());
});

function choice(found, words, value) {
  const name = `${found.check.code}-${found.rep}`, note = noteOf(found);
  const box = el("input", {type: "radio", name, checked: note.there === value, onchange: () => { note.there = value; changed(); }});
  return el("label", {}, box, ` ${words}`);
}

function noteRow(found) {
  const note = noteOf(found);
  const comment = el("input", {type: "text", maxlength: 500, placeholder: "comment", "aria-label": `Comment on ${found.check.name}, rep ${found.rep}`,
    oninput: (event) => { note.comment = event.target.value; changed(); }});
  comment.value = note.comment;
  const rep = fullReps.find((rep) => rep.number === found.rep);
  const frame = found.frame ?? rep?.bottom ?? 0;
  const value = found.value == null ? found.reason : withError(found.value, found.u, found.check.limits?.unit);
  return el("div", {class: "note"},
    el("div", {}, el("button", {type: "button", class: "link", onclick: () => show(frame)}, `Rep ${found.rep}`), " ", verdictWord(found.verdict), ` ${value}`),
    el("fieldset", {}, el("legend", {class: "only-heard"}, `${found.check.name}, rep ${found.rep}: do you see it?`),
      choice(found, found.verdict === "fault" || found.verdict === "borderline" ? "confirm" : "it is there", true),
      choice(found, found.verdict === "fault" || found.verdict === "borderline" ? "dismiss" : "not there", false),
      choice(found, "no word", null)),
    comment);
}

function checkNotes(check) {
  const of = findings.filter((found) => found.check === check).sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || a.rep - b.rep);
  const count = (verdict) => of.filter((found) => found.verdict === verdict).length;
  const parts = Object.keys(VERDICTS).filter(count).map((verdict) => `${VERDICTS[verdict]} in ${count(verdict)}`).join(", ");
  const box = el("details", {}, el("summary", {}, el("strong", {}, capital(check.name)), `: ${parts}`));
  // thousands of fields would slow the page: they are made when somebody looks
  box.addEventListener("toggle", () => { if (box.childElementCount === 1) box.append(...of.map(noteRow)); }, {once: true});
  return box;
}

function notesFile() {
  const of = given().map((found) => ({code: found.check.code, rep: found.rep, verdict: VERDICTS[found.verdict], ...noteOf(found)}));
  return JSON.stringify({notes_version: 1, recording: {name: DATA.name, sha256: DATA.sha256}, notes: of}, null, 2) + "\n";
}

function saveNotes() {
  const address = URL.createObjectURL(new Blob([notesFile()], {type: "application/json"}));
  const link = el("a", {href: address, download: `${DATA.name.replace(/\.[^.]*$/, "").replaceAll(/[^\p{L}\p{N} ._-]/gu, "_") || "recording"}.notes.json`});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  unsaved = false;
  byId("notes-state").textContent = `${given().length} notes saved`;
}

if (findings.length) {
  byId("notes-section").hidden = false;
  byId("notes").append(...DATA.checks.map(checkNotes));
  if (DATA.notes.length) byId("notes-state").textContent = `${DATA.notes.length} notes read from a file`;
  byId("save-notes").addEventListener("click", saveNotes);
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
}
