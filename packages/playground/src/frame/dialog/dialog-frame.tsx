// A dialog with a title: the browser keeps the focus in it, Escape closes it, and the focus goes back where it was.
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { openDialog } from '../../state/actions.js';
import { Icon } from '../../parts/icon.jsx';
import { NoticeBar } from '../notice-bar.jsx';

interface Props {
  readonly title: string;
  readonly small?: boolean;
  readonly children: ComponentChildren;
}

export function DialogFrame({ title, small = false, children }: Props): VNode {
  const place = useRef<HTMLDialogElement>(null);
  const id = useId();
  // At once: between two dialogs the focus is never nowhere.
  useLayoutEffect(() => {
    const dialog = place.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={place}
      class={small ? 'small' : ''}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        openDialog(null);
      }}
      onPointerDown={(event) => {
        // Beside the dialog is its backdrop, which is the dialog itself as an event's target.
        if (event.target === event.currentTarget) openDialog(null);
      }}
    >
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet" aria-label="Close" onClick={() => openDialog(null)}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
      {/* What lies below a dialog can neither be read nor clicked. */}
      <NoticeBar />
    </dialog>
  );
}
