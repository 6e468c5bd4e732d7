// The examples: eight lessons that teach one thing each, and a whole company.
import type { VNode } from 'preact';
import { gallery } from '../../project/gallery.js';
import { openBlank, openExample } from '../../project/open-example.js';
import { openZip } from '../../project/open-zip.js';
import { state } from '../../state/store.js';
import { DialogFrame } from './dialog-frame.jsx';

export function GalleryDialog(): VNode {
  const { origin } = state.value.project;
  const lessons = gallery.filter(({ lesson }) => lesson !== null);
  const others = gallery.filter(({ lesson }) => lesson === null);
  return (
    <DialogFrame title="Examples">
      <ol class="gallery">
        {lessons.map(({ id, title, teaches, lesson }) => (
          <li key={id}>
            <button
              type="button"
              class="gallery-card"
              aria-current={origin.kind === 'example' && origin.id === id ? 'true' : undefined}
              onClick={() => void openExample(id)}
            >
              <span class="lesson-number" aria-hidden="true">
                {lesson}
              </span>
              <strong>{title}</strong>
              <span>{teaches}</span>
            </button>
          </li>
        ))}
      </ol>
      <ul class="gallery wide">
        {others.map(({ id, title, teaches }) => (
          <li key={id}>
            <button
              type="button"
              class="gallery-card"
              aria-current={origin.kind === 'example' && origin.id === id ? 'true' : undefined}
              onClick={() => void openExample(id)}
            >
              <strong>{title}</strong>
              <span>{teaches}</span>
            </button>
          </li>
        ))}
      </ul>
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
