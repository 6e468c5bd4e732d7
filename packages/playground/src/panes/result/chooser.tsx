// A list of chosen names, and a field to add another: a name from the list, or a formula of one's own.
import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { OutlineEntry } from '../../state/views.js';

interface Props {
  readonly label: string;
  readonly add: string;
  readonly options: readonly OutlineEntry[];
  readonly chosen: readonly string[];
  /** Also what is not in the list: `orders.weekpart`, `revenue / visits`. */
  readonly free: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

export function Chooser({ label, add, options, chosen, free, onChange }: Props): VNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const left = options.filter(({ name }) => !chosen.includes(name));
  const take = (text: string): void => {
    const name = text.trim();
    if (name === '' || chosen.includes(name)) return;
    if (!free && !options.some((one) => one.name === name)) return;
    if (input.current !== null) input.current.value = '';
    onChange([...chosen, name]);
  };
  return (
    <div class={`field chooser ${label.toLowerCase()}`} role="group" aria-label={label}>
      <span>{label}</span>
      <div class="chips">
        {chosen.map((name) => (
          <span class="chip" key={name}>
            {name}
            <button
              type="button"
              aria-label={`Remove ${name}`}
              onClick={() => {
                onChange(chosen.filter((one) => one !== name));
                input.current?.focus();
              }}
            >
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          type="text"
          list={id}
          aria-label={add}
          placeholder={chosen.length === 0 ? add : '+'}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            // A name that was chosen from the list is taken at once; what is typed waits for Enter.
            const { value } = event.currentTarget;
            const fromList =
              !('inputType' in event) || event.inputType === 'insertReplacementText' || event.inputType === undefined;
            if (fromList && left.some(({ name }) => name === value)) take(value);
          }}
          onChange={(event) => take(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              take(event.currentTarget.value);
            } else if (event.key === 'Backspace' && event.currentTarget.value === '' && chosen.length > 0) {
              onChange(chosen.slice(0, -1));
            }
          }}
        />
        <datalist id={id}>
          {left.map(({ name, title, unit }) => (
            <option key={name} value={name}>
              {[title, unit].filter((text) => text !== null && text !== '').join(', ')}
            </option>
          ))}
        </datalist>
      </div>
    </div>
  );
}
