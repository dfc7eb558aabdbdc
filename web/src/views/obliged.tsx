// Whether an organisation is obliged, by what is known of it.
import { ObligationsDocument, type ObligationsQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { usePlace } from '../route';
import { Shown } from '../ui/states';
import type { Scheme } from './facts';

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

export function Obliged({ scheme, asOf }: { scheme: Scheme; asOf: string | null }) {
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

/** From when to when something is in force. */
export function Span({ of }: { of: { from: string | null; to: string | null } }) {
  const { w, day } = useTongue();
  if (!of.from && !of.to) return <span class="quiet">–</span>;
  return (
    <>
      {of.from && w.since(day(of.from))} {of.to && w.until(day(of.to))}
    </>
  );
}
