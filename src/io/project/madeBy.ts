/** What a project file says that it was made by; the version is package.json's, a test sees to it. */
export const MADE_BY = 'Sizhi 0.1.0';
