// What the page knows, and what every part of it needs to say and draw.
const DATA = JSON.parse(document.getElementById("data").textContent);
const VERDICTS = {fault: "fault", borderline: "borderline", clear: "clear", unseen: "not measurable"};
const byId = (id) => document.getElementById(id);

// Text goes in as text: a name or a comment can never become a tag.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

const UNIT = {deg: "°", trunk: " trunk", leg: " leg", ratio: ""};

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}

const spaced = (name) => name.replaceAll("_", " ");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function number(value, unit) {
  if (value == null) return "not seen";
  const text = value.toFixed(unit === "deg" ? 1 : 2);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "\u2212");
}

function withError(value, u, unit) {
  if (value == null) return "not seen";
  const degree = unit === "deg" ? "°" : "";
  return number(value, unit) + degree + (u == null ? "" : ` ± ${number(u, unit)}${degree}`) + (unit === "deg" ? "" : UNIT[unit] ?? ` ${unit}`);
}

function clock(seconds) {
  const hundredths = Math.round(seconds * 100);
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(hundredths / 6000)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

function colourOf(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function sized(canvas) {
  const ratio = window.devicePixelRatio || 1, {clientWidth: width, clientHeight: height} = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return [pen, width, height];
}

function ticks(low, high, most) {
  const rough = (high - low) / most, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((size) => size >= rough);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + 1e-9; at += step) found.push(Math.abs(at) < step / 1e6 ? 0 : at);
  return found;
}
