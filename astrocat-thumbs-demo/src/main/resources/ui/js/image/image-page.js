// One image in large: what it is, why it looks so, and what can be done about that.

import { fetchImage } from "../api.js";
import { isAborted } from "../shared/ask.js";
import { element, fill } from "../shared/dom.js";
import { failureBox } from "../shared/failure.js";
import { icon } from "../shared/icons.js";
import { live } from "../shared/live.js";
import { followLook } from "../shared/look.js";
import { isOnlyKept, versionOf } from "../shared/picture.js";
import { mayPass } from "../shared/reasons.js";
import { go } from "../shared/router.js";
import { Actions } from "./actions.js";
import { Choices } from "./choices.js";
import { factChips } from "./facts.js";
import { Neighbours } from "./neighbours.js";
import { Picture } from "./picture.js";
import { Why } from "./why.js";

class ImagePage {
  isOpen = false;

  start() {
    this.picture = new Picture();
    this.neighbours = new Neighbours();
    this.choices = new Choices(
      () => this.render(),
      (image) => this.saw(image),
    );
    this.why = new Why();
    this.actions = new Actions(this.picture, (image) => this.saw(image));
    this.title = element("h1", { dir: "auto" });
    this.path = element("p", { className: "path", dir: "auto" });
    this.chips = element("ul", { className: "fact-chips", "aria-label": "Facts" });
    const column = element(
      "div",
      { className: "column" },
      element("header", {}, this.title, this.path, this.chips),
      this.actions.node,
      this.choices.node,
      this.why.node,
    );
    this.out = element("a", { className: "back" }, icon("back", 18), "All images");
    this.out.addEventListener("click", (event) => this.left(event));
    const stage = element(
      "div",
      { className: "stage" },
      this.picture.node,
      this.out,
      this.neighbours.node,
    );
    fill(document.querySelector("main.image"), stage, column);
    live.on("thumbnail", (news) => this.news(news));
    live.on("state", (state) => {
      if (state === "connected") {
        this.catchUp();
      } else {
        this.missed = true;
      }
    });
    followLook(() => this.isOpen && this.image && this.render());
  }

  async show(id) {
    if (!this.picture) {
      this.start();
    }
    this.isOpen = true;
    scrollTo(0, 0);
    this.loading?.abort();
    this.loading = new AbortController();
    const { signal } = this.loading;
    this.neighbours.show(id, location.search, signal);
    this.out.href = `/${location.search}`;
    this.out.lastChild.data = location.search ? "Back to the search" : "All images";
    try {
      const image = await fetchImage(id, signal);
      if (!signal.aborted) {
        this.open(image);
      }
    } catch (failure) {
      if (!isAborted(failure)) {
        this.missing(failure);
      }
    }
  }

  hide() {
    this.isOpen = false;
    this.loading?.abort();
    this.actions.forget();
    this.neighbours.forget();
    this.image = null;
  }

  open(image) {
    this.column(true);
    this.image = image;
    this.choices.show(image);
    this.actions.show(image);
    this.describe();
    this.render();
  }

  /** There is no such image, or nobody answers. */
  missing(failure) {
    this.image = null;
    document.title = "astrocat-thumbs";
    this.column(false);
    const words = failure.status === 404 ? "There is no such image." : failure.message;
    this.picture.say(
      failureBox({ code: failure.code, detail: words }, () => this.show(idHere())),
    );
  }

  column(isShown) {
    document.querySelector("main.image .column").hidden = !isShown;
  }

  describe() {
    const { image } = this;
    document.title = `${image.file_name} - astrocat-thumbs`;
    fill(this.title, image.file_name);
    fill(this.path, image.path);
    fill(this.chips, ...factChips(image));
  }

  /** Picture and reasons by the choices as they stand, kept or not. */
  render() {
    this.actions.annotation.checked = false;
    const choice = this.choices.preview();
    const { problem } = this.image;
    const isHopeless = problem && !mayPass(problem) && !isOnlyKept(this.image);
    this.choices.node.hidden = isHopeless;
    if (isHopeless) {
      this.picture.fail(problem);
      this.why.forget();
      return;
    }
    this.picture.show(this.image, choice);
    this.why.show(this.image, choice, this.loading.signal);
  }

  /** The image as it is now. */
  saw(image) {
    if (image.id === this.image?.id) {
      this.image = { ...this.image, ...image };
      this.choices.show(this.image);
      this.actions.show(this.image);
      this.describe();
      this.render();
    }
  }

  news(news) {
    if (this.isOpen && news.id === this.image?.id) {
      const now = { ...this.image, ...news };
      if (
        versionOf(now) !== versionOf(this.image) ||
        now.problem?.code !== this.image.problem?.code
      ) {
        this.image = now;
        this.actions.came(now);
        this.render();
      }
    }
  }

  /** Looks again, if there may be news that nobody heard. */
  async catchUp() {
    const wasAway = this.missed && this.isOpen;
    this.missed = false;
    if (wasAway && !this.image) {
      this.show(idHere());
    } else if (wasAway) {
      try {
        this.news(await fetchImage(this.image.id, this.loading.signal));
      } catch (failure) {
        this.missed = !isAborted(failure);
      }
    }
  }

  keyed(key) {
    const keys = {
      ArrowLeft: () => this.neighbours.go("previous"),
      ArrowRight: () => this.neighbours.go("next"),
      r: () => this.image && this.actions.regenerate(),
      Escape: () => this.back(),
    };
    return keys[key];
  }

  /** A plain click on the way out is the same as Esc. */
  left(event) {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      this.back();
    }
  }

  /** To the grid, at the place where one was. */
  back() {
    if (history.state?.from === "search") {
      history.back();
    } else {
      go(`/${location.search}`);
    }
  }
}

/** The image that the address names. */
const idHere = () => location.pathname.split("/").pop();

export const imagePage = new ImagePage();
