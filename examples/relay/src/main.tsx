import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { App } from './App.tsx';
import { environment } from './environment.ts';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <RelayEnvironmentProvider environment={environment}>
      <Suspense>
        <App />
      </Suspense>
    </RelayEnvironmentProvider>,
  );
