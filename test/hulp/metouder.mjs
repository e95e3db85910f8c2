/**
 * Loaded before the server by tests (node --import): ends this process when the one that started it is gone, however that went. A test run
 * that is killed cannot stop what it started, and a server on a database that went with it would try to reach that for ever. A worker with a
 * main process of its own looks after itself; that is what is tested.
 */
import process from 'node:process';

// Of the process that started this one, before anything else is loaded.
const ouder = process.ppid;
if (process.send === undefined) setInterval(() => { if (process.ppid !== ouder) process.exit(1); }, 500).unref();
