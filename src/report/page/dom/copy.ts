/** Buttons that copy the text of the element they name; where the clipboard is closed they select it instead. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
    const source = document.getElementById(button.dataset.copies ?? '');
    const said = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    if (!source) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const copied = await copy(source.textContent ?? '');
      if (!copied) getSelection()?.selectAllChildren(source);
      if (said) said.textContent = copied ? 'Copied.' : 'Selected: copy it with Ctrl+C.';
    });
  }
}

/** A page from a file may be refused the clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
