// Arrow keys, Enter and block paste in a table of figures; shows how the server read each figure.
// The table works without this: every cell is an ordinary box.

for (const table of document.querySelectorAll("table[data-grid]")) {
  table.addEventListener("keydown", (event) => move(table, event));
  table.addEventListener("paste", (event) => paste(table, event));
  table.addEventListener("focusin", (event) => event.target.select?.());
  table.closest("form")?.addEventListener("draft-saved", (event) => show(event.detail.cells ?? {}));
}

function boxes(table) {
  return [...table.tBodies[0].rows]
    .map((row) => [...row.cells].map((cell) => cell.querySelector("input.grid-input")))
    .filter((row) => row.length > 1);
}

function place(rows, box) {
  for (const [y, row] of rows.entries()) {
    const x = row.indexOf(box);
    if (x >= 0) return [y, x];
  }
  return null;
}

function move(table, event) {
  const box = event.target;
  if (!box.matches("input.grid-input") || event.isComposing || event.altKey) return;
  const rows = boxes(table);
  const at = place(rows, box);
  if (!at) return;
  const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  const atStart = box.selectionEnd === 0 || whole;
  const atEnd = box.selectionStart === box.value.length || whole;
  const steps = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: atStart ? [0, -1] : null,
    ArrowRight: atEnd ? [0, 1] : null,
    Enter: event.ctrlKey ? null : [event.shiftKey ? -1 : 1, 0],
  };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  let [y, x] = at;
  do {
    y += step[0];
    x += step[1];
  } while (rows[y] && x >= 0 && x < rows[y].length && !rows[y][x]);
  rows[y]?.[x]?.focus();
}

function paste(table, event) {
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  if (!/[\t\n]/.test(text)) return;
  const rows = boxes(table);
  const at = place(rows, event.target);
  if (!at) return;
  event.preventDefault();
  let count = 0;
  for (const [down, line] of text.split(/\r?\n/).entries()) {
    for (const [right, value] of line.split("\t").entries()) {
      const box = rows[at[0] + down]?.[at[1] + right];
      if (!box) continue;
      box.value = value.trim();
      count += 1;
    }
  }
  const told = document.querySelector("[data-pasted]");
  if (told) told.textContent = told.dataset.pasted.replace("0", String(count));
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
}

function show(cells) {
  for (const [name, read] of Object.entries(cells)) {
    const box = document.getElementById(name);
    const cell = box?.closest("td");
    if (!cell) continue;
    const wrong = read.state === "wrong";
    cell.classList.toggle("cell-wrong", wrong);
    cell.classList.toggle("cell-look", read.state === "look");
    box.toggleAttribute("aria-invalid", wrong);
    const echo = cell.querySelector(".cell-echo");
    echo.textContent = read.words || read.echo || "";
    echo.hidden = echo.textContent === "";
    echo.setAttribute("role", "status");
  }
}
