import { hrefOf, type Target } from './place';
import { useLocation, useNavigationAccess } from './use-navigation';

export interface LinkProps extends Omit<React.ComponentProps<'a'>, 'href'>, Target {
  /** Marks the link while the page is there: at exactly that path, or also at those below it. */
  marks?: 'exactly' | 'within';
}

/** A link to a place of our own: an ordinary one, but the page is not loaded anew. */
export function Link({ to, params, search, marks, onClick, ...props }: LinkProps) {
  const { navigation, prepare } = useNavigationAccess();
  const { pathname } = useLocation();
  const href = hrefOf({ to, ...(params ? { params } : {}), ...(search ? { search } : {}) });
  const path = href.split('?')[0] ?? href;
  const here = pathname === path || (marks === 'within' && pathname.startsWith(`${path}/`));
  const near = () => prepare(href);
  return (
    <a
      onPointerEnter={near}
      onFocus={near}
      {...props}
      href={href}
      {...(marks && here ? { 'aria-current': 'page' as const } : {})}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !opensHere(event, props.target)) return;
        event.preventDefault();
        navigation.go(href);
      }}
    />
  );
}

/** Not when the person asks for another tab or window, or for a download. */
function opensHere(event: React.MouseEvent, target: string | undefined): boolean {
  const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  return plain && event.button === 0 && (target === undefined || target === '_self');
}
