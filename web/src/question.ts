// The question that most views answer: what is held, what is aimed at, and under which conditions.
import type { Assurance, ControlInput, PolicyInput } from './generated';
import { inventory } from './inventory';
import { usePlace } from './route';
import { useStore } from './store';

export interface Question {
  held: string[];
  target: string;
  /** Whether anything is held, a control included. */
  holds: boolean;
  asOf: string;
  assurance: string;
  hops: string;
  scope: string;
  /** What gapAnalysis and its relatives take beside the target. */
  variables: { held: string[]; controls: ControlInput[] | null; scope: string | null; asOf: string | null; policy: PolicyInput | null };
}

/** Whether a text is a day of the calendar, such as 2026-11-22. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

const assurances = ['DRAFT', 'REVIEWED', 'PUBLISHED', 'OFFICIAL'];

export function useQuestion(): Question {
  const place = usePlace();
  const own = useStore(inventory);
  const held = place.list('held');
  const asOf = isDay(place.get('asof')) ? place.get('asof') : '';
  const assurance = assurances.includes(place.get('assurance')) ? place.get('assurance') : '';
  const hops = /^([1-9]|1[0-6])$/.test(place.get('hops')) ? place.get('hops') : '';
  const scope = own ? place.get('scope') : '';
  const policy = assurance || hops ? { minAssurance: (assurance || null) as Assurance | null, maxHops: hops ? Number(hops) : null } : null;
  return {
    held,
    target: place.get('target'),
    holds: held.length > 0 || own !== null,
    asOf,
    assurance,
    hops,
    scope,
    variables: { held, controls: own?.controls ?? null, scope: scope || null, asOf: asOf || null, policy },
  };
}
