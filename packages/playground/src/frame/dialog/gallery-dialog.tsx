// The examples: eight lessons that teach one thing each, and a whole company.
import type { VNode } from 'preact';
import { Icon } from '../../parts/icon.jsx';
import { gallery } from '../../project/gallery.js';
import { openBlank, openExample } from '../../project/open-example.js';
import { openZip } from '../../project/open-zip.js';
import { state } from '../../state/store.js';
import { DialogFrame } from './dialog-frame.jsx';

export function GalleryDialog(): VNode {
  const { origin } = state.value.project;
  return (
    <DialogFrame title="Examples">
      <ol class="gallery">
        {gallery.map(({ id, title, teaches, lesson }) => (
          <li key={id}>
            <button
              type="button"
              autofocus={origin.kind === 'example' && origin.id === id}
              class={lesson === null ? 'gallery-card whole' : 'gallery-card'}
              aria-current={origin.kind === 'example' && origin.id === id ? 'true' : undefined}
              onClick={() => void openExample(id)}
            >
              <span class="lesson-number" aria-hidden="true">
                {lesson ?? <Icon name="target" size={18} />}
              </span>
              <strong>{title}</strong>
              <span>{teaches}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="row">
        <button type="button" class="plain" onClick={openBlank}>
          Begin with an empty project
        </button>
        <label class="plain file-button">
          Open a downloaded project (ZIP)
          <input
            type="file"
            accept=".zip,application/zip"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) void openZip(file);
            }}
          />
        </label>
      </p>
    </DialogFrame>
  );
}
