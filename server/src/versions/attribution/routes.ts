import { listAuthors } from '@accord/shared/versions/attribution';
import { type BoundEndpoint, bind } from '../../http/bind';
import type { AttributionOfText } from './attribution';

/** The HTTP side of who wrote what. */
export const attributionRoutes = (attribution: AttributionOfText): BoundEndpoint[] => [
  bind(listAuthors, ({ params }) => attribution.authors(params.chapterId)),
];
