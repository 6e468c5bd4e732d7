// The script of a handbook: the theme and the search. Everything can be read without it.

export const SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function stored() {
    try { return localStorage.getItem('handbook-theme'); } catch (error) { return null; }
  }
  function isDark() {
    return root.dataset.theme === undefined ? dark.matches : root.dataset.theme === 'dark';
  }
  function name() {
    theme.textContent = isDark() ? 'Light theme' : 'Dark theme';
  }
  var chosen = stored();
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  theme.hidden = false;
  theme.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('handbook-theme', root.dataset.theme); } catch (error) { /* from a disk there may be none */ }
    name();
  });
  dark.addEventListener('change', name);
  name();

  // What the page is about stands in the middle of its lineage.
  document.querySelectorAll('.lineage').forEach(function (one) {
    var subject = one.querySelector('.subject rect');
    if (subject === null) return;
    var middle = Number(subject.getAttribute('x')) + Number(subject.getAttribute('width')) / 2;
    one.scrollLeft = middle - one.clientWidth / 2;
  });

  var input = document.getElementById('search');
  var list = document.getElementById('found');
  var shown = [];
  var at = -1;
  input.hidden = false;

  function wordsOf(text) {
    return text.toLowerCase().split(/[^\\p{L}\\p{N}]+/u).filter(function (word) { return word !== ''; });
  }
  function scoreOf(entry, wanted) {
    var title = wordsOf(entry[1]);
    var name = wordsOf(entry[2]);
    var other = wordsOf(entry[3]);
    var score = 0;
    for (var i = 0; i < wanted.length; i++) {
      var word = wanted[i];
      if (name.indexOf(word) !== -1 || title.indexOf(word) !== -1) score += 8;
      else if (starts(title, word) || starts(name, word)) score += 5;
      else if (other.indexOf(word) !== -1) score += 3;
      else if (starts(other, word)) score += 1;
      else return 0;
    }
    return score + 1 / (1 + entry[1].length);
  }
  function starts(words, with_) {
    return words.some(function (word) { return word.indexOf(with_) === 0; });
  }
  function search() {
    var wanted = wordsOf(input.value);
    shown = wanted.length === 0 ? [] : (window.HANDBOOK_SEARCH || [])
      .map(function (entry) { return { entry: entry, score: scoreOf(entry, wanted) }; })
      .filter(function (one) { return one.score > 0; })
      .sort(function (a, b) { return b.score - a.score; })
      .slice(0, 12)
      .map(function (one) { return one.entry; });
    at = shown.length > 0 ? 0 : -1;
    draw(wanted.length > 0);
  }
  function draw(asked) {
    list.textContent = '';
    shown.forEach(function (entry, i) {
      var line = document.createElement('li');
      line.id = 'found-' + i;
      line.setAttribute('role', 'option');
      line.setAttribute('aria-selected', String(i === at));
      var link = document.createElement('a');
      link.href = root.dataset.root + entry[4];
      link.tabIndex = -1;
      link.textContent = entry[1];
      var kind = document.createElement('span');
      kind.className = 'soft';
      kind.textContent = entry[0];
      line.append(link, kind);
      list.append(line);
    });
    if (asked && shown.length === 0) {
      var none = document.createElement('li');
      none.className = 'soft';
      none.textContent = 'Nothing has these words';
      list.append(none);
    }
    list.hidden = !asked;
    input.setAttribute('aria-expanded', String(asked && shown.length > 0));
    if (at >= 0) input.setAttribute('aria-activedescendant', 'found-' + at);
    else input.removeAttribute('aria-activedescendant');
  }
  input.addEventListener('input', search);
  input.addEventListener('focus', function () { if (input.value !== '') search(); });
  input.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { input.value = ''; search(); return; }
    if (shown.length === 0) return;
    if (event.key === 'ArrowDown') at = (at + 1) % shown.length;
    else if (event.key === 'ArrowUp') at = (at + shown.length - 1) % shown.length;
    else if (event.key === 'Enter') { location.href = root.dataset.root + shown[at][4]; return; }
    else return;
    event.preventDefault();
    draw(true);
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('.search')) { list.hidden = true; input.setAttribute('aria-expanded', 'false'); }
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); input.focus(); }
  });
})();
`;
