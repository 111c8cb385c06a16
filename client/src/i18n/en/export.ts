/** The reading page of a whole output. */
export const exporting = {
  action: 'Export',
  actionFor: 'Export {{about}}',
  preparing: 'The file is being made.',
  done: 'The file is ready.',
  failed: 'The export did not work.',
  formats: {
    docx: 'Word document',
    html: 'Web page',
    markdown: 'Markdown',
  },
  details: {
    docx: 'To work on, or to send',
    html: 'One file, for any browser, also offline',
    markdown: 'Plain text, images at the end',
  },
} as const;
