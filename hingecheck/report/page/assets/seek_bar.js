// The bar under the video: reps, findings as marks, and where we are in words.
const seekBar = byId("seek"), lane = byId("lane");
const marks = findings.filter((found) => found.frame != null && (found.verdict === "fault" || found.verdict === "borderline"))
  .sort((a, b) => a.frame - b.frame);
seekBar.max = lastFrame;
seekBar.addEventListener("input", () => go(Number(seekBar.value)));

function drawLane() {
  const [pen, width, height] = sized(lane);
  const x = (frame) => 8 + (width - 16) * frame / Math.max(1, lastFrame);
  pen.font = "11px system-ui, sans-serif";
  pen.textBaseline = "bottom";
  for (const rep of DATA.reps) {
    pen.fillStyle = colourOf("--line");
    pen.fillRect(x(rep.start), height - 5, Math.max(1, x(rep.stop) - x(rep.start) - 1), 5);
    pen.fillStyle = colourOf("--quiet");
    const label = rep.number == null ? "part" : String(rep.number);
    if (x(rep.stop) - x(rep.start) > pen.measureText(label).width + 3) pen.fillText(label, x(rep.start) + 1, height - 6);
  }
  for (const mark of marks) {
    const fault = mark.verdict === "fault", at = x(mark.frame);
    pen.beginPath();
    pen.moveTo(at - 5, 2); pen.lineTo(at + 5, 2); pen.lineTo(at, 13); pen.closePath();
    pen.fillStyle = pen.strokeStyle = colourOf(fault ? "--fault" : "--borderline");
    pen.lineWidth = 1.5;
    if (fault) pen.fill(); else pen.stroke();
  }
}

lane.addEventListener("click", (event) => {
  const part = (event.offsetX - 8) / Math.max(1, lane.clientWidth - 16);
  const frame = Math.round(part * lastFrame), reach = 8 / lane.clientWidth * lastFrame;
  const near = event.offsetY < 16 && marks.filter((mark) => Math.abs(mark.frame - frame) <= reach)
    .sort((a, b) => Math.abs(a.frame - frame) - Math.abs(b.frame - frame))[0];
  go(near ? near.frame : frame);
});

function where(frame) {
  const rep = repAt(frame), phase = phaseAt(rep, frame);
  const name = !rep ? "between reps" : rep.number == null ? "partial rep" : `rep ${rep.number}`;
  return `${clock(times[frame])}, ${name}${phase ? `, ${phase[3]}` : ""}`;
}

let hush = null;
onMove((frame) => {
  seekBar.value = frame;
  const words = where(frame);
  byId("where").textContent = `${words} (frame ${frame})`;
  seekBar.setAttribute("aria-valuetext", words);
  const here = marks.filter((mark) => Math.abs(mark.frame - frame) <= 1);
  const line = byId("at-finding");
  line.hidden = !here.length;
  if (here.length) line.replaceChildren(...here.map((found) =>
    el("span", {}, verdictWord(found.verdict), ` ${told(found)}. ${found.check.cue} `)));
  clearTimeout(hush);
  if (video.paused) hush = setTimeout(() => { byId("said").textContent = words + here.map((found) => `. ${VERDICTS[found.verdict]}: ${told(found)}`).join(""); }, 600);
});

function nextMark(way) {
  const ahead = marks.filter((mark) => way * (mark.frame - now) > 0);
  const mark = way > 0 ? ahead[0] : ahead.at(-1);
  if (mark) go(mark.frame);
}
byId("mark-back").addEventListener("click", () => nextMark(-1));
byId("mark-on").addEventListener("click", () => nextMark(1));
byId("mark-back").hidden = byId("mark-on").hidden = !marks.length;

function nextRep(way) {
  const ahead = DATA.reps.filter((rep) => way * (rep.start - now) > 0);
  const rep = way > 0 ? ahead[0] : ahead.at(-1);
  if (rep) go(rep.start);
}
new ResizeObserver(drawLane).observe(lane);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawLane);
