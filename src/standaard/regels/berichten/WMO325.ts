import { CD060 } from '../niveau2/CD060.js';
import { CS002 } from '../niveau2/CS002.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS325 } from '../niveau2/CS325.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR137 } from '../niveau2/TR137.js';
import { TR342 } from '../niveau2/TR342.js';
import { TR056 } from '../niveau3/TR056.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO325, in order of assessment. */
export const WMO325: Regellijst = {
  niveau2: [
    CD060,
    CS002, CS015, CS025, CS325,
    TR101, TR134, TR137, TR342,
  ],
  niveau3En4: [TR056],
};
