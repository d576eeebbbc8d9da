// One signal on a canvas. A stretch with more frames than pixels is drawn as its lowest and highest
// value per pixel, so that nothing that happened can fall between two points.
const LEFT = 46, RIGHT = 8, TOP = 8, FOOT = 20;

function rangeOf(signal, limits) {
  let low = Infinity, high = -Infinity;
  signal.values.forEach((value, frame) => {
    if (value == null) return;
    const at = value / signal.steps, u = errorAt(signal, frame) ?? 0;
    low = Math.min(low, at - u); high = Math.max(high, at + u);
  });
  for (const {warn, fault} of limits)
    for (const limit of [warn, fault]) if (limit != null) { low = Math.min(low, limit); high = Math.max(high, limit); }
  if (low > high) return [0, 1];
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}

class Plot {
  constructor(canvas, {values, steps, u, unit, limits = [], colour = "--main"}) {
    Object.assign(this, {canvas, limits, unit, lines: [{values, steps, u, colour}]});
    this.range = rangeOf({values, steps, u}, limits);
    this.span = [0, times[lastFrame]];
  }

  x(seconds) { return LEFT + (this.width - LEFT - RIGHT) * (seconds - this.span[0]) / (this.span[1] - this.span[0] || 1); }
  y(value) { return TOP + (this.height - TOP - FOOT) * (this.range[1] - value) / (this.range[1] - this.range[0]); }
  secondsAt(x) { return this.span[0] + (x - LEFT) / Math.max(1, this.width - LEFT - RIGHT) * (this.span[1] - this.span[0]); }

  draw(span) {
    this.span = span;
    [this.pen, this.width, this.height] = sized(this.canvas);
    const pen = this.pen;
    pen.font = "11px system-ui, sans-serif";
    this.drawPhases();
    this.drawScale();
    pen.save();
    pen.beginPath(); pen.rect(LEFT, TOP, this.width - LEFT - RIGHT, this.height - TOP - FOOT); pen.clip();
    for (const line of this.lines) { this.drawBand(line); this.drawLine(line); }
    for (const limits of this.limits) this.drawLimits(limits);
    pen.restore();
  }

  drawPhases() {
    const pen = this.pen, base = this.height - FOOT;
    for (const rep of DATA.reps) {
      if (times[rep.start] > this.span[1] || times[Math.min(rep.stop, lastFrame)] < this.span[0]) continue;
      for (const [phase, start, stop] of rep.phases) {
        if (phase !== "bottom" && phase !== "top") continue;
        const from = Math.max(LEFT, this.x(times[start])), to = Math.min(this.width - RIGHT, this.x(times[Math.min(stop, lastFrame)]));
        if (to <= from) continue;
        pen.fillStyle = colourOf(phase === "bottom" ? "--bottom" : "--top");
        pen.fillRect(from, TOP, to - from, base - TOP);
        pen.fillStyle = colourOf("--quiet");
        pen.textBaseline = "top"; pen.textAlign = "center";
        if (to - from > pen.measureText(phase).width + 4) pen.fillText(phase, (from + to) / 2, TOP + 1);
      }
      const at = this.x(times[rep.start]);
      if (at < LEFT) continue;
      pen.fillStyle = colourOf("--edge");
      pen.fillRect(at, TOP, 1, base - TOP);
    }
  }

  drawScale() {
    const pen = this.pen, base = this.height - FOOT;
    pen.fillStyle = colourOf("--quiet"); pen.textBaseline = "middle"; pen.textAlign = "right";
    for (const at of ticks(...this.range, 4)) {
      pen.fillText(`${Number(at.toFixed(3))}${this.unit === "deg" ? "°" : ""}`.replace("-", "\u2212"), LEFT - 5, this.y(at));
      pen.fillStyle = colourOf("--line"); pen.fillRect(LEFT, this.y(at), this.width - LEFT - RIGHT, 1); pen.fillStyle = colourOf("--quiet");
    }
    pen.textBaseline = "top"; pen.textAlign = "center";
    for (const at of ticks(...this.span, Math.max(2, Math.floor(this.width / 90))))
      pen.fillText(at >= 60 ? clock(at).slice(0, -3) : `${Number(at.toFixed(2))} s`, Math.min(this.width - 18, this.x(at)), base + 4);
  }

  frames() { return [Math.max(0, frameAt(this.span[0]) - 1), Math.min(lastFrame, frameAt(this.span[1]) + 1)]; }

  // Runs of seen frames; each point is [x, low, high, u].
  *runs({values, steps, u}) {
    const [first, last] = this.frames(), wide = last - first > 2 * this.width;
    let run = [];
    for (let frame = first; frame <= last + 1; frame++) {
      const raw = frame <= last ? values[frame] : null;
      if (raw == null) { if (run.length) yield run; run = []; continue; }
      const x = this.x(times[frame]), value = raw / steps, error = (Array.isArray(u) ? u[frame] : u ?? 0) / steps;
      const before = run.at(-1);
      if (wide && before && Math.floor(before[0]) === Math.floor(x)) {
        before[1] = Math.min(before[1], value); before[2] = Math.max(before[2], value); before[3] = Math.max(before[3], error);
      } else run.push([x, value, value, error]);
    }
  }

  drawBand(line) {
    this.pen.fillStyle = colourOf("--band");
    for (const run of this.runs(line)) {
      this.pen.beginPath();
      for (const [x, , high, u] of run) this.pen.lineTo(x, this.y(high + u));
      for (const [x, low, , u] of run.reverse()) this.pen.lineTo(x, this.y(low - u));
      this.pen.fill();
    }
  }

  drawLine(line) {
    const pen = this.pen;
    pen.strokeStyle = colourOf(line.colour); pen.lineWidth = 1.6;
    for (const run of this.runs(line)) {
      pen.beginPath();
      if (run.length === 1) pen.arc(run[0][0], this.y(run[0][1]), 1, 0, 7);
      for (const [x, low, high] of run) { pen.lineTo(x, this.y(low)); if (high !== low) pen.lineTo(x, this.y(high)); }
      pen.stroke();
    }
  }

  drawLimits({warn, fault, phases}) {
    const pen = this.pen;
    for (const [limit, colour, dash] of [[warn, "--borderline", [3, 4]], [fault, "--fault", [9, 4]]]) {
      if (limit == null) continue;
      pen.strokeStyle = colourOf(colour); pen.lineWidth = 1.5; pen.setLineDash(dash);
      pen.beginPath();
      for (const rep of fullReps) for (const [phase, start, stop] of rep.phases) {
        if (phases.length && !phases.includes(phase)) continue;
        pen.moveTo(this.x(times[start]), this.y(limit)); pen.lineTo(this.x(times[Math.min(stop, lastFrame)]), this.y(limit));
      }
      pen.stroke();
    }
    pen.setLineDash([]);
  }
}
