/** Lets a reader hide systems and conditions: whatever in the page belongs to one says so in an attribute. */
export function startFilters(): void {
  const style = document.createElement('style');
  document.head.append(style);
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-hides]')];
  const update = () => {
    const hidden = boxes
      .filter(({ checked }) => !checked)
      .map(({ dataset, value }) => `main [data-${dataset.hides}="${value}"]`);
    style.textContent = hidden.length === 0 ? '' : `${hidden.join(', ')} { display: none; }`;
  };
  for (const box of boxes) box.addEventListener('change', update);
  update();
}
