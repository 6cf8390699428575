// Tells the reader of an open page that something has changed since. The page itself stays as it is.
// <… data-live="address" data-position="7"> asks the address with If-None-Match: 304 says that nothing
// has changed, 200 that something has.

const EVERY = 20000;
const JITTER = 5000;

for (const place of document.querySelectorAll("[data-live]")) watch(place);

function watch(place) {
  const line = place.firstElementChild;
  let timer = 0;
  let due = later();

  function later() {
    return performance.now() + EVERY + Math.random() * JITTER;
  }

  function next() {
    clearTimeout(timer);
    if (document.visibilityState !== "visible" || !line.hidden) return;
    timer = setTimeout(ask, Math.max(0, due - performance.now()));
  }

  async function ask() {
    due = later();
    try {
      const answer = await fetch(place.dataset.live, {
        headers: { "If-None-Match": `"${place.dataset.position}"` },
        cache: "no-store",
        credentials: "same-origin",
        redirect: "manual",
      });
      // A redirect leads to the door: whoever was signed in no longer is.
      if (answer.type === "opaqueredirect") return;
      if (answer.status === 200) line.hidden = false;
    } catch {
      // The network is away; the next turn tries again.
    }
    next();
  }

  document.addEventListener("visibilitychange", next);
  next();
}
