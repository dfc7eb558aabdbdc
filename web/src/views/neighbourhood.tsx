// One requirement with all that claims relate to it.
import { NeighbourhoodDrawing } from '../draw/neighbourhood';
import { NeighbourhoodDocument, type NeighbourhoodQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { usePlace } from '../route';
import { Notice } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { RelationWord } from '../ui/relation';
import { RequirementField } from '../ui/requirement';
import { Empty, Shown } from '../ui/states';

export type Centre = NonNullable<NeighbourhoodQuery['requirement']>;

const nothing = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

export function Neighbourhood() {
  const { w, language } = useTongue();
  const place = usePlace();
  const ref = place.get('req');
  const answer = useQuery(NeighbourhoodDocument, ref ? { ref, language } : null, (d) => d.requirement?.mappings ?? nothing);
  return (
    <article class="view neighbourhood">
      <h1>{w.views.neighbourhood}</h1>
      <RequirementField />
      {ref ? (
        <Shown answer={answer}>{({ requirement }) => requirement && <Around of={requirement} />}</Shown>
      ) : (
        <Empty title={w.neighbourhoodTitle}>
          <ul class="examples">
            {['isms-p-2023/2.5.4', 'iso-27001-2022/A.5.17', 'iso-hs/9.3'].map((r) => (
              <li key={r}>
                <a href={place.href('neighbourhood', { req: r })}>{r}</a>
              </li>
            ))}
          </ul>
        </Empty>
      )}
    </article>
  );
}

function Around({ of }: { of: Centre }) {
  const { w, n } = useTongue();
  const place = usePlace();
  const link = (ref: string) => place.href('neighbourhood', { req: ref });
  const claims = of.mappings.edges.filter((e) => e.relation !== 'NO_RELATIONSHIP');
  const apart = of.mappings.edges.length - claims.length;
  return (
    <>
      <PrintHead withTarget={false} />
      <header class="answer-head">
        <p class="quiet">
          {of.standard.title}
          {of.parent && (
            <>
              {' › '}
              <a href={link(of.parent.ref)}>
                {of.parent.number} {of.parent.name}
              </a>
            </>
          )}
        </p>
        <h2>
          <span class="number-of">{of.number}</span> {of.name}
        </h2>
        {of.gist && of.gist !== of.name && <p class="gist">{of.gist}</p>}
        {of.laws.length > 0 && (
          <p class="quiet">
            {w.laws}: {of.laws.join(', ')}
          </p>
        )}
        <p class="no-print">
          <a href={place.href('explain', { req: of.ref })}>{w.views.explain}</a>
        </p>
      </header>
      <Notice of={[of.ref]} />
      {of.children.length > 0 && (
        <ul class="children">
          {of.children.map((c) => (
            <li key={c.ref}>
              <a href={link(c.ref)}>
                <span class="number-of">{c.number}</span> {c.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {claims.length > 0 ? (
        <div class="scroll drawing-frame" tabIndex={0} role="group" aria-label={w.neighbourhoodDrawing}>
          <NeighbourhoodDrawing of={of} link={link} />
        </div>
      ) : (
        <p class="quiet">{w.inNoClaim}</p>
      )}
      {claims.length > 0 && (
        <section aria-labelledby="claims-title">
          <h3 id="claims-title">
            {w.claims} <span class="quiet">{w.claimsAndApart(n(claims.length), n(apart))}</span>
          </h3>
          <table class="rows claims cards">
            <thead>
              <tr>
                <th scope="col">{w.here}</th>
                <th scope="col">{w.relationWord}</th>
                <th scope="col">{w.there}</th>
                <th scope="col">{w.whyWord}</th>
                <th scope="col">{w.assuranceWord}</th>
              </tr>
            </thead>
            <tbody>
              {claims.map((e) => {
                const [a, b] = e.reversed ? [e.node.targets, e.node.sources] : [e.node.sources, e.node.targets];
                return (
                  <tr key={e.node.ref}>
                    <td class="number-of">{a.map((x) => (x.standard.ref === of.standard.ref ? x.number : x.ref)).join(' + ')}</td>
                    <td>
                      <RelationWord relation={e.relation} />
                    </td>
                    <td>
                      {b.map((x) => (
                        <a key={x.ref} href={link(x.kind === 'POINT' ? (x.parent?.ref ?? x.ref) : x.ref)}>
                          <code>{x.ref}</code>{' '}
                        </a>
                      ))}
                    </td>
                    <td>{e.node.why}</td>
                    <td data-label={w.assuranceWord}>{w.assurance[e.node.assurance]}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
