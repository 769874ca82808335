// What the server has, does and could not do, and what an administrator can start.

import { element, fill } from "../shared/dom.js";
import { offline } from "../search/offline.js";
import { live } from "../shared/live.js";
import { followSession, reloadSession, session } from "../shared/session.js";
import { CacheCard } from "./cache-card.js";
import { FailuresCard } from "./failures-card.js";
import { LibraryCard } from "./library-card.js";
import { LoginPanel } from "./login.js";
import { MachinesCard } from "./machines-card.js";
import { MountsCard } from "./mounts-card.js";
import { WorkCard } from "./work-card.js";

const SLOW_MS = 8000;
/** What happens, beside what there is; the table of settings below both. */
const COLUMNS = [[WorkCard, MountsCard], [CacheCard, FailuresCard, MachinesCard], [LibraryCard]];

class AdminPage {
  start() {
    this.login = new LoginPanel();
    const columns = COLUMNS.map((cards) => cards.map((Card) => new Card()));
    this.cards = columns.flat();
    fill(
      document.querySelector("main.admin"),
      element("h1", { className: "hidden" }, "Admin"),
      this.login.node,
      element(
        "div",
        { className: "cards" },
        ...columns.map((cards) =>
          element("div", { className: "cards-column" }, ...cards.map((card) => card.node)),
        ),
      ),
    );
    live.on("state", (state) => this.isOpen && offline(state === "offline"));
    followSession(() => this.isOpen && this.reload());
  }

  async show() {
    if (!this.cards) {
      this.start();
    }
    document.title = "Admin - astrocat-thumbs";
    this.isOpen = true;
    scrollTo(0, 0);
    clearInterval(this.timer);
    this.timer = setInterval(() => document.hidden || this.reload(), SLOW_MS);
    try {
      await reloadSession();
    } catch (failure) {
      offline(failure.isOffline, "");
    }
    this.login.show(session);
  }

  hide() {
    this.isOpen = false;
    clearInterval(this.timer);
    offline(false);
  }

  reload() {
    this.login.show(session);
    this.cards.forEach((card) => card.reload?.());
  }

  keyed(key) {
    return { Escape: () => history.back() }[key];
  }
}

export const adminPage = new AdminPage();
