// The script of a report: the theme and the filter. Everything can be read without it.

export const SCRIPT = `
(function () {
  'use strict';
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() {
    return root.dataset.theme === undefined ? dark.matches : root.dataset.theme === 'dark';
  }
  function name() {
    theme.textContent = isDark() ? 'Light theme' : 'Dark theme';
  }
  theme.hidden = false;
  theme.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    name();
  });
  dark.addEventListener('change', name);
  name();

  var form = document.getElementById('filters');
  var find = document.getElementById('find');
  var status = document.getElementById('status');
  var found = document.getElementById('found');
  var rows = Array.prototype.slice.call(document.querySelectorAll('.kpi-row'));
  if (rows.length > 1) form.hidden = false;
  function filter() {
    var text = find.value.trim().toLowerCase();
    var count = 0;
    rows.forEach(function (row) {
      var fits =
        (text === '' || row.textContent.toLowerCase().indexOf(text) !== -1) &&
        (status.value === '' || row.dataset.status === status.value);
      row.hidden = !fits;
      if (fits) count += 1;
    });
    var all = text === '' && status.value === '';
    found.textContent = all ? '' : count + ' of ' + rows.length + ' shown';
    document.querySelectorAll('.scorecard tbody').forEach(function (body) {
      var own = body.querySelectorAll('.kpi-row');
      body.hidden = !all && body.querySelectorAll('.kpi-row:not([hidden])').length === 0;
      if (own.length === 0) body.hidden = !all;
    });
  }
  form.addEventListener('input', filter);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
  });

  // Closed parts belong on paper too.
  var opened = [];
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not([open])').forEach(function (one) {
      opened.push(one);
      one.open = true;
    });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (one) {
      one.open = false;
    });
    opened = [];
  });
})();
`;
