// The field for the one requirement that a view is about.
import { useState } from 'preact/hooks';
import { useTongue } from '../i18n';
import { usePlace } from '../route';
import { Combobox } from './combobox';
import { useRequirementChoices } from './standards';

export function RequirementField() {
  const { w } = useTongue();
  const place = usePlace();
  // What is typed, until it is chosen or given up; null shows the ref of the address.
  const [text, setText] = useState<string | null>(null);
  const choices = useRequirementChoices(text ?? '');
  const choose = (ref: string | undefined) => {
    setText(null);
    if (ref) place.change({ req: ref });
  };
  return (
    <div class="field requirement-field no-print">
      <Combobox
        label={w.requirementAsked}
        text={text ?? place.get('req')}
        placeholder={w.findRequirement}
        choices={choices}
        nothing={(text ?? '').trim().length > 1 ? w.nothingFound : ''}
        onText={setText}
        onPick={(choice) => choose(choice.value)}
        onEnter={() => choose(text?.trim() && (choices[0]?.value ?? text.trim()))}
      />
    </div>
  );
}
