// What is still needed, in the order of the work: to build, to extend, to review, to find out; and last what can be reused.
import { TodoDocument, type Disposition, type TodoQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Download } from '../ui/download';
import { Lapsed } from '../ui/lapsed';
import { Notice } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { Question } from '../ui/question';
import { Empty, Shown } from '../ui/states';
import { useTitles } from '../ui/standards';
import { VerdictBadge } from '../ui/verdict';

type Item = TodoQuery['gapAnalysis']['items']['edges'][number]['node'];

const order: Disposition[] = ['NEW', 'EXTEND', 'EXTEND_SCOPE', 'REVIEW', 'ANALYSE', 'REUSE'];

export function Todo() {
  const { w, language, day } = useTongue();
  const place = usePlace();
  const question = useQuestion();
  const title = useTitles();
  const asked = question.holds && question.target;
  const answer = useQuery(TodoDocument, asked ? { ...question.variables, target: question.target, language } : null, (d) => d.gapAnalysis.items);
  return (
    <article class="view todo">
      <h1>{w.views.todo}</h1>
      <Question />
      {asked ? (
        <Shown answer={answer}>
          {({ gapAnalysis: gap, revision }) => (
            <>
              <PrintHead asOf={gap.asOf} />
              <p class="asked">
                {w.todoOf(title(question.target))} <span class="quiet">{w.asOfRevision(day(gap.asOf), revision.hash.slice(0, 8))}</span>
              </p>
              <Notice of={[question.target]} />
              <Lapsed of={gap.lapsed} />
              <Download />
              <Answer items={gap.items.edges.map((e) => e.node)} />
            </>
          )}
        </Shown>
      ) : (
        <Empty title={w.startTitle}>
          <p>{w.startText}</p>
          <p>
            <a href={place.href('todo', { held: ['iso-27001-2022'], target: 'isms-p-2023' })}>{w.startExample(title('iso-27001-2022'), title('isms-p-2023'))}</a>
          </p>
        </Empty>
      )}
    </article>
  );
}

function Answer({ items }: { items: Item[] }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const chosen = place.list('do');
  const of = (d: Disposition) => items.filter((i) => i.disposition === d);
  const present = order.filter((d) => of(d).length > 0);
  return (
    <>
      <div class="toolbar no-print" role="group" aria-label={w.disposition}>
        {present.map((d) => (
          <button key={d} type="button" aria-pressed={chosen.includes(d)} onClick={() => place.change({ do: chosen.includes(d) ? chosen.filter((c) => c !== d) : [...chosen, d] })}>
            <span class="code">{d}</span> {n(of(d).length)}
          </button>
        ))}
      </div>
      {present
        .filter((d) => chosen.length === 0 || chosen.includes(d))
        .map((d) => (
          <section key={d} class="disposition" aria-labelledby={`do-${d}`}>
            <h2 id={`do-${d}`}>
              <span class="code">{d}</span> {w.dispositionMeans[d]} <span class="quiet">{w.countOf(n(of(d).length), n(items.length))}</span>
            </h2>
            <Items items={of(d)} />
          </section>
        ))}
    </>
  );
}

function Items({ items }: { items: Item[] }) {
  const { w } = useTongue();
  const place = usePlace();
  const remains = items.some((i) => i.remainder.length > 0);
  const blocked = items.some((i) => i.blockers.length > 0);
  const via = items.some((i) => viaOf(i).length > 0);
  const evidence = items.some((i) => controlsOf(i).length > 0);
  const spared = items.some((i) => i.omission);
  return (
    <table class="rows cards">
      <thead>
        <tr>
          <th scope="col">{w.number}</th>
          <th scope="col">{w.requirement}</th>
          <th scope="col">{w.verdict}</th>
          {remains && <th scope="col">{w.whatRemains}</th>}
          {blocked && <th scope="col">{w.blockers}</th>}
          {via && <th scope="col">{w.reused}</th>}
          {evidence && <th scope="col">{w.evidence}</th>}
          {spared && <th scope="col">{w.audit}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((i) => (
          <tr key={i.requirement.ref}>
            <td class="number-of">{i.requirement.number}</td>
            <td class="name">
              <a href={place.href('explain', { req: i.requirement.ref })}>{i.requirement.name}</a>
            </td>
            <td>
              <VerdictBadge verdict={i.verdict} />
            </td>
            {remains && (
              <td class="remains" data-label={w.whatRemains}>
                <ul>
                  {headlines(i).map((r) => (
                    <li key={(r.point?.ref ?? '') + r.text}>
                      {r.point && <span class="number-of">{r.point.number}</span>} {r.text}
                    </li>
                  ))}
                </ul>
              </td>
            )}
            {blocked && (
              <td class="blockers" data-label={i.blockers.length ? w.blockers : undefined}>
                {i.blockers.map((b) => (
                  <p key={b.control.id}>
                    {b.control.id} {b.control.title}: {w.blockerReason[b.why]} → {b.verdict}
                  </p>
                ))}
              </td>
            )}
            {via && <td class="via" data-label={w.reused}>{viaOf(i).map((ref) => <code key={ref}>{ref}</code>)}</td>}
            {evidence && (
              <td data-label={controlsOf(i).length ? w.evidence : undefined}>
                {controlsOf(i).map((c) => (
                  <p key={c.id}>
                    {c.id} {[c.owner, ...c.evidence].filter(Boolean).join(', ')}
                  </p>
                ))}
              </td>
            )}
            {spared && <td>{i.omission && <span title={i.omission.conditions.join('\n')}>{w.mayBeOmitted}</span>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The obligations that are not met, and what is asked beyond a claim on the whole. What claims say of an obligation that is met in part stands with the proof. */
function headlines(item: Item): Item['remainder'] {
  return item.remainder.filter((r) => !r.point || !r.mapping);
}

/** What the verdicts on an item and on its points start from. */
function startsOf(item: Item) {
  const points = item.verdict === 'FULL' || item.verdict === 'PARTIAL' ? item.points.filter((p) => p.verdict === 'FULL' || p.verdict === 'PARTIAL') : [];
  return [item, ...points].flatMap((x) => x.proof?.steps ?? []).filter((s) => s.rule === 'R1');
}

/** Controls by their ids, and all else that is held by its ref. */
function viaOf(item: Item): string[] {
  return [...new Set(startsOf(item).flatMap((s) => (s.controls.length ? s.controls.map((c) => c.id) : [s.requirement.ref])))];
}

function controlsOf(item: Item) {
  return [...new Map(startsOf(item).flatMap((s) => s.controls.map((c) => [c.id, c]))).values()];
}
