/** The workbench's words: frame, tasks, panels, dialogs. */
export const zhApp = {
  'app.name': '四至',
} as const;
