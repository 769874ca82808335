// What could not be made, by reason, with what to do about it.

import { fetchFailedImages, fetchFailures, retryFailures } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { button, element, fill } from "../shared/dom.js";
import { warned } from "../shared/toast.js";
import { reasonOf } from "../shared/reasons.js";
import { counted, countOf } from "../shared/words.js";
import { titleOf } from "../search/caption.js";
import { ASKING, adminButton, card } from "./card.js";

const PAGE_SIZE = 50;

export class FailuresCard {
  shown = "";

  constructor() {
    this.list = element("div", { className: "failure-groups" });
    this.none = element("p", { className: "muted" }, ASKING);
    this.node = card("failures", "Failures", this.list, this.none);
  }

  async reload() {
    try {
      this.show(await fetchFailures());
    } catch (failure) {
      if (!this.shown) {
        fill(this.none, failure.message);
      }
    }
  }

  /** Groups that say the same stay as they are: one of them may be open. */
  show(groups) {
    this.none.hidden = groups.length > 0;
    fill(this.none, "Every image has its picture.");
    const news = JSON.stringify(groups);
    if (news !== this.shown) {
      this.shown = news;
      const open = new Set(
        [...this.list.querySelectorAll("details[open]")].map(({ dataset }) => dataset.code),
      );
      fill(this.list, ...groups.map((group) => failureGroup(group, open.has(group.code))));
    }
  }
}

function failureGroup(group, isOpen) {
  const files = element("ul", { className: "failed-files" });
  const more = button("More", () => list(), "small link");
  let page = 0;
  const list = async () => {
    try {
      const answer = await fetchFailedImages(group.code, ++page, PAGE_SIZE);
      files.append(...answer.items.map(failedFile));
      more.hidden = page >= answer.total_pages;
    } catch (failure) {
      page--;
      warned(failure);
    }
  };
  const retry = adminButton("Retry these", () => again(retry, group), "small");
  const details = element(
    "details",
    { className: "failure-group", "data-code": group.code },
    element(
      "summary",
      {},
      element("span", { className: "failure-count" }, counted(group.count)),
      element("span", { className: "failure-title" }, group.words || reasonOf(group.code)),
      element("code", {}, group.code),
    ),
    element("p", { className: "advice", dir: "auto" }, group.advice),
    element("div", { className: "buttons" }, retry),
    files,
    more,
  );
  more.hidden = true;
  details.addEventListener("toggle", () => details.open && page === 0 && list());
  details.open = isOpen;
  return details;
}

function failedFile(image) {
  return element(
    "li",
    {},
    element("a", { href: `/images/${image.id}`, dir: "auto" }, titleOf(image)),
    image.problem && element("p", { className: "muted", dir: "auto" }, image.problem.detail),
  );
}

function again(retry, group) {
  whileBusy(retry, "Starting…", async () => {
    await retryFailures(group.code);
    return `${countOf(group.count, "image")} tried again; see Work now.`;
  });
}
