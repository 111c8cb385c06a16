import { Suspense, useState } from 'react';
import { lazyPart } from './lazy-part';

type MenuModule = { default: React.ComponentType };

/** What a plain button needs to open a menu that is not there yet. */
export type OpenerProps = Pick<
  React.ComponentProps<'button'>,
  'type' | 'aria-haspopup' | 'aria-expanded' | 'onClick' | 'onFocus' | 'onPointerEnter'
>;

/**
 * A menu that is fetched when the pointer or the focus comes near its button: menus, and the component library they
 * need, are not part of the first screen. The fetched component draws the same button, with its menu open. Call once,
 * outside of components: `const AccountMenu = menuOnDemand(() => import('./account-menu'))`.
 */
export function menuOnDemand(
  fetchMenu: () => Promise<MenuModule>,
): React.ComponentType<{ button: (props: OpenerProps) => React.ReactNode }> {
  const Menu = lazyPart(fetchMenu);
  const near = () => void fetchMenu();
  return function MenuOnDemand({ button }) {
    const [wanted, want] = useState(false);
    const opener = button({
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onFocus: near,
      onPointerEnter: near,
      onClick: () => want(true),
    });
    if (!wanted) return opener;
    return (
      <Suspense fallback={opener}>
        <Menu />
      </Suspense>
    );
  };
}
