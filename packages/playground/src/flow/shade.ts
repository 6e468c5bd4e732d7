// Which colours are in use, and that the page knows it.
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Theme } from '../state/app-state.js';
import { set, state } from '../state/store.js';

export type Shade = 'light' | 'dark' | 'contrast';

export const shade: ReadonlySignal<Shade> = computed(() => {
  const { theme, dark } = state.value;
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
});

const KEY = 'sextant.theme';

export function keepShade(): void {
  const wish = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  set({ dark: wish.matches, theme: storedTheme() ?? (contrast.matches ? 'contrast' : 'system') });
  wish.addEventListener('change', () => set({ dark: wish.matches }));
  effect(() => {
    document.documentElement.dataset['theme'] = shade.value;
  });
}

export function chooseTheme(theme: Theme): void {
  set({ theme });
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden: then the choice holds for this visit.
  }
}

function storedTheme(): Theme | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === 'light' || text === 'dark' || text === 'contrast' ? text : null;
  } catch {
    return null;
  }
}
