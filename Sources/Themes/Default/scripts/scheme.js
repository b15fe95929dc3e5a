// The switch between light and dark. What the system prefers holds until a reader says otherwise.
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = "sitegen-scheme";
  const shown = () => root.dataset.scheme ?? (system.matches ? "dark" : "light");

  const show = () => {
    root.dataset.shown = shown();
    button.ariaLabel = button.title = shown() === "dark" ? button.dataset.light : button.dataset.dark;
  };

  button.addEventListener("click", () => {
    const wanted = shown() === "dark" ? "light" : "dark";
    // Going back to what the system prefers means following it again.
    if (wanted === (system.matches ? "dark" : "light")) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    try {
      if (root.dataset.scheme) localStorage.setItem(key, wanted);
      else localStorage.removeItem(key);
    } catch { /* Private windows remember nothing. */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;

  // Where the contents stand beside the text they are open from the start.
  const contents = document.querySelector(".toc");
  if (contents && matchMedia("(min-width: 62rem)").matches) contents.open = true;
})();
