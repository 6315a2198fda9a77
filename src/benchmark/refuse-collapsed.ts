import { collapseOf } from '../extraction/check-network.js';
import { isFaceSystem, type System } from '../extraction/extraction.js';
import type { NotMeasured } from './not-measured.js';

/**
 * Says of a system whose model gives everybody the same template why it is not measured: its rates would be of nothing. Every model
 * is asked once. Throws FalsematchError for a model that does not open or does not fit its card.
 */
export function refuseCollapsed(): (system: System) => Promise<NotMeasured | undefined> {
  const asked = new Map<string, Promise<string | undefined>>();
  return async (system) => {
    if (!isFaceSystem(system)) return undefined;
    const { card } = system.model;
    const asking = asked.get(card.name) ?? collapseOf(system.model);
    asked.set(card.name, asking);
    const why = await asking;
    if (why === undefined) return undefined;
    const reason = `${card.name} is collapsed: ${why}`;
    return { what: system.name, reason, detail: `${reason}; take another model.` };
  };
}
