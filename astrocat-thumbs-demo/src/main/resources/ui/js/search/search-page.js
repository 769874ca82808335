// The page with the grid: what is looked for stands in its address.

import { fetchFacets, regenerateThumbnail } from "../api.js";
import { element, fill } from "../shared/dom.js";
import { troubled } from "../shared/banner.js";
import { live } from "../shared/live.js";
import { followLook } from "../shared/look.js";
import { go } from "../shared/router.js";
import { told, warned } from "../shared/toast.js";
import { allFacets, kindsIn, refreshFacets } from "./all-facets.js";
import { Drawer } from "./drawer.js";
import { Facets } from "./facets.js";
import { Folders } from "./folders.js";
import { Grid } from "./grid.js";
import { Head } from "./head.js";
import { Pages } from "./pages.js";
import { Place, walkedTo } from "./place.js";
import { addressOf, askedOf, isNarrowed, queryOf, widened } from "./query.js";
import { Size } from "./size.js";
import { States } from "./states.js";

const RELOAD_MS = 3000;
const NO_FACETS = { total: 0, kinds: [], formats: [], filters: [], solved: 0, problems: 0 };

class SearchPage {
  all = null;
  isOpen = false;

  start() {
    this.grid = new Grid(
      () => this.size.pixels(),
      (image) => `/images/${image.id}${location.search}`,
    );
    this.size = new Size(() => this.grid.relayout());
    const look = (query, how = "push") => go(`/${addressOf(query)}`, how);
    this.facets = new Facets(look);
    this.folders = new Folders((path) => look({ ...this.query, path }));
    this.drawer = new Drawer(this.folders.node, this.facets.node);
    const widen = () => look(widened(this.query));
    this.head = new Head(this.size, look, () => this.drawer.open(), widen);
    this.states = new States(() => this.head.cleared(widen));
    this.place = new Place(() => this.here());
    const results = [this.head.node, this.states.line, this.states.box, this.grid.node];
    const section = element(
      "section",
      { className: "results", "aria-label": "Images" },
      ...results,
    );
    const title = element("h1", { className: "hidden" }, "Search");
    fill(document.querySelector("main.search"), title, this.drawer.node, section);
    this.listen();
    this.folders.reload();
  }

  listen() {
    followLook(() => this.grid.redraw());
    live.on("thumbnail", (news) => this.grid.update(news));
    live.on("scan", (scan) => this.scanned(scan));
    live.on("mounts", () => this.reloadSoon());
    live.on("state", (state) => {
      if (state === "connected") {
        this.catchUp();
      } else {
        this.missed = true;
      }
    });
  }

  show() {
    if (!this.grid) {
      this.start();
    }
    document.title = "astrocat-thumbs";
    this.isOpen = true;
    const asked = location.search;
    if (asked !== this.asked) {
      this.asked = asked;
      this.query = queryOf(asked);
      this.head.show(this.query);
      this.folders.choose(this.query.path);
      this.search();
    } else {
      this.restore();
    }
    this.place.open();
    this.catchUp();
  }

  hide() {
    this.isOpen = false;
    this.place.close();
    this.head.forget();
    this.drawer.close();
    troubled("");
  }

  /** Before the address changes: this entry of the history remembers where one was. */
  leave() {
    this.place.keep();
    this.place.close();
  }

  async search() {
    const { asked } = this;
    try {
      this.all = await allFacets();
    } catch (failure) {
      this.failed(failure);
    }
    if (asked !== this.asked) {
      return; // Somebody was quicker.
    }
    this.parameters = askedOf(this.query, kindsIn(this.all ?? NO_FACETS));
    const pages = new Pages(
      this.parameters,
      () => this.changed(pages),
      (failure) => this.failed(failure),
    );
    pages.total = history.state?.total ?? 0;
    this.grid.follow(pages);
    this.restore();
    this.count();
  }

  async count() {
    const { asked } = this;
    try {
      const some = isNarrowed(this.query) ? await fetchFacets(this.parameters) : this.all;
      if (asked === this.asked) {
        this.facets.show(this.query, this.all ?? NO_FACETS, some ?? NO_FACETS);
      }
    } catch (failure) {
      this.failed(failure);
    }
  }

  restore() {
    const { y = 0, place, focused } = history.state ?? {};
    this.grid.draw();
    scrollTo(0, y);
    if (place !== undefined) {
      this.grid.place = place;
      this.grid.wanted = focused ? place : undefined;
    }
    const walked = walkedTo(location.search);
    if (walked !== null) {
      this.grid.focus(walked);
    }
    this.grid.draw();
  }

  here() {
    return {
      y: scrollY,
      place: this.grid.place,
      focused: this.grid.focused() !== null || this.grid.wanted !== undefined,
      total: this.grid.pages?.total,
    };
  }

  changed(pages) {
    if (pages === this.grid.pages) {
      troubled("");
      this.head.counted(pages.total, Math.max(pages.total, this.all?.total ?? 0));
      this.states.show(pages.total, isNarrowed(this.query));
      this.grid.draw();
    }
  }

  failed(failure) {
    if (this.isOpen) {
      troubled(failure.message);
    }
    if (failure.isOffline || failure.status >= 500) {
      this.missed = true;
      this.reloadSoon();
    }
  }

  scanned(scan) {
    const ended = this.states.scan && !scan;
    this.states.scanning(scan);
    if (scan || ended) {
      this.reloadSoon();
    }
  }

  /** Looks again, if there may be news that nobody heard. */
  catchUp() {
    if (this.missed) {
      this.missed = false;
      this.reloadSoon();
    }
  }

  /** What is in sight, the counts and the tree; not more often than is good for anybody. */
  reloadSoon() {
    this.timer ??= setTimeout(async () => {
      this.timer = null;
      if (!this.isOpen || document.hidden) {
        this.missed = true;
        return;
      }
      try {
        this.all = await refreshFacets();
        this.folders.reload();
        this.count();
        await this.grid.reload();
      } catch (failure) {
        this.failed(failure);
      }
    }, RELOAD_MS);
  }

  keyed(key, typing) {
    const keys = {
      "+": () => this.size.larger(),
      "=": () => this.size.larger(), // The same key on many keyboards, without shift.
      "-": () => this.size.smaller(),
      r: () => this.regenerate(),
      Escape: () => this.escape(typing),
    };
    return keys[key];
  }

  escape(typing) {
    if (!this.drawer.close() && typing) {
      this.grid.focus(this.grid.place);
    }
  }

  async regenerate() {
    const image = this.grid.focused();
    if (image) {
      try {
        await regenerateThumbnail(image.id);
        told(`${image.file_name} is made anew.`);
      } catch (failure) {
        warned(failure);
      }
    }
  }
}

export const searchPage = new SearchPage();
