import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { defaultTabs } from './default-tabs.ts';
import { createFetcher } from './fetcher.ts';
import { takeHandedOver } from './handed-over.ts';

// Once, before React draws anything: in development it draws twice.
const handedOver = takeHandedOver();

export function Explorer() {
  const [signedOut, setSignedOut] = useState(false);
  const fetcher = useMemo(() => createFetcher(setSignedOut), []);
  return (
    <>
      {signedOut && (
        <p className="signed-out" role="alert">
          You are not signed in, or your session has ended. <a href="/sign-in?next=/graphiql">Sign in</a> and
          come back: what you have written here stays.
        </p>
      )}
      <GraphiQL
        fetcher={fetcher}
        // A first visit begins with the examples behind it; a later one gets it as a tab of its own.
        defaultTabs={handedOver ? [handedOver, ...defaultTabs] : defaultTabs}
        {...(handedOver && { initialQuery: handedOver.query, initialVariables: handedOver.variables })}
        shouldPersistHeaders={false}
        // Variables may hold passwords: what is written here ends with the tab instead of staying on the disk.
        storage={sessionStorage}
      >
        <GraphiQL.Logo>
          <a className="back" href="/">
            ← Postroom
          </a>
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
