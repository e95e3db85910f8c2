import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StufFout } from '../../../src/koppelvlakken/stuf-ggk/codes.js';
import { controleerEnvelop, controleerInhoud } from '../../../src/koppelvlakken/stuf-ggk/controle.js';
import type { Envelop, Foutmelding, Retourenvelop } from '../../../src/koppelvlakken/stuf-ggk/envelop.js';
import { ZONDER_AANMELDING } from '../../../src/platform/aanvrager.js';
import type { Niveau1 } from '../../../src/standaard/xml/niveau1.js';

const stuurgegevens = {
  zender: { organisatie: '65656055', applicatie: 'Zorgpakket' }, ontvanger: { organisatie: '0363', applicatie: 'GGk' },
  referentienummer: randomUUID(), tijdstipBericht: '20260305', functie: 'WMO305',
};
const di01: Envelop = {
  soort: 'Di01', stuurgegevens, applicatie: { versie: '0004', subversie: '0003' }, functie: { versie: '0003', subversie: '0002' },
  referentienummerBericht: undefined, bestandsnaam: undefined, contentType: 'application/xml', inhoud: Buffer.alloc(0),
};
const du01: Retourenvelop = {
  ...di01, soort: 'Du01', crossRefnummer: randomUUID(), crossRefnummerBericht: undefined,
  stuurgegevens: { ...stuurgegevens, zender: { organisatie: '65656055', applicatie: 'Zorgpakket' }, functie: 'WMO302' },
};
const fo01: Foutmelding = { soort: 'Fo01', ...stuurgegevens, crossRefnummer: randomUUID(), code: 'StUF055', plek: 'client' };
const met = (velden: Partial<Envelop['stuurgegevens']>, rest: Partial<Envelop> = {}): Envelop =>
  ({ ...di01, ...rest, stuurgegevens: { ...stuurgegevens, ...velden } }) as Envelop;

function codeVan(werk: () => unknown): string | undefined {
  try {
    werk();
    return undefined;
  } catch (fout) {
    if (fout instanceof StufFout) return fout.code;
    throw fout;
  }
}
const vanAanbieder = { ...ZONDER_AANMELDING, partijen: new Set(['65656055']) };

describe('de envelop op zichzelf', () => {
  it.each<[string, Envelop | Foutmelding, string | undefined]>([
    ['een heenbericht in een Di01', di01, undefined],
    ['een antwoord in een Du01', du01, undefined],
    ['een foutmelding, ook aan een andere applicatie', { ...fo01, ontvanger: { organisatie: '0363', applicatie: 'iWmo-gateway' } }, undefined],
    ['GGk in hoofdletters', met({ ontvanger: { organisatie: '0363', applicatie: 'GGK' } }), undefined],
    ['een UUID van versie 1, zoals in het gepubliceerde voorbeeld', met({ referentienummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66' }), undefined],
    ['een contentType met parameter', { ...di01, contentType: 'Application/XML; charset=UTF-8' }, undefined],
    ['een andere ontvangende applicatie', met({ ontvanger: { organisatie: '0363', applicatie: 'Zorgpakket' } }), 'StUF010'],
    ['een zender van een ander', met({ zender: { organisatie: '65656056', applicatie: 'Zorgpakket' } }), 'StUF013'],
    ['een foutmelding van een ander', { ...fo01, zender: { organisatie: '0363', applicatie: 'GGK' } }, 'StUF013'],
    ['een foutmelding zonder organisatie', { ...fo01, zender: { applicatie: 'GGK' } }, 'StUF013'],
    ['een functie met versie erin', met({ functie: 'WMO305-3.2' }), 'StUF034'],
    ['een functie van de zusterstandaard', met({ functie: 'JW305' }), 'StUF037'],
    ['een andere release', { ...di01, functie: { versie: '0003', subversie: '0001' } }, 'StUF037'],
    ['een antwoord in een Di01', met({ functie: 'WMO306' }), 'StUF040'],
    ['een heenbericht in een Du01', { ...du01, stuurgegevens }, 'StUF040'],
    ['een referentienummer dat geen UUID is', met({ referentienummer: '123456' }), 'IB009'],
    ['een crossRefnummer dat geen UUID is', { ...du01, crossRefnummer: '123456' }, 'IB009'],
    ['idem op een foutmelding', { ...fo01, crossRefnummer: 'onbekend' }, 'IB009'],
    ['tekst in plaats van XML', { ...di01, contentType: 'text/plain' }, 'StUF055'],
    ['een bestandsnaam met een spatie', { ...di01, bestandsnaam: 'mijn start.xml' }, 'StUF055'],
    ['een bestandsnaam met een accent', { ...di01, bestandsnaam: 'stárt.xml' }, 'StUF055'],
    ['twee fouten: die van de keten gaat voor', met({ functie: 'weg', referentienummer: 'x' }), 'IB009'],
    ['twee fouten: de eerste uit de tabel', met({ functie: 'weg', zender: { organisatie: '1', applicatie: 'abc' } }), 'StUF013'],
  ])('%s', (_wat, ontvangen, code) => {
    expect(codeVan(() => { controleerEnvelop(ontvangen, vanAanbieder); })).toBe(code);
  });
});

describe('de envelop en wat erin zit', () => {
  const kop = { afzender: '65656055', ontvanger: '0363', identificatie: 'S0001', dagtekening: '2026-03-05' };
  const geldig = (berichtsoort: 'WMO305' | 'WMO307' | 'WMO302' | 'WMO325', velden: Partial<typeof kop> = {}): Niveau1 =>
    ({ geldig: true, berichtsoort, kop: { ...kop, ...velden } });
  const retourkop = { afzender: '0363', ontvanger: '65656055' };

  it.each<[string, Envelop, Niveau1, string | undefined]>([
    ['passen bij elkaar', { ...di01, referentienummerBericht: 'S0001' }, geldig('WMO305'), undefined],
    ['een retourbericht houdt de partijen van het heenbericht: op de envelop zijn ze omgekeerd', { ...du01, crossRefnummerBericht: 'S0001' },
      geldig('WMO302', retourkop), undefined],
    ['een retourbericht met de partijen van het heenbericht op de envelop', { ...du01, stuurgegevens: {
      ...du01.stuurgegevens, zender: { organisatie: '0363', applicatie: 'abc' }, ontvanger: { organisatie: '65656055', applicatie: 'GGk' } } },
    geldig('WMO302', retourkop), 'StUF010'],
    ['een andere ontvanger in het bericht', di01, geldig('WMO305', { ontvanger: '0518' }), 'StUF010'],
    ['een andere afzender in het bericht', di01, geldig('WMO305', { afzender: '65656056' }), 'StUF013'],
    ['een ander nummer in het bericht', { ...di01, referentienummerBericht: 'S0002' }, geldig('WMO305'), 'StUF055'],
    ['een antwoord op een ander nummer', { ...du01, crossRefnummerBericht: 'S0002' }, geldig('WMO302', retourkop), 'StUF055'],
  ])('%s', (_wat, envelop, niveau1, code) => {
    expect(codeVan(() => controleerInhoud(envelop, niveau1))).toBe(code);
  });

  it('een WMO325 heeft zijn eigen partijen en nummer', () => {
    const envelop: Envelop = { ...du01, referentienummerBericht: 'T0001', crossRefnummerBericht: 'D0001', stuurgegevens: {
      ...stuurgegevens, functie: 'WMO325', zender: { organisatie: '0363', applicatie: 'abc' }, ontvanger: { organisatie: '65656055', applicatie: 'GGk' } } };
    const wmo325: Niveau1 = { geldig: true, berichtsoort: 'WMO325',
      kop: { ...kop, ...retourkop, identificatie: 'T0001', beantwoordt: { identificatie: 'D0001', dagtekening: '2026-02-01' } } };
    expect(controleerInhoud(envelop, wmo325)).toBe(wmo325);
    expect(codeVan(() => controleerInhoud({ ...envelop, crossRefnummerBericht: 'D0002' } as Envelop, wmo325))).toBe('StUF055');
    expect(codeVan(() => controleerInhoud({ ...envelop, referentienummerBericht: 'T0002' }, wmo325))).toBe('StUF055');
  });

  it('een geldig bericht van een andere soort dan functie zegt, is geen geldig bericht van die soort', () => {
    expect(controleerInhoud(di01, geldig('WMO307'))).toMatchObject({ geldig: false });
    const ongeldig: Niveau1 = { geldig: false, fout: 'xsd-ongeldig', fouten: [{ regel: 3, melding: 'mis' }] };
    expect(controleerInhoud(di01, ongeldig)).toBe(ongeldig);
  });
});
