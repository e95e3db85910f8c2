/** Extras for who has scripts. Everything on the pages works without. */

/** A filter takes effect as soon as a choice in it changes. */
for (const formulier of document.querySelectorAll('form.iwmo-filter')) {
  for (const keuze of formulier.querySelectorAll('select')) keuze.addEventListener('change', () => formulier.requestSubmit());
}

/** A form is sent once, also by a double click; what comes back is another page. */
for (const formulier of document.querySelectorAll('form[method="post"]')) {
  formulier.addEventListener('submit', (gebeurtenis) => {
    if (formulier.dataset.verstuurd === 'ja') gebeurtenis.preventDefault();
    formulier.dataset.verstuurd = 'ja';
  });
}
addEventListener('pageshow', () => {
  for (const formulier of document.querySelectorAll('form[data-verstuurd]')) delete formulier.dataset.verstuurd;
});
