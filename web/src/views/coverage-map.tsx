// The map of the target's headings: a row for each, a cell for each verdict, and a sign for each requirement.
import type { Verdict } from '../generated';
import { useTongue } from '../i18n';
import { usePlace } from '../route';
import { count, VerdictSign, verdicts } from '../ui/verdict';
import type { Gap, Item } from './coverage';

type Group = Gap['summary']['byGroup'][number];

interface MapProps {
  gap: Gap;
  items: Item[];
  above: Map<string, string | undefined>;
  onPick: (group: string, verdict?: Verdict) => void;
}

export function HeatMap({ gap, items, above, onPick }: MapProps) {
  const { w } = useTongue();
  const place = usePlace();
  const depth = (ref: string): number => {
    const parent = above.get(ref);
    return parent !== undefined && above.has(parent) ? 1 + depth(parent) : 0;
  };
  const deepest = Math.max(0, ...gap.summary.byGroup.map((g) => depth(g.group.ref)));
  const all = place.get('levels') === 'all';
  const rows = gap.summary.byGroup.filter((g) => all || depth(g.group.ref) < 2);
  if (rows.length === 0) return null;
  // A requirement is drawn in the nearest row above it.
  const drawn = new Set(rows.map((r) => r.group.ref));
  const rowOf = (ref: string | undefined): string | undefined => (ref === undefined || drawn.has(ref) ? ref : rowOf(above.get(ref)));
  const units = Map.groupBy(items, (i) => rowOf(i.requirement.parent?.ref));
  return (
    <section class="map" aria-labelledby="map-title">
      <h2 id="map-title">
        {w.byHeading}
        {deepest > 1 && (
          <button type="button" class="no-print" aria-pressed={all} onClick={() => place.change({ levels: all ? '' : 'all' })}>
            {w.allLevels}
          </button>
        )}
      </h2>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="map-title">
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{w.heading}</th>
              {verdicts.map((v) => (
                <th key={v} scope="col" class="number">
                  <VerdictSign verdict={v} />
                  <span>{v}</span>
                </th>
              ))}
              <th scope="col" class="number">
                {w.total}
              </th>
              <th scope="col" class="units-head">
                {w.eachRequirement}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatRow key={row.group.ref} row={row} depth={depth(row.group.ref)} units={units.get(row.group.ref) ?? []} onPick={onPick} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How strong a cell is drawn: the share of the heading's requirements, in steps from 1 to 4. */
function level(part: number, total: number): number {
  return Math.max(1, Math.ceil((4 * part) / total));
}

function HeatRow({ row, depth, units, onPick }: { row: Group; depth: number; units: Item[]; onPick: MapProps['onPick'] }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const { group, summary } = row;
  const chosen = place.get('group') === group.ref;
  const verdict = place.get('verdict');
  return (
    <tr class={`depth-${Math.min(depth, 2)}`}>
      <th scope="row">
        <button type="button" class="plain" aria-pressed={chosen && !verdict} onClick={() => onPick(group.ref)}>
          <span class="number-of">{group.number}</span> {group.name}
        </button>
      </th>
      {verdicts.map((v) => {
        const c = count(summary, v);
        return (
          <td key={v} class="number">
            {c > 0 ? (
              <button type="button" class={`cell v-${v} level-${level(c, summary.total)}`} aria-pressed={chosen && verdict === v} onClick={() => onPick(group.ref, v)}>
                <span class="hidden">
                  {group.number}: {v}{' '}
                </span>
                {n(c)} <span class="hidden">{w.outOf(n(summary.total))}</span>
              </button>
            ) : (
              <span class="zero">0</span>
            )}
          </td>
        );
      })}
      <td class="number total">{n(summary.total)}</td>
      <td class="units">
        {/* The list below says the same to those who do not point. */}
        <span aria-hidden="true">
          {units.map((i) => (
            <a key={i.requirement.ref} tabIndex={-1} class={`unit v-${i.verdict}`} title={`${i.requirement.number} ${i.requirement.name}: ${i.verdict}`} href={place.href('explain', { req: i.requirement.ref })}>
              <VerdictSign verdict={i.verdict} />
            </a>
          ))}
        </span>
      </td>
    </tr>
  );
}
