// Shows what the chosen scopes could read as soon as they are chosen; where this does not run, a button does.
for (const preview of document.querySelectorAll("[data-preview]")) {
  const form = preview.closest("form");
  const button = form.querySelector("[name=preview]");
  let asked = 0;
  button.hidden = true;
  form.addEventListener("change", async (event) => {
    if (event.target.name !== "scopes") return;
    const mine = ++asked;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-preview]");
      if (mine !== asked) return;
      if (!answer.ok || !fresh) throw new Error("no preview");
      preview.replaceChildren(...fresh.childNodes);
    } catch {
      button.hidden = false;
    }
  });
}
