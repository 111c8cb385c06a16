import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { WithLaterWords } from '../i18n/with-later-words';

/** Around the screens whose words are not among the first: those that are neither desk nor chapter. */
export function LaterFrame() {
  return (
    <Suspense>
      <WithLaterWords>
        <Outlet />
      </WithLaterWords>
    </Suspense>
  );
}
