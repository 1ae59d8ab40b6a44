import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './App.tsx';
import { client } from './client.ts';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Provider value={client}>
      <App />
    </Provider>,
  );
