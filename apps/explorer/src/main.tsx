import './editor-workers.ts';
import 'graphiql/style.css';
import './explorer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Explorer } from './Explorer.tsx';

const root = document.getElementById('explorer');
if (!root) throw new Error('index.html has no element with the id "explorer"');

createRoot(root).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
);
