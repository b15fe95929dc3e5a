// How old facts are, behind their dates, which tell it without this too: «20 nov 2026 (hace 3 días)».
(() => {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang);
  const day = 86400;
  // From how many seconds on a unit is used, and how many make one of it.
  const units = [
    ["year", 365.2425 * day], ["month", 30.436875 * day], ["week", 14 * day, 7 * day], ["day", day], ["hour", 3600],
    ["minute", 60], ["second", 0, 1],
  ];
  let told = [];
  const tell = () => {
    for (const text of told) text.remove();
    told = [];
    for (const time of document.querySelectorAll("time.age")) {
      const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
      if (!(seconds >= 0)) continue;
      const [unit, least, size = least] = units.find(([, least]) => seconds >= least);
      const text = new Text(` (${words.format(-Math.floor(seconds / size), unit)})`);
      told.push(text);
      time.after(text);
    }
  };
  // A preview changes dates under a writer's eyes.
  document.addEventListener("sitegen:change", tell);
  tell();
})();
