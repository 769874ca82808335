// Puts the pages together.

import { adminPage } from "./admin/admin-page.js";
import { imagePage } from "./image/image-page.js";
import { searchPage } from "./search/search-page.js";
import { byId } from "./shared/dom.js";
import { followKeys, showKeys } from "./shared/keys.js";
import { live } from "./shared/live.js";
import { otherLook } from "./shared/look.js";
import { go, startRouter } from "./shared/router.js";
import { startRuns } from "./shared/runs.js";
import { reloadSession } from "./shared/session.js";
import { followTheme } from "./shared/theme.js";
import { showPlace, startTopBar } from "./shared/topbar.js";

const theme = followTheme(byId("theme"));
const pages = { search: searchPage, image: imagePage, admin: adminPage };
let open = null;

startTopBar();
byId("help").addEventListener("click", showKeys);
followKeys((key, typing) => {
  const everywhere = { l: otherLook, n: theme.toggleNight, "?": showKeys, "/": search };
  return everywhere[key] ?? pages[open].keyed?.(key, typing);
});

/** To the search box, on whatever page one is. */
function search() {
  if (open !== "search") {
    go(`/${open === "image" ? location.search : ""}`);
  }
  byId("q").focus();
}

startRouter(pages, (name) => {
  open = name;
  showPlace(name);
});
live.start();
startRuns();
reloadSession().catch(() => {}); // Admin asks again when it opens.
