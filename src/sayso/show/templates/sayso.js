"use strict";
(() => {
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  // Filters of the report: the app's form asks the server, here the rows are at hand.
  const form = one("html.report form.filters");
  if (form) {
    const rows = every(".claimrow"), found = one("html.report .found");
    const places = new Map(rows.map((row, n) => [row, n]));
    form.hidden = found.hidden = false;
    const fits = (row, name, value) => {
      if (name === "order" || !value) return true;
      if (name === "q") {
        const text = row.textContent.toLowerCase();
        return value.toLowerCase().split(/\s+/).every(word => text.includes(word));
      }
      return (row.dataset[name] || "").split(" ").includes(value);
    };
    const order = { "": row => +row.dataset.rank, tellers: row => -row.dataset.tellers * 1e6 + +row.dataset.rank,
      pile: row => places.get(row) };
    const show = () => {
      const asked = [...new FormData(form)], any = asked.some(([name, value]) => value && name !== "order");
      let number = 0;
      for (const row of rows) {
        const fit = asked.every(([name, value]) => fits(row, name, value));
        row.hidden = !fit;
        number += fit;
      }
      one("b", found).textContent = number;
      for (const box of every("details.small")) if (any) box.open = true;
      const key = order[form.elements.order.value];
      for (const body of new Set(rows.map(row => row.parentElement)))
        body.append(...every(".claimrow", body).sort((a, b) => key(a) - key(b)));
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", event => {
      event.preventDefault();
      one(".claimrow:not([hidden]) a.open")?.focus();
    });
    form.addEventListener("reset", () => setTimeout(show));
    // A figure of the front that counts claims with a mark leaves these.
    for (const link of every("a[data-mark]")) link.addEventListener("click", () => {
      const choice = one(`.chip input[value="${link.dataset.mark}"]`, form);
      if (choice) { choice.checked = true; show(); }
    });
  }

  // A choice that is pressed is asked for at once; one that the arrow keys pass waits for Enter.
  const asked = one("html.app form.filters");
  if (asked) for (const chip of every(".chip input", asked)) chip.addEventListener("click", event => event.detail && asked.requestSubmit());

  // A page in a picture leads to the page, as its letter in the list does for keys.
  for (const box of every(".box[data-to]")) box.addEventListener("click", () => location.assign(box.dataset.to));

  // A link into a closed box opens it.
  const reveal = () => {
    let at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const goal = at; at; at = at.parentElement)
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; goal.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Single letters as keys. They can be switched off (WCAG 2.1.4) and never work while somebody writes.
  const on = one("#keys-on"), kept = "sayso-keys";
  const memory = (value) => {
    try { return value === undefined ? localStorage.getItem(kept) : localStorage.setItem(kept, value); } catch { return null; }
  };
  if (on) {
    on.checked = memory() !== "off";
    on.addEventListener("change", () => memory(on.checked ? "on" : "off"));
  }
  const near = items => items.find(item => {
    const box = item.getBoundingClientRect();
    return box.bottom >= 0 && box.top <= innerHeight && box.width;
  }) || items.find(item => item.getBoundingClientRect().width);
  const stops = () => every(".claimrow:not([hidden]) a.open, html.report .claimrow:not([hidden]) .gist, html.report article.screen > header, "
    + "html.app .telling .inplace a, html.app .text .margin a.claimno").filter(stop => stop.getBoundingClientRect().height);
  const step = by => {
    const all = stops(), now = all.findIndex(stop => stop === document.activeElement || stop.contains(document.activeElement));
    const from = now >= 0 ? now + by : all.findIndex(stop => stop.getBoundingClientRect().top > 8);
    const goal = all[Math.max(0, Math.min(all.length - 1, from < 0 ? all.length - 1 : from))];
    if (!goal) return;
    if (goal.tagName !== "A") goal.tabIndex = -1;
    goal.focus();
    goal.scrollIntoView({ block: "nearest" });
  };
  const press = key => {
    const item = near(every(`[data-key="${CSS.escape(key)}"]`));
    if (!item) return false;
    for (let at = item.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS" && at.open === false && item.tagName !== "SUMMARY") at.open = true;
    const box = item.tagName === "INPUT" && item.type === "checkbox" && item.name !== "claim";
    if (box || ["BUTTON", "A", "SUMMARY"].includes(item.tagName)) item.click();
    item.focus();
    return true;
  };
  let before = "";
  addEventListener("keydown", event => {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || (on && !on.checked)) return;
    if (at.closest("textarea, select, [contenteditable]") || (at.tagName === "INPUT" && !["checkbox", "radio"].includes(at.type))) return;
    if (event.key === " " && at.closest("a, button, input, summary")) return;
    const both = before === "g" ? "g " + event.key : event.key;
    before = event.key === "g" ? "g" : "";
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (before || !press(both)) return;
    event.preventDefault();
  });
})();
