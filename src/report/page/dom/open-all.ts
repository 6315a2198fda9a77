/** Buttons that open, or close, every part of the page that can be closed: what is closed is not printed. */
export function startOpening(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-opens]')) {
    button.addEventListener('click', () => {
      for (const details of document.querySelectorAll('details')) details.open = button.dataset.opens === 'all';
    });
  }
}
