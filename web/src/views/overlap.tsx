// How far standards overlap, which one is nearest, and what a new edition changes.
import { useTongue } from '../i18n';
import { NextStandardsDocument, OverlapDocument } from '../generated';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Notices } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { Question } from '../ui/question';
import { Shown } from '../ui/states';
import { short, useStandards, useTitles } from '../ui/standards';
import { CountsBar, VerdictSign, type VerdictCounts } from '../ui/verdict';
import { Editions } from './editions';

export function Overlap() {
  const { w } = useTongue();
  return (
    <article class="view overlap">
      <h1>{w.views.overlap}</h1>
      <PrintHead withTarget={false} />
      <Matrix />
      <Next />
      <Editions />
    </article>
  );
}

function Matrix() {
  const { w, language } = useTongue();
  const place = usePlace();
  const { variables } = useQuestion();
  const all = useStandards();
  const title = useTitles();
  const usual = all.filter((s) => s.status === 'CURRENT' && !s.profileOf).map((s) => s.ref);
  const chosen = place.list('of').length ? place.list('of') : usual;
  const refs = all.map((s) => s.ref).filter((ref) => chosen.includes(ref));
  const answer = useQuery(OverlapDocument, refs.length > 1 ? { standards: refs, asOf: variables.asOf, policy: variables.policy, language } : null);
  const toggle = (ref: string) => place.change({ of: chosen.includes(ref) ? chosen.filter((c) => c !== ref) : [...chosen, ref] });
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">{w.matrixTitle}</h2>
      <p class="quiet">{w.matrixMeans}</p>
      <details class="conditions standards-choice no-print">
        <summary>{w.standardsShown(refs.length, all.length)}</summary>
        <div class="checks">
          {all.map((s) => (
            <label key={s.ref}>
              <input type="checkbox" checked={refs.includes(s.ref)} onChange={() => toggle(s.ref)} /> {s.title} <span class="quiet">{s.ref}</span>
            </label>
          ))}
        </div>
      </details>
      {all.length > 0 && refs.length < 2 ? (
        <p class="quiet">{w.twoStandards}</p>
      ) : (
        <Shown answer={answer}>
          {({ overlap }) => {
            const of = new Map(overlap.pairs.map((p) => [`${p.held.ref} ${p.target.ref}`, p.summary]));
            const rows = refs.filter((ref) => overlap.pairs.some((p) => p.held.ref === ref));
            return (
              <>
                <Notices texts={overlap.notices} />
                <div class="scroll" tabIndex={0} role="group" aria-labelledby="matrix-title">
                  <table class="matrix">
                    <thead>
                      <tr>
                        <th scope="col" class="corner">
                          {w.heldByTarget}
                        </th>
                        {rows.map((ref) => (
                          <th key={ref} scope="col" title={title(ref)}>
                            {ref}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((held) => (
                        <tr key={held}>
                          <th scope="row" title={title(held)}>
                            {held}
                          </th>
                          {rows.map((target) => (
                            <td key={target}>{held === target ? <span class="same">·</span> : <Cell held={held} target={target} of={of.get(`${held} ${target}`)} />}</td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </>
            );
          }}
        </Shown>
      )}
    </section>
  );
}

function Cell({ held, target, of }: { held: string; target: string; of: VerdictCounts | undefined }) {
  const { w, n } = useTongue();
  const place = usePlace();
  if (!of) return null;
  const parts: ['FULL' | 'PARTIAL', number][] = [
    ['FULL', of.full],
    ['PARTIAL', of.partial],
  ];
  return (
    <a class="pair" href={place.href('coverage', { held, target })}>
      <span class="hidden">{w.pair(held, target)}</span>
      <span class="pair-counts">
        {parts.map(([v, c]) => (
          <span key={v} class={`count v-${v}`}>
            <VerdictSign verdict={v} />
            <span class="hidden">{v}</span> {n(c)}
          </span>
        ))}
      </span>
      <span class="pair-of">{w.outOf(n(of.total))}</span>
      <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect class="ground" width="100" height="5" />
        <rect class="v-FULL" width={(100 * of.full) / of.total} height="5" fill="currentColor" />
        <rect class="v-PARTIAL" x={(100 * of.full) / of.total} width={(100 * of.partial) / of.total} height="5" fill="currentColor" />
      </svg>
    </a>
  );
}

function Next() {
  const { w, language, n } = useTongue();
  const place = usePlace();
  const { held, holds, variables } = useQuestion();
  const answer = useQuery(NextStandardsDocument, holds ? { ...variables, language } : null);
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">{w.nextTitle}</h2>
      <Question withTarget={false} />
      {holds ? (
        <>
          <p class="quiet">{w.nextOrder}</p>
          <Shown answer={answer}>
            {({ nextStandards }) => (
              <table class="rows next">
                <thead>
                  <tr>
                    <th scope="col">{w.standard}</th>
                    <th scope="col">{w.verdictsOf}</th>
                    <th scope="col" class="number">
                      {w.total}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {nextStandards.map(({ standard, summary }) => (
                    <tr key={standard.ref}>
                      <td>
                        <a href={place.href('coverage', { held, target: standard.ref })}>{short(standard.title ?? standard.ref)}</a> <span class="quiet code">{standard.ref}</span>
                      </td>
                      <td>
                        <CountsBar of={summary} />
                      </td>
                      <td class="number">{n(summary.total)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Shown>
        </>
      ) : (
        <p class="quiet">{w.nextHold}</p>
      )}
    </section>
  );
}
