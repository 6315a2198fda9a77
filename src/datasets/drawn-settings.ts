/** The file of the settings that pictures were drawn with; beside pictures it says that they are no photographs. */
export const DRAWN_SETTINGS = 'generated.json';
