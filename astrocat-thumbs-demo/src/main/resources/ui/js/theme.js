// Auto, dark, light, night: which colours the page has.

const KEY = "thumbnailTheme";
const THEMES = ["auto", "dark", "light", "night"];
const light = matchMedia("(prefers-color-scheme: light)");

const wanted = () => {
  const kept = localStorage.getItem(KEY);
  return THEMES.includes(kept) ? kept : "auto";
};

const apply = () => {
  const theme = wanted();
  document.documentElement.dataset.theme =
    theme === "auto" ? (light.matches ? "light" : "dark") : theme;
};

/** Lets a select box choose the theme, and follows the system while it says auto. */
export function followTheme(select) {
  const choose = (theme) => {
    localStorage.setItem(KEY, theme);
    select.value = theme;
    apply();
  };
  select.value = wanted();
  select.addEventListener("change", () => choose(select.value));
  light.addEventListener("change", apply);
  apply();
  return { toggleNight: () => choose(wanted() === "night" ? "auto" : "night") };
}
