// Whether this visitor may change things.

import { fetchSession } from "../api.js";

const followers = new Set();

/** Until the server has said so, nobody may. */
export const session = { admin: false, token_required: false };

export async function reloadSession() {
  Object.assign(session, await fetchSession());
  followers.forEach((follower) => follower());
}

export function followSession(follower) {
  followers.add(follower);
}
