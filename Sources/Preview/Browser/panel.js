// What the preview tells beside a page: its mark, the strip at the bottom, the mistakes over it. It stands in a shadow
// tree, so that the page's own styles and scripts never meet it.
document.currentScript.panel = (() => {
  "use strict";

  const words = (spanish) => spanish
    ? { draft: "Borrador", future: "Fecha futura", expired: "Caducada", words: (n) => n === 1 ? "1 palabra" : `${n} palabras`, errors: (n) => n === 1 ? "1 error" : `${n} errores`, warnings: (n) => n === 1 ? "1 aviso" : `${n} avisos`, close: "Cerrar", lost: "Sin conexión con la vista previa", title: "Hay algo que corregir", took: "Desde que se guardó hasta que se vio", strip: "Vista previa" }
    : { draft: "Draft", future: "Dated later", expired: "Expired", words: (n) => n === 1 ? "1 word" : `${n} words`, errors: (n) => n === 1 ? "1 error" : `${n} errors`, warnings: (n) => n === 1 ? "1 warning" : `${n} warnings`, close: "Close", lost: "No connection to the preview", title: "Something needs mending", took: "From saving to showing", strip: "Preview" };

  const style = `
    :host { all: initial; color-scheme: dark; }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; font: 13px/1.45 system-ui, sans-serif; }
    [hidden] { display: none !important; }
    .ribbon { position: fixed; inset: 0 0 auto 0; z-index: 2147483645; height: 3px; background: #ffc95c; pointer-events: none; }
    .ribbon span { position: absolute; top: 0; left: 50%; transform: translateX(-50%); padding: 1px 12px 3px; border-radius: 0 0 7px 7px; font-weight: 700; white-space: nowrap; color: #1d2530; background: inherit; }
    .strip { position: fixed; inset: auto 0 0 0; z-index: 2147483646; display: flex; gap: 2px 16px; flex-wrap: wrap; align-items: center; min-height: 36px; padding: 3px 44px 3px 14px; background: #1d2530; color: #dfe5ec; border-top: 1px solid #43505f; font-variant-numeric: tabular-nums; }
    .strip > * { white-space: nowrap; }
    .mark, .lost { padding: 1px 8px; border-radius: 4px; font-weight: 700; color: #1d2530; background: #ffc95c; }
    .time { color: #a9b6c4; }
    button { min-height: 26px; padding: 1px 9px; border: 1px solid #5d6b7a; border-radius: 5px; background: none; color: inherit; cursor: pointer; }
    button:hover, button[aria-expanded=true] { background: #2d3947; border-color: #8a99a9; }
    button:focus-visible { outline: 2px solid #7fc4ff; outline-offset: 2px; }
    button.errors { color: #ffb0a5; border-color: #b0594e; font-weight: 700; }
    button.warnings { color: #ffd584; border-color: #8a7445; }
    .strip .close { position: absolute; top: 4px; right: 8px; width: 28px; height: 28px; padding: 0; border-color: transparent; font-size: 18px; line-height: 1; }
    .list { position: fixed; inset: auto 0 36px 0; z-index: 2147483646; max-height: 45vh; overflow: auto; overscroll-behavior: contain; padding: 14px 14px 4px; background: #161b22; color: #e8edf2; border-top: 1px solid #43505f; }
    .overlay { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; overscroll-behavior: contain; padding: 6vh 16px 60px; background: rgb(13 17 23 / .72); backdrop-filter: blur(2px); }
    .sheet { max-width: 860px; margin: 0 auto; padding: 16px 20px 8px; border-radius: 8px; border-top: 4px solid #ff7d6d; background: #161b22; color: #e8edf2; box-shadow: 0 12px 40px rgb(0 0 0 / .5); }
    h1 { display: flex; gap: 16px; justify-content: space-between; align-items: center; margin: 0 0 14px; font-size: 17px; font-weight: 700; color: #ff9c8f; }
    h1 button { color: #e8edf2; font-weight: 400; }
    .mistake { margin: 0 0 18px; }
    .mistake > * { margin: 0; font: 13px/1.5 ui-monospace, monospace; }
    .what, .hint { white-space: pre-wrap; overflow-wrap: anywhere; }
    .what b { color: #9ecbff; font: inherit; font-weight: 700; }
    .where { overflow-x: auto; margin: 6px 0; padding: 7px 10px; border-radius: 5px; background: #0d1117; }
    .hint { color: #a8d8b4; }`;
  const outside = `
    a[data-sitegen-waits] { outline: 2px dashed #c98a00 !important; outline-offset: 2px !important; }
    @media screen { html[data-sitegen-strip] { padding-block-end: 40px !important; } }`;

  const element = (name, properties = {}, ...inner) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inner);
    return made;
  };

  const sheetOf = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; };
  const host = document.createElement("sitegen-preview");
  const root = host.attachShadow({ mode: "open" });
  // Sheets made by scripts are no business of the policy, which forbids inline styles.
  root.adoptedStyleSheets = [sheetOf(style)];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOf(outside)];
  const ribbon = element("div", { className: "ribbon", hidden: true });
  const list = element("div", { className: "list", hidden: true });
  const strip = element("div", { className: "strip", hidden: true, role: "region" });
  const overlay = element("div", { className: "overlay", hidden: true, role: "alert" });
  root.append(ribbon, list, strip, overlay);

  const closed = "sitegen-preview-strip-closed";
  const isClosed = () => { try { return sessionStorage.getItem(closed) === "yes"; } catch { return false; } };

  /// A mistake as the terminal tells it; its source line stays one line, so that the sign below stands where it belongs.
  const shown = (text) => {
    const made = element("div", { className: "mistake" });
    const lines = text.replace(/\n$/, "").split("\n");
    const isSource = (line) => /^ *\d* \| ?/.test(line);
    for (let at = 0; at < lines.length; ) {
      let end = at + 1;
      if (isSource(lines[at])) {
        while (end < lines.length && isSource(lines[end])) end++;
        made.append(element("pre", { className: "where", textContent: lines.slice(at, end).join("\n"), tabIndex: 0 }));
      } else {
        const place = at === 0 ? lines[at].match(/^\S+?:\d+(:\d+)?:/)?.[0] ?? "" : "";
        made.append(element("p", { className: at === 0 ? "what" : "hint" }, element("b", { textContent: place }), lines[at].slice(place.length)));
      }
      at = end;
    }
    return made;
  };

  /// On a narrow screen the sign may stand beyond the edge: it is brought into view.
  const aim = (container) => {
    for (const where of container.hidden ? [] : container.querySelectorAll(".where")) {
      const lines = where.textContent.split("\n");
      const sign = lines.at(-1).search(/[\^~]/);
      const width = where.scrollWidth / Math.max(...lines.map((line) => line.length));
      where.scrollLeft = sign < 0 ? 0 : sign * width - where.clientWidth / 2;
    }
  };

  let dismissed = "";
  let last = null;
  let isLost = false;

  /// Tells what there is to tell about the page.
  const tell = (note) => {
    last = note;
    isLost = false;
    // Not before the page was noted as it was sent, which it is no part of.
    if (!host.isConnected) document.documentElement.append(host);
    const say = words(note.lang === "es");
    host.lang = note.lang;
    ribbon.hidden = !note.waits;
    ribbon.replaceChildren(element("span", { textContent: note.waits ? say[note.waits] : "" }));
    list.replaceChildren(...note.warnings.map(shown));
    if (!note.warnings.length) list.hidden = true;
    const errors = note.errors.join("\n");
    if (!errors) dismissed = "";
    const wasHidden = overlay.hidden;
    overlay.hidden = !errors || errors === dismissed;
    // Whoever reads on in the same mistakes is not thrown back to the first.
    if (wasHidden || overlay.dataset.told !== errors) {
      overlay.dataset.told = errors;
      const close = element("button", { className: "close", textContent: say.close });
      close.addEventListener("click", dismiss);
      overlay.replaceChildren(element("div", { className: "sheet" }, element("h1", {}, say.title, close), ...note.errors.map(shown)));
      aim(overlay);
    }
    showStrip(note, say);
  };

  const dismiss = () => {
    dismissed = last.errors.join("\n");
    overlay.hidden = true;
  };
  addEventListener("keydown", ({ key }) => { if (key === "Escape" && !overlay.hidden) dismiss(); });

  const showStrip = (note, say) => {
    const parts = [];
    if (isLost) parts.push(element("span", { className: "lost", textContent: say.lost }));
    if (note.waits) parts.push(element("span", { className: "mark", textContent: say[note.waits] }));
    if (note.words !== undefined) parts.push(element("span", { className: "words", textContent: say.words(note.words) }));
    const milliseconds = note.microseconds / 1000;
    parts.push(element("span", { className: "time", title: say.took, textContent: `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms` }));
    if (note.errors.length) parts.push(opener("errors", say.errors(note.errors.length), overlay));
    if (note.warnings.length) parts.push(opener("warnings", say.warnings(note.warnings.length), list));
    const close = element("button", { className: "close", textContent: "×", ariaLabel: say.close, title: say.close });
    close.addEventListener("click", () => {
      list.hidden = true;
      try { sessionStorage.setItem(closed, "yes"); } catch { /* It comes back on the next page. */ }
      hideStrip(true);
    });
    strip.ariaLabel = say.strip;
    strip.replaceChildren(...parts, close);
    hideStrip(isClosed());
  };

  const opener = (name, text, opened) => {
    const button = element("button", { className: name, textContent: text, ariaExpanded: String(!opened.hidden) });
    button.addEventListener("click", () => {
      opened.hidden = !opened.hidden;
      // What is told next, of the same mistakes, leaves it as it was left here.
      if (opened === overlay) dismissed = overlay.hidden ? last.errors.join("\n") : "";
      aim(opened);
      button.ariaExpanded = String(!opened.hidden);
    });
    return button;
  };

  /// The page's own end can be scrolled to above the strip.
  const hideStrip = (isHidden) => {
    strip.hidden = isHidden;
    document.documentElement.toggleAttribute("data-sitegen-strip", !isHidden);
  };

  /// Tells that nothing more is heard.
  const lose = () => {
    if (isLost || !last) return;
    isLost = true;
    showStrip(last, words(last.lang === "es"));
  };

  return { tell, lose };
})();
