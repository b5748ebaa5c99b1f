// Copies the secret; where the browser refuses, selects it so that the keyboard can.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = document.getElementById("copied");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Copied. Store it in a secret manager.";
    } catch {
      field.focus();
      field.select();
      status.textContent = "The browser did not let us copy. The key is selected: press Ctrl+C or ⌘C.";
    }
  });
}
