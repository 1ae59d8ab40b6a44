import { Lifecycle } from '@agora/platform/service/lifecycle';
import { createLogger } from '@agora/platform/observe/logging';
import { operate } from './operate/operate.ts';
import { standardTerminal } from './operate/terminal.ts';

const life = new Lifecycle(createLogger('operate', 'error'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void life.stop().then(() => process.exit(1)));
const exitCode = await operate(process.argv.slice(2), process.env, standardTerminal(), life);
await life.stop();
process.exit(exitCode);
