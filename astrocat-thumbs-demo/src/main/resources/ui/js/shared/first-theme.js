// Runs before the first paint, so that nobody is dazzled at night.
(() => {
  let wanted = null;
  try {
    wanted = localStorage.getItem("thumbnailTheme");
  } catch {
    // The visitor has forbidden it: as the system says.
  }
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  document.documentElement.dataset.theme =
    wanted && wanted !== "auto" ? wanted : light ? "light" : "dark";
})();
