// The form of the question: what do you hold, what do you want, and under which conditions.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { inventory } from '../inventory';
import { isDay, useQuestion } from '../question';
import { usePlace } from '../route';
import { useStore } from '../store';
import { Combobox } from './combobox';
import { short, useRequirementChoices, useStandards } from './standards';
import { Upload } from './upload';

export function Question({ withTarget = true, children }: { withTarget?: boolean; children?: ComponentChildren }) {
  const { w } = useTongue();
  return (
    <form class="question no-print" aria-label={w.question} onSubmit={(e) => e.preventDefault()}>
      <Held />
      {withTarget && (
        <>
          <span class="arrow" aria-hidden="true">
            →
          </span>
          <Target />
        </>
      )}
      {children}
      <Conditions />
    </form>
  );
}

function Held() {
  const { w, day } = useTongue();
  const place = usePlace();
  const { held } = useQuestion();
  const standards = useStandards();
  const own = useStore(inventory);
  const [text, setText] = useState('');
  const found = useRequirementChoices(text);

  const typed = text.trim().toLowerCase();
  const choices = standards
    .filter((s) => !held.includes(s.ref) && (s.ref.includes(typed) || s.title?.toLowerCase().includes(typed)))
    .map((s) => ({ value: s.ref, label: s.title ?? s.ref, note: s.ref }))
    .concat(found.filter((f) => !held.includes(f.value)));
  const title = (ref: string) => {
    const standard = standards.find((s) => s.ref === ref);
    return standard ? short(standard.title ?? ref) : ref;
  };
  const name = (entry: string) => {
    const [ref = entry, until = ''] = entry.split('@');
    return isDay(until) ? w.heldUntil(title(ref), day(until)) : title(entry);
  };
  return (
    <div class="field held">
      <Combobox
        label={w.held}
        text={text}
        placeholder={w.heldPlaceholder}
        choices={choices}
        nothing={w.nothingFound}
        onText={setText}
        onPick={(choice) => {
          setText('');
          place.change({ held: [...held, choice.value] });
        }}
      />
      <ul class="chips" aria-label={w.held}>
        {held.map((ref) => (
          <li key={ref} class="chip" title={ref}>
            {name(ref)}
            <button type="button" aria-label={w.remove(name(ref))} onClick={() => place.change({ held: held.filter((h) => h !== ref) })}>
              ×
            </button>
          </li>
        ))}
        {own && (
          <li class="chip own">
            {w.ownControls(own.fileName, own.controls.length)}
            <button type="button" aria-label={w.remove(own.fileName)} onClick={() => inventory.set(null)}>
              ×
            </button>
          </li>
        )}
      </ul>
      <Upload />
    </div>
  );
}

/** A choice among standards, and whatever else is chosen already. */
export function StandardSelect({ label, value, onPick, none }: { label: string; value: string; onPick: (ref: string) => void; none?: string }) {
  const standards = useStandards();
  const known = standards.some((s) => s.ref === value);
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(e) => onPick(e.currentTarget.value)}>
        {(none !== undefined || !value) && <option value="">{none ?? ''}</option>}
        {value && !known && <option value={value}>{value}</option>}
        {standards.map((s) => (
          <option key={s.ref} value={s.ref}>
            {s.title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Target() {
  const { w } = useTongue();
  const place = usePlace();
  const { target } = useQuestion();
  return <StandardSelect label={w.target} value={target} none={w.chooseTarget} onPick={(ref) => place.change({ target: ref, group: '', req: '' })} />;
}

function Conditions() {
  const { w } = useTongue();
  const place = usePlace();
  const { asOf, assurance, hops, scope } = useQuestion();
  const own = useStore(inventory);
  const set = [asOf, assurance, hops, scope].filter(Boolean).length;
  return (
    <details class="conditions">
      <summary>{w.conditions(set)}</summary>
      <div class="conditions-body">
        <label class="field">
          <span>{w.asOf}</span>
          <input type="date" value={asOf} onChange={(e) => place.change({ asof: e.currentTarget.value })} />
        </label>
        <label class="field">
          <span>{w.assuranceAtLeast}</span>
          <select value={assurance} onChange={(e) => place.change({ assurance: e.currentTarget.value })}>
            <option value="">{w.any}</option>
            <option value="REVIEWED">{w.assurance.REVIEWED}</option>
            <option value="PUBLISHED">{w.assurance.PUBLISHED}</option>
            <option value="OFFICIAL">{w.assurance.OFFICIAL}</option>
          </select>
        </label>
        <label class="field">
          <span>{w.hops}</span>
          <select value={hops} onChange={(e) => place.change({ hops: e.currentTarget.value })}>
            <option value="">{w.any}</option>
            <option value="1">{w.direct}</option>
            {['2', '3', '4'].map((h) => (
              <option key={h} value={h}>
                {w.atMost(Number(h))}
              </option>
            ))}
          </select>
        </label>
        {own && own.scopes.length > 0 && (
          <label class="field">
            <span>{w.scope}</span>
            <select value={scope} onChange={(e) => place.change({ scope: e.currentTarget.value })}>
              <option value="">{w.anyScope}</option>
              {own.scopes.map((s) => (
                <option key={s} value={s}>
                  {s}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </details>
  );
}
