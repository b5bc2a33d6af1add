import { mergeConfig } from 'vite';
import base from './vite.config.ts';
export default mergeConfig(base, { server: { port: 4556, strictPort: true, proxy: { '/graphql': { target: 'http://localhost:4555', headers: {} } } }, cacheDir: '/tmp/outbox-pics/vite' });
