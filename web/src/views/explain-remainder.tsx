import { useTongue } from '../i18n';
import { VerdictSign } from '../ui/verdict';
import type { Explanation } from './explain';

/** What is met and what is not, obligation by obligation, and what claims say of those that are met in part. */
export function Remainder({ of }: { of: Explanation }) {
  const { w } = useTongue();
  const whole = of.remainder.filter((r) => !r.point);
  return (
    <>
      {of.points.length > 0 && (
        <ul class="points">
          {of.points.map(({ requirement, verdict }) => {
            const more = of.remainder.filter((r) => r.point?.ref === requirement.ref && r.mapping);
            return (
              <li key={requirement.ref}>
                <VerdictSign verdict={verdict} />
                <div>
                  <span class="number-of">{requirement.number}</span> {requirement.gist} <span class={`word v-${verdict}`}>{verdict}</span>
                  {more.length > 0 && (
                    <ul class="beyond">
                      {more.map((r) => (
                        <li key={r.mapping?.ref}>
                          <span class="quiet">{w.beyond(r.beyond.map((b) => b.ref).join(' + '))}</span> {r.text}
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {whole.length > 0 && (
        <ul class="beyond">
          {whole.map((r) => (
            <li key={r.text}>
              {r.text} <span class="quiet">{w.beyond(r.beyond.map((b) => b.ref).join(' + '))}</span>
            </li>
          ))}
        </ul>
      )}
      {of.points.length === 0 && whole.length === 0 && <p class="quiet">{of.verdict === 'FULL' ? w.nothingRemains : w.noPoints}</p>}
    </>
  );
}
