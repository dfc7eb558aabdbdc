// The address of what is shown, to give to others; and the head that paper gets instead of the controls.
import { useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { inventory } from '../inventory';
import { useQuestion } from '../question';
import { useStore } from '../store';
import { useTitles } from './standards';

export function PermalinkButton() {
  const { w } = useTongue();
  const own = useStore(inventory);
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(own ? w.copiedWithoutInventory : w.copied);
    } catch {
      say(w.notCopied);
    }
    setTimeout(() => say(''), 4000);
  };
  return (
    <span class="permalink">
      <button type="button" onClick={copy}>
        {w.copyLink}
      </button>
      <span class="said" role="status">
        {said}
      </span>
    </span>
  );
}

/** What a printed page says of the question that it answers. */
export function PrintHead({ asOf, withTarget = true }: { asOf?: string; withTarget?: boolean }) {
  const { w, day } = useTongue();
  const { held, target, scope, assurance, hops } = useQuestion();
  const own = useStore(inventory);
  const title = useTitles();
  const named = (ref: string) => (title(ref) === ref ? ref : `${title(ref)} (${ref})`);
  const conditions = [assurance && `${w.assuranceAtLeast}: ${w.assurance[assurance as keyof typeof w.assurance]}`, hops && `${w.hops}: ${w.atMost(Number(hops))}`, scope && `${w.scope}: ${scope}`].filter(Boolean);
  return (
    <dl class="print-head only-print">
      {(held.length > 0 || own) && (
        <>
          <dt>{w.held}</dt>
          <dd>{[...held.map(named), ...(own ? [w.ownControls(own.fileName, own.controls.length)] : [])].join('; ')}</dd>
        </>
      )}
      {withTarget && target && (
        <>
          <dt>{w.target}</dt>
          <dd>{named(target)}</dd>
        </>
      )}
      {asOf && (
        <>
          <dt>{w.asOf}</dt>
          <dd>{day(asOf)}</dd>
        </>
      )}
      {conditions.length > 0 && (
        <>
          <dt>{w.conditions(0)}</dt>
          <dd>{conditions.join('; ')}</dd>
        </>
      )}
      <dt>{w.permalink}</dt>
      <dd class="address">{location.href}</dd>
    </dl>
  );
}
