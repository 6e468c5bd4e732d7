// A link to the project as it is now. Nothing leaves the browser: all of it stands in the link.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../parts/copy-text.js';
import { downloadProject } from '../../project/download.js';
import { linkTo, ownData, type Link } from '../../project/share.js';
import { state } from '../../state/store.js';
import { sizeWords } from '../data-list.jsx';
import { DialogFrame } from './dialog-frame.jsx';

export function ShareDialog(): VNode {
  const now = state.value;
  const [withData, setWithData] = useState(false);
  const [link, setLink] = useState<Link | null>(null);
  const own = ownData(now);
  const size = own.reduce((sum, { blob }) => sum + blob.size, 0);
  useEffect(() => {
    let stopped = false;
    void linkTo(state.peek(), withData).then((made) => {
      if (!stopped) setLink(made);
    });
    return () => {
      stopped = true;
    };
  }, [withData]);
  return (
    <DialogFrame title="Share by link" small>
      <p>
        The link itself holds the definitions and what you look at. It is read by the browser that opens it and sent to
        no server.
      </p>
      {own.length === 0 ? null : (
        <label class="tick">
          <input type="checkbox" checked={withData} onChange={(event) => setWithData(event.currentTarget.checked)} />
          with the data ({own.length === 1 ? own[0]?.path : `${own.length} files`}, {sizeWords(size)})
        </label>
      )}
      {link === null ? (
        <p class="soft">Making the link …</p>
      ) : link.tooLong ? (
        <div class="message bad">
          <p>
            The link would have {Math.ceil(link.href.length / 1000)} thousand letters; mail and chat programs cut such
            links. Download the project instead.
          </p>
          <button type="button" class="plain" onClick={() => void downloadProject()}>
            Download as ZIP
          </button>
        </div>
      ) : (
        <>
          {link.missing.length > 0 ? (
            <p class="message">Without its data the project has no numbers for whoever opens the link.</p>
          ) : null}
          <label class="field link-field">
            <span>Link, {link.href.length} letters</span>
            <input type="text" readOnly value={link.href} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p class="row">
            <button type="button" class="strong-button" onClick={() => void copyText(link.href, 'the link')}>
              Copy the link
            </button>
          </p>
        </>
      )}
    </DialogFrame>
  );
}
