// Behaviour of the frame around every page.

// The way past header and drawer, for those who go by keyboard. An ordinary link to #content would leave the page,
// because addresses are read against the base of the site.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a.skip-link');
  if (link) {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
});
