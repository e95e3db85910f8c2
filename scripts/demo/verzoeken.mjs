/** What aanbieders ask for: requests in every state, and notices of structural change. */
import { na, opOfVoor, plusDagen } from '../../dist/standaard/datum.js';
import { begin, kiesAanbieder, maakToewijzing, neemAan, werkdag } from './levensloop.mjs';
import { maakToeval } from './toeval.mjs';

/** Days before the end of the demo within which nothing of an allocation changed that a request is about. */
const RUST = 75;

const terug = (plan, dagen) => werkdag(plusDagen(plan.vandaag, -dagen));

/** Whether a client is being served now by an allocation that goes on for a while. */
function looptNu(plan, { hoofd, gestart }) {
  const laatste = hoofd.leveringen.at(-1);
  return gestart === true && laatste !== undefined && laatste.tot === undefined && opOfVoor(laatste.van, plusDagen(plan.vandaag, -RUST))
    && opOfVoor(hoofd.gewijzigd, plusDagen(plan.vandaag, -RUST)) && na(hoofd.einde, plusDagen(plan.vandaag, 45));
}

/** Asks for a product (WMO315). @returns the request as others refer to it */
function vraagAan(plan, client, { dag, aanbieder, code, volume, ingang, einde, verwacht = 'goedgekeurd', referentie = plan.referentie(aanbieder) }) {
  const { categorie, eenheid, frequenties: [frequentie] } = plan.product(code);
  plan.zet({ dag, soort: 'WMO315', client, aanbieder, verwacht, referentie, aanvraag: {
    ReferentieAanbieder: referentie, Product: { Categorie: categorie, Code: code }, ToewijzingIngangsdatum: ingang, ToewijzingEinddatum: einde,
    Omvang: { Volume: volume, Eenheid: eenheid, Frequentie: frequentie }, Verwijzer: { Type: '01' } } });
  return referentie;
}

/** An allocation that comes of a request, once it is granted. */
function toegekend(plan, toeval, client, referentie, opdracht) {
  const toewijzing = maakToewijzing(plan, client, opdracht);
  plan.zet({ dag: opdracht.dag, soort: 'toegekend', client, aanbieder: opdracht.aanbieder, referentie, sleutel: toewijzing.sleutel });
  neemAan(plan, toeval, toewijzing);
}

const besluit = (plan, dag, client, aanbieder, referentie, velden) => plan.zet({ dag, soort: 'besluit', client, aanbieder, referentie, ...velden });

/** Day care, asked for and granted by policy at once; with the transport to it. */
function vraagDagbesteding(plan, toeval, client) {
  const aanbieder = kiesAanbieder(plan, toeval, '07D01');
  const { van } = client.hoofd.leveringen[0];
  const dag = werkdag(plusDagen(van, toeval.geheel(20, 150)));
  const ingang = plusDagen(dag, toeval.geheel(7, 14));
  if (na(plusDagen(ingang, 20), plan.vandaag) || !na(client.hoofd.einde, plusDagen(ingang, 60))) return;
  const einde = plusDagen(ingang, 363);
  const volume = toeval.kies([2, 3, 4, 4, 6]);
  const vraag = { dag, aanbieder, code: '07D01', volume, ingang, einde };
  toegekend(plan, toeval, client, vraagAan(plan, client, vraag), vraag);
  if (aanbieder === '65656107' || toeval.kans(0.4)) return;
  const erbij = { ...vraag, dag: werkdag(plusDagen(dag, 3)), code: '08D01', volume: 2 * volume };
  toegekend(plan, toeval, client, vraagAan(plan, client, erbij), erbij);
}

/** The rest of the requests, each with the day on which it is asked and what becomes of it. */
function verhalen(plan, toeval) {
  const nieuw = (code, volume) => Object.assign((client, dagen, na) => {
    const dag = terug(plan, dagen);
    const aanbieder = code.startsWith('15') ? '65656106' : kiesAanbieder(plan, toeval, code);
    const ingang = plusDagen(dag, na === 'toewijzen' ? 21 : 14);
    const vraag = { dag, aanbieder, code, volume, ingang, einde: plusDagen(ingang, 363) };
    const referentie = vraagAan(plan, client, vraag);
    if (na === 'dubbel') vraagAan(plan, client, { ...vraag, dag: werkdag(plusDagen(dag, 2)), referentie, verwacht: 'afgekeurd' });
    if (na === 'toewijzen') {
      const op = werkdag(plusDagen(dag, toeval.geheel(2, 9)));
      besluit(plan, op, client, aanbieder, referentie, { besluit: 'toewijzen' });
      toegekend(plan, toeval, client, referentie, { ...vraag, dag: op });
    } else if (na === 'afwijzen') {
      besluit(plan, werkdag(plusDagen(dag, toeval.geheel(1, 8))), client, aanbieder, referentie, { besluit: 'afwijzen', redenAfwijzing: toeval.kies(['2', '6', '7', '9']) });
    } else if (na === 'onderzoek') {
      besluit(plan, werkdag(plusDagen(dag, toeval.geheel(1, 4))), client, aanbieder, referentie, { besluit: 'onderzoek' });
    }
  }, { naast: (ander) => ander.slice(0, 2) !== code.slice(0, 2) });
  const wijziging = (meer) => (client, dagen, na) => {
    const { hoofd: toewijzing, hoofd: { aanbieder, omvang, einde, ingang } } = client;
    const dag = terug(plan, dagen);
    const referentie = plan.referentie(aanbieder);
    plan.zet({ dag, soort: 'WMO317', client, aanbieder, verwacht: 'goedgekeurd', referentie, toewijzing, wens: {
      GewensteIngangsdatum: meer > 0 ? plusDagen(dag, 30) : ingang, Einddatum: plusDagen(einde, meer > 0 ? 0 : 182),
      Omvang: { Volume: omvang.volume + meer, Eenheid: omvang.eenheid, Frequentie: omvang.frequentie } } });
    const op = werkdag(plusDagen(dag, toeval.geheel(1, 6)));
    if (na === 'toewijzen') {
      besluit(plan, op, client, aanbieder, referentie, { besluit: 'toewijzen' });
      toewijzing.einde = plusDagen(einde, 182);
    } else if (na === 'afwijzen') besluit(plan, op, client, aanbieder, referentie, { besluit: 'afwijzen', redenAfwijzing: '1' });
    else if (na === 'onderzoek') besluit(plan, op, client, aanbieder, referentie, { besluit: 'onderzoek' });
  };
  const wonen = nieuw('15D01', 7);
  const verblijf = nieuw('04D01', 24);
  const vervoer = nieuw('08D01', 4);
  const begeleiding = nieuw('02D02', 4);
  const licht = nieuw('02D01', 2);
  const hulp = nieuw('01D01', 3);
  const veelDagen = nieuw('07D01', 9);
  const meer = wijziging(2);
  const langer = wijziging(0);
  // [what, days ago, what a person decides]; without the last the request waits, or policy decides.
  return [
    [begeleiding, 2], [licht, 4], [hulp, 6], [begeleiding, 9, 'dubbel'], [hulp, 12, 'dubbel'], [licht, 16], [veelDagen, 3], [veelDagen, 11], [meer, 3], [meer, 8], [langer, 2], [langer, 13],
    [verblijf, 6], [verblijf, 30], [verblijf, 64], [hulp, 20, 'onderzoek'], [meer, 24, 'onderzoek'], [begeleiding, 70, 'onderzoek'],
    [begeleiding, 60, 'toewijzen'], [hulp, 48, 'toewijzen'], [licht, 40, 'toewijzen'], [hulp, 130, 'toewijzen'], [verblijf, 95, 'toewijzen'], [langer, 50, 'toewijzen'],
    [langer, 33, 'toewijzen'], [begeleiding, 45, 'afwijzen'], [hulp, 25, 'afwijzen'], [meer, 40, 'afwijzen'], [verblijf, 110, 'afwijzen'], [licht, 15, 'afwijzen'],
    [wonen, 5], [wonen, 50], [wonen, 120], [vervoer, 10], [vervoer, 35], [vervoer, 90], [begeleiding, 200, 'toewijzen'], [licht, 260, 'afwijzen'],
  ];
}

const STAPPEN = {
  ingediend: [], 'evaluatie-vervroegd': ['evaluatie-vervroegd'], 'melding-geopend': ['melding-geopend'],
  'melding-definitief': ['melding-geopend', 'melding-definitief'], 'verslag-ondertekend': ['evaluatie-vervroegd', 'melding-definitief', 'verslag-ondertekend'],
  toegewezen: ['melding-geopend', 'melding-definitief', 'verslag-ondertekend', 'toewijzen'], afgewezen: ['melding-geopend', 'afwijzen'],
};
/** State, days ago that it was filed, days between steps, days between the change and the notice. */
const AANKONDIGINGEN = [
  ['ingediend', 2, 0, 10], ['melding-geopend', 12, 5, 20], ['melding-definitief', 30, 12, 25], ['toegewezen', 16, 3, 12], ['afgewezen', 60, 9, 40], ['ingediend', 7, 0, 15],
  ['verslag-ondertekend', 28, 8, 20], ['evaluatie-vervroegd', 15, 6, 45], ['toegewezen', 15, 3, 21], ['melding-definitief', 12, 4, 9], ['melding-geopend', 20, 8, 30],
  ['verslag-ondertekend', 20, 6, 18], ['afgewezen', 41, 7, 25],
];
const ZWAARDER = { '02D01': '02D02', '02D02': '02D03' };
const LICHTER = { '02D03': '02D02', '02D02': '02D01' };
const TOELICHTINGEN = [
  'De afgesproken uren zijn al enkele maanden niet genoeg.', 'De doelen zijn bereikt; er is minder begeleiding nodig.', 'Na een verhuizing is er meer ondersteuning nodig.'];

function kondigAan(plan, toeval, client, [stand, dagen, tussen, sinds], i) {
  const { hoofd, hoofd: { aanbieder } } = client;
  const op = ZWAARDER[hoofd.product.code] !== undefined && (LICHTER[hoofd.product.code] === undefined || toeval.kans(0.7));
  const code = (op ? ZWAARDER : LICHTER)[hoofd.product.code];
  const { categorie } = plan.product(code);
  const ingediend = terug(plan, dagen);
  const sleutel = `v${i}`;
  plan.zet({ dag: ingediend, soort: 'vooraankondiging', client, aanbieder, sleutel, toewijzing: hoofd, richting: op ? 'op' : 'af',
    gewenstProduct: { categorie, code }, vanaf: plusDagen(ingediend, -sinds), toelichting: TOELICHTINGEN[op ? (i % 2) * 2 : 1] });
  let definitief;
  STAPPEN[stand].forEach((stap, n) => {
    const dag = werkdag(plusDagen(ingediend, (n + 1) * tussen));
    if (stap === 'melding-definitief') definitief = dag;
    plan.zet({ dag, soort: 'stap', client, aanbieder, vooraankondiging: sleutel, stap });
    if (stap !== 'toewijzen') return;
    const nieuw = maakToewijzing(plan, client, { aanbieder, code, volume: hoofd.omvang.volume, dag, ingang: definitief, einde: hoofd.einde });
    hoofd.einde = plusDagen(definitief, -1);
    hoofd.leveringen.at(-1).tot = hoofd.einde;
    plan.zet({ dag, soort: 'nagezocht', client, aanbieder, sleutel: nieuw.sleutel, code, ingang: definitief });
    begin(plan, toeval, nieuw, definitief, dag);
  });
}

/** Adds all requests and notices to the plan. Every client has one at most, so that none stands in the way of another. */
export function vraag(plan) {
  const toeval = maakToeval(plan.seed, 'verzoeken');
  const vrij = plan.clienten.filter((client) => looptNu(plan, client));
  const begeleid = vrij.filter(({ hoofd: { product: { code }, aanbieder } }) => code.startsWith('02') && aanbieder !== '65656106');
  // A small demo leaves some for the requests.
  const melders = begeleid.slice(0, Math.min(AANKONDIGINGEN.length, Math.ceil(begeleid.length * 0.6)));
  melders.forEach((client, i) => { kondigAan(plan, toeval, client, AANKONDIGINGEN[i], i); });
  const bezet = new Set(melders);
  const rest = vrij.filter((client) => !bezet.has(client));
  for (const [doe, dagen, besluitDaarna] of verhalen(plan, toeval)) {
    // Nobody asks for what the client has already, and what is changed has to be a kind of which more may be asked.
    const i = rest.findIndex(({ hoofd: { product: { code } } }) => (code.startsWith('01') || code.startsWith('02')) && (doe.naast?.(code) ?? true));
    const [client] = i < 0 ? [] : rest.splice(i, 1);
    if (client !== undefined && dagen < plan.dagen - 10) doe(client, dagen, besluitDaarna);
    if (client !== undefined) bezet.add(client);
  }
  for (const client of plan.clienten) {
    if (client.gestart === true && !bezet.has(client) && !client.hoofd.product.code.startsWith('07') && client.nummer % 3 !== 1) vraagDagbesteding(plan, toeval, client);
  }
}
