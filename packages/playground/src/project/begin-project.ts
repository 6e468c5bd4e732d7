// What is open when the page is: what a link carries, what was left, or the first example.
import { openExample } from './open-example.js';

export async function beginProject(): Promise<void> {
  await openExample('trailhead');
}
