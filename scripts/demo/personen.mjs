/** Invented persons: a bsn that nobody has, and names that nobody takes for real. */
import { maakToeval } from './toeval.mjs';

const VOORNAMEN = ['Appel', 'Braam', 'Cederhout', 'Dille', 'Esdoorn', 'Framboos', 'Gember', 'Hazelaar', 'Iris', 'Jasmijn', 'Kamille', 'Linde', 'Munt', 'Narcis', 'Olijf', 'Peer'];
const ACHTERNAMEN = ['Testman', 'Voorbeeld', 'Verzonnen', 'Proefstra', 'Demoed', 'Schijnbaar', 'Nepwijk', 'Fictiefsen', 'Zomaar', 'Bedenksma', 'Nergens', 'Oefenaar'];
const STRATEN = ['Proefpad', 'Voorbeeldlaan', 'Demoplein', 'Testweg', 'Schijngracht'];

const weging = (cijfers) => cijfers.reduce((som, cijfer, i) => som + cijfer * (9 - i), 0);

/** The number-th bsn from 9999xxxxx that satisfies the elfproef; `nummer` from 0 to 9000. */
export function bsnVan(nummer) {
  for (let i = 0, gevonden = -1; ; i++) {
    const cijfers = [...`9999${String(i).padStart(4, '0')}`].map(Number);
    const laatste = weging(cijfers) % 11;
    if (laatste === 10 || ++gevonden < nummer) continue;
    return `${cijfers.join('')}${laatste}`;
  }
}

/** A client of the demo: the bsn, and the class Client of a WMO301 without Bsn and products. */
export function maakPersoon(seed, i) {
  const toeval = maakToeval(seed, 'persoon', i);
  const tweecijferig = (getal) => String(getal).padStart(2, '0');
  const voornaam = toeval.kies(VOORNAMEN);
  const gegevens = {
    Geboortedatum: { Datum: `${toeval.geheel(1934, 2005)}-${tweecijferig(toeval.geheel(1, 12))}-${tweecijferig(toeval.geheel(1, 28))}` },
    Geslacht: toeval.kies(['1', '2']),
    Naam: { Geslachtsnaam: { Achternaam: toeval.kies(ACHTERNAMEN) }, Voornamen: voornaam, Voorletters: voornaam[0], NaamGebruik: '1' },
    Contactgegevens: [{ Soort: '01', Adres: {
      Huis: { Huisnummer: toeval.geheel(1, 180) }, Postcode: `10${toeval.geheel(10, 99)}XX`, Straatnaam: toeval.kies(STRATEN), Plaatsnaam: 'Voorbeeldstad',
      LandCode: 'NL' } }],
  };
  const { Geboortedatum, Geslacht, Naam: { Geslachtsnaam, Voorletters } } = gegevens;
  return { nummer: i, bsn: bsnVan(i), gegevens, kort: { Geboortedatum, Geslacht, Naam: { Geslachtsnaam, Voorletters } } };
}
