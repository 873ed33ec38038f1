/** The word of each title test in the park's text. */
export const TEST_WORDS = {
  'specialized-count': 'specialized',
  contiguity: 'contiguity',
  'output-share': 'outputShare',
} as const;
