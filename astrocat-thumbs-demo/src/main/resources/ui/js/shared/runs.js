// All runs that the server knows of, the latest news of each.

import { fetchRuns } from "../api.js";
import { live } from "./live.js";
import { isActive } from "./run-words.js";

const runs = new Map();
const followers = new Set();

/** Asks for all runs once, then follows the news. */
export async function startRuns() {
  live.on("run", (run) => remember([run]));
  live.on("state", (state) => state === "connected" && reload());
  await reload();
}

async function reload() {
  try {
    const current = await fetchRuns();
    runs.clear();
    remember(current);
  } catch {
    tell(); // The news will come with the connection.
  }
}

/** The latest first. */
export const allRuns = () => [...runs.values()].sort((a, b) => b.started_at - a.started_at);

export const activeRuns = () => allRuns().filter(isActive);

export function remember(news) {
  news.forEach((run) => runs.set(run.key, run));
  tell();
}

/** Calls whenever something about runs changed; answers with how to stop that. */
export function followRuns(follower) {
  followers.add(follower);
  return () => followers.delete(follower);
}

function tell() {
  followers.forEach((follower) => follower());
}
