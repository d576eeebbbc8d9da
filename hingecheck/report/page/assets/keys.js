// Keys work wherever nobody is writing or choosing.
const KEYS = {
  ",": () => go(now - 1), ".": () => go(now + 1), "<": () => go(now - 1), ">": () => go(now + 1),
  j: playBackward, k: stop, " ": toggle, n: () => nextMark(1), p: () => nextMark(-1),
  l: () => play(video.paused || backward !== null ? chosenSpeed() : Math.min(4, video.playbackRate * 2)),
  "[": () => nextRep(-1), "]": () => nextRep(1),
  r: () => { byId("loop").value = byId("loop").value ? "" : "rep"; holdLoop(); },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const tag = event.target.tagName, type = event.target.type;
  if (tag === "TEXTAREA" || tag === "SELECT" || (tag === "INPUT" && type === "text")) return;
  if (event.key === " " && (tag === "BUTTON" || tag === "INPUT" || tag === "SUMMARY")) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
moved(0);
