// What an article can do beyond reading: copy code, and keep tabs of one label together. Everything works without it.
// While a preview changes the page under a writer's eyes, what is new is given the same.
(() => {
  const spanish = !document.documentElement.lang.startsWith("en");
  const words = spanish
    ? { copy: "Copiar", copied: "Copiado", failed: "No se pudo copiar" }
    : { copy: "Copy", copied: "Copied", failed: "Could not copy" };

  // Numbers and marks are drawn by the style sheet; prompts, and the signs that stand for notes, are left out here.
  const textOf = (code) => {
    const copy = code.cloneNode(true);
    for (const mark of copy.querySelectorAll(".gp, .annotation")) mark.remove();
    return copy.textContent.replace(/[ \t]+$/gm, "");
  };

  const addButton = (figure) => {
    if (!figure.querySelector("code") || !navigator.clipboard || figure.matches(".no-copy, :has(> .copy)")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(textOf(figure.querySelector("code")));
        button.textContent = words.copied;
      } catch {
        button.textContent = words.failed;
      }
      button.classList.add("told");
      setTimeout(() => {
        button.textContent = words.copy;
        button.classList.remove("told");
      }, 2000);
    });
    figure.append(button);
  };

  const labelOf = (input) => document.querySelector(`label[for="${input.id}"]`)?.textContent.trim();
  const select = (label, except) => {
    for (const input of document.querySelectorAll(".tabs > input")) {
      if (input !== except && labelOf(input) === label) input.checked = true;
    }
  };
  const remembered = "sitegen-tab";
  document.addEventListener("change", ({ target }) => {
    if (!target.matches(".tabs > input")) return;
    const label = labelOf(target);
    // The other sets above must not push the one being read out of place.
    const before = target.getBoundingClientRect().top;
    select(label, target);
    scrollBy(0, target.getBoundingClientRect().top - before);
    try { localStorage.setItem(remembered, label); } catch { /* Private windows remember nothing. */ }
  });
  const prepare = () => {
    document.querySelectorAll("figure.code").forEach(addButton);
    try { select(localStorage.getItem(remembered)); } catch { /* As above. */ }
  };
  document.addEventListener("sitegen:change", prepare);
  prepare();
})();
