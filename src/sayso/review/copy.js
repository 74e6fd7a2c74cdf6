"use strict";
// The button that copies a claim's box, as text and as HTML at once. Without this script the box is marked and copied by hand.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.copy);
    const text = box.value;
    const said = document.getElementById(button.dataset.said);
    const kinds = { "text/plain": new Blob([text], { type: "text/plain" }) };
    if (button.dataset.html)
      kinds["text/html"] = new Blob([document.getElementById(button.dataset.html).innerHTML], { type: "text/html" });
    try {
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
      said.textContent = "copied";
    } catch {
      box.closest("details").open = true;
      box.select();
      said.textContent = "this browser does not let a page copy; the text is marked, press Ctrl-C";
    }
  });
}
