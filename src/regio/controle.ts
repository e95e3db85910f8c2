/** Whether the parts of policy files fit together: what they name exists, and nothing is told twice or contradicts itself. */
import { gemeentenaam } from '../standaard/codelijsten/index.js';
import { na, vergelijk } from '../standaard/datum.js';
import { overlappen, zwaarte } from './beleid.js';
import type { Aanvraagroute, Beleidsbestand, Geldigheid, Keuze, Product, Tarief } from './beleidsbestand.js';
import { optelsoort } from './eenheden.js';
import { bedoelt, type Beleidsfout } from './fouten.js';
import type { Plaatsfout } from './vorm.js';

const plek = (...delen: readonly (string | number)[]): string =>
  delen.map((deel) => `/${String(deel).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Gathers errors about one file. */
class Controle {
  readonly fouten: Plaatsfout[] = [];
  readonly producten: ReadonlyMap<string, Product>;
  readonly groepen: ReadonlySet<string>;
  readonly leden: ReadonlyMap<string, readonly Product[]>;

  constructor(readonly inhoud: Beleidsbestand) {
    this.producten = new Map((inhoud.producten ?? []).map((product) => [product.code, product]));
    this.groepen = new Set((inhoud.groepen ?? []).map(({ code }) => code));
    const leden = new Map<string, Product[]>();
    for (const product of inhoud.producten ?? []) {
      const { groep } = product;
      if (groep === undefined) continue;
      const eerder = leden.get(groep);
      if (eerder === undefined) leden.set(groep, [product]);
      else eerder.push(product);
    }
    this.leden = leden;
  }

  meld(pad: string, reden: string, suggestie?: string): void {
    this.fouten.push({ pad, reden, ...(suggestie === undefined ? {} : { suggestie }) });
  }

  geldigheid(pad: string, { vanaf, totEnMet }: Geldigheid): void {
    if (vanaf !== undefined && totEnMet !== undefined && na(vanaf, totEnMet)) this.meld(`${pad}/totEnMet`, 'De periode eindigt voor zij begint.');
  }

  groep(pad: string, code: string): void {
    if (!this.groepen.has(code)) this.meld(pad, `De groep ${code} staat niet in /groepen.`, bedoelt(code, this.groepen));
  }

  product(pad: string, code: string): void {
    if (!this.producten.has(code)) this.meld(pad, `Het product ${code} staat niet in /producten.`, bedoelt(code, this.producten.keys()));
  }

  keuze(pad: string, keuze: Keuze): void {
    keuze.forEach((naam, i) => {
      if (this.producten.has(naam)) return;
      if (!this.groepen.has(naam)) {
        this.meld(`${pad}/${i}`, `${naam} is geen product en geen groep.`, bedoelt(naam, [...this.groepen, ...this.producten.keys()]));
      } else if ((this.leden.get(naam) ?? []).length === 0) {
        this.meld(`${pad}/${i}`, `De groep ${naam} heeft geen producten.`, 'Zet bij een product groep erbij, of haal de groep hier weg.');
      }
    });
  }

  /** The codes that a choice stands for, also where something in it is unknown. */
  codes(keuze: Keuze): ReadonlySet<string> {
    return new Set(keuze.flatMap((naam) => (this.producten.has(naam) ? [naam] : (this.leden.get(naam) ?? []).map(({ code }) => code))));
  }

  uniek(pad: string, sleutel: string, namen: readonly string[], wat: string): void {
    const gezien = new Set<string>();
    namen.forEach((naam, i) => {
      if (gezien.has(naam)) this.meld(plek(pad, i, sleutel), `${wat} ${naam} komt twee keer voor.`);
      gezien.add(naam);
    });
  }

  tarieven(pad: string, tarieven: readonly Tarief[]): void {
    const gesorteerd = tarieven.map((tarief, i) => ({ tarief, i })).sort((a, b) => vergelijk(a.tarief.vanaf, b.tarief.vanaf));
    gesorteerd.forEach(({ tarief, i }, plaats) => {
      this.geldigheid(`${pad}/${i}`, tarief);
      const vorige = gesorteerd[plaats - 1];
      if (vorige !== undefined && overlappen(vorige.tarief, tarief)) {
        this.meld(`${pad}/${i}`, 'De periode van dit tarief overlapt met die van een ander tarief.',
          'Geef het eerdere tarief een totEnMet, de dag voor dit begint.');
      }
    });
  }
}

function producten(c: Controle): void {
  const lijst = c.inhoud.producten ?? [];
  c.uniek('producten', 'code', lijst.map(({ code }) => code), 'De productcode');
  const voorganger = new Map<string, string>();
  lijst.forEach((product, i) => {
    const pad = plek('producten', i);
    c.geldigheid(pad, product);
    if (c.groepen.has(product.code)) c.meld(`${pad}/code`, `${product.code} is ook de naam van een groep.`, 'Geef de groep een andere naam.');
    if (product.groep !== undefined) c.groep(`${pad}/groep`, product.groep);
    c.tarieven(`${pad}/tarieven`, product.tarieven ?? []);
    if (product.opvolger !== undefined) opvolging(c, `${pad}/opvolger`, product, product.opvolger, voorganger);
  });
}

function opvolging(c: Controle, pad: string, product: Product, opvolger: string, voorganger: Map<string, string>): void {
  const hoger = c.producten.get(opvolger);
  c.product(pad, opvolger);
  if (hoger === undefined) return;
  const ander = voorganger.get(opvolger);
  if (ander !== undefined) c.meld(pad, `${opvolger} is al de opvolger van ${ander}.`);
  else voorganger.set(opvolger, product.code);
  if (hoger.groep !== product.groep) c.meld(pad, `${opvolger} hoort niet tot dezelfde groep.`, 'Gebruik schalen voor een volgorde van groepen.');
  const [licht, zwaar] = [zwaarte(product), zwaarte(hoger)];
  if (licht !== undefined && zwaar !== undefined && licht > zwaar) c.meld(pad, `${opvolger} is lichter, en kan dus niet de opvolger zijn.`);
}

/** Tells each ring of successors once, at the first product in the file that leads to it. */
function kringen(c: Controle): void {
  const langs = new Map<string, number>();
  (c.inhoud.producten ?? []).forEach((begin, i) => {
    for (let product: Product | undefined = begin; product !== undefined; product = c.producten.get(product.opvolger ?? '')) {
      const eerder = langs.get(product.code);
      if (eerder === i) c.meld(plek('producten', i, 'opvolger'), 'De opvolgers lopen in een kring.');
      if (eerder !== undefined) return;
      langs.set(product.code, i);
    }
  });
}

function groepen(c: Controle): void {
  c.uniek('groepen', 'code', (c.inhoud.groepen ?? []).map(({ code }) => code), 'De groep');
  const geplaatst = new Set<string>();
  (c.inhoud.schalen ?? []).forEach(({ groepen: ladder }, i) => {
    ladder.forEach((groep, k) => {
      const pad = plek('schalen', i, 'groepen', k);
      c.groep(pad, groep);
      if (geplaatst.has(groep)) c.meld(pad, `De groep ${groep} staat al in een schaal.`);
      geplaatst.add(groep);
    });
  });
}

function contracten(c: Controle): void {
  (c.inhoud.contracten ?? []).forEach((contract, i) => {
    const pad = plek('contracten', i);
    c.geldigheid(pad, contract);
    c.keuze(`${pad}/producten`, contract.producten);
    const genoemd = c.codes(contract.producten);
    for (const code of genoemd) {
      const product = c.producten.get(code);
      if (product !== undefined && !overlappen(contract, product)) {
        c.meld(`${pad}/producten`, `Het contract geldt op geen enkele dag waarop het product ${code} geldig is.`);
      }
    }
    for (const [code, tarieven] of Object.entries(contract.tarieven ?? {})) {
      const plaats = `${pad}${plek('tarieven', code)}`;
      if (!genoemd.has(code)) c.meld(plaats, `Het contract noemt een tarief voor ${code}, maar niet dat product.`, bedoelt(code, genoemd));
      c.tarieven(plaats, tarieven);
    }
  });
  tarievenVanContracten(c);
}

/** Two contracts of one aanbieder may not each have a tariff for the same product and day. */
function tarievenVanContracten(c: Controle): void {
  const gezien = new Map<string, Tarief[]>();
  (c.inhoud.contracten ?? []).forEach(({ aanbieder, tarieven }, i) => {
    for (const [code, eigen] of Object.entries(tarieven ?? {})) {
      const eerder = gezien.get(`${aanbieder}/${code}`) ?? [];
      if (eerder.some((ander) => eigen.some((tarief) => overlappen(ander, tarief)))) {
        c.meld(plek('contracten', i, 'tarieven', code),
          'Een ander contract van deze aanbieder heeft voor dezelfde dagen al een tarief voor dit product.');
      }
      gezien.set(`${aanbieder}/${code}`, [...eerder, ...eigen]);
    }
  });
}

function routes(c: Controle): void {
  const perProduct = new Map<string, Aanvraagroute[]>();
  (c.inhoud.aanvraagroutes ?? []).forEach((route, i) => {
    const pad = plek('aanvraagroutes', i);
    c.geldigheid(pad, route);
    c.keuze(`${pad}/voor`, route.voor);
    for (const code of c.codes(route.voor)) {
      const eerder = perProduct.get(code) ?? [];
      if (eerder.some((ander) => overlappen(ander, route))) c.meld(`${pad}/voor`, `Het product ${code} heeft in dezelfde periode al een route.`);
      perProduct.set(code, [...eerder, route]);
    }
  });
}

function regels(c: Controle): void {
  const { voorwaarden = [], termijnen = [], betaling = [], signalen = [] } = c.inhoud;
  c.uniek('voorwaarden', 'regel', voorwaarden.map(({ regel }) => regel), 'De regel');
  voorwaarden.forEach((regel, i) => {
    const pad = plek('voorwaarden', i);
    c.geldigheid(pad, regel);
    c.keuze(`${pad}/voor`, regel.voor);
    if (regel.soort === 'vereist') c.keuze(`${pad}/naast`, regel.naast);
    if (regel.soort === 'nietSamen') c.keuze(`${pad}/met`, regel.met);
  });
  c.uniek('termijnen', 'termijn', termijnen.map(({ termijn }) => termijn), 'De termijn');
  termijnen.forEach(({ voor }, i) => { if (voor !== undefined) c.keuze(plek('termijnen', i, 'voor'), voor); });
  c.uniek('betaling', 'regel', betaling.map(({ regel }) => regel), 'De regel');
  betaling.forEach(({ voor }, i) => { if (voor !== undefined) c.keuze(plek('betaling', i, 'voor'), voor); });
  c.uniek('signalen', 'signaal', signalen.map(({ signaal }) => signaal), 'Het signaal');
  signalen.forEach((signaal, i) => {
    const pad = plek('signalen', i);
    if (signaal.soort === 'jaarmaximum') {
      c.keuze(`${pad}/voor`, signaal.voor);
      return;
    }
    c.keuze(`${pad}/deel`, signaal.deel);
    c.keuze(`${pad}/geheel`, signaal.geheel);
    if (signaal.hoogstens === undefined && signaal.minstens === undefined) {
      c.meld(pad, 'Het signaal heeft geen grens.', 'Geef hoogstens of minstens, in procenten.');
    }
    const geheel = c.codes(signaal.geheel);
    signaal.deel.forEach((naam, k) => {
      if ([...c.codes([naam])].some((code) => !geheel.has(code))) c.meld(`${pad}/deel/${k}`, `${naam} valt niet helemaal binnen geheel.`);
    });
    const soorten = new Set([...geheel].map((code) => optelsoort(c.producten.get(code)?.eenheid)));
    if (signaal.meet === 'volume' && soorten.size > 1) {
      c.meld(`${pad}/meet`, 'De eenheden van deze producten zijn niet bij elkaar op te tellen.',
        'Meet in bedrag, of kies producten met een eenheid.');
    }
  });
}

/** Everything in one file that does not fit together. */
export function controleerVerbanden(inhoud: Beleidsbestand): readonly Plaatsfout[] {
  const c = new Controle(inhoud);
  inhoud.gemeenten.forEach((code, i) => {
    if (gemeentenaam(code) === undefined) c.meld(plek('gemeenten', i), `${code} is geen code van een gemeente.`, 'Kijk in de lijst van het CBS.');
  });
  for (const deel of [groepen, producten, kringen, contracten, routes, regels]) deel(c);
  return c.fouten;
}

/** Everything that does not fit between files. */
export function controleerSamen(bestanden: readonly { readonly bestand: string; readonly inhoud: Beleidsbestand }[]): readonly Beleidsfout[] {
  const eerder = new Map<string, string>();
  return bestanden.flatMap(({ bestand, inhoud }) => inhoud.gemeenten.flatMap((gemeente, i) => {
    const ander = eerder.get(gemeente);
    if (ander === undefined) {
      eerder.set(gemeente, bestand);
      return [];
    }
    return [{
      bestand, pad: plek('gemeenten', i), reden: `De gemeente ${gemeente} staat al in ${ander}.`, suggestie: 'Een gemeente hoort bij een bestand.',
    }];
  }));
}
