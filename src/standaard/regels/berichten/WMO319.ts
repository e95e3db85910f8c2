import { TR056 } from '../niveau3/TR056.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO319, in order of assessment. */
export const WMO319: Regellijst = {
  niveau2: [],
  niveau3En4: [TR056],
};
