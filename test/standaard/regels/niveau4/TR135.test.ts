import { describe, it } from 'vitest';
import { dossierVoor } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met323 } from '../../../hulp/variaties.js';
import { VOORBEELDEN } from '../../../hulp/voorbeelden.js';

const SOORTEN = Object.keys(VOORBEELDEN) as readonly (keyof typeof VOORBEELDEN)[];
const dagtekening = (soort: keyof typeof VOORBEELDEN) => VOORBEELDEN[soort].Header.BerichtIdentificatie.Dagtekening;

describe('TR135', () => {
  it.each(SOORTEN)('voldoet: een %s is ontvangen op of na zijn Dagtekening', (soort) => {
    for (const systeemdatum of [dagtekening(soort), '2027-01-01', '10026-01-01']) {
      verwachtNiveau34(soort, VOORBEELDEN[soort], dossierVoor(soort, { systeemdatum }));
    }
  });

  it.each(SOORTEN)('breekt alleen TR135: een %s is ontvangen voor zijn Dagtekening', (soort) => {
    const dagErvoor = `${dagtekening(soort).slice(0, -2)}01`;
    for (const systeemdatum of dagErvoor === dagtekening(soort) ? ['2026-01-31'] : [dagErvoor, '2026-01-31']) {
      verwachtNiveau34(soort, VOORBEELDEN[soort], dossierVoor(soort, { systeemdatum }),
        ['TR135', '8848', 'Header', '/Header']);
    }
  });

  it('niet van toepassing: DeclaratieDagtekening', () => {
    verwachtNiveau34('WMO323', met323({ DeclaratieDagtekening: '2026-04-04' }),
      dossierVoor('WMO323', { systeemdatum: dagtekening('WMO323') }));
  });
});
