// The one dialog that is open, if any.
import type { VNode } from 'preact';
import { state } from '../state/store.js';
import { CodeDialog } from './dialog/code-dialog.jsx';
import { ConflictDialog } from './dialog/conflict-dialog.jsx';
import { FileDialog } from './dialog/file-dialog.jsx';
import { GalleryDialog } from './dialog/gallery-dialog.jsx';
import { LibraryDialog } from './dialog/library-dialog.jsx';
import { OfflineDialog } from './dialog/offline-dialog.jsx';
import { KeysDialog } from './dialog/keys-dialog.jsx';
import { ResetDialog } from './dialog/reset-dialog.jsx';
import { ShareDialog } from './dialog/share-dialog.jsx';
import { UploadDialog } from './dialog/upload-dialog.jsx';

export function Dialogs(): VNode | null {
  const { dialog } = state.value;
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'gallery':
      return <GalleryDialog />;
    case 'share':
      return <ShareDialog />;
    case 'file':
      return <FileDialog path={dialog.path} />;
    case 'upload':
      return <UploadDialog />;
    case 'reset':
      return <ResetDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'offline':
      return <OfflineDialog />;
    case 'code':
      return <CodeDialog key={dialog.code} code={dialog.code} />;
    case 'library':
      return <LibraryDialog key={`${dialog.path} ${dialog.line}`} path={dialog.path} line={dialog.line} />;
    case 'conflict':
      return <ConflictDialog paths={dialog.paths} />;
  }
}
