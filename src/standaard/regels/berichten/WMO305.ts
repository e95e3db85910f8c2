import { CS002 } from '../niveau2/CS002.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS058 } from '../niveau2/CS058.js';
import { CS139 } from '../niveau2/CS139.js';
import { TR002 } from '../niveau2/TR002.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR019 } from '../niveau3/TR019.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR063 } from '../niveau3/TR063.js';
import { TR071 } from '../niveau3/TR071.js';
import { TR074 } from '../niveau3/TR074.js';
import { TR326 } from '../niveau3/TR326.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import { TR381 } from '../niveau4/TR381.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO305, in order of assessment. */
export const WMO305: Regellijst = {
  niveau2: [
    CS002, CS015, CS025, CS058, CS139,
    TR002, TR101, TR134,
  ],
  niveau3En4: [TR056, TR135, TR378, TR019, TR063, TR071, TR074, TR326, TR381],
};
