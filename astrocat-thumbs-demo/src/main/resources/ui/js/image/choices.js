// Look, stretch and subframe of one image: a change is shown at once, and kept when told to.

import { changeImage, fetchLibrary } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { button, element, fill } from "../shared/dom.js";
import { currentLook, followLook, lookInWords } from "../shared/look.js";
import { capital } from "../shared/words.js";

const LOOKS = ["", "astrocat", "pixinsight"];
const SUBFRAMES = { auto: "Auto", yes: "Yes, stretch", no: "No, as it is" };
const NAMES = ["look", "stretch", "subframe"];

/** `changed()` when another preview is wanted, `kept(image)` when a choice was kept. */
export class Choices {
  constructor(changed, kept) {
    this.changed = changed;
    this.kept = kept;
    this.menus = Object.fromEntries(NAMES.map((name) => [name, this.menu(name)]));
    this.keepButton = button("Keep", () => this.keep(), "primary");
    this.discard = button("Discard", () => this.reset());
    this.said = element("span", {});
    this.bar = element(
      "div",
      { className: "preview-bar", role: "status", hidden: true },
      this.said,
      this.discard,
      this.keepButton,
    );
    const fields = NAMES.map((name) =>
      element("label", {}, element("span", {}, capital(name)), this.menus[name]),
    );
    this.node = element(
      "section",
      { className: "choices", "aria-label": "How it is made" },
      ...fields,
      this.bar,
    );
    this.nameLook();
    followLook(() => this.nameLook());
    options(this.menus.subframe, Object.entries(SUBFRAMES));
    options(this.menus.stretch, [["", "As the look says"]]);
    fetchLibrary().then(
      (library) => this.stretches(library.stretches),
      () => {},
    );
  }

  menu(name) {
    const menu = element("select", { id: name });
    menu.addEventListener("change", () => this.tried());
    return menu;
  }

  nameLook() {
    const words = (look) =>
      look ? lookInWords(look) : `As the page (${lookInWords(currentLook())})`;
    options(
      this.menus.look,
      LOOKS.map((look) => [look, words(look)]),
    );
  }

  stretches(names) {
    const words = names.map((name) => [name, stretchInWords(name)]);
    options(this.menus.stretch, [["", "As the look says"], ...words]);
    if (this.image) {
      this.show(this.image);
    }
  }

  show(image) {
    this.image = image;
    NAMES.forEach((name) => (this.menus[name].value = this.stored(name)));
    this.bar.hidden = true;
  }

  stored(name) {
    return this.image?.[name]?.toLowerCase() ?? (name === "subframe" ? "auto" : "");
  }

  changes() {
    return NAMES.filter((name) => this.menus[name].value !== this.stored(name));
  }

  /** What differs from what is kept, as the server is asked for it. */
  preview() {
    const asked = this.changes().map((name) => [name, this.wished(name)]);
    return Object.fromEntries(asked.filter(([, value]) => value));
  }

  wished(name) {
    return this.menus[name].value || (name === "look" ? currentLook() : "");
  }

  tried() {
    const changes = this.changes();
    // The server cannot be asked for no stretch of one's own where one is kept.
    const isShown = changes.every((name) => this.wished(name));
    this.bar.hidden = changes.length === 0;
    fill(this.said, isShown ? "Preview, not kept" : "Shown once it is kept");
    this.changed();
  }

  reset() {
    if (this.image) {
      this.show(this.image);
      this.changed();
    }
  }

  async keep() {
    await whileBusy(this.keepButton, "Keeping…", async () => {
      const change = Object.fromEntries(
        NAMES.map((name) => [name, this.menus[name].value || null]),
      );
      this.kept(await changeImage(this.image.id, change));
      this.menus.look.focus();
      return "Kept: this image is always made so.";
    });
  }
}

const STRETCHES = { minmax: "Minimum to maximum", zscale: "ZScale", none: "None, as it is" };

/** "PixInsight unless bright" for pixinsight-unless-bright */
const stretchInWords = (name) =>
  STRETCHES[name] ??
  capital(name.replaceAll("-", " "))
    .replace("Astrocat", lookInWords("astrocat"))
    .replace("Pixinsight", lookInWords("pixinsight"));

/** Puts options into a menu; what was chosen stays chosen. */
function options(menu, pairs) {
  const { value } = menu;
  fill(menu, ...pairs.map(([name, words]) => element("option", { value: name }, words)));
  menu.value = pairs.some(([name]) => name === value) ? value : pairs[0][0];
}
