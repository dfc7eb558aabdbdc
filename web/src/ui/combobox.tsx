// A text field with a list of choices, after the ARIA pattern of an editable combobox.
import { useId, useState } from 'preact/hooks';

export interface Choice {
  value: string;
  label: string;
  note: string;
}

interface Props {
  label: string;
  hideLabel?: boolean;
  text: string;
  placeholder: string;
  choices: Choice[];
  /** What stands under a field whose text finds nothing. */
  nothing: string;
  onText: (text: string) => void;
  onPick: (choice: Choice) => void;
  /** Enter without a choice. */
  onEnter?: () => void;
  type?: 'text' | 'search';
  autoFocus?: boolean;
}

export function Combobox({ label, hideLabel, text, placeholder, choices, nothing, onText, onPick, onEnter, type = 'text', autoFocus }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && choices.length > 0;
  const active = shown && at >= 0 ? Math.min(at, choices.length - 1) : -1;

  const pick = (choice: Choice) => {
    setOpen(false);
    setAt(-1);
    onPick(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return; // Enter ends a Korean syllable first
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setOpen(true);
      const next = (open ? active : -1) + step;
      setAt(next < -1 ? choices.length - 1 : next >= choices.length ? -1 : next);
    } else if (event.key === 'Enter') {
      const choice = choices[active];
      if (choice) {
        event.preventDefault();
        pick(choice);
      } else {
        setOpen(false);
        onEnter?.();
      }
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setAt(-1);
    }
  };

  return (
    <div class="combobox">
      <label for={id} class={hideLabel ? 'hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        autofocus={autoFocus}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={text}
        onInput={(e) => {
          onText(e.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(choices.length > 0 && text === '' && type === 'text')}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
        {choices.map((choice, i) => (
          <li
            key={choice.value}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseDown={(e) => {
              e.preventDefault();
              pick(choice);
            }}
          >
            <span class="choice-label">{choice.label}</span>
            <span class="choice-note">{choice.note}</span>
          </li>
        ))}
      </ul>
      {open && text !== '' && choices.length === 0 && nothing && (
        <p class="nothing" role="status">
          {nothing}
        </p>
      )}
    </div>
  );
}
