// Before anything is painted: the theme that was chosen the last time.
try {
  const chosen = localStorage.getItem('sextant.theme');
  if (chosen === 'light' || chosen === 'dark' || chosen === 'contrast') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden; then the system decides.
}
