// Which page an address is, and how one gets there without loading everything again.

/** What a page may be asked: `show(id)` when it opens, `hide()` before it closes. */
const pages = new Map();
const PATHS = [
  [/^\/$/, "search"],
  [/^\/images\/(\d+)$/, "image"],
  [/^\/admin$/, "admin"],
];

let open = null;
let opened = null;

/** Starts with the page of the present address. */
export function startRouter(byName, opens) {
  Object.entries(byName).forEach(([name, page]) => pages.set(name, page));
  opened = opens;
  // Every page knows best where it was: it keeps that in the entry of the history.
  history.scrollRestoration = "manual";
  document.addEventListener("click", follow);
  addEventListener("popstate", () => show());
  addEventListener("pagehide", () => pages.get(open)?.leave?.());
  show();
}

/** Opens an address of ours, in a new entry of the history or in place of the present one. */
export function go(address, how = "push") {
  if (how === "push") {
    pages.get(open)?.leave?.();
    history.pushState({ from: open }, "", address);
  } else {
    history.replaceState({ from: history.state?.from }, "", address);
  }
  show();
}

function follow(event) {
  const link = event.target.closest("a[href]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!link || !plain || event.altKey || event.defaultPrevented || link.hasAttribute("download")) {
    return;
  }
  const to = new URL(link.href);
  if (to.origin === location.origin && placeOf(to.pathname) && !to.hash) {
    event.preventDefault();
    go(to.pathname + to.search);
  }
}

function placeOf(path) {
  for (const [pattern, name] of PATHS) {
    const match = pattern.exec(path);
    if (match) {
      return { name, id: match[1] };
    }
  }
  return null;
}

function show() {
  const { name, id } = placeOf(location.pathname) ?? { name: "search" };
  if (open !== name) {
    const isFirst = open === null;
    pages.get(open)?.hide();
    open = name;
    reveal(name, isFirst);
    opened(name);
  }
  pages.get(name).show(id);
}

/** Focus that was on the page before goes on to this one, so that it is read out from there. */
function reveal(name, isFirst) {
  for (const main of document.querySelectorAll("main[data-page]")) {
    main.hidden = main.dataset.page !== name;
    if (!main.hidden && !isFirst && !document.activeElement?.closest("header")) {
      main.focus({ preventScroll: true });
    }
  }
}
