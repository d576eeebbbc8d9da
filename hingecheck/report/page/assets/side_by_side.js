// Two to four reps at the same moment of their phases.
let sideReps = [], sideViews = [], sideTimer = null;

function sharedPhases(reps) {
  return PHASES.filter((phase) => reps.every((rep) => rep.phases.some(([name]) => name === phase)));
}

// Each shared phase takes the same length of the bar, whatever it takes in seconds.
function alignedFrame(rep, phases, part) {
  const place = Math.min(part * phases.length, phases.length - 1e-6);
  const [, start, stop] = rep.phases.find(([name]) => name === phases[Math.floor(place)]);
  return Math.min(stop - 1, start + Math.floor((place % 1) * (stop - start)));
}

function sideView(rep) {
  const words = el("figcaption", {class: "small"});
  const shown = hasVideo ? el("video", {muted: true, playsinline: true, preload: "auto", "aria-label": `Rep ${rep.number}`}) : el("img", {alt: `Rep ${rep.number}`});
  if (hasVideo) { shown.muted = true; shown.src = video.currentSrc || video.src; }
  return {rep, shown, words, node: el("figure", {}, el("strong", {}, `Rep ${rep.number}`), shown, words)};
}

function sideGo(part) {
  const phases = sharedPhases(sideReps);
  if (!phases.length) return;
  for (const view of sideViews) {
    const frame = alignedFrame(view.rep, phases, part), [phase, , , word] = phaseAt(view.rep, frame);
    view.words.textContent = `${word}, ${clock(times[frame])}`;
    if (hasVideo) { if (!view.shown.seeking) view.shown.currentTime = middleOf(frame); }
    else {
      const still = stillOf(view.rep, phase);
      view.shown.hidden = !still;
      if (still) view.shown.src = pictureSource(still);
    }
  }
}

function sideStop() {
  clearInterval(sideTimer);
  sideTimer = null;
  byId("side-play").textContent = "Play";
}

function sideToggle() {
  if (sideTimer !== null) return sideStop();
  byId("side-play").textContent = "Pause";
  const slider = byId("side-seek");
  sideTimer = setInterval(() => {
    slider.value = (Number(slider.value) + 10) % 1000;
    sideGo(slider.value / 1000);
  }, 50);
}

function sideValues(reps) {
  const cell = (rep, check) => {
    const found = (findingsOfRep.get(rep.number) ?? []).find((found) => found.check === check);
    return el("td", {}, verdictWord(found.verdict), " ", found.value == null ? "" : withError(found.value, found.u, check.limits?.unit));
  };
  byId("side-values").replaceChildren(
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "Check"), ...reps.map((rep) => el("th", {scope: "col"}, `Rep ${rep.number}`)))),
    el("tbody", {}, ...DATA.checks.map((check) => el("tr", {}, el("th", {scope: "row"}, check.name), ...reps.map((rep) => cell(rep, check))))));
}

function drawSideBySide(reps) {
  sideStop();
  sideReps = reps;
  byId("side").hidden = reps.length < 2;
  if (reps.length < 2) { sideViews = []; byId("side-reps").replaceChildren(); return; }
  const old = new Map(sideViews.map((view) => [view.rep, view]));
  sideViews = reps.map((rep) => old.get(rep) ?? sideView(rep));
  for (const view of sideViews) view.shown.addEventListener?.("loadedmetadata", () => sideGo(byId("side-seek").value / 1000));
  byId("side-reps").replaceChildren(...sideViews.map((view) => view.node));
  sideValues(reps);
  sideGo(byId("side-seek").value / 1000);
  byId("side").scrollIntoView({block: "nearest"});
}
byId("side-seek").addEventListener("input", (event) => { sideStop(); sideGo(event.target.value / 1000); });
byId("side-play").addEventListener("click", sideToggle);
byId("side-close").addEventListener("click", () => {
  for (const box of document.querySelectorAll("#grid input:checked")) box.checked = false;
  picked.clear();
  drawSideBySide([]);
});
