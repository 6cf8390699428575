// Offers units while their name or code is typed. Without it the field is a plain one: what is typed
// is looked up when the form is sent.

const PAUSE_MS = 150;

for (const input of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `${input.id}-suggest`;
  list.role = "listbox";
  list.hidden = true;
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.parentElement.append(list);
  input.role = "combobox";
  input.autocomplete = "off";
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  let at = -1;
  let timer = 0;
  let asked = "";

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    input.value = option.dataset.code;
    close();
    if (input.form.method === "get") input.form.requestSubmit();
  };

  const mark = (next) => {
    const options = list.children;
    if (options.length === 0) return;
    at = (next + options.length) % options.length;
    for (const [n, option] of [...options].entries()) option.ariaSelected = String(n === at);
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };

  const show = (found) => {
    list.replaceChildren(...found.map(([code, words], n) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${n}`;
      option.role = "option";
      option.ariaSelected = "false";
      option.dataset.code = code;
      option.textContent = words;
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    list.hidden = found.length === 0;
    at = -1;
    input.setAttribute("aria-expanded", String(found.length > 0));
  };

  const look = async () => {
    const typed = input.value.trim();
    asked = typed;
    if (typed.length < 2) return close();
    const on = input.form.elements.on?.value ?? "";
    const query = new URLSearchParams({ q: typed, on });
    const answer = await fetch(`${input.dataset.suggest}?${query}`).catch(() => null);
    // An older answer may come after a newer question.
    if (answer?.ok && asked === typed) show(await answer.json());
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) choose(list.children[at]);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}
