// Saves a draft form while it is being written. The form works without this.
// <form data-autosave> posts itself with the header "Accept: application/json" and is answered
// { rev, words, cells?: { name: { echo, words, state } } }; words such as "Đã lưu 16:05" are shown
// in <output data-saved>. 409 means that somebody else has changed the draft.

const PAUSE = 2000;
const RETRY = 15000;

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);

function watch(form) {
  const status = document.querySelector("[data-saved]");
  let timer = 0;
  let saving = false;
  let changed = false;
  let sendAfter = null;

  const tell = (state, words) => {
    if (!status) return;
    status.dataset.state = state;
    if (status.textContent !== words) status.textContent = words;
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    clearTimeout(timer);
    if (saving || !changed) return;
    saving = true;
    changed = false;
    const sent = new FormData(form);
    tell("saving", form.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosave || form.action, {
        method: "POST",
        body: new URLSearchParams(sent),
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      if (answer.status === 409) return tell("failed", form.dataset.conflict);
      if (!answer.ok) throw new Error(String(answer.status));
      const saved = await answer.json();
      if (form.elements.rev) form.elements.rev.value = saved.rev;
      for (const [name, value] of sent) {
        const was = form.elements[`was-${name}`];
        if (was) was.value = value;
      }
      tell("saved", saved.words);
      form.dispatchEvent(new CustomEvent("draft-saved", { detail: saved }));
    } catch {
      changed = true;
      tell("failed", form.dataset.failed);
      later(RETRY);
    } finally {
      saving = false;
      if (sendAfter) return sendNow();
      if (changed && status?.dataset.state !== "failed") later(PAUSE);
    }
  }

  function sendNow() {
    const { button } = sendAfter;
    sendAfter = null;
    form.requestSubmit(button);
  }

  form.addEventListener("input", () => {
    changed = true;
    later(PAUSE);
  });
  form.addEventListener("change", save);
  // A save on its way moves `rev`: the form waits for it, so as not to conflict with itself.
  form.addEventListener("submit", (event) => {
    changed = false;
    clearTimeout(timer);
    if (!saving) return;
    event.preventDefault();
    sendAfter = { button: event.submitter };
  });
  addEventListener("online", save);
  addEventListener("beforeunload", (event) => {
    if (changed || saving) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      changed = true;
      save();
    }
  });
}
