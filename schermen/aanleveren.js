/**
 * Delivering files: each is checked as soon as it is chosen, sent when asked, and followed until its answer is there. At most a few at a time, so
 * that a pile of big files holds up neither the page nor the gateway. A file that could not be sent because the connection broke is sent again
 * under the same key, so that it is never delivered twice.
 */

const TEGELIJK = 3;
const STAND_ELKE_MS = 2000;

const formulier = document.querySelector('form[aria-label="Bestanden aanleveren"]');
const invoer = formulier.querySelector('#bestanden');
const vlak = formulier.querySelector('[data-sleepvlak]');
const lijst = document.querySelector('[data-lijst]');
const knopVerstuur = lijst.querySelector('[data-verstuur]');
const voortgang = lijst.querySelector('[data-voortgang]');
const sjabloon = document.querySelector('#bestand');
const csrf = formulier.querySelector('input[name=_csrf]').value;

/** @type {{ bestand: File, sleutel: string, stand: 'wacht'|'bezig'|'te-versturen'|'fout'|'verstuurd'|'klaar'|'opnieuw', plek: HTMLElement }[]} */
let rijen = [];

formulier.querySelector('[data-zonder-script]').hidden = true;
formulier.querySelector('[data-met-script]').hidden = false;

/** What is going on, in words, also for who does not see the bars. */
function vertel() {
  const tel = (...standen) => rijen.filter(({ stand }) => standen.includes(stand)).length;
  const delen = [
    [tel('wacht', 'bezig'), 'bezig'], [tel('te-versturen'), 'klaar om te versturen'], [tel('fout'), 'niet te versturen'],
    [tel('opnieuw'), 'niet gelukt, verstuur opnieuw'], [tel('verstuurd'), 'wacht op het oordeel'], [tel('klaar'), 'beoordeeld'],
  ].filter(([aantal]) => aantal > 0);
  voortgang.textContent = delen.map(([aantal, wat]) => `${aantal} ${wat}`).join(', ');
  const teVersturen = tel('te-versturen', 'opnieuw');
  knopVerstuur.disabled = teVersturen === 0 || tel('wacht', 'bezig') > 0;
  knopVerstuur.textContent = teVersturen === 1 ? 'Verstuur 1 bestand' : teVersturen > 1 ? `Verstuur ${teVersturen} bestanden` : 'Verstuur';
}

/** Puts what the gateway says, which it made safe to show, in a row. */
function toon(rij, html) {
  rij.plek.querySelector('[data-uitkomst]').innerHTML = html;
}

function zeg(rij, tekst) {
  const alinea = document.createElement('p');
  alinea.className = 'utrecht-paragraph';
  alinea.textContent = tekst;
  rij.plek.querySelector('[data-uitkomst]').replaceChildren(alinea);
}

/** Sends the bytes of a file. Resolves with status and text; status 0 when the connection broke. */
function stuur(adres, rij) {
  const balk = rij.plek.querySelector('progress');
  balk.hidden = false;
  return new Promise((klaar) => {
    const aanvraag = new XMLHttpRequest();
    aanvraag.open('POST', adres);
    aanvraag.setRequestHeader('Content-Type', 'application/xml');
    aanvraag.setRequestHeader('csrf-token', csrf);
    aanvraag.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => { if (lengthComputable) balk.value = (100 * loaded) / total; });
    aanvraag.addEventListener('load', () => { klaar({ status: aanvraag.status, tekst: aanvraag.responseText }); });
    aanvraag.addEventListener('error', () => { klaar({ status: 0, tekst: '' }); });
    aanvraag.send(rij.bestand);
  }).finally(() => { balk.hidden = true; });
}

const VERLOREN = 'Uw sessie is voorbij. Meld u in een ander venster opnieuw aan en verstuur daarna opnieuw; uw bestanden staan hier nog.';
const GEEN_VERBINDING = 'De gateway is niet bereikbaar. Verstuur het zo opnieuw; het wordt niet dubbel aangeleverd.';

/** What an answer that is no report means. */
function zegStoring(rij, status) {
  zeg(rij, status === 401 ? VERLOREN : status === 0 || status >= 500 ? GEEN_VERBINDING : 'Dit is niet gelukt. Ververs de pagina en probeer het opnieuw.');
}

async function controleer(rij) {
  rij.stand = 'bezig';
  vertel();
  const { status, tekst } = await stuur('/aanleveren/controle', rij);
  if (status === 200) {
    toon(rij, tekst);
    // What does not obey the schema is refused at the door; what breaks a rule may be sent, to get its return message.
    rij.stand = rij.plek.querySelector('.utrecht-status-badge--danger') === null ? 'te-versturen' : 'fout';
  } else if ([400, 413, 422].includes(status)) {
    toon(rij, tekst);
    rij.stand = 'fout';
  } else {
    zegStoring(rij, status);
    rij.stand = 'opnieuw';
  }
  vertel();
}

async function verstuur(rij) {
  rij.stand = 'bezig';
  vertel();
  const { status, tekst } = await stuur(`/aanleveren/bestand?sleutel=${rij.sleutel}`, rij);
  if (status === 200) {
    toon(rij, tekst);
    rij.stand = rij.plek.querySelector('[data-klaar]') === null ? 'verstuurd' : 'klaar';
  } else if ([400, 403, 413, 422].includes(status)) {
    toon(rij, tekst);
    rij.stand = 'fout';
  } else {
    zegStoring(rij, status);
    rij.stand = 'opnieuw';
  }
  vertel();
}

/** Does something with each of these, a few at a time, in order. */
async function elk(deze, doe) {
  const rest = [...deze];
  const loop = async () => { for (let rij = rest.shift(); rij !== undefined; rij = rest.shift()) await doe(rij); };
  await Promise.all(Array.from({ length: TEGELIJK }, loop));
}

/** Asks where messages stand that are still being assessed, until none is. */
async function volg() {
  for (;;) {
    const open = rijen.filter(({ stand }) => stand === 'verstuurd');
    if (open.length === 0) return;
    await new Promise((verder) => { setTimeout(verder, STAND_ELKE_MS); });
    const ids = open.map(({ plek }) => plek.querySelector('[data-bericht]').dataset.bericht);
    const antwoord = await fetch(`/aanleveren/stand?ids=${ids.slice(0, 50).join(',')}`, { redirect: 'error' }).catch(() => undefined);
    if (antwoord?.ok !== true) continue;
    const stuk = document.createElement('div');
    stuk.innerHTML = await antwoord.text();
    for (const deel of stuk.querySelectorAll('[data-bericht]')) {
      const rij = open.find(({ plek }) => plek.querySelector('[data-bericht]')?.dataset.bericht === deel.dataset.bericht);
      if (rij === undefined) continue;
      rij.plek.querySelector('[data-bericht]').replaceWith(deel);
      if (deel.dataset.klaar === 'ja') rij.stand = 'klaar';
    }
    vertel();
  }
}

function neem(bestanden) {
  lijst.hidden = false;
  const nieuw = [...bestanden].map((bestand) => {
    const plek = sjabloon.content.firstElementChild.cloneNode(true);
    plek.querySelector('[data-naam]').textContent = bestand.name;
    lijst.querySelector('.iwmo-bestandslijst').append(plek);
    return { bestand, sleutel: crypto.randomUUID(), stand: 'wacht', plek };
  });
  rijen = [...rijen, ...nieuw];
  vertel();
  void elk(nieuw, controleer);
}

invoer.addEventListener('change', () => {
  neem(invoer.files);
  invoer.value = '';
});
for (const gebeurtenis of ['dragover', 'dragleave', 'drop']) {
  vlak.addEventListener(gebeurtenis, (wat) => {
    wat.preventDefault();
    vlak.classList.toggle('iwmo-sleepvlak--boven', gebeurtenis === 'dragover');
    if (gebeurtenis === 'drop') neem(wat.dataTransfer.files);
  });
}
formulier.addEventListener('submit', (gebeurtenis) => { gebeurtenis.preventDefault(); });
knopVerstuur.addEventListener('click', async () => {
  await elk(rijen.filter(({ stand }) => stand === 'te-versturen' || stand === 'opnieuw'), verstuur);
  await volg();
});
lijst.querySelector('[data-leeg]').addEventListener('click', () => {
  rijen = [];
  lijst.querySelector('.iwmo-bestandslijst').replaceChildren();
  lijst.hidden = true;
  invoer.focus();
});
