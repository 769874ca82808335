// Runs before the first paint, so that nobody is dazzled at night.
(() => {
  const wanted = localStorage.getItem("thumbnailTheme") ?? "auto";
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  document.documentElement.dataset.theme =
    wanted === "auto" ? (light ? "light" : "dark") : wanted;
})();
