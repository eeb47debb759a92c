// Copies the address of the page, which holds every choice. Listens once, on the document, so that a page that is
// drawn again keeps its button alive.
(function copyLinks() {
  if (window.opvangspiegelCopies) return;
  window.opvangspiegelCopies = true;

  // The clipboard is closed to pages that came over plain http from another machine; a selection is not.
  function copyBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy-link]");
    if (!button) return;
    const told = document.querySelector("[data-copy-link-told]");
    told.textContent = "";
    told.textContent = (await copied(location.href)) ? button.dataset.copied : button.dataset.failed;
    button.focus();
  });
})();
