/** Peer: Express that answers 204 and does nothing else. */
import express from 'express';
import { listenAndTell } from './serve.ts';

const app = express();
app.disable('x-powered-by');
app.post('/hook', express.raw({ type: () => true }), (_request, response) => void response.status(204).end());
listenAndTell(app);
