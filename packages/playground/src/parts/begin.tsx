// What a project without data begins with.
import type { VNode } from 'preact';
import { openDialog } from '../state/actions.js';
import { Empty } from './empty.jsx';
import { Icon } from './icon.jsx';

export function Begin(): VNode {
  return (
    <Empty icon="table" title="Begin with data">
      <p>
        Add a CSV, JSON or Parquet file: it gets a first definition, and never leaves this browser. Or look at an
        example first.
      </p>
      <div class="row">
        <button type="button" class="strong-button" onClick={() => openDialog({ kind: 'upload' })}>
          <Icon name="upload" size={14} /> Choose files
        </button>
        <button type="button" class="plain" onClick={() => openDialog({ kind: 'gallery' })}>
          Look at examples
        </button>
      </div>
    </Empty>
  );
}
