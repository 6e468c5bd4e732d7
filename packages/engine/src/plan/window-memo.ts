// The windows of a frame, made once for each dataset: twenty metrics in one frame ask for the same ones.
import type { Frame } from './frame.js';
import type { LeafWindows } from './leaf-windows.js';

export class WindowMemo {
  readonly #ofFrame = new WeakMap<Frame, Map<string, LeafWindows>>();

  /** `seenAs` says all that the windows depend on beside the frame. */
  get(frame: Frame, seenAs: string, make: () => LeafWindows): LeafWindows {
    let known = this.#ofFrame.get(frame);
    if (known === undefined) this.#ofFrame.set(frame, (known = new Map()));
    const found = known.get(seenAs) ?? make();
    known.set(seenAs, found);
    return found;
  }
}
