/** The policy of a process: loaded at the start, loaded again on SIGHUP. */
import { contractenVan, openBeleidsbron, type Beleid, type Contracten } from '../regio/index.js';
import type { Beoordelaar } from '../verwerking/uitspraak.js';
import type { Zeg } from './proces.js';

export interface Procesbeleid {
  readonly beleid: () => Beleid;
  readonly contracten: Contracten;
  /** Terms that the region of a gemeente agreed on. */
  readonly termijnen: NonNullable<Beoordelaar['termijnbeleid']>;
  stop(): void;
}

/** @throws RegioFout when the policy cannot be used; a later reload that cannot be used is told and changes nothing */
export function volgBeleid(regioDir: string | undefined, zeg: Zeg): Procesbeleid {
  const bron = openBeleidsbron(regioDir);
  let contracten = contractenVan(bron.huidig());
  const herlaad = (): void => {
    const herlading = bron.herlaad();
    if (herlading.gelukt) contracten = contractenVan(herlading.beleid);
    zeg(herlading.gelukt ? 'Beleid opnieuw ingelezen.' : herlading.melding);
  };
  process.on('SIGHUP', herlaad);
  return {
    beleid: () => bron.huidig(),
    contracten: (gemeente, aanbieder) => contracten(gemeente, aanbieder),
    termijnen: (gemeente) => bron.huidig().voor(gemeente)?.termijnen ?? [],
    stop: () => { process.off('SIGHUP', herlaad); },
  };
}
