import { CD005 } from '../niveau2/CD005.js';
import { CD007 } from '../niveau2/CD007.js';
import { CD009 } from '../niveau2/CD009.js';
import { CD025 } from '../niveau2/CD025.js';
import { CD034 } from '../niveau2/CD034.js';
import { CD041 } from '../niveau2/CD041.js';
import { CD075 } from '../niveau2/CD075.js';
import { CD076 } from '../niveau2/CD076.js';
import { CD077 } from '../niveau2/CD077.js';
import { CD078 } from '../niveau2/CD078.js';
import { CD079 } from '../niveau2/CD079.js';
import { CD080 } from '../niveau2/CD080.js';
import { CS002 } from '../niveau2/CS002.js';
import { CS003 } from '../niveau2/CS003.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS050 } from '../niveau2/CS050.js';
import { CS089 } from '../niveau2/CS089.js';
import { CS139 } from '../niveau2/CS139.js';
import { CS318 } from '../niveau2/CS318.js';
import { CS335 } from '../niveau2/CS335.js';
import { CS336 } from '../niveau2/CS336.js';
import { CS338 } from '../niveau2/CS338.js';
import { TR002 } from '../niveau2/TR002.js';
import { TR006 } from '../niveau2/TR006.js';
import { TR061 } from '../niveau2/TR061.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR302 } from '../niveau2/TR302.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR332 } from '../niveau3/TR332.js';
import { TR379 } from '../niveau3/TR379.js';
import { TR385 } from '../niveau3/TR385.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import { TR381 } from '../niveau4/TR381.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO301, in order of assessment. */
export const WMO301: Regellijst = {
  niveau2: [
    CD005, CD007, CD009, CD025, CD034, CD041, CD075, CD076, CD077, CD078, CD079, CD080,
    CS002, CS003, CS015, CS025, CS050, CS089, CS139, CS318, CS335, CS336, CS338,
    TR002, TR006, TR061, TR101, TR134, TR302,
  ],
  niveau3En4: [TR056, TR135, TR378, TR332, TR379, TR381, TR385],
};
