/** The policy in use, which can be replaced while the process runs. */
import { LEEG_BELEID, type Beleid } from './beleid.js';
import { RegioFout, type Beleidsfout } from './fouten.js';
import { laadBeleid } from './laden.js';

export type Herlading =
  | { readonly gelukt: true; readonly beleid: Beleid }
  /** What was in use stays in use. */
  | { readonly gelukt: false; readonly fouten: readonly Beleidsfout[]; readonly melding: string };

export interface Beleidsbron {
  /** The policy in use. A piece of work asks once and keeps what it got, so that a reload does not change the rules half-way. */
  huidig(): Beleid;
  /** Reads the folder again. The new policy takes over as a whole, or not at all. */
  herlaad(): Herlading;
}

/** Loads the policy for the first time. Without a folder there is none, now and after a reload. @throws RegioFout with all errors */
export function openBeleidsbron(map: string | undefined): Beleidsbron {
  const laad = (): Beleid => (map === undefined ? LEEG_BELEID : laadBeleid(map));
  let huidig = laad();
  return {
    huidig: () => huidig,
    herlaad: () => {
      try {
        huidig = laad();
        return { gelukt: true, beleid: huidig };
      } catch (fout) {
        if (!(fout instanceof RegioFout)) throw fout;
        return { gelukt: false, fouten: fout.fouten, melding: `Het oude beleid blijft gelden; het nieuwe is niet bruikbaar.\n${fout.message}` };
      }
    },
  };
}
