// Verdicts as a sign and a word, so that no colour is needed to tell them apart.
import type { Verdict } from '../generated';
import { useTongue } from '../i18n';

export const verdicts: Verdict[] = ['FULL', 'PARTIAL', 'POSSIBLE', 'NONE', 'UNKNOWN'];

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.7" />;
const shapes: Record<Verdict, preact.JSX.Element> = {
  FULL: <circle cx="8" cy="8" r="6.8" fill="currentColor" />,
  PARTIAL: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  POSSIBLE: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.9" stroke-dasharray="2.2 2.5" />,
  NONE: ring,
  UNKNOWN: <path d="M5 5.6a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M8 12.4v1.4" fill="none" stroke="currentColor" stroke-width="1.9" />,
};

/** The sign of a verdict inside a drawing; x and y are its upper left corner. */
export function VerdictShape({ verdict, x, y }: { verdict: Verdict; x: number; y: number }) {
  return (
    <g class={`v-${verdict}`} transform={`translate(${x} ${y})`}>
      {shapes[verdict]}
    </g>
  );
}

export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg class={`sign v-${verdict}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  );
}

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { w } = useTongue();
  return (
    <span class={`badge v-${verdict}`} title={w.verdictMeans[verdict]}>
      <VerdictSign verdict={verdict} />
      {verdict}
    </span>
  );
}

export interface VerdictCounts {
  full: number;
  partial: number;
  possible: number;
  none: number;
  unknown: number;
  total: number;
}

export function count(of: VerdictCounts, verdict: Verdict): number {
  return of[verdict.toLowerCase() as keyof VerdictCounts];
}

/** The counts of verdicts as lengths of one bar, with the numbers beside it in words. */
export function CountsBar({ of }: { of: VerdictCounts }) {
  const { n } = useTongue();
  const some = verdicts.filter((v) => count(of, v) > 0);
  let x = 0;
  return (
    <div class="counts-bar">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {some.map((v) => {
          const width = (100 * count(of, v)) / of.total;
          const at = x;
          x += width;
          return <rect key={v} class={`v-${v}`} x={at} y="0" width={width} height="6" fill="currentColor" />;
        })}
      </svg>
      <span class="counts">
        {some.map((v) => (
          <span key={v} class={`count v-${v}`}>
            <VerdictSign verdict={v} />
            <span class="quiet">{v}</span> {n(count(of, v))}
          </span>
        ))}
      </span>
    </div>
  );
}
