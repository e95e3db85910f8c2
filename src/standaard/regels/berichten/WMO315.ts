import { CD041 } from '../niveau2/CD041.js';
import { CD043 } from '../niveau2/CD043.js';
import { CD066 } from '../niveau2/CD066.js';
import { CD067 } from '../niveau2/CD067.js';
import { CD068 } from '../niveau2/CD068.js';
import { CD075 } from '../niveau2/CD075.js';
import { CD076 } from '../niveau2/CD076.js';
import { CD077 } from '../niveau2/CD077.js';
import { CD078 } from '../niveau2/CD078.js';
import { CD079 } from '../niveau2/CD079.js';
import { CD095 } from '../niveau2/CD095.js';
import { CS002 } from '../niveau2/CS002.js';
import { CS003 } from '../niveau2/CS003.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS139 } from '../niveau2/CS139.js';
import { CS343 } from '../niveau2/CS343.js';
import { TR002 } from '../niveau2/TR002.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR383 } from '../niveau2/TR383.js';
import { TR386 } from '../niveau2/TR386.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR347 } from '../niveau3/TR347.js';
import { TR374 } from '../niveau3/TR374.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import { TR381 } from '../niveau4/TR381.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO315, in order of assessment. */
export const WMO315: Regellijst = {
  niveau2: [
    CD041, CD043, CD066, CD067, CD068, CD075, CD076, CD077, CD078, CD079, CD095,
    CS002, CS003, CS015, CS025, CS139, CS343,
    TR002, TR101, TR134, TR383, TR386,
  ],
  niveau3En4: [TR056, TR135, TR378, TR347, TR374, TR381],
};
