// The images before and after, in the order of the search that one came from.

import { fetchImage, fetchNeighbours } from "../api.js";
import { isAborted } from "../shared/ask.js";
import { element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { largestOf, pictureUrl } from "../shared/picture.js";
import { go } from "../shared/router.js";
import { counted } from "../shared/words.js";
import { allFacets, kindsIn } from "../search/all-facets.js";
import { walkedFrom } from "../search/place.js";
import { askedOf, queryOf } from "../search/query.js";

const SIDES = ["previous", "next"];

export class Neighbours {
  constructor() {
    this.position = element("span", { className: "position" });
    this.links = SIDES.map((side) => {
      const link = element(
        "a",
        { className: `neighbour ${side}` },
        icon(side === "next" ? "right" : "left", 28),
      );
      link.setAttribute("aria-label", side === "next" ? "Next image" : "Previous image");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.go(side);
      });
      return link;
    });
    this.node = element(
      "nav",
      { className: "neighbours", "aria-label": "Neighbours" },
      ...this.links,
      this.position,
    );
  }

  async show(id, search, signal) {
    this.ids = {}; // The links stay until their next goals are known, and so does the focus.
    this.search = search;
    try {
      const filters = askedOf(queryOf(search), kindsIn(await allFacets()));
      const found = await fetchNeighbours(id, filters, signal);
      if (!signal.aborted) {
        this.ids = found;
        this.mark();
        if (this.isWalk) {
          walkedFrom(search, found.position);
        }
        this.preload(signal);
      }
    } catch (failure) {
      if (!isAborted(failure)) {
        this.mark(); // The page tells what is wrong; there is just nowhere to go.
      }
    }
  }

  /** One has left: who comes again has not walked. */
  forget() {
    this.isWalk = false;
  }

  mark() {
    SIDES.forEach((side, i) => {
      const id = this.ids[side];
      this.links[i].hidden = !id;
      this.links[i].href = `/images/${id}${this.search}`;
    });
    const { position, total } = this.ids;
    // The server counts from nought.
    fill(this.position, total > 1 ? `${counted(position + 1)} of ${counted(total)}` : "");
  }

  /** With the address that they will have when they are shown: browsers keep pictures by address. */
  preload(signal) {
    SIDES.filter((side) => this.ids[side]).forEach(async (side) => {
      try {
        const image = await fetchImage(this.ids[side], signal);
        if (image.problem) {
          return;
        }
        const img = new Image();
        img.fetchPriority = "low";
        img.src = pictureUrl(image, largestOf(image));
      } catch {
        // Then it is loaded when it is looked at.
      }
    });
  }

  go(side) {
    if (this.ids[side]) {
      this.isWalk = true;
      go(`/images/${this.ids[side]}${this.search}`, "replace");
    }
  }
}
