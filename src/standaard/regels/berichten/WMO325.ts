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
import { TR304 } from '../niveau3/TR304.js';
import { TR337 } from '../niveau3/TR337.js';
import { TR366 } from '../niveau3/TR366.js';
import { TR367 } from '../niveau3/TR367.js';
import { TR371 } from '../niveau3/TR371.js';
import { TR376 } from '../niveau3/TR376.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO325, in order of assessment. */
export const WMO325: Regellijst = {
  niveau2: [
    CD060,
    CS002, CS015, CS025, CS325,
    TR101, TR134, TR137, TR342,
  ],
  niveau3En4: [TR056, TR135, TR337, TR371, TR378, TR376, TR304, TR366, TR367],
};
