// Auto, dark, light, night: which colours the page has.

import { keep, kept } from "./kept.js";

const KEY = "thumbnailTheme";
const THEMES = ["auto", "dark", "light", "night"];
const light = matchMedia("(prefers-color-scheme: light)");

/** Lets a select box choose the theme, and follows the system while it says auto. */
export function followTheme(select) {
  const apply = () => {
    const theme = select.value;
    document.documentElement.dataset.theme =
      theme === "auto" ? (light.matches ? "light" : "dark") : theme;
  };
  const choose = (theme) => {
    keep(KEY, theme);
    select.value = theme;
    apply();
  };
  const last = kept(KEY);
  select.value = THEMES.includes(last) ? last : "auto";
  select.addEventListener("change", () => choose(select.value));
  light.addEventListener("change", apply);
  apply();
  let byDay = select.value === "night" ? "auto" : select.value;
  const toggleNight = () => {
    if (select.value === "night") {
      choose(byDay);
    } else {
      byDay = select.value;
      choose("night");
    }
  };
  return { toggleNight };
}
