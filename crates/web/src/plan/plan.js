// Choosing words of a plan shows what was understood of them, and the other way round; the keyboard
// goes from one to the next; words that are selected can be made into a fact. The page works without
// this: marks and facts are links to each other.

const page = document.querySelector("[data-plan]");
const text = page.querySelector(".plan-text");
const marks = [...text.querySelectorAll("[data-of]")];
const pick = text.querySelector("[data-pick]");

show();
addEventListener("hashchange", show);
addEventListener("keydown", step);
page.addEventListener("toggle", reason, true);
if (pick) {
  document.addEventListener("selectionchange", offer);
  // Pressing the button must not take the selection away before it is used.
  pick.addEventListener("mousedown", (event) => event.preventDefault());
}

// Lights up everything that belongs to the place the address names, on both sides.
function show() {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^t-/, "");
  for (const lit of page.querySelectorAll(".on")) lit.classList.remove("on");
  if (!id) return;
  const own = marks.filter((mark) => mark.dataset.of.split(" ").includes(id));
  for (const mark of own) mark.classList.add("on");
  const row = document.getElementById(id);
  row?.closest("details")?.setAttribute("open", "");
  row?.classList.add("on");
  if (location.hash.startsWith("#t-")) {
    row?.scrollIntoView({ block: "nearest" });
  } else if (own.length > 0 && getComputedStyle(text).position === "sticky") {
    const top = own[0].offsetTop - text.clientHeight / 3;
    text.scrollTo({ top });
  }
}

// Alt with the arrows goes to the fact before or after in the text, Alt with Page Down and Page Up
// to the next thing that needs a look.
function step(event) {
  if (!event.altKey || event.target.closest("input:not([type=radio]), textarea, select")) return;
  const facts = [...new Set(marks.map((mark) => mark.getAttribute("href").slice(1)))];
  const looks = [...page.querySelectorAll("#look > ul > li, #confirm fieldset")].map((one) => one.id);
  const ways = { ArrowDown: [facts, 1], ArrowUp: [facts, -1], PageDown: [looks, 1], PageUp: [looks, -1] };
  const way = ways[event.key];
  if (!way || way[0].length === 0) return;
  event.preventDefault();
  const [places, by] = way;
  const now = places.indexOf(decodeURIComponent(location.hash.slice(1)).replace(/^t-/, ""));
  const next = now < 0 && by < 0 ? places.length - 1 : (now + by + places.length) % places.length;
  location.hash = places[next];
  const row = document.getElementById(places[next]);
  const keys = ["[data-take]", "a[href^='?']", "summary", "a, button, input"];
  const key = keys.map((wanted) => row?.querySelector(wanted)).find(Boolean);
  (key ?? row)?.focus();
}

// Where a warning is let be, the next thing is to say why.
function reason(event) {
  if (event.target.open) event.target.querySelector(":scope > form input.input")?.focus();
}

// Offers to make a fact of the words that are selected.
function offer() {
  const chosen = getSelection();
  const range = chosen.rangeCount > 0 && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
  const inside = range && text.contains(range.startContainer) && text.contains(range.endContainer);
  const from = inside ? place(range.startContainer, range.startOffset) : null;
  const to = inside ? place(range.endContainer, range.endOffset) : null;
  pick.hidden = from === null || to === null || from >= to;
  if (pick.hidden) return;
  for (const link of pick.querySelectorAll("[data-add]")) {
    link.href = `?add=${link.dataset.add}&from=${from}&to=${to}#edit`;
  }
}

// The place of a point in the plan's text, counted in characters as the server counts them.
function place(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const block = element.closest("[data-from]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  copy.querySelector("[data-label]")?.remove();
  return Number(block.dataset.from) + [...copy.textContent].length;
}
