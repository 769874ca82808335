// What the server has, does and could not do, and what an administrator can start.

import { element, fill } from "../shared/dom.js";
import { go } from "../shared/router.js";
import { followSession, reloadSession, session } from "../shared/session.js";
import { CacheCard } from "./cache-card.js";
import { FailuresCard } from "./failures-card.js";
import { LibraryCard } from "./library-card.js";
import { LoginPanel } from "./login.js";
import { MachinesCard } from "./machines-card.js";
import { MountsCard } from "./mounts-card.js";
import { WorkCard } from "./work-card.js";

const SLOW_MS = 8000;
/** What happens first, then what there is. */
const CARDS = [WorkCard, CacheCard, MountsCard, FailuresCard, MachinesCard, LibraryCard];

class AdminPage {
  start() {
    this.login = new LoginPanel();
    this.cards = CARDS.map((Card) => new Card());
    fill(
      document.querySelector("main.admin"),
      element("h1", { className: "hidden" }, "Admin"),
      this.login.node,
      element("div", { className: "cards" }, ...this.cards.map((card) => card.node)),
    );
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
    await reloadSession().catch(() => this.reload()); // Each card tells why it is empty.
  }

  hide() {
    this.isOpen = false;
    clearInterval(this.timer);
  }

  reload() {
    this.login.show(session);
    this.cards.forEach((card) => card.reload?.());
  }

  keyed(key) {
    return { Escape: () => (history.state?.from ? history.back() : go("/")) }[key];
  }
}

export const adminPage = new AdminPage();
