// The recording as the page works on it.
const times = DATA.time;
const lastFrame = times.length - 1;
const fullReps = DATA.reps.filter((rep) => rep.number != null);
const signalByName = new Map(DATA.signals.map((signal) => [signal.name, signal]));
const findings = DATA.findings.map(([check, rep, verdict, value, u, frame, reason]) =>
  ({check: DATA.checks[check], rep, verdict, value, u, frame, reason: DATA.reasons[reason]}));
const findingsOfRep = groupBy(findings, (found) => found.rep);

// The last frame that has begun at a time.
function frameAt(seconds) {
  let low = 0, high = lastFrame;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= seconds + 1e-3) low = middle; else high = middle - 1;
  }
  return low;
}

const repAt = (frame) => DATA.reps.find((rep) => frame >= rep.start && frame < rep.stop) ?? null;
const phaseAt = (rep, frame) => rep?.phases.find(([, start, stop]) => frame >= start && frame < stop) ?? null;
const valueAt = (signal, frame) => signal.values[frame] == null ? null : signal.values[frame] / signal.steps;
function errorAt(signal, frame) {
  const u = Array.isArray(signal.u) ? signal.u[frame] : signal.u;
  return u == null ? null : u / signal.steps;
}

function verdictWord(verdict) {
  return el("span", {class: `verdict ${verdict}`}, VERDICTS[verdict]);
}

function told(found) {
  const value = found.value == null ? "" : `, ${withError(found.value, found.u, found.check.limits?.unit)}`;
  return found.check.name + value + (found.verdict === "unseen" ? ` (${found.reason})` : "");
}
