import { countNotices, listNotices, readNotices } from '@accord/shared/notices/notices';
import { type BoundEndpoint, bind } from '../http/bind';
import type { Notices } from './notices';

/** The HTTP side of notices; each person sees and changes only the own ones. */
export const noticeRoutes = (notices: Notices): BoundEndpoint[] => [
  bind(listNotices, ({ caller }) => notices.list(caller.actor)),
  bind(countNotices, ({ caller }) => notices.count(caller.actor)),
  bind(readNotices, ({ caller, body }) => notices.read(caller.actor, body.ids)),
];
