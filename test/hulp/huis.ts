/**
 * The built gateway for tests that look at its answers and not at its processes: API and worker each in a process as always, but these
 * processes stay and hold the server of the next test file too, on a database of its own.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { omgeving, type Dienst } from './server.js';

interface Antwoord { readonly klaar?: true; readonly adres?: string; readonly fout?: string; readonly momentopname?: unknown }

/** One of the two processes. */
class Kamer {
  readonly proces: ChildProcess;
  private uit = '';
  /** @param bijMomentopname told the metrics that a worker hands over */
  constructor(rol: 'api' | 'worker', bijMomentopname: (momentopname: unknown) => void) {
    this.proces = fork(fileURLToPath(new URL('./huis.mjs', import.meta.url)), [rol], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
    for (const stroom of [this.proces.stdout, this.proces.stderr]) stroom?.on('data', (stuk) => { this.uit += String(stuk); });
    this.proces.on('message', ({ momentopname }: Antwoord) => { if (momentopname !== undefined) bijMomentopname(momentopname); });
  }

  get leeft(): boolean { return this.proces.connected && this.proces.exitCode === null && this.proces.signalCode === null; }
  get uitvoer(): string { return this.uit; }

  vraag(bericht: { vraag: 'start'; env: NodeJS.ProcessEnv } | { vraag: 'stop' }): Promise<string> {
    return new Promise((klaar, fout) => {
      const einde = (code: number | null, signaal: string | null): void => { fout(new Error(`huis stopte met ${code ?? signaal}:\n${this.uit}`)); };
      const luister = (antwoord: Antwoord): void => {
        if (antwoord.klaar !== true) return;
        this.proces.off('message', luister).off('exit', einde);
        if (antwoord.fout === undefined) klaar(antwoord.adres ?? '');
        else fout(new Error(antwoord.fout));
      };
      this.proces.on('message', luister).on('exit', einde);
      this.proces.send(bericht);
    });
  }
}

interface Huis { readonly api: Kamer; readonly worker: Kamer; bezet: boolean }
/** One per test process; it ends with it, for its channel does. */
let huis: Huis | undefined;

function open(): Huis {
  if (huis?.api.leeft !== true || !huis.worker.leeft) {
    huis?.api.proces.kill('SIGKILL');
    huis?.worker.proces.kill('SIGKILL');
    const api = new Kamer('api', () => undefined);
    huis = { api, worker: new Kamer('worker', (momentopname) => { if (api.leeft) api.proces.send({ momentopname }, () => undefined); }), bezet: false };
  }
  return huis;
}

/**
 * Starts the gateway on this environment, for which one is enough: whoever needs a second one, a signal or what a process leaves behind,
 * starts a server of its own (startServer).
 */
export async function startInHuis(env: Record<string, string>): Promise<Dienst> {
  const dit = open();
  if (dit.bezet) throw new Error('er draait al een server in dit huis; start de tweede met startServer');
  dit.bezet = true;
  const { api, worker } = dit;
  const begin = [api.uitvoer.length, worker.uitvoer.length] as const;
  const heel = omgeving(env);
  // The API migrates, so the worker starts after it.
  const adres = await api.vraag({ vraag: 'start', env: heel });
  await worker.vraag({ vraag: 'start', env: heel });
  return {
    adres, uitvoer: () => api.uitvoer.slice(begin[0]) + worker.uitvoer.slice(begin[1]),
    herlaad() {
      worker.proces.kill('SIGHUP');
      api.proces.kill('SIGHUP');
    },
    async stop() {
      await api.vraag({ vraag: 'stop' });
      await worker.vraag({ vraag: 'stop' });
      dit.bezet = false;
    },
  };
}
