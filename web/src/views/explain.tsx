// Why one requirement has its verdict: the proof drawn and in sentences, what remains, and what speaks against it.
import { ProofDrawing } from '../draw/proof';
import { ExplainDocument, type ExplainQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Doubts } from '../ui/doubts';
import { PrintHead } from '../ui/permalink';
import { Question } from '../ui/question';
import { converse, RelationWord } from '../ui/relation';
import { RequirementField } from '../ui/requirement';
import { Empty, Shown } from '../ui/states';
import { VerdictBadge, VerdictSign } from '../ui/verdict';

type Explanation = ExplainQuery['explain'];
type Step = NonNullable<Explanation['proof']>['steps'][number];

export function Explain() {
  const { w, language } = useTongue();
  const place = usePlace();
  const question = useQuestion();
  const requirement = place.get('req');
  const asked = question.holds && requirement;
  const answer = useQuery(ExplainDocument, asked ? { ...question.variables, requirement, language } : null);
  return (
    <article class="view explain">
      <h1>{w.views.explain}</h1>
      <Question withTarget={false}>
        <RequirementField />
      </Question>
      {asked ? (
        <Shown answer={answer}>{({ explain, revision }) => <Answer of={explain} revision={revision.hash.slice(0, 8)} />}</Shown>
      ) : (
        <Empty title={w.explainTitle}>
          <p>{question.holds ? w.explainChoose : w.explainHold}</p>
          <p>
            <a href={place.href('explain', { held: question.held.length ? question.held : ['iso-27001-2022'], req: 'isms-p-2023/2.5.4' })}>{w.explainExample}</a>
          </p>
        </Empty>
      )}
    </article>
  );
}

function Answer({ of, revision }: { of: Explanation; revision: string }) {
  const { w, day } = useTongue();
  const place = usePlace();
  const { requirement } = of;
  return (
    <>
      <PrintHead asOf={of.asOf} withTarget={false} />
      <header class="answer-head">
        <p class="quiet">
          {requirement.standard.title} {requirement.parent && `› ${requirement.parent.number} ${requirement.parent.name}`}
        </p>
        <h2>
          <span class="number-of">{requirement.number}</span> {requirement.name}
        </h2>
        <p class="verdict-line">
          <VerdictBadge verdict={of.verdict} /> {w.verdictMeans[of.verdict]}. <span class="code">{of.disposition}</span> {w.dispositionMeans[of.disposition]}.
        </p>
        {requirement.gist && <p class="gist">{requirement.gist}</p>}
        <p class="no-print">
          <a href={place.href('neighbourhood', { req: requirement.ref })}>{w.seeNeighbourhood}</a>
        </p>
      </header>
      {of.conflict.length > 0 && (
        <p class="note warn" role="note">
          <strong>{w.conflict}</strong> {w.conflictMeans} {of.conflict.map((c) => c.crosswalk?.name ?? c.mappings.map((m) => m.ref).join(', ')).join('; ')}
        </p>
      )}
      <Disagreements of={of} />
      <Doubts doubts={of.doubts} />
      <Blockers of={of} />
      <section class="remainder" aria-labelledby="remainder-title">
        <h3 id="remainder-title">{of.points.length ? w.pointByPoint : w.whatRemains}</h3>
        <Remainder of={of} />
      </section>
      {(of.verdict === 'POSSIBLE' || of.verdict === 'UNKNOWN') && <Nothing of={of} />}
      {of.proof && (
        <section class="why" aria-labelledby="proof-title">
          <h3 id="proof-title">
            {w.proof} <span class="quiet">{w.proofAssurance(w.assurance[of.proof.assurance])}</span>
          </h3>
          <div class="proof-columns">
            <div class="scroll drawing-frame" tabIndex={0} role="group" aria-labelledby="proof-title">
              <ProofDrawing steps={of.proof.steps} link={(ref) => place.href('neighbourhood', { req: ref })} />
            </div>
            <ol class="steps">
              {of.proof.steps.map((step, i) => (
                <li key={step.requirement.ref + step.verdict}>
                  <StepText step={step} sentence={of.sentences[i] ?? ''} />
                </li>
              ))}
            </ol>
          </div>
        </section>
      )}
      {of.omission && (
        <section class="omission">
          <h3>{w.omission}</h3>
          <p>{w.omissionMeans}</p>
          <ul>
            {of.omission.conditions.map((c) => (
              <li key={c}>{c}</li>
            ))}
          </ul>
          <p class="quiet">
            {w.source}: {of.omission.source} · {w.certainty[of.omission.certainty]}
          </p>
        </section>
      )}
      <p class="quiet">{w.asOfRevision(day(of.asOf), revision)}</p>
    </>
  );
}

/** Where sources say different things about what the verdict rests on. */
function Disagreements({ of }: { of: Explanation }) {
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

function Blockers({ of }: { of: Explanation }) {
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

/** What is met and what is not, obligation by obligation, and what claims say of those that are met in part. */
function Remainder({ of }: { of: Explanation }) {
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

/** Why no verdict above POSSIBLE follows. */
function Nothing({ of }: { of: Explanation }) {
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

function StepText({ step, sentence }: { step: Step; sentence: string }) {
  const { w, n } = useTongue();
  const { mapping: m } = step;
  return (
    <>
      <p class="step-head">
        <VerdictBadge verdict={step.verdict} /> <code>{step.requirement.ref}</code> <span class="rule-tag">{step.rule}</span> {w.rule[step.rule]}
      </p>
      {m ? (
        <>
          <p class="claim-ends">
            <code>{refs(step.reversed ? m.targets : m.sources, step.reversed ? m.targetStandard.ref : m.sourceStandard.ref)}</code> <RelationWord relation={step.reversed ? converse(m.relation) : m.relation} />{' '}
            <code>{refs(step.reversed ? m.sources : m.targets, step.reversed ? m.sourceStandard.ref : m.targetStandard.ref)}</code>
          </p>
          <p>{m.why}</p>
          {step.missing.length > 0 && (
            <p>
              {w.missing} {step.missing.map((r) => `${r.ref} ${r.name}`).join('; ')}
            </p>
          )}
          <dl class="claim">
            <dt>{w.strength}</dt>
            <dd>{m.strength === null ? '–' : w.outOfTen(n(m.strength))}</dd>
            <dt>{w.basisWord}</dt>
            <dd>{m.basis ? w.basis[m.basis] : '–'}</dd>
            <dt>{w.assuranceWord}</dt>
            <dd>
              {w.assurance[m.assurance]}
              {m.review.by && ` (${m.review.by}, ${m.review.on})`}
            </dd>
            <dt>{w.source}</dt>
            <dd>
              {m.source.url ? (
                <a href={m.source.url} rel="noreferrer">
                  {m.source.title}
                </a>
              ) : (
                m.source.title
              )}
              {m.source.licence && `, ${m.source.licence}`}
            </dd>
            <dt>{w.editions}</dt>
            <dd>
              {m.sourceStandard.title} ({m.sourceStandard.edition}); {m.targetStandard.title} ({m.targetStandard.edition})
            </dd>
            <dt>{w.claim}</dt>
            <dd>
              <code>{m.ref}</code>
            </dd>
          </dl>
        </>
      ) : (
        <p>{sentence}</p>
      )}
    </>
  );
}

function refs(ends: { ref: string }[], all: string): string {
  return ends.length ? ends.map((e) => e.ref).join(' + ') : all;
}
