// What a reader has to know beside the proof of a verdict.
import { useTongue } from '../i18n';
import { converse, RelationWord } from '../ui/relation';
import { VerdictBadge } from '../ui/verdict';
import type { Explanation } from './explain';
import { refs } from './explain-step';

/** Where sources say different things about what the verdict rests on. */
export function Disagreements({ of }: { of: Explanation }) {
  const { w } = useTongue();
  if (of.disagreements.length === 0) return null;
  return (
    <div class="note warn">
      <strong>{w.disagreement}</strong> {w.disagreementMeans}
      {of.disagreements.map((d) => (
        <ul key={d.claims[0]?.ref}>
          {d.claims.map((c) => (
            <li key={c.ref}>
              {c.source.title}: <code>{refs(c.sources, c.sourceStandard.ref)}</code> <RelationWord relation={c.relation} /> <code>{refs(c.targets, c.targetStandard.ref)}</code>. {c.why}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

/** The controls but for which the verdict would be better. */
export function Blockers({ of }: { of: Explanation }) {
  const { w } = useTongue();
  if (of.blockers.length === 0) return null;
  return (
    <div class="note">
      <strong>{w.blockers}</strong>
      <ul>
        {of.blockers.map((b) => (
          <li key={b.control.id}>
            {b.control.id} {b.control.title}: {w.blockerReason[b.why]}. {w.withThem} <VerdictBadge verdict={b.verdict} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why no verdict above POSSIBLE follows. */
export function Nothing({ of }: { of: Explanation }) {
  const { w } = useTongue();
  const claims = (of.proof?.steps ?? []).filter((s) => s.rule === 'R6' && s.mapping);
  return (
    <section class="note" aria-labelledby="nothing-title">
      <h3 id="nothing-title">{w.nothingFollows}</h3>
      <p>{of.verdict === 'UNKNOWN' ? w.nobodyLooked : w.touchedOnly}</p>
      <ul>
        {claims.map((s) => {
          const relation = s.mapping && (s.reversed ? converse(s.mapping.relation) : s.mapping.relation);
          return relation && <li key={s.requirement.ref}>{w.whyNothing[relation]}</li>;
        })}
      </ul>
    </section>
  );
}
