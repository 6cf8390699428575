// The outline by keyboard: Alt with the arrows moves a section with everything below it, Alt with
// Enter adds one behind it, with Shift below it, Alt with Delete takes it out. Every key presses the
// button that does the same; what it answers replaces the form, so that page and focus stay.

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in", Delete: "remove" };
const FILE_MAX = 50 * 1024 * 1024;
let busy = false;
let plain = false;

addEventListener("keydown", press);
addEventListener("submit", send);

function press(event) {
  const row = event.target.closest?.("[data-row]");
  if (!row || !event.altKey || event.ctrlKey || event.metaKey) return;
  const act = event.key === "Enter" ? (event.shiftKey ? "below" : "after") : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  if (!busy) row.querySelector(`button[value="${act}-${row.dataset.row}"]`)?.click();
}

async function send(event) {
  const form = event.target.closest("[data-outline]");
  const button = event.submitter;
  if (!form || !button || button.value === "confirm" || plain) return;
  event.preventDefault();
  if (busy || refuse(form, button)) return;
  busy = true;
  const posted = new FormData(form, button);
  if (button.value !== "read") posted.delete("file");
  const pressed = document.activeElement === button ? button.value.split("-")[0] : "";
  const page = await ask(form, posted);
  busy = false;
  const next = page?.querySelector("[data-outline]");
  if (next) return put(form, next, page, pressed);
  // Whatever else was answered, the browser's own way of sending shows it.
  plain = true;
  form.requestSubmit(button);
}

async function ask(form, posted) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: posted, credentials: "same-origin" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // The network is away.
    return null;
  }
}

// A file that would only be refused is not sent.
function refuse(form, button) {
  const file = form.querySelector("#file").files[0];
  const large = button.value === "read" && file && file.size > FILE_MAX;
  form.querySelector("[data-file-error]").textContent = large ? form.dataset.tooLarge : "";
  return large;
}

// Puts the answered form in place; what was folded out stays so, and the focus goes where the section
// went, or to what there is to read first.
function put(form, next, page, pressed) {
  const open = new Set([...form.querySelectorAll("[data-row] details[open]")].map((one) => name(one)));
  form.replaceWith(next);
  for (const one of next.querySelectorAll("[data-row] details")) if (open.has(name(one))) one.open = true;
  for (const place of ["[data-said]", "[data-count]"]) {
    document.querySelector(place).textContent = page.querySelector(place).textContent;
  }
  const title = next.querySelector("[autofocus]");
  const row = title?.closest("[data-row]");
  const same = pressed ? row?.querySelector(`.outline-move[value="${pressed}-${row.dataset.row}"]`) : null;
  (next.querySelector(".errors, #outline-found") ?? same ?? title ?? next.querySelector("input.input"))?.focus();
}

function name(details) {
  const row = details.closest("[data-row]");
  return row.querySelector("[name^=id-]").value || row.querySelector("[name^=title-]").value;
}
