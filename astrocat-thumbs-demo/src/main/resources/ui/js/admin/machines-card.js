// Who works: processes, the queue between them, and what they lean on.

import { fetchLibrary, fetchMachines } from "../api.js";
import { element } from "../shared/dom.js";
import { session } from "../shared/session.js";
import { agoInWords, counted, countOf, plainly } from "../shared/words.js";
import { CardBody, card, facts } from "./card.js";

const KINDS = { h2: "H2 in a file", postgresql: "PostgreSQL" };
const UNUSED = { "not configured": "not used, the database holds the progress" };

export class MachinesCard {
  constructor() {
    this.body = new CardBody();
    this.node = card("machines", "Machines", this.body.node);
  }

  async reload() {
    if (!session.admin) {
      this.body.say("Unlock to see them.");
      return;
    }
    try {
      const [machines, library] = await Promise.all([fetchMachines(), fetchLibrary()]);
      this.body.show([machines, library.decoders], () => told(machines, library));
    } catch (failure) {
      this.body.failed(failure);
    }
  }
}

function told({ workers, queue, database, redis }, library) {
  const decoders = Object.entries(library.decoders ?? {});
  return [
    element("ul", { className: "workers", "aria-label": "Workers" }, ...workers.map(worker)),
    facts(
      ["Queue", queue && `${counted(queue.pending)} waiting, ${counted(queue.running)} at work`],
      ["Database", database && `${KINDS[database.kind] ?? database.kind}, ${plainly(database.status)}`],
      ["Redis", redis && (UNUSED[redis.status] ?? plainly(redis.status))],
      ...decoders
        .filter(([id, state]) => id.toLowerCase().includes("raw") || !state.ready)
        .map(([id, state]) => [
          id.toLowerCase().includes("raw") ? "Camera RAW" : id,
          state.detail || (state.ready ? "Ready" : "Not ready"),
        ]),
    ),
  ];
}

function worker({ host, pid, role, threads, seen, state }) {
  return element(
    "li",
    {},
    element("span", { className: "worker-host", dir: "auto" }, host),
    element(
      "span",
      { className: "muted" },
      [role, `process ${pid}`, countOf(threads, "thread")].filter(Boolean).join(", "),
    ),
    element("span", { className: "worker-state" }, state || `seen ${agoInWords(seen)}`),
  );
}
