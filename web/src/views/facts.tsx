// What is known of certification schemes on a day, and whether an organisation is obliged.
import { FactsDocument, ObligationsDocument, type FactKind, type FactsQuery, type ObligationsQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { isDay } from '../question';
import { usePlace } from '../route';
import { PrintHead } from '../ui/permalink';
import { Shown } from '../ui/states';

type Scheme = FactsQuery['schemes'][number];
type Fact = FactsQuery['facts'][number];

const kinds: FactKind[] = ['LAW', 'EDITION', 'COUNT', 'COMPARISON', 'ESTIMATE'];

const today = () => new Date().toISOString().slice(0, 10);

export function Facts() {
  const { w, language, day } = useTongue();
  const place = usePlace();
  const asOf = isDay(place.get('asof')) ? place.get('asof') : null;
  const answer = useQuery(FactsDocument, { asOf, language });
  return (
    <article class="view facts">
      <h1>{w.views.facts}</h1>
      <Shown answer={answer}>
        {({ schemes, facts }) => {
          const scheme = schemes.find((s) => s.ref === place.get('scheme')) ?? schemes.find((s) => s.questions.length > 0) ?? schemes[0];
          if (!scheme) return <p class="quiet">{w.noSchemes}</p>;
          const own = facts.filter((f) => f.scheme.ref === scheme.ref);
          return (
            <>
              <PrintHead asOf={asOf ?? today()} withTarget={false} />
              <form class="question no-print" aria-label={w.question} onSubmit={(e) => e.preventDefault()}>
                <label class="field">
                  <span>{w.scheme}</span>
                  <select value={scheme.ref} onChange={(e) => place.change({ scheme: e.currentTarget.value, known: '' })}>
                    {schemes.map((s) => (
                      <option key={s.ref} value={s.ref}>
                        {s.title}
                      </option>
                    ))}
                  </select>
                </label>
                <label class="field">
                  <span>{w.asOf}</span>
                  <input type="date" value={asOf ?? today()} onChange={(e) => place.change({ scheme: scheme.ref, asof: e.currentTarget.value })} />
                </label>
              </form>
              <header class="answer-head">
                <h2>{scheme.title}</h2>
                <p class="quiet">
                  {scheme.authority} · {w.asOfDay(day(asOf ?? today()))}
                </p>
              </header>
              {scheme.questions.length > 0 && <Obliged scheme={scheme} asOf={asOf} />}
              {kinds.map((kind) => (
                <Statements key={kind} kind={kind} facts={own.filter((f) => f.kind === kind)} />
              ))}
            </>
          );
        }}
      </Shown>
    </article>
  );
}

function Statements({ kind, facts }: { kind: FactKind; facts: Fact[] }) {
  const { w, n } = useTongue();
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={`facts-${kind}`}>
      <h3 id={`facts-${kind}`}>
        {w.factKind[kind]} <span class="quiet">{n(facts.length)}</span>
      </h3>
      <table class="rows facts-table cards">
        <thead>
          <tr>
            <th scope="col">{w.statement}</th>
            <th scope="col">{w.certaintyWord}</th>
            <th scope="col">{w.validity}</th>
            <th scope="col">{w.source}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((f) => (
            <tr key={f.key}>
              <td class="claim-text">{f.claim}</td>
              <td>
                <span class={`certainty c-${f.certainty}`}>{w.certainty[f.certainty]}</span>
              </td>
              <td data-label={w.validity}>
                <Span of={f.valid} />
              </td>
              <td class="quiet" lang="en" data-label={w.source}>
                {f.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Span({ of }: { of: { from: string | null; to: string | null } }) {
  const { w, day } = useTongue();
  if (!of.from && !of.to) return <span class="quiet">–</span>;
  return (
    <>
      {of.from && w.since(day(of.from))} {of.to && w.until(day(of.to))}
    </>
  );
}

/** The answers of the address, such as financial:no,ict-revenue-krw:12000000000. */
function knownOf(list: string[], scheme: Scheme): Map<string, string> {
  const known = new Map<string, string>();
  for (const pair of list) {
    const [key = '', value = ''] = pair.split(':');
    const question = scheme.questions.find((q) => q.name === key);
    if (question && (question.kind === 'NUMBER' ? /^\d+$/ : /^(yes|no)$/).test(value)) known.set(key, value);
  }
  return known;
}

/** What applies comes first, then what is open. */
function sorted(obligations: ObligationsQuery['obligations']): ObligationsQuery['obligations'] {
  const order = ['YES', 'NOT_DECIDED', 'NO'];
  return obligations.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer));
}

function Obliged({ scheme, asOf }: { scheme: Scheme; asOf: string | null }) {
  const { w, language, n } = useTongue();
  const place = usePlace();
  const known = knownOf(place.list('known'), scheme);
  const inputs = [...known].map(([key, value]) => ({ key, value }));
  const answer = useQuery(ObligationsDocument, { scheme: scheme.ref, inputs, asOf, language });
  const tell = (key: string, value: string) => {
    const next = new Map(known);
    if (value) next.set(key, value);
    else next.delete(key);
    place.change({ scheme: scheme.ref, known: [...next].map(([k, v]) => `${k}:${v}`) }, true);
  };
  return (
    <section class="obliged" aria-labelledby="obliged-title">
      <h3 id="obliged-title">{w.obligedTitle}</h3>
      <p class="quiet">{w.obligedMeans}</p>
      <div class="obliged-columns">
        <form class="asked-of" aria-label={w.obligedTitle} onSubmit={(e) => e.preventDefault()}>
          {scheme.questions.map((q) => (
            <label key={q.name} class="field">
              <span>{q.title}</span>
              {q.kind === 'FLAG' ? (
                <select value={known.get(q.name) ?? ''} onChange={(e) => tell(q.name, e.currentTarget.value)}>
                  <option value="">{w.notKnown}</option>
                  <option value="yes">{w.yes}</option>
                  <option value="no">{w.no}</option>
                </select>
              ) : (
                <input inputMode="numeric" value={known.has(q.name) ? n(Number(known.get(q.name))) : ''} placeholder={w.notKnown} onChange={(e) => tell(q.name, e.currentTarget.value.replace(/\D/g, ''))} />
              )}
            </label>
          ))}
        </form>
        <div class="answers" aria-live="polite">
          <Shown answer={answer}>
            {({ obligations }) => (
              <ul class="obligations">
                {sorted(obligations).map((o) => (
                  <li key={o.key} class={`a-${o.answer}`}>
                    <p>
                      <span class="answer-word">{w.answer[o.answer]}</span> <strong>{o.who}</strong>
                    </p>
                    <p>
                      {o.what} {o.due}
                    </p>
                    {o.missing.length > 0 && (
                      <p class="quiet">
                        {w.tell}: {o.missing.map((m) => m.title).join('; ')}
                      </p>
                    )}
                    <p class="quiet">
                      {w.source}: <span lang="en">{o.source}</span> · {w.certainty[o.certainty]}
                      {(o.valid.from || o.valid.to) && (
                        <>
                          {' · '}
                          <Span of={o.valid} />
                        </>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Shown>
        </div>
      </div>
    </section>
  );
}
