// Ways to narrow down what was found.
import { useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { usePlace } from '../route';
import { short } from '../ui/standards';
import type { Found } from './search';

/** The parameters that facets are chosen by; every facet that has none of its own is an attribute. */
const parameters: Record<string, string> = { standard: 'in', kind: 'kind', discipline: 'discipline', domain: 'domain' };
const parameterOf = (facet: string) => parameters[facet] ?? 'attribute';
/** All parameters that narrow down. */
export const filters = [...Object.values(parameters), 'attribute'];

export function Facets({ facets }: { facets: Found['facets'] }) {
  const { w } = useTongue();
  return (
    <details class="facets no-print" open={matchMedia('(min-width: 46rem)').matches}>
      <summary>{w.narrow}</summary>
      {facets.map((f) => (
        <Facet key={f.name} of={f} />
      ))}
    </details>
  );
}

const few = 7;

function Facet({ of }: { of: Found['facets'][number] }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const [all, setAll] = useState(false);
  const parameter = parameterOf(of.name);
  const chosen = place.list(parameter);
  const shown = of.values.filter((v, i) => all || i < few || v.selected);
  const toggle = (value: string) => place.change({ [parameter]: chosen.includes(value) ? chosen.filter((c) => c !== value) : [...chosen, value], show: '' });
  return (
    <fieldset>
      <legend>{of.label}</legend>
      {shown.map((v) => (
        <label key={v.value}>
          <input type="checkbox" checked={v.selected} onChange={() => toggle(v.value)} />
          <span class="facet-label" title={v.label}>
            {of.name === 'standard' ? short(v.label) : v.label} {of.name === 'domain' && <span class="quiet">{v.value.split('/')[0]}</span>}
          </span>
          <span class="quiet facet-count">{n(v.count)}</span>
        </label>
      ))}
      {shown.length < of.values.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {w.moreValues(n(of.values.length - shown.length))}
        </button>
      )}
    </fieldset>
  );
}
