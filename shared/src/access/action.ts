/**
 * Everything a person can ask to do. The permission table answers for each; HTTP routes, the socket and the
 * client's menus all ask by these names.
 */
export const ACTIONS = [
  /** People, partners, invitations, imports, reset links, audit log. */
  'workspace.administer',
  /** See who is in the workspace. */
  'people.list',
  'output.create',
  'output.read',
  /** Rename, reorder, archive; coordinator, contributing partners; add, reorder chapters. */
  'output.edit',
  /** Move the review of the whole output. */
  'output.steer',
  /** Give and take roles on the output. */
  'output.grant',
  'chapter.read',
  /** Rename, archive, set writer and due date. */
  'chapter.edit',
  /** Change the text directly. */
  'chapter.write',
  'chapter.comment',
  'chapter.suggest',
  /** Move its review on and back, apply editorial changes. */
  'chapter.steer',
  /** Store a named version. */
  'chapter.version',
] as const;

export type Action = (typeof ACTIONS)[number];
