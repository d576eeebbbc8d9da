// One place in time for the whole page; the video, the plots and the grid follow it.
const video = byId("video");
const listeners = [];
let now = 0;
let hasVideo = false;
let wanted = null; // a place to seek to as soon as the last seek is done
let backward = null; // the timer of J
const onMove = (listener) => listeners.push(listener);

function moved(frame) {
  now = Math.min(lastFrame, Math.max(0, frame));
  for (const listener of listeners) listener(now);
}

// The middle of a frame: its very beginning may still show the frame before.
function middleOf(frame) {
  const next = frame < lastFrame ? times[frame + 1] : times[frame] + 1 / DATA.fps;
  return (times[frame] + next) / 2;
}

function go(frame, {pause = true} = {}) {
  if (pause) stop();
  moved(frame);
  if (!hasVideo) return;
  if (video.seeking) wanted = now;
  else video.currentTime = middleOf(now);
}

function show(frame) {
  go(frame);
  byId("player").scrollIntoView({block: "start"});
}

function stop() {
  clearInterval(backward);
  backward = null;
  if (!video.paused) video.pause();
}

function play(rate) {
  clearInterval(backward);
  backward = null;
  if (!hasVideo) return;
  if (rate) video.playbackRate = rate;
  if (now >= lastFrame) go(0);
  video.play().catch(() => {});
}

const chosenSpeed = () => Number(byId("speed").value);
function toggle() {
  if (video.paused && backward === null) play(chosenSpeed()); else stop();
}

function playBackward() {
  const faster = backward !== null;
  stop();
  const step = Math.max(1, Math.round(DATA.fps * chosenSpeed() * (faster ? 2 : 1) / 15));
  backward = setInterval(() => {
    if (now <= 0) stop(); else go(now - step, {pause: false});
  }, 1000 / 15);
}

function looped() {
  const kind = byId("loop").value;
  const rep = kind && loopRep;
  if (!rep) return null;
  return kind === "rep" ? [rep.start, rep.stop] : loopPhase && [loopPhase[1], loopPhase[2]];
}

let loopRep = null, loopPhase = null;
function holdLoop() {
  loopRep = byId("loop").value ? repAt(now) ?? fullReps[0] ?? null : null;
  loopPhase = loopRep && (phaseAt(loopRep, now) ?? loopRep.phases[0]);
}

function followed(seconds) {
  if (video.seeking) return;
  const frame = frameAt(seconds);
  const loop = looped();
  if (loop && !video.paused && (frame >= loop[1] || frame < loop[0] - 1)) go(loop[0], {pause: false});
  else if (frame !== now && !video.paused) moved(frame);
}

function follow() {
  if (video.requestVideoFrameCallback) {
    const onFrame = (_, facts) => { followed(facts.mediaTime); video.requestVideoFrameCallback(onFrame); };
    video.requestVideoFrameCallback(onFrame);
  } else {
    const tick = () => { if (!video.paused) followed(video.currentTime); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }
}

function withoutVideo(why) {
  hasVideo = false;
  byId("no-video").hidden = false;
  byId("no-video-why").textContent = why;
  video.hidden = true;
}

function load(source) {
  video.hidden = false;
  video.src = source;
}

function embeddedSource() {
  const text = byId("embedded").textContent;
  if (!text) return null;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], {type: "video/mp4"}));
}

video.addEventListener("loadedmetadata", () => {
  hasVideo = true;
  byId("no-video").hidden = true;
  document.querySelector(".stage").classList.toggle("portrait", video.videoHeight > video.videoWidth);
  video.currentTime = middleOf(now);
});
video.addEventListener("error", () => withoutVideo(
  `${DATA.video ?? "The video"} does not open from beside this page. Put it into the same folder, or choose it here.`));
video.addEventListener("seeked", () => {
  if (wanted === null) return;
  video.currentTime = middleOf(wanted);
  wanted = null;
});
video.addEventListener("ended", () => { if (looped()) { go(looped()[0], {pause: false}); play(); } });
for (const name of ["play", "pause"]) video.addEventListener(name, () => { byId("play").textContent = video.paused ? "Play" : "Pause"; });
video.addEventListener("click", toggle);
byId("play").addEventListener("click", toggle);
byId("back").addEventListener("click", () => go(now - 1));
byId("forward").addEventListener("click", () => go(now + 1));
byId("speed").addEventListener("change", () => { video.playbackRate = chosenSpeed(); });
byId("loop").addEventListener("change", holdLoop);
byId("sound").addEventListener("change", (event) => { video.muted = !event.target.checked; });
byId("video-file").addEventListener("change", (event) => {
  if (event.target.files[0]) load(URL.createObjectURL(event.target.files[0]));
});
for (const button of document.querySelectorAll("[data-seek]"))
  button.addEventListener("click", () => show(Number(button.dataset.seek)));

function openVideo() {
  follow();
  const source = embeddedSource() ?? (DATA.video && encodeURI(DATA.video));
  if (source) load(source);
  else withoutVideo("There is no annotated video beside this page; hingecheck analyze writes one. A video that you have can be chosen here.");
}
openVideo();
