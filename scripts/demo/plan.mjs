/**
 * The whole demo as data: every event of two years, worked out from a seed before anything is sent. Pure but for reading the policy, which says what
 * products, tariffs and contracts there are.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { dagnummer, eersteVanMaand, na, plusDagen } from '../../dist/standaard/datum.js';
import { declareer } from './declaraties.mjs';
import { leef } from './levensloop.mjs';
import { maakPersoon } from './personen.mjs';
import { maakToeval } from './toeval.mjs';
import { vraag } from './verzoeken.mjs';

/** The day that is today in the demo. */
export const VANDAAG = '2026-07-14';
export const BELEIDSMAP = fileURLToPath(new URL('regio', import.meta.url));
/** Party whose own software answers, and party whose webhook answers nothing. */
export const EXTERN = '65656107';
export const ONBEREIKBAAR = '65656108';

/** Time of day at which kinds of events happen, so that what follows from another comes after it. */
const UUR = {
  toewijzing: 8, WMO315: 9, WMO317: 9, vooraankondiging: 10, besluit: 11, stap: 12, toegekend: 13, nagezocht: 13, WMO305: 14, WMO307: 15, WMO323: 16,
};

function leesBeleid() {
  const { gemeenten: [gemeente], groepen, producten, contracten } = parse(readFileSync(`${BELEIDSMAP}/demo.yaml`, 'utf8'), { schema: 'failsafe' });
  const opCode = new Map(producten.map((product) => [product.code, {
    ...product, tarieven: product.tarieven.map(({ centen, ...periode }) => ({ ...periode, centen: Number(centen) })) }]));
  const groepscodes = new Set(groepen.map(({ code }) => code));
  const uitgeschreven = (keuze) => keuze.flatMap((code) => (groepscodes.has(code)
    ? producten.filter(({ groep }) => groep === code).map((product) => product.code) : [code]));
  return { gemeente, opCode, contracten: contracten.map(({ aanbieder, producten: keuze }) => ({ aanbieder, codes: uitgeschreven(keuze) })) };
}

/**
 * @param clienten number of clients @param maanden whole months of traffic before the present one
 * @returns gemeente, aanbieders and the events in the order in which they happen
 */
export function maakPlan({ seed, clienten, maanden }) {
  const { gemeente, opCode, contracten } = leesBeleid();
  let eersteMaand = eersteVanMaand(VANDAAG);
  for (let i = 0; i < maanden; i++) eersteMaand = eersteVanMaand(plusDagen(eersteMaand, -1));
  const events = [];
  const minuten = maakToeval(seed, 'minuten');
  const referenties = new Map();
  const plan = {
    seed, vandaag: VANDAAG, eersteMaand, dagen: dagnummer(VANDAAG) - dagnummer(eersteMaand), toewijzingen: [],
    clienten: Array.from({ length: clienten }, (_, i) => ({ ...maakPersoon(seed, i), volgende: 1 })),
    product: (code) => opCode.get(code),
    aanbiedersVan: (code) => contracten.filter(({ codes }) => codes.includes(code)).map(({ aanbieder }) => aanbieder),
    referentie(aanbieder) {
      const nummer = (referenties.get(aanbieder) ?? 0) + 1;
      referenties.set(aanbieder, nummer);
      return `V${aanbieder.slice(-3)}-${String(nummer).padStart(4, '0')}`;
    },
    /** What would happen after today does not. */
    zet(event) {
      if (na(event.dag, VANDAAG)) return;
      events.push({ ...event, volgnummer: events.length, moment: `${String(UUR[event.soort]).padStart(2, '0')}:${String(minuten.geheel(0, 59)).padStart(2, '0')}` });
    },
  };
  for (const client of plan.clienten) leef(plan, client);
  vraag(plan);
  for (const { aanbieder } of contracten) declareer(plan, aanbieder);
  const sleutel = ({ dag, moment }) => `${dag} ${moment}`;
  events.sort((a, b) => (sleutel(a) === sleutel(b) ? a.volgnummer - b.volgnummer : sleutel(a) < sleutel(b) ? -1 : 1));
  // The last start of all is the one that cannot be determined.
  const laatsteStart = events.findLast(({ soort, verwacht }) => soort === 'WMO305' && verwacht === 'goedgekeurd');
  if (laatsteStart !== undefined) laatsteStart.verwacht = 'mislukt';
  return { gemeente, aanbieders: contracten.map(({ aanbieder }) => aanbieder), vandaag: VANDAAG, eersteMaand, events };
}
