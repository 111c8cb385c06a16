import { lazy, Suspense, useState } from 'react';
import type { ButtonProps } from 'react-aria-components';

type MenuModule = { default: React.ComponentType<{ trigger: React.ReactNode }> };

/**
 * A menu that is fetched when the pointer or the focus comes near its button: menus are not part of the first
 * screen. Call once, outside of components: `const AccountMenu = menuOnDemand(() => import('./account-menu'))`.
 */
export function menuOnDemand(
  fetchMenu: () => Promise<MenuModule>,
): React.ComponentType<{ button: (props: Partial<ButtonProps>) => React.ReactNode }> {
  const Menu = lazy(fetchMenu);
  const near = { onHoverStart: () => void fetchMenu(), onFocus: () => void fetchMenu() };
  return function MenuOnDemand({ button }) {
    const [wanted, want] = useState(false);
    const opener = button({
      ...near,
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onPress: () => want(true),
    });
    if (!wanted) return opener;
    return (
      <Suspense fallback={opener}>
        <Menu trigger={button({})} />
      </Suspense>
    );
  };
}
