// One step of a proof in words, with all that is known of its claim.
import { useTongue } from '../i18n';
import { converse, RelationWord } from '../ui/relation';
import { VerdictBadge } from '../ui/verdict';
import type { Step } from './explain';

export function StepText({ step, sentence }: { step: Step; sentence: string }) {
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

/** The refs of an end of a claim; an end without any is the whole standard. */
export function refs(ends: { ref: string }[], all: string): string {
  return ends.length ? ends.map((e) => e.ref).join(' + ') : all;
}
