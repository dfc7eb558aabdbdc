// Why one requirement has its verdict: the proof drawn and in sentences, what remains, and what speaks against it.
import { ProofDrawing } from '../draw/proof';
import { ExplainDocument, type ExplainQuery } from '../generated';
import { useTongue } from '../i18n';
import { useQuery } from '../query';
import { useQuestion } from '../question';
import { usePlace } from '../route';
import { Doubts } from '../ui/doubts';
import { Lapsed } from '../ui/lapsed';
import { Notice } from '../ui/notice';
import { PrintHead } from '../ui/permalink';
import { Question } from '../ui/question';
import { RequirementField } from '../ui/requirement';
import { Empty, Shown } from '../ui/states';
import { VerdictBadge } from '../ui/verdict';
import { Blockers, Disagreements, Nothing } from './explain-notes';
import { Remainder } from './explain-remainder';
import { StepText } from './explain-step';

export type Explanation = ExplainQuery['explain'];
export type Step = NonNullable<Explanation['proof']>['steps'][number];

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
      <Notice of={[requirement.ref]} />
      <Lapsed of={of.lapsed} />
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
