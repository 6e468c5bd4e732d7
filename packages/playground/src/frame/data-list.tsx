// The data of the project: its files, what reads them, and how they are replaced or removed.
import type { VNode } from 'preact';
import { Icon } from '../parts/icon.jsx';
import { openDialog, removeData } from '../state/actions.js';
import { state } from '../state/store.js';
import { reveal } from '../editor/editor-handle.js';

export function DataList(): VNode {
  const { project, checked } = state.value;
  const { datasets } = checked.outline;
  return (
    <div class="data-list">
      {project.data.length === 0 ? (
        <p class="soft">There is no data yet: definitions can be checked, not computed.</p>
      ) : null}
      <ul>
        {project.data.map(({ path, blob }) => {
          const readers = datasets.filter(({ from }) => from !== null && reads(from, path));
          return (
            <li key={path}>
              <span class="data-path">
                <Icon name="table" size={14} /> {path}
              </span>
              <span class="soft">{sizeWords(blob.size)}</span>
              <span class="readers">
                {readers.length === 0 ? (
                  <span class="soft">read by nothing</span>
                ) : (
                  readers.map(({ name, place }) => (
                    <button key={name} type="button" class="place" onClick={() => reveal(place)}>
                      {name}
                    </button>
                  ))
                )}
              </span>
              <button
                type="button"
                class="quiet"
                aria-label={`Remove ${path}`}
                title={`Remove ${path}`}
                onClick={() => removeData(path)}
              >
                <Icon name="trash" size={14} />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="plain" onClick={() => openDialog({ kind: 'upload' })}>
        <Icon name="upload" size={14} /> Add CSV, JSON or Parquet
      </button>
    </div>
  );
}

/** `from:` may name many files: `orders/*.csv`. */
function reads(from: string, path: string): boolean {
  const pattern = from.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`(^|/)${pattern}$`).test(path);
}

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
