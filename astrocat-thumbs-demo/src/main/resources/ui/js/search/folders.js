// The tree of mounts and folders. Branches come when they are opened.

import { fetchFolders } from "../api.js";
import { element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { warned } from "../shared/toast.js";
import { counted } from "../shared/words.js";

/** A tree; `changed(path)` when a folder is chosen, with nothing for all of them. */
export class Folders {
  opened = new Set();
  path = "";

  constructor(changed) {
    this.changed = changed;
    this.list = element("ul", { className: "folders" });
    this.node = element(
      "nav",
      { "aria-label": "Folders" },
      element("h2", {}, "Folders"),
      this.list,
    );
  }

  /** Marks the chosen folder, with all above it open. */
  choose(path) {
    const parts = path.split("/");
    parts.slice(0, -1).forEach((_, i) => this.opened.add(parts.slice(0, i + 1).join("/")));
    this.path = path;
    this.mark();
  }

  async reload() {
    try {
      const roots = await fetchFolders("");
      const branches = await Promise.all(roots.map((folder) => this.branch(folder)));
      const focused = this.focused();
      fill(this.list, this.everything(roots), ...branches);
      this.mark();
      focused && this.list.querySelector(focused)?.focus({ preventScroll: true });
    } catch (failure) {
      // The banner tells that the server is gone; the tree stays.
      if (!failure.isOffline) {
        warned(failure, "Folders:");
      }
    }
  }

  /** How to find what has the focus, once the tree was made anew. */
  focused() {
    const { activeElement: active } = document;
    return (
      this.list.contains(active) &&
      `.${active.classList[0]}[data-path="${CSS.escape(active.dataset.path)}"]`
    );
  }

  everything(roots) {
    const name = this.name("", "All images");
    name.classList.add("everything");
    const count = roots.reduce((sum, folder) => sum + folder.count, 0);
    return element("li", {}, element("div", { className: "folder" }, name, this.count(count)));
  }

  count(images) {
    return element("span", { className: "folder-count" }, counted(images));
  }

  async branch(folder) {
    const row = element(
      "div",
      { className: "folder" },
      this.twig(folder),
      this.name(folder.path, folder.name),
    );
    const item = element("li", {}, row);
    if (folder.connected === false) {
      const sign = element(
        "span",
        { className: "folder-off", title: "Not reachable" },
        icon("offline", 16),
      );
      row.append(sign, element("span", { className: "hidden" }, "not reachable"));
    }
    row.append(this.count(folder.count));
    if (this.opened.has(folder.path)) {
      await this.unfold(item, folder);
    }
    return item;
  }

  /** The sign that opens and closes a branch. */
  twig(folder) {
    const twig = element("button", { type: "button", className: "twig", "aria-expanded": "false" });
    twig.setAttribute("aria-label", `Folders in ${folder.name}`);
    twig.dataset.path = folder.path;
    twig.addEventListener("click", () => this.toggle(twig.closest("li"), folder));
    return twig;
  }

  async toggle(item, folder) {
    if (this.opened.delete(folder.path)) {
      item.querySelector("ul")?.remove();
      item.querySelector(".twig").setAttribute("aria-expanded", "false");
      return;
    }
    this.opened.add(folder.path);
    try {
      await this.unfold(item, folder);
      this.mark();
    } catch (failure) {
      warned(failure);
    }
  }

  async unfold(item, folder) {
    const below = await fetchFolders(folder.path);
    const branches = await Promise.all(below.map((child) => this.branch(child)));
    if (!this.opened.has(folder.path)) {
      return; // It was closed meanwhile.
    }
    item.querySelector("ul")?.remove();
    const twig = item.querySelector(".twig");
    twig.setAttribute("aria-expanded", "true");
    if (branches.length) {
      item.append(element("ul", {}, ...branches));
    } else {
      twig.disabled = true;
    }
  }

  name(path, words) {
    const name = element(
      "button",
      { type: "button", className: "folder-name", dir: "auto" },
      words,
    );
    name.dataset.path = path;
    name.title = path || words;
    name.addEventListener("click", () => this.changed(path));
    return name;
  }

  mark() {
    this.list.querySelectorAll(".folder-name").forEach((name) => {
      name.setAttribute("aria-current", name.dataset.path === this.path ? "true" : "false");
    });
  }
}
