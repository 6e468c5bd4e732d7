// Data of one's own: files are looked at in the browser, and each gets a first definition.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.jsx';
import { addUploads, draftFor, type Upload } from '../../project/upload.js';
import { openZip } from '../../project/open-zip.js';
import { openDialog } from '../../state/actions.js';
import { state } from '../../state/store.js';
import { sizeWords } from '../data-list.jsx';
import { takeDropped } from '../drop-files.js';
import { DialogFrame } from './dialog-frame.jsx';

const ACCEPT = '.csv,.tsv,.json,.ndjson,.jsonl,.parquet,.gz,.yaml,.yml,.zip';

export function UploadDialog(): VNode {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [over, setOver] = useState(false);
  const controller = useRef(new AbortController());
  const change = (name: string, part: Partial<Upload>): void =>
    setUploads((list) => list.map((one) => (one.file.name === name ? { ...one, ...part } : one)));
  const take = (files: readonly File[]): void => {
    const [zip] = files.filter(({ name }) => name.endsWith('.zip'));
    if (zip !== undefined) {
      void openZip(zip);
      return;
    }
    for (const file of files) {
      const upload: Upload = { file, draft: null, working: 'waiting', withDraft: true, replaces: null };
      setUploads((list) => [...list.filter((one) => one.file.name !== file.name), upload]);
      void draftFor(file, controller.current.signal, (working) => change(file.name, { working })).then((found) => {
        if (found !== null) change(file.name, { ...found, working: null });
      });
    }
  };
  useEffect(() => {
    take(takeDropped());
    const { current } = controller;
    return () => current.abort();
  }, []);
  const ready = uploads.filter(
    ({ draft, replaces }) => (draft !== null && draft.problem === null) || replaces !== null,
  );
  const working = uploads.some((one) => one.working !== null);
  return (
    <DialogFrame title="Add data">
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <label class="plain file-button">
          <Icon name="upload" size={14} /> Choose files
          <input
            type="file"
            multiple
            accept={ACCEPT}
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p class="soft">
          or drop them here: CSV, TSV, JSON or Parquet, also gzipped; definitions (.kpi.yaml) and downloaded projects
          (.zip) too. Everything stays in this browser.
        </p>
      </div>
      {uploads.map((upload) => (
        <UploadPart key={upload.file.name} upload={upload} onChange={(part) => change(upload.file.name, part)} />
      ))}
      {uploads.length === 0 ? null : (
        <p class="row">
          <button
            type="button"
            class="strong-button"
            disabled={ready.length === 0 || working}
            onClick={() => void addUploads(ready)}
          >
            Add to “{state.value.checked.outline.project}”
          </button>
          <button type="button" class="plain" onClick={() => openDialog(null)}>
            Cancel
          </button>
        </p>
      )}
    </DialogFrame>
  );
}

function UploadPart({ upload, onChange }: { upload: Upload; onChange: (part: Partial<Upload>) => void }): VNode {
  const { file, draft, working, withDraft, replaces } = upload;
  return (
    <section class="draft" aria-label={file.name}>
      <h3>
        {file.name} <span class="soft">{sizeWords(file.size)}</span>
        {draft?.rows === undefined || draft.rows === null ? null : (
          <span class="soft">, {draft.rows.toLocaleString('en')} rows</span>
        )}
      </h3>
      {working === null ? null : (
        <p class="busy" role="status">
          <progress aria-label="progress" /> {working}
        </p>
      )}
      {replaces === null ? null : <p>{replaces}</p>}
      {draft === null ? null : draft.problem === null ? (
        <>
          <label class="tick">
            <input
              type="checkbox"
              checked={withDraft}
              onChange={(event) => onChange({ withDraft: event.currentTarget.checked })}
            />
            with this first definition of <code>{draft.name}</code>
          </label>
          <pre tabIndex={0} aria-label={`Definition of ${draft.name}`}>
            {draft.yaml}
          </pre>
        </>
      ) : (
        <p class="message bad">{draft.problem}</p>
      )}
    </section>
  );
}
