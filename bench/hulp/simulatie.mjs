/**
 * A discrete-event simulation of one shard of the gateway: API processes that store, a queue, workers that take the lock of a pair and assess
 * its messages one at a time, and the processors that all of them need. Pure: the same input and seed give the same outcome.
 *
 * Times are in milliseconds of simulated time.
 */

/** Pseudo-random numbers from 0 (inclusive) to 1 (exclusive) that a seed fixes (a 32-bit mixing generator). */
export function maakToeval(zaad) {
  let stand = zaad >>> 0;
  return () => {
    stand = (stand + 0x9e3779b9) >>> 0;
    let x = stand;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Shares of n parties, largest first, that together are 1: the k-th has 1/k^scheefheid of the first. */
export function zipf(n, scheefheid) {
  const gewichten = Array.from({ length: n }, (_, k) => 1 / (k + 1) ** scheefheid);
  const som = gewichten.reduce((a, b) => a + b, 0);
  return gewichten.map((gewicht) => gewicht / som);
}

/** Picks an index by share. */
export function maakKiezer(aandelen, toeval) {
  const opgeteld = new Float64Array(aandelen.length);
  let som = 0;
  aandelen.forEach((aandeel, i) => { opgeteld[i] = som += aandeel; });
  return () => {
    const x = toeval() * som;
    let laag = 0;
    let hoog = opgeteld.length - 1;
    while (laag < hoog) {
      const midden = (laag + hoog) >> 1;
      if (opgeteld[midden] > x) hoog = midden;
      else laag = midden + 1;
    }
    return laag;
  };
}

/** Events in order of time; of the same time in the order in which they were planned. */
class Agenda {
  #hoop = [];
  #nummer = 0;
  nu = 0;

  over(ms, wat) {
    const hoop = this.#hoop;
    const item = { op: this.nu + ms, nummer: this.#nummer++, wat };
    let i = hoop.push(item) - 1;
    while (i > 0) {
      const ouder = (i - 1) >> 1;
      if (!voor(item, hoop[ouder])) break;
      hoop[i] = hoop[ouder];
      i = ouder;
    }
    hoop[i] = item;
  }

  /** Runs until nothing is planned any more. */
  speel() {
    const hoop = this.#hoop;
    while (hoop.length > 0) {
      const [eerste] = hoop;
      const laatste = hoop.pop();
      if (hoop.length > 0) {
        let i = 0;
        for (;;) {
          let kind = 2 * i + 1;
          if (kind >= hoop.length) break;
          if (kind + 1 < hoop.length && voor(hoop[kind + 1], hoop[kind])) kind++;
          if (!voor(hoop[kind], laatste)) break;
          hoop[i] = hoop[kind];
          i = kind;
        }
        hoop[i] = laatste;
      }
      this.nu = eerste.op;
      eerste.wat();
    }
  }
}
const voor = (a, b) => a.op < b.op || (a.op === b.op && a.nummer < b.nummer);

/** A first-in-first-out list that does not shift its items. */
class Rij {
  #items = [];
  #kop = 0;
  get lengte() { return this.#items.length - this.#kop; }
  voegToe(item) { this.#items.push(item); }
  neem() {
    const item = this.#items[this.#kop];
    this.#items[this.#kop++] = undefined;
    if (this.#kop > 1024 && this.#kop * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#kop);
      this.#kop = 0;
    }
    return item;
  }
}

/** So many of something that is held for a while; who comes first is served first. */
class Middel {
  #vrij;
  #wachtend = new Rij();
  #sinds = 0;
  #bezet = 0;
  constructor(agenda, aantal) {
    this.agenda = agenda;
    this.aantal = aantal;
    this.#vrij = aantal;
  }
  neem(verder) {
    if (this.#vrij === 0) return this.#wachtend.voegToe(verder);
    this.#tel();
    this.#vrij--;
    verder();
  }
  laatLos() {
    if (this.#wachtend.lengte > 0) return this.#wachtend.neem()();
    this.#tel();
    this.#vrij++;
  }
  #tel() {
    this.#bezet += (this.aantal - this.#vrij) * (this.agenda.nu - this.#sinds);
    this.#sinds = this.agenda.nu;
  }
  /** Share of the time that was in use, from 0 to 1, so far. */
  bezetting() {
    this.#tel();
    return this.agenda.nu === 0 ? 0 : this.#bezet / (this.aantal * this.agenda.nu);
  }
}

/** Messages of one pair that one job handles before the pair goes back in line, as in the worker. */
const BEURT = 200;
/** In so many pieces goes the work on one message to and fro between worker and database. */
const STUKKEN = 4;

/**
 * @typedef {object} Opzet
 * @property {number} zaad
 * @property {{apis: number, workers: number, gelijktijdig: number}} processen processes, and messages that one worker has under way at a time
 * @property {{gedeeld?: number, api?: number, worker?: number, database?: number}} kernen processors: one lot for all, or a lot for each
 * @property {Tijden} tijden
 * @property {{op?: number, paar: number, zwaarte?: number}[]} berichten in order of arrival; `zwaarte` multiplies the work of assessing
 * @property {number} [gesloten] so many clients that each send the next message as soon as the last is stored; `op` is then ignored
 *
 * @typedef {object} Tijden processor time, and time in which nothing works (network, disk, other processes' wake-ups)
 * @property {number} api @property {number} databaseOpslaan @property {number} commit @property {number} wachtrij
 * @property {number} worker @property {number} databaseBeoordelen @property {number} vertraging
 * @property {number} pogingWorker @property {number} pogingDatabase a job that finds its pair taken or done
 * @property {number} [afzender] work of who sends, where that shares the processors
 */

/** @param {Opzet} opzet @returns what every message met with, and how busy everything was */
export function simuleer({ zaad, processen, kernen, tijden, berichten, gesloten }) {
  const toeval = maakToeval(zaad);
  const agenda = new Agenda();
  const gedeeld = kernen.gedeeld === undefined ? undefined : new Middel(agenda, kernen.gedeeld);
  const kern = {
    api: gedeeld ?? new Middel(agenda, kernen.api), worker: gedeeld ?? new Middel(agenda, kernen.worker),
    database: gedeeld ?? new Middel(agenda, kernen.database) };
  const apis = Array.from({ length: processen.apis }, () => new Middel(agenda, 1));
  const workers = Array.from({ length: processen.workers }, () => ({ draad: new Middel(agenda, 1), vrij: processen.gelijktijdig }));
  const paren = new Map();
  const paarVan = (nummer) => {
    let paar = paren.get(nummer);
    if (paar === undefined) paren.set(nummer, paar = { bezet: false, wachtend: new Rij(), opslag: new Middel(agenda, 1), gehouden: 0 });
    return paar;
  };
  const rij = new Rij();
  const uitkomst = berichten.map(() => ({ aangekomen: 0, opgeslagen: 0, begonnen: 0, klaar: 0, keren: 0 }));
  let loos = 0;
  let gewacht = 0;

  // Work differs: half of it fixed, half exponential, so that a mean stays what was measured.
  const grillig = (ms) => ms * (0.5 - 0.5 * Math.log(1 - toeval()));
  const reken = (waar, ms, verder) => waar.neem(() => agenda.over(ms, () => { waar.laatLos(); verder(); }));
  // A process of Node does one thing at a time, and needs a processor for it.
  const draai = (draad, waar, ms, verder) => draad.neem(() => reken(waar, ms, () => { draad.laatLos(); verder(); }));

  const ontvang = (i, opgeslagen) => {
    const bericht = berichten[i];
    const paar = paarVan(bericht.paar);
    uitkomst[i].aangekomen = agenda.nu;
    const afzender = tijden.afzender ?? 0;
    const naDeur = () => draai(apis[i % apis.length], kern.api, grillig(tijden.api), () => neemOpslag(agenda.nu));
    const neemOpslag = (sinds) => paar.opslag.neem(() => {
      gewacht += agenda.nu - sinds;
      reken(kern.database, grillig(tijden.databaseOpslaan), () => agenda.over(tijden.commit, () => {
        paar.opslag.laatLos();
        uitkomst[i].opgeslagen = agenda.nu;
        paar.wachtend.voegToe(i);
        agenda.over(tijden.wachtrij, () => { rij.voegToe(bericht.paar); deelUit(); });
        opgeslagen?.();
      }));
    });
    if (afzender > 0) reken(kern.api, afzender, naDeur);
    else naDeur();
  };

  const deelUit = () => {
    while (rij.lengte > 0) {
      // The worker with the most room, as whoever asks first gets the job.
      const worker = workers.reduce((a, b) => (b.vrij > a.vrij ? b : a));
      if (worker.vrij === 0) return;
      worker.vrij--;
      pak(worker, rij.neem());
    }
  };
  const laatGaan = (worker) => { worker.vrij++; deelUit(); };

  const pak = (worker, nummer) => {
    const paar = paarVan(nummer);
    if (paar.bezet || paar.wachtend.lengte === 0) {
      loos++;
      draai(worker.draad, kern.worker, tijden.pogingWorker, () => reken(kern.database, tijden.pogingDatabase, () => laatGaan(worker)));
      return;
    }
    paar.bezet = true;
    const begin = agenda.nu;
    const klaar = () => { paar.bezet = false; paar.gehouden += agenda.nu - begin; laatGaan(worker); };
    const volgende = (gedaan) => {
      if (paar.wachtend.lengte === 0) return klaar();
      if (gedaan === BEURT) {
        rij.voegToe(nummer);
        return klaar();
      }
      beoordeel(worker, paar.wachtend.neem(), () => volgende(gedaan + 1));
    };
    volgende(0);
  };

  const beoordeel = (worker, i, verder) => {
    const zwaarte = berichten[i].zwaarte ?? 1;
    uitkomst[i].begonnen = agenda.nu;
    const stuk = (n) => {
      if (n === STUKKEN) {
        return agenda.over(tijden.commit, () => {
          uitkomst[i].klaar = agenda.nu;
          uitkomst[i].keren++;
          verder();
        });
      }
      draai(worker.draad, kern.worker, grillig((tijden.worker * zwaarte) / STUKKEN), () =>
        reken(kern.database, grillig((tijden.databaseBeoordelen * zwaarte) / STUKKEN), () =>
          agenda.over(tijden.vertraging / STUKKEN, () => stuk(n + 1))));
    };
    stuk(0);
  };

  if (gesloten === undefined) {
    berichten.forEach((bericht, i) => agenda.over(bericht.op ?? 0, () => ontvang(i)));
  } else {
    let volgende = 0;
    const stuur = () => { if (volgende < berichten.length) ontvang(volgende++, stuur); };
    for (let client = 0; client < gesloten; client++) stuur();
  }
  agenda.speel();
  const drukste = Math.max(0, ...[...paren.values()].map(({ gehouden }) => gehouden)) / Math.max(agenda.nu, 1);
  return {
    berichten: uitkomst, duur: agenda.nu, loos,
    // Sessions that wait on average for the lock under which a pair stores.
    wachtOpslag: gewacht / Math.max(agenda.nu, 1),
    bezetting: {
      api: Math.max(...apis.map((een) => een.bezetting())), worker: Math.max(...workers.map(({ draad }) => draad.bezetting())),
      database: kern.database.bezetting(), drukstePaar: drukste },
  };
}

/** The value below which this share of the numbers lies. The numbers are sorted in place. */
export function percentiel(getallen, aandeel) {
  getallen.sort((a, b) => a - b);
  return getallen[Math.min(getallen.length - 1, Math.floor(getallen.length * aandeel))] ?? 0;
}

/** Spreads parties over so many shards, each to where the least is so far, largest first. @returns the shard of each party */
export function verdeel(aandelen, shards) {
  const vol = new Float64Array(shards);
  return aandelen.map((aandeel) => {
    const waar = vol.indexOf(Math.min(...vol));
    vol[waar] += aandeel;
    return waar;
  });
}
