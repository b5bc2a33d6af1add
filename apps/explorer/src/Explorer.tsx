import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { defaultTabs } from './default-tabs.ts';
import { createFetcher } from './fetcher.ts';

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
        defaultTabs={defaultTabs}
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
