// Runs before the first paint: the page must not flash in the other theme.
(() => {
  const kept = localStorage.getItem('inkstream-theme');
  const dark = kept ? kept === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
